"""Hours until a flag escalates, and who was written to"""

import sqlalchemy as sa
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ('owner_told_at', 'leads_told_at'):
        op.add_column('flags', sa.Column(column, sa.Text(), nullable=True))
    # With its rule in the same breath: SQLite adds no rule to a table that stands.
    op.execute(
        'ALTER TABLE practice ADD COLUMN escalation_hours INTEGER DEFAULT 2 NOT NULL'
        ' CONSTRAINT ck_practice_escalates_soon CHECK (escalation_hours between 1 and 48)'
    )
    op.add_column(
        'practice',
        sa.Column('asks_emergency_contact', sa.Integer(), server_default='1', nullable=False),
    )


def downgrade() -> None:
    for column in ('asks_emergency_contact', 'escalation_hours'):
        op.drop_column('practice', column)
    for column in ('leads_told_at', 'owner_told_at'):
        op.drop_column('flags', column)
