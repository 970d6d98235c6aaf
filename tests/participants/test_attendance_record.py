"""What the printed attendance record covers, adds up and says about itself."""

from dashboard.clinical.words import Mark
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Practice
from dashboard.models.participants import Enrollment, Participant
from tests.factories import make_enrollment, make_group, mark
from tests.sessions.conftest import meeting  # noqa: F401


def record(browser, meeting):  # noqa: F811
    answer = browser.get(f"/participants/{meeting.people[0]}/attendance-record")
    return " ".join(answer.text.split())


def seed(app, cast, meeting):  # noqa: F811
    """Iris came once to Ana's group and once to Cleo's, and missed one of Cleo's."""
    with app.app_context(), writing():
        db.session.get_one(Practice, 1).letterhead = "12 Harbor Street"
        stay = db.session.get_one(Enrollment, meeting.stays[0])
        other = make_group(cast.cleo, name="Elsewhere")
        person = db.session.get_one(Participant, stay.participant_id)
        there = make_enrollment(other.group, person, joined_on=stay.joined_on)
        mark(stay, db.session.get_one(GroupSession, meeting.earlier_id), Mark.LATE)
        mark(there, other.sessions[0], Mark.PRESENT)
        mark(there, other.sessions[1], Mark.EXCUSED)
        db.session.commit()


def test_a_therapists_covers_own_groups_and_says_so(app, as_user, cast, meeting):  # noqa: F811
    seed(app, cast, meeting)
    page = record(as_user(cast.ana.email), meeting)
    assert "<strong>1 of 2 sessions attended</strong>; at 1 attendance is not recorded." in page
    assert "This covers only groups of Ana Ruiz." in page
    assert "12 Harbor Street" in page


def test_a_leads_covers_every_group_and_adds_up(app, as_user, cast, meeting):  # noqa: F811
    seed(app, cast, meeting)
    page = record(as_user(cast.lena.email), meeting)
    assert "<strong>2 of 4 sessions attended</strong>, 1 missed; at 1 attendance" in page
    assert "This covers every group that Iris Holm has been in" in page
    counted = "Present: 1; present, late: 1; absent, excused: 1; not recorded: 1."
    assert counted in page
    assert "Elsewhere" not in page
