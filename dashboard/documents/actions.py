"""Make a document that leaves the practice, and write down that it did."""

from hashlib import sha256

from flask import render_template

from dashboard.caseload.documents import standing_assessments, whole_record
from dashboard.caseload.viewer import Viewer
from dashboard.documents.fhir import bundle_of
from dashboard.documents.files import json_bytes, zip_bytes
from dashboard.documents.record import record_data
from dashboard.extensions import db
from dashboard.records.exports import record_export


def make_record(viewer: Viewer, participant_id: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a person's whole record. Raises NotOnCaseload."""
    whole = whole_record(viewer, participant_id)
    data = record_data(whole, made_by=viewer.name, at=viewer.as_of)
    page = render_template("documents/record.html", record=data).encode()
    files = {"record.html": page, "record.json": json_bytes(data)}
    content = zip_bytes(files, at=viewer.as_of)
    _write(viewer, participant_id, "whole record", len(whole.sessions), content)
    return f"record-{whole.person.code}.zip", content


def make_bundle(viewer: Viewer, participant_id: int, *, address: str) -> tuple[str, bytes]:
    """Return the name and the bytes of a person's assessments in FHIR. Raises NotOnCaseload."""
    person, assessments = standing_assessments(viewer, participant_id)
    bundle = bundle_of(person, assessments, address=address, at=viewer.as_of)
    content = json_bytes(bundle)
    _write(viewer, participant_id, "FHIR bundle", len(assessments), content)
    return f"assessments-{person.code}.json", content


def _write(viewer: Viewer, participant_id: int, what: str, rows: int, content: bytes) -> None:
    record_export(
        by=viewer.user_id,
        at=viewer.as_of,
        what=what,
        filters={},
        rows=rows,
        sha256=sha256(content).hexdigest(),
        participant_id=participant_id,
    )
    db.session.commit()
