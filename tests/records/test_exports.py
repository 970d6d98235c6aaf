"""An export is written down twice: in the list that people read, and in the trail."""

from sqlalchemy import select

from dashboard.extensions import db
from dashboard.models.trail import AuditLine
from dashboard.records.exports import record_export
from dashboard.records.trail import first_broken_line
from tests.factories import LONG_AGO, make_user


def test_an_export_leaves_its_line_and_its_trace(database):
    ana = make_user("Ana Ruiz")
    line = record_export(
        by=ana.id, at=LONG_AGO, what="attendance", filters={"cycle": 1}, rows=5, sha256="ab"
    )
    trace = db.session.scalars(select(AuditLine)).one()
    assert (line.user_id, line.what, line.rows, line.sha256) == (ana.id, "attendance", 5, "ab")
    assert (trace.action, trace.subject_id, trace.participant_id) == ("export", line.id, None)
    assert trace.detail == {
        "what": "attendance",
        "filters": {"cycle": 1},
        "rows": 5,
        "sha256": "ab",
    }
    assert first_broken_line() is None
