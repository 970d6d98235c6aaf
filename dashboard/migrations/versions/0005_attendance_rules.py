"""The practice's own attendance rules, and the group types that go by each"""

import sqlalchemy as sa
from alembic import op


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('attendance_rules',
    sa.Column('id', ID, nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('definition', sa.Text(), nullable=False),
    sa.Column('turned_off_at', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendance_rules')),
    sa.UniqueConstraint('key', name=op.f('uq_attendance_rules_key')),
    sqlite_strict=True
    )
    op.create_table('rule_group_types',
    sa.Column('id', ID, nullable=False),
    sa.Column('rule_id', ID, nullable=False),
    sa.Column('group_type_id', ID, nullable=False),
    sa.ForeignKeyConstraint(['group_type_id'], ['group_types.id'], name=op.f('fk_rule_group_types_group_type_id_group_types')),
    sa.ForeignKeyConstraint(['rule_id'], ['attendance_rules.id'], name=op.f('fk_rule_group_types_rule_id_attendance_rules')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rule_group_types')),
    sa.UniqueConstraint('rule_id', 'group_type_id', name=op.f('uq_rule_group_types_rule_id_group_type_id')),
    sqlite_strict=True
    )
    with op.batch_alter_table('rule_group_types', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rule_group_types_group_type_id'), ['group_type_id'], unique=False)


def downgrade() -> None:
    op.drop_table('rule_group_types')
    op.drop_table('attendance_rules')
