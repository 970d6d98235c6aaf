"""Iris's record with the names of others wherever a hand could put them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn, CheckInAnswer
from dashboard.models.curricula import TaughtSkill
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Group
from dashboard.models.notes import ProgressNote, PsychotherapyNote
from dashboard.models.participants import Enrollment, EnrollmentChange, Participant
from dashboard.models.video_aliases import VideoAlias
from dashboard.records.enrollments.steps import next_change_id
from dashboard.records.flags import raise_flag
from dashboard.records.notes.signing import add_addendum
from tests.factories import make_enrollment, make_group, make_participant, score
from tests.sessions.conftest import DURING, STARTS

# Everything that would tell of somebody else, in whatever case it is looked for.
OTHERS = (
    *("Omar", "Reyes", "Vera", "Lindqvist", "Birdie", "Grace", "Tamsin", "Quillon"),
    *("omar@mail.example", "555 0199", "VL-2", "captain-o", "heron"),
)


@dataclass(frozen=True)
class Planted:
    """Where Iris's documents are, and whose they are."""

    path: str
    person_id: int


def plant(app, cast, meeting) -> None:
    """Put names where the pages do not: the session of the fixture is not signed yet."""
    with app.app_context(), writing():
        iris, omar, vera = (db.session.get_one(Participant, one) for one in meeting.people)
        omar.email, omar.phone = "omar@mail.example", "555 0199"
        vera.nickname, vera.code = "Birdie", "VL-2"
        alias = VideoAlias(participant_id=omar.id, said_by_id=cast.ana.id, said_at=DURING)
        alias.name = "Captain-O"
        db.session.add(alias)
        group = db.session.get_one(Group, meeting.group_id)
        left = make_enrollment(group, make_participant("Grace Quillon"))
        left.status, left.seat_number, left.ended_on = "discharged", None, STARTS.date()
        elsewhere = make_group(cast.cleo, name="Elsewhere")
        make_enrollment(elsewhere.group, make_participant("Tamsin Ferrow"))
        iris.birth_date, iris.emergency_contact = "1990-05-17", "Omar Reyes, 555 0199"
        group.name = "Evening skills with Vera"
        _stay(meeting)
        _session(meeting)
        _flag(iris)
        _private(cast, iris, meeting)
        score(iris.id, "phq9", date(2026, 10, 5), 12)
        db.session.commit()


def _stay(meeting) -> None:
    stay = db.session.get_one(Enrollment, meeting.stays[0])
    stay.waitlist_note = "Would fit with Birdie."
    remark = "Moved for Omar's sake."
    db.session.add(
        EnrollmentChange(
            id=next_change_id(),
            enrollment_id=stay.id,
            status="active",
            on_date=stay.joined_on,
            remark=remark,
            at=DURING,
        )
    )


def _session(meeting) -> None:
    """The session before this one: a draft, and words about the session itself."""
    stay = db.session.get_one(Enrollment, meeting.stays[0])
    earlier = db.session.get_one(GroupSession, meeting.earlier_id)
    earlier.homework_set = "Practice in pairs: Iris with captain-o."
    taught = TaughtSkill(group_session_id=meeting.session_id, skill_id=meeting.skill_id)
    db.session.add(taught)
    draft = ProgressNote(
        group_id=stay.group_id,
        enrollment_id=stay.id,
        group_session_id=earlier.id,
        written_at=DURING,
        response="A first draft about Vera.",
    )
    db.session.add(draft)
    _check_in(meeting, stay, earlier)


def _check_in(meeting, stay, earlier) -> None:
    check_in = CheckIn(
        enrollment_id=stay.id,
        group_session_id=meeting.session_id,
        measure_version_ids=[1],
        opens_at=earlier.starts_at,
        closes_at=STARTS,
        created_at=earlier.starts_at,
        located_in="NY",
    )
    db.session.add(check_in)
    db.session.flush()
    check_in.emergency_contact = "Vera Lindqvist (VL-2)"
    answer = CheckInAnswer(
        check_in_id=check_in.id, measure="phq9", item="item_1", answer=2, answered_at=DURING
    )
    db.session.add(answer)


def _flag(iris) -> None:
    about = {"said_by": "Grace", "dates": ["2026-09-29"], "Omar": 1}
    flag = raise_flag(FlagKind.SAFETY, "x", at=DURING, participant_id=iris.id, detail=about)
    flag.finding = "Came up when Vera left early. Grace wept."
    flag.acknowledged_at, flag.acknowledged_by_id = DURING, flag.owner_id
    flag.closed_at, flag.closed_by_id = DURING, flag.owner_id
    flag.closing_note = "Spoke with her and with O. Reyes; wrote to omar@mail.example."


def _private(cast, iris, meeting) -> None:
    note = PsychotherapyNote(
        author_id=cast.ana.id,
        participant_id=iris.id,
        group_session_id=meeting.session_id,
        written_at=DURING,
    )
    db.session.add(note)
    note.text = "A private heron."


def add_words(app, cast, meeting) -> None:
    """Add to the signed note, as somebody would after a call."""
    with app.app_context(), writing():
        note = next(iter(_signed(meeting)))
        words = "Tamsin Ferrow rang, and Grace; Iris Holm did not. Omar R. was told."
        add_addendum(note, words, by=cast.ana.id, at=DURING)
        db.session.commit()


def _signed(meeting):
    return db.session.scalars(
        select(ProgressNote).where(
            ProgressNote.enrollment_id == meeting.stays[0],
            ProgressNote.group_session_id == meeting.session_id,
        )
    )
