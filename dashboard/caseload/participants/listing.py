"""Everyone on the caseload, found by name or code, with what wants a look on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from dashboard.caseload.flags import open_flags
from dashboard.caseload.reach import group_ids_in_reach, participant_ids_in_reach
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.notes import folded_words
from dashboard.clinical.words import FlagKind
from dashboard.extensions import db
from dashboard.models.participants import Enrollment, Participant


@dataclass(frozen=True)
class PersonLine:
    """One person with their stays in the viewer's groups, the latest first."""

    person: Participant
    stays: Sequence[Enrollment]
    has_safety_flag: bool

    @property
    def open_stays(self) -> list[Enrollment]:
        """The stays that have not ended."""
        return [stay for stay in self.stays if stay.ended_on is None]


def people_by_name(
    viewer: Viewer, find: str = "", group_id: int | None = None, *, with_former: bool = False
) -> list[PersonLine]:
    """Return people by name; those with an open safety flag come first.

    `find` matches any part of name, nickname or code, whatever the accents and capitals. Without
    `with_former` only people with an open stay, or with none at all yet, are returned.
    """
    lines = [
        line
        for line in _lines(viewer)
        if _matches(line.person, find)
        and (group_id is None or any(stay.group_id == group_id for stay in line.stays))
        and (with_former or line.open_stays or not line.stays)
    ]
    return sorted(lines, key=lambda line: (not line.has_safety_flag, *_by_name(line.person)))


def _by_name(person: Participant) -> tuple[str, str, int]:
    return person.family_name.casefold(), person.given_name.casefold(), person.id


def _lines(viewer: Viewer) -> list[PersonLine]:
    query = select(Participant)
    if not viewer.reads_every_group:
        query = query.where(Participant.id.in_(participant_ids_in_reach(viewer)))
    people = db.session.scalars(query).all()
    stays = db.session.scalars(
        select(Enrollment)
        .options(joinedload(Enrollment.group))
        .where(Enrollment.group_id.in_(group_ids_in_reach(viewer)))
        .order_by(Enrollment.id.desc())
    )
    of_person: dict[int, list[Enrollment]] = {}
    for stay in stays:
        of_person.setdefault(stay.participant_id, []).append(stay)
    flagged = {line.flag.participant_id for line in open_flags(viewer, FlagKind.SAFETY)}
    return [
        PersonLine(person, of_person.get(person.id, []), person.id in flagged) for person in people
    ]


def _matches(person: Participant, find: str) -> bool:
    wanted = folded_words(find)
    said = (person.given_name, person.family_name, person.nickname, person.code)
    return wanted in folded_words(" ".join(said)) or wanted in folded_words(
        f"{person.family_name} {person.given_name}"
    )
