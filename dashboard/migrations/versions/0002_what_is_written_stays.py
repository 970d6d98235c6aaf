"""What is written stays: signed notes, signatures, addenda and the trail cannot be changed"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("audit_lines", "enrollment_changes", "signatures", "addenda", "measure_versions")
NOTES = {"group_notes": "group_note_id", "progress_notes": "progress_note_id"}
KEPT = ("assessments", "flags", "psychotherapy_notes", "attendance", "export_lines", "reading_lines")
# An assessment is corrected by a new row; of the old one only its end is written.
FACTS = "participant_id, measure_id, measure_version_id, assessed_on, answers, score"


def _sqlite(name: str, when: str, table: str, message: str, condition: str = "") -> None:
    only = f" WHEN {condition}" if condition else ""
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {when} ON {table}{only} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _postgresql(name: str, when: str, table: str, message: str, condition: str = "") -> None:
    check = f"IF {condition} THEN RAISE EXCEPTION '{message}'; END IF;" if condition else (
        f"RAISE EXCEPTION '{message}';"
    )
    result = "OLD" if when == "DELETE" else "NEW"
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {check} RETURN {result}; END $$"
    )
    event = when.replace("UPDATE OF", "UPDATE OF")
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def upgrade() -> None:
    hold = _sqlite if op.get_bind().dialect.name == "sqlite" else _postgresql
    for table in APPEND_ONLY:
        hold(f"keep_{table}_as_written", "UPDATE", table, f"{table} are never changed")
        hold(f"keep_{table}", "DELETE", table, f"{table} are never removed")
    for table in KEPT:
        hold(f"keep_{table}", "DELETE", table, f"{table} are never removed")
    hold(
        "keep_assessments_as_written",
        f"UPDATE OF {FACTS}",
        "assessments",
        "an assessment is corrected by a new one",
    )
    for table, column in NOTES.items():
        signed = f"EXISTS (SELECT 1 FROM signatures WHERE signatures.{column} = OLD.id)"
        hold(f"keep_signed_{table}", "UPDATE", table, "a signed note is never changed", signed)
        hold(f"keep_{table}", "DELETE", table, "notes are never removed")


def downgrade() -> None:
    raise NotImplementedError("what protects the record is not taken away")
