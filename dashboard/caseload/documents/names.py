"""Whose names may stand in a person's record: those of their groups, and those elsewhere."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from dashboard.caseload.viewer import Viewer
from dashboard.clinical.notes import NamedPerson
from dashboard.extensions import db
from dashboard.models.participants import Enrollment, Participant
from dashboard.models.video_aliases import VideoAlias


@dataclass(frozen=True)
class NamesAround:
    """The person, everybody who was ever in a group with them, and everybody else."""

    own: NamedPerson
    others: list[NamedPerson]
    elsewhere: list[NamedPerson]


def names_around(viewer: Viewer, person: Participant) -> NamesAround:
    """Return all the names that a record of a person whom the viewer has found must not hold.

    They are read whatever the viewer's reach, for leaving them out, and are never shown.
    """
    groups = select(Enrollment.group_id).where(Enrollment.participant_id == person.id)
    near = set(
        db.session.scalars(select(Enrollment.participant_id).where(Enrollment.group_id.in_(groups)))
    )
    called = _video_names()
    people = db.session.scalars(select(Participant).order_by(Participant.id)).all()
    named = {each.id: _named(each, called[each.id]) for each in people}
    own = named.pop(person.id)
    return NamesAround(
        own,
        [each for id_, each in named.items() if id_ in near],
        [each for id_, each in named.items() if id_ not in near],
    )


def _video_names() -> dict[int, list[str]]:
    called: dict[int, list[str]] = defaultdict(list)
    for alias in db.session.scalars(select(VideoAlias)):
        called[alias.participant_id].append(alias.name or "")
    return called


def _named(person: Participant, called: list[str]) -> NamedPerson:
    also = (person.code, person.email or "", person.phone or "", *called)
    return NamedPerson(person.id, person.given_name, person.family_name, person.nickname, also)
