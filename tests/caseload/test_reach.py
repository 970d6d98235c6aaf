"""A stranger's record and a missing one cannot be told apart."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.caseload import reach
from dashboard.clinical.words import FacilitatorRole
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.group_sessions import Substitute
from dashboard.models.groups import Facilitator
from tests.cast import make_cast, viewer_of
from tests.factories import make_group, make_participant

FINDERS = {
    "find_group": lambda made: made.group.id,
    "find_clinical_group": lambda made: made.group.id,
    "find_group_session": lambda made: made.sessions[0].id,
    "find_participant": lambda made: made.enrollments[0].participant_id,
    "find_clinical_participant": lambda made: made.enrollments[0].participant_id,
    "find_enrollment": lambda made: made.enrollments[0].id,
}
CLINICAL = {"find_clinical_group", "find_group_session", "find_clinical_participant"}


@pytest.fixture
def people(database):
    return make_cast()


@pytest.fixture
def made(people):
    return make_group(people.ana, co_lead=people.ben, people=1)


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("name", ["ana", "ben", "lena"])
def test_facilitators_and_the_lead_reach_the_group(people, made, finder, name):
    wanted = FINDERS[finder](made)
    assert getattr(reach, finder)(viewer_of(getattr(people, name)), wanted).id == wanted


@pytest.mark.parametrize("finder", FINDERS)
def test_a_therapist_elsewhere_reaches_nothing(people, made, finder):
    with pytest.raises(NotOnCaseload):
        getattr(reach, finder)(viewer_of(people.cleo), FINDERS[finder](made))


@pytest.mark.parametrize("finder", FINDERS)
def test_what_is_missing_is_refused_alike(people, made, finder):
    with pytest.raises(NotOnCaseload):
        getattr(reach, finder)(viewer_of(people.lena), 4_611_686)


@pytest.mark.parametrize("finder", FINDERS)
def test_administrators_reach_seats_and_people_but_no_record(people, made, finder):
    wanted, viewer = FINDERS[finder](made), viewer_of(people.max)
    if finder in CLINICAL:
        with pytest.raises(NotOnCaseload):
            getattr(reach, finder)(viewer, wanted)
    else:
        assert getattr(reach, finder)(viewer, wanted).id == wanted


def test_a_substitute_reaches_the_one_session(people, made):
    first, second = made.sessions[:2]
    db.session.add(Substitute(group_session_id=first.id, user_id=people.cleo.id))
    db.session.flush()
    cleo = viewer_of(people.cleo)
    assert reach.find_group_session(cleo, first.id) is first
    assert reach.writes_in(cleo, first)
    with pytest.raises(NotOnCaseload):
        reach.find_group_session(cleo, second.id)


def test_who_keeps_the_record_of_a_session(people, made):
    meeting = made.sessions[0]
    keeps = {name: reach.writes_in(viewer_of(user), meeting) for name, user in vars(people).items()}
    assert keeps == {"ana": True, "ben": True, "cleo": False, "lena": False, "max": False}


def test_a_role_that_is_to_come_reaches_nothing_before_its_first_day(people, made):
    role = {"group_id": made.group.id, "user_id": people.cleo.id, "role": FacilitatorRole.CO_LEAD}
    db.session.add(Facilitator(since=date(2026, 10, 20), **role))
    db.session.flush()
    last_minute = datetime(2026, 10, 20, 3, 59, tzinfo=UTC)  # still the 19th in New York
    early, now = (viewer_of(people.cleo, last_minute + timedelta(minutes=more)) for more in (0, 1))
    meeting = made.sessions[0]
    with pytest.raises(NotOnCaseload):
        reach.find_group(early, made.group.id)
    assert (reach.reaches(early, meeting), reach.writes_in(early, meeting)) == (False, False)
    assert reach.find_group(now, made.group.id) is made.group
    assert (reach.reaches(now, meeting), reach.writes_in(now, meeting)) == (True, True)


def test_the_lead_finds_a_person_without_any_stay(people):
    person = make_participant()
    assert reach.find_participant(viewer_of(people.lena), person.id) is person
    with pytest.raises(NotOnCaseload):
        reach.find_participant(viewer_of(people.ana), person.id)
