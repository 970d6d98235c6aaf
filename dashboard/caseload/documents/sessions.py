"""The sessions of one person: what is recorded of them there, and of the group only facts."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.curriculum.facts import PersonSession, learning_facts, sessions_of_stay
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import ATTENDED_MARKS
from dashboard.extensions import db
from dashboard.models.curricula import Skill, TaughtSkill
from dashboard.models.group_sessions import Attendance
from dashboard.models.groups import Group
from dashboard.models.notes import Addendum, GroupNote, ProgressNote, Signature
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class GroupFacts:
    """What may be said of a session to one person who was in it: nobody is named."""

    present: int
    skills: tuple[str, ...]
    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class SessionOfPerson:
    """One session with what is recorded of the person there."""

    group: Group
    at: PersonSession
    progress: ProgressNote | None
    facts: GroupFacts


def sessions_of_person(viewer: Viewer, person: Participant) -> list[SessionOfPerson]:
    """Return the sessions that count for a person, and others with a record of them, by time.

    Only groups whose records the viewer reads; the person must be found first.
    """
    found = learning_facts(viewer, Enrollment.participant_id == person.id)
    notes = _progress_notes([stay.id for stay in found.stays])
    rows = [
        (stay.group, row, notes.get((stay.id, row.group_session.id)))
        for stay in found.stays
        for row in sessions_of_stay(viewer, found, stay)
    ]
    kept = [each for each in rows if each[1].expected or each[1].attendance or each[2]]
    facts = _group_facts([row.group_session.id for _, row, _ in kept])
    sessions = [
        SessionOfPerson(group, row, note, facts[row.group_session.id]) for group, row, note in kept
    ]
    return sorted(sessions, key=lambda each: each.at.group_session.starts_at)


def _progress_notes(stay_ids: list[int]) -> dict[tuple[int, int], ProgressNote]:
    rows = db.session.scalars(
        select(ProgressNote)
        .options(
            selectinload(ProgressNote.signatures).joinedload(Signature.signer),
            selectinload(ProgressNote.addenda).joinedload(Addendum.written_by),
        )
        .where(ProgressNote.enrollment_id.in_(stay_ids))
    )
    return {(row.enrollment_id, row.group_session_id): row for row in rows}


def _group_facts(session_ids: list[int]) -> dict[int, GroupFacts]:
    present: dict[int, int] = dict.fromkeys(session_ids, 0)
    counts = (
        select(Attendance.group_session_id, func.count(Attendance.id))
        .where(Attendance.group_session_id.in_(session_ids), Attendance.mark.in_(ATTENDED_MARKS))
        .group_by(Attendance.group_session_id)
    )
    present |= dict(db.session.execute(counts).all())
    skills, signed = _skills(session_ids), _signatures(session_ids)
    return {
        id_: GroupFacts(present[id_], tuple(skills[id_]), tuple(signed[id_])) for id_ in session_ids
    }


def _skills(session_ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = (
        select(TaughtSkill.group_session_id, Skill.name)
        .join(Skill, Skill.id == TaughtSkill.skill_id)
        .where(TaughtSkill.group_session_id.in_(session_ids))
        .order_by(Skill.module_id, Skill.position)
    )
    for session_id, name in db.session.execute(query):
        found[session_id].append(name)
    return found


def _signatures(session_ids: list[int]) -> dict[int, list[Signature]]:
    found: dict[int, list[Signature]] = defaultdict(list)
    query = (
        select(GroupNote.group_session_id, Signature)
        .join(Signature, Signature.group_note_id == GroupNote.id)
        .options(joinedload(Signature.signer))
        .where(GroupNote.group_session_id.in_(session_ids))
        .order_by(Signature.signed_at)
    )
    for session_id, signature in db.session.execute(query):
        found[session_id].append(signature)
    return found
