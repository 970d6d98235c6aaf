"""Whether those who lead a session hold a license where each participant is that day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from dashboard.caseload.practice.itself import check_keeps_practice
from dashboard.caseload.session_page.roster import RosterRow
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import FacilitatorRole
from dashboard.extensions import db
from dashboard.models.accounts import Compact, License, User
from dashboard.models.check_ins import CheckIn
from dashboard.models.group_sessions import GroupSession, LicenseOverride, Substitute
from dashboard.models.groups import Facilitator


@dataclass(frozen=True)
class LicenseGap:
    """Somebody who leads without a license for a place, the people there, and the reason if any.

    `place` is a postal code, or `ELSEWHERE`, or empty: who holds no valid license at all lacks
    one also where nobody knows where people are.
    """

    user: User
    place: str
    people: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class LicenseCoverage:
    """What is missing at a session; `unknown` are the people of whom no place is known."""

    gaps: tuple[LicenseGap, ...]
    unknown: tuple[str, ...]

    @property
    def open(self) -> list[LicenseGap]:
        """What nobody has given a reason for yet."""
        return [gap for gap in self.gaps if not gap.reason]


def license_coverage(
    viewer: Viewer, group_session: GroupSession, rows: Iterable[RosterRow]
) -> LicenseCoverage:
    """Hold licenses against where people are: what they said today, or else their home state.

    The session and its roster were found before. Whoever only observes needs no license.
    """
    people = [row.stay for row in rows if row.is_expected]
    said = _said_today(group_session)
    places: dict[str, list[str]] = {}
    for stay in people:
        place = said.get(stay.id) or stay.participant.home_state or ""
        places.setdefault(place, []).append(stay.participant.short_name)
    unknown = places.pop("", [])
    reasons = _reasons(group_session)
    where = [*sorted(places.items()), *([("", unknown)] if unknown else [])]
    gaps = [
        LicenseGap(user, place, tuple(names), reasons.get((user.id, place), ""))
        for user in _leading(group_session)
        for place, names in where
        if not _is_licensed(user.licenses, place, group_session.on_date)
    ]
    return LicenseCoverage(tuple(gaps), tuple(unknown))


def _is_licensed(licenses: Iterable[License], place: str, on: date) -> bool:
    """Tell whether one of the licenses is good in a place on a day: verified, and not run out.

    Where the place is not known, any of them will do.
    """
    return any(
        _is_valid(row, on)
        and (
            place in {"", row.jurisdiction}
            or (row.compact is not None and place in row.compact.states)
        )
        for row in licenses
    )


def _is_valid(row: License, on: date) -> bool:
    has_begun = row.issued_on is None or row.issued_on <= on
    return has_begun and row.expires_on >= on and row.verified_at is not None


def overrides_by_date(viewer: Viewer) -> Sequence[LicenseOverride]:
    """Return every session held without a license, the newest first. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    return db.session.scalars(
        select(LicenseOverride)
        .options(
            joinedload(LicenseOverride.user),
            joinedload(LicenseOverride.group_session).joinedload(GroupSession.group),
        )
        .order_by(LicenseOverride.at.desc(), LicenseOverride.id)
    ).all()


def compacts_by_name(viewer: Viewer) -> Sequence[Compact]:
    """Return the compacts that the practice knows. Raises NotOnCaseload."""
    check_keeps_practice(viewer)
    return db.session.scalars(select(Compact).order_by(Compact.name)).all()


def _said_today(group_session: GroupSession) -> dict[int, str]:
    query = select(CheckIn).where(
        CheckIn.group_session_id == group_session.id, CheckIn.located_in.is_not(None)
    )
    return {row.enrollment_id: row.located_in or "" for row in db.session.scalars(query)}


def _leading(group_session: GroupSession) -> Sequence[User]:
    leads = select(Facilitator.user_id).where(
        Facilitator.group_id == group_session.group_id,
        Facilitator.until.is_(None),
        Facilitator.role != FacilitatorRole.OBSERVER,
    )
    standing_in = select(Substitute.user_id).where(Substitute.group_session_id == group_session.id)
    return db.session.scalars(
        select(User)
        .options(selectinload(User.licenses).joinedload(License.compact))
        .where(or_(User.id.in_(leads), User.id.in_(standing_in)))
        .order_by(User.name)
    ).all()


def _reasons(group_session: GroupSession) -> dict[tuple[int, str], str]:
    query = select(LicenseOverride).where(LicenseOverride.group_session_id == group_session.id)
    return {(row.user_id, row.place): row.reason for row in db.session.scalars(query)}
