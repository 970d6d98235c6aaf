"""Planning while others write, and what is remembered of a file's columns."""

from threading import Thread

import pytest
from sqlalchemy import select

from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.imports.mapped.actions import carry_out, job_of, keep_mapping
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping
from dashboard.models.participants import Participant
from dashboard.records.participants import add_participant

FILE = b"code,given_name,family_name\nB-1,Ana,Roth\n"


def job(viewer, content=FILE, **columns):
    return job_of(viewer, Kind.ROSTER, content, "f.csv", ColumnMapping(columns))


def somebody_adds(app, code, at):
    """Add a person in another thread, as another request would."""

    def add():
        with app.app_context(), writing():
            add_participant(by=None, at=at, given_name="Ana", family_name="Roth", code=code)
            db.session.commit()

    thread = Thread(target=add)
    thread.start()
    thread.join()


def test_what_others_write_meanwhile_is_seen(database, importer):
    told = []

    def progress(what, done, total):
        if not told:
            somebody_adds(database, "B-1", importer.as_of)
        told.append((what, done, total))

    plan = carry_out(importer, job(importer), by=None, progress=progress)
    assert [line.outcome for line in plan.lines] == ["unchanged"]
    assert told == [("Checking rows", 0, 1), ("Checking rows", 1, 1)] * 2
    assert db.session.scalars(select(Participant.code)).all().count("B-1") == 1


def test_columns_that_were_chosen_are_remembered_for_files_like_it(importer):
    content = FILE.replace(b"code", b"number")
    keep_mapping(importer, job(importer, content, code="number"), by=importer.user_id)
    assert job(importer, content).mapping.columns["code"] == "number"
    turned = {"given_name": "family_name", "family_name": "given_name"}
    keep_mapping(importer, job(importer, content, **turned), by=importer.user_id)
    assert job(importer, content).mapping.columns == {"code": "number", **turned}


def test_columns_that_miss_something_are_not_kept(importer):
    with pytest.raises(Refused, match=r"^Choose the column with: Participant's code\.$"):
        keep_mapping(importer, job(importer, FILE.replace(b"code", b"x")), by=None)
