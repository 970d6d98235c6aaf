"""The trail's page: by who, what, which participant and which days, in the practice's own zone."""

from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from dashboard.caseload.practice import TRAIL_PAGE
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.groups import Practice
from dashboard.records.trail import write_audit_line
from tests.factories import make_participant

# The practice is in New York, five hours behind: 23 November lasts from 5:00 to 5:00 UTC.
MOMENTS = {
    "first": datetime(2026, 11, 23, 4, 59, 59, tzinfo=UTC),
    "second": datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
    "third": datetime(2026, 11, 24, 4, 59, 59, tzinfo=UTC),
    "fourth": datetime(2026, 11, 24, 5, 0, tzinfo=UTC),
}


@pytest.fixture
def shown(app, lena, cast):
    """Four lines at the edges of a day, the third of them about Zoë; ask for a page of them."""
    with app.app_context(), writing():
        person = make_participant("Zoë 100% Marsh")
        person.code = "P-77"
        for name, at in MOMENTS.items():
            whose = {"participant_id": person.id} if name == "third" else {}
            about = {"subject": "flags", "subject_id": 5, **whose}
            write_audit_line(by=cast.ben.id, at=at, action=f"try the {name}", **about)
        db.session.commit()

    def shown(query: str) -> list[str]:
        page = lena.get(f"/practice/audit?action=try&{query}").text
        return [name for name in MOMENTS if f"try the {name}</td>" in page]

    return shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["first", "second", "third", "fourth"]),
        ("from=2026-11-23", ["second", "third", "fourth"]),
        ("to=2026-11-23", ["first", "second", "third"]),
        ("from=2026-11-23&to=2026-11-23", ["second", "third"]),
        ("from=2026-11-25", []),
        ("from=soon&to=2026-02-30", ["first", "second", "third", "fourth"]),
        ("person=P-77", ["third"]),
        ("person=marsh", ["third"]),
        (f"person={quote('100%')}", ["third"]),
        (f"person={quote('1%')}", []),
        ("person=P-7", []),
        ("person=P-77&to=2026-11-22", []),
    ],
)
def test_lines_by_participant_and_days(shown, query, found):
    assert shown(query) == found


def test_a_line_says_what_and_whom_it_is_about(shown, lena):
    page = lena.get("/practice/audit?person=P-77").text
    assert 'flags 5, <a href="/participants/' in page
    assert ">P-77</a>" in page
    assert 'value="P-77"' in page
    assert "No line of the trail fits." in lena.get("/practice/audit?person=nobody").text


def test_lines_say_when_they_were_written_where_the_practice_is(app, shown, lena):
    assert "Mon 23 Nov 2026, 11:59 pm ET" in lena.get("/practice/audit").text
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).time_zone = "America/Los_Angeles"
        db.session.commit()
    assert "Mon 23 Nov 2026, 8:59 pm PT" in lena.get("/practice/audit").text


def test_earlier_lines_keep_what_was_asked(app, lena, cast):
    with app.app_context(), writing():
        for number in range(TRAIL_PAGE + 1):
            about = {"subject": "flags", "subject_id": number}
            write_audit_line(by=cast.ben.id, at=MOMENTS["second"], action="try", **about)
        db.session.commit()
    query = f"user={cast.ben.id}&action=try&from=2026-11-23&to=2026-11-23"
    page = lena.get(f"/practice/audit?{query}").text
    assert "flags 0</td>" not in page
    earlier = page.split("Earlier lines")[0].rsplit('href="', 1)[1].split('"')[0]
    assert "flags 0</td>" in lena.get(earlier.replace("&amp;", "&")).text
    assert "flags 1</td>" not in lena.get(earlier.replace("&amp;", "&")).text


def test_who_has_a_flag_is_not_told_to_an_administrator(app, shown, cast, as_user):
    with app.app_context(), writing():
        person = make_participant("Yan Marsh").id
        for subject in ("flags", "enrollments"):
            about = {"subject": subject, "subject_id": 5, "participant_id": person}
            at, action = MOMENTS["fourth"], f"write to staff about {subject}"
            write_audit_line(by=None, at=at, action=action, **about)
        db.session.commit()
    said = {
        name: as_user(who.email).get("/practice/audit?action=write+to").text.count("/participants/")
        for name, who in (("lead", cast.lena), ("administrator", cast.max))
    }
    assert said["lead"] - said["administrator"] == 1
    looked_for = as_user(cast.max.email).get("/practice/audit?person=Marsh").text
    assert "write to staff about enrollments" in looked_for
    assert "about flags" not in looked_for and "try the third" not in looked_for
