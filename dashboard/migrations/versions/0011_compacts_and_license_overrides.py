"""Compacts, and sessions held without a license"""

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('compacts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('states', sa.Text(), nullable=False),
    sa.Column('known_on', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_compacts')),
    sa.UniqueConstraint('name', name=op.f('uq_compacts_name')),
    sqlite_strict=True
    )
    op.create_table('license_overrides',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('user_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.Text(), nullable=False),
    sa.CheckConstraint('length(reason) > 0', name=op.f('ck_license_overrides_says_why')),
    sa.ForeignKeyConstraint(['by_id'], ['users.id'], name=op.f('fk_license_overrides_by_id_users')),
    sa.ForeignKeyConstraint(['group_session_id'], ['group_sessions.id'], name=op.f('fk_license_overrides_group_session_id_group_sessions')),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_license_overrides_user_id_users')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_license_overrides')),
    sa.UniqueConstraint('group_session_id', 'user_id', 'place', name=op.f('uq_license_overrides_group_session_id_user_id_place')),
    sqlite_strict=True
    )
    with op.batch_alter_table('license_overrides', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_license_overrides_user_id'), ['user_id'], unique=False)

    # As one column with its key: rebuilding the table would lose that it is strict.
    kind = 'INTEGER' if op.get_bind().dialect.name == 'sqlite' else 'BIGINT'
    op.execute(
        f'ALTER TABLE licenses ADD COLUMN compact_id {kind}'
        ' CONSTRAINT fk_licenses_compact_id_compacts REFERENCES compacts (id)'
    )


def downgrade() -> None:
    with op.batch_alter_table('license_overrides', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_license_overrides_user_id'))

    op.drop_table('license_overrides')
    with op.batch_alter_table('licenses', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_licenses_compact_id_compacts'), type_='foreignkey')
        batch_op.drop_column('compact_id')

    op.drop_table('compacts')
