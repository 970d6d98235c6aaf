"""A place on the waitlist that was given by hand"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('enrollments', sa.Column('waitlist_place', sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column('enrollments', 'waitlist_place')
