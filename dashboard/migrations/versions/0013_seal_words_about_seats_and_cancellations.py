"""Words about seats and cancelled sessions are sealed like notes"""

import sqlalchemy as sa
from alembic import op
from flask import current_app

from dashboard.models.types.sealing import seal

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

PLAIN = (
    ('enrollments', 'waitlist_note'),
    ('enrollment_changes', 'remark'),
    ('group_sessions', 'cancellation_reason'),
)


def upgrade() -> None:
    let_changes_be_sealed()
    for table, column in PLAIN:
        op.add_column(table, sa.Column(f'sealed_{column}', sa.LargeBinary(), nullable=True))
        seal_words(table, column)
        op.drop_column(table, column)
    keep_changes_as_written()


def seal_words(table: str, column: str) -> None:
    """Put every text into the sealed column, bound to its row, and blank it where it stood."""
    words = sa.table(table, *(sa.column(name) for name in ('id', column, f'sealed_{column}')))
    connection = op.get_bind()
    found = sa.select(words.c.id, words.c[column]).where(words.c[column] != '')
    for row_id, text in connection.execute(found).all():
        sealed = seal(record_keys(), text, f'{table}/{column}/{row_id}')
        values = {column: '', f'sealed_{column}': sealed}
        connection.execute(words.update().where(words.c.id == row_id).values(values))


def record_keys():
    secrets = current_app.extensions['groupwork_secrets']
    if secrets is None:
        raise RuntimeError('the keys are missing: put keys.json back before this update')
    return secrets.record_keys


def let_changes_be_sealed() -> None:
    """Changes of stays are never changed; but for this once."""
    if op.get_bind().dialect.name == 'sqlite':
        op.execute('DROP TRIGGER keep_enrollment_changes_as_written')
        return
    op.execute(
        'ALTER TABLE enrollment_changes DISABLE TRIGGER keep_enrollment_changes_as_written'
    )


def keep_changes_as_written() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        op.execute(
            'CREATE TRIGGER keep_enrollment_changes_as_written BEFORE UPDATE ON enrollment_changes'
            " BEGIN SELECT RAISE(ABORT, 'enrollment_changes are never changed'); END"
        )
        return
    op.execute('ALTER TABLE enrollment_changes ENABLE TRIGGER keep_enrollment_changes_as_written')


def downgrade() -> None:
    raise NotImplementedError('what was sealed is not laid open again')
