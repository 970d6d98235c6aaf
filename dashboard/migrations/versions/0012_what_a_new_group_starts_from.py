"""How long a session of a kind of group lasts, and how many a cycle has"""

from alembic import op


revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # With its rule in the same breath: SQLite adds no rule to a table that stands.
    op.execute(
        'ALTER TABLE group_types ADD COLUMN duration_minutes INTEGER DEFAULT 90 NOT NULL'
        ' CONSTRAINT ck_group_types_duration_is_sensible'
        ' CHECK (duration_minutes between 15 and 480)'
    )
    op.execute(
        'ALTER TABLE group_types ADD COLUMN cycle_length INTEGER DEFAULT 8 NOT NULL'
        ' CONSTRAINT ck_group_types_cycle_length_is_sensible CHECK (cycle_length between 1 and 52)'
    )


def downgrade() -> None:
    for column in ('cycle_length', 'duration_minutes'):
        op.drop_column('group_types', column)
