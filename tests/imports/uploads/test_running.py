"""What becomes of work that goes wrong, is silent, or is begun twice; and of old files."""

import os
from pathlib import Path

import pytest

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.uploads import running
from dashboard.imports.uploads.drafts import (
    DONE,
    FAILED,
    RUNNING,
    WAITING,
    content_of,
    find_draft,
    keep_draft,
    save_draft,
)
from tests.factories import LONG_AGO

VIEWER = Viewer(7, "Max", Role.ADMINISTRATOR, LONG_AGO)


@pytest.fixture
def draft(database):
    return keep_draft(7, Kind.ROSTER, "people.csv", b"code\nSECRET-1\n")


def test_the_file_is_sealed_and_comes_back(database, draft):
    folder = Path(database.config["INSTANCE_FOLDER"]) / "imports" / draft.token
    assert b"SECRET-1" not in b"".join(path.read_bytes() for path in folder.iterdir())
    assert content_of(find_draft(draft.token, 7)) == b"code\nSECRET-1\n"


def test_a_file_of_yesterday_goes_when_another_comes(database, draft):
    folder = Path(database.config["INSTANCE_FOLDER"]) / "imports" / draft.token
    os.utime(folder, (0, 0))
    keep_draft(7, Kind.ROSTER, "other.csv", b"code\n")
    assert not folder.exists()


def test_an_error_of_ours_is_told_and_nothing_more(database, draft, caplog):
    def broken(viewer, draft, progress):
        raise RuntimeError("a detail that is nobody's business")

    running._work(draft, VIEWER, broken)
    found = find_draft(draft.token, 7)
    said = "Something went wrong on our side. Nothing was imported."
    assert (found.state, found.message) == (FAILED, said)
    assert caplog.messages == ["An import failed"]


def test_work_is_begun_once_and_again_after_silence(database, draft):
    draft.state, draft.seen_at = RUNNING, 4e9
    running.start(VIEWER, draft, None)
    assert find_draft(draft.token, 7).state == WAITING
    draft.seen_at = 0.0
    assert (draft.is_running, draft.is_silent) == (False, True)


def test_how_far_it_is_is_kept_now_and_then(database, draft):
    told = running.Told(draft)
    told("Checking rows", 0, 9)
    told("Checking rows", 5, 9)
    assert find_draft(draft.token, 7).done == 0
    draft.seen_at = 0.0
    told("Checking rows", 6, 9)
    assert find_draft(draft.token, 7).done == 6


def test_states_are_replaced_whole(database, draft):
    draft.state = DONE
    save_draft(draft)
    folder = Path(database.config["INSTANCE_FOLDER"]) / "imports" / draft.token
    assert sorted(path.name for path in folder.iterdir()) == ["file", "state.json"]
