"""Flags about misses: raised once for a matter, kept to the dates, decided by a person."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from dashboard.clinical.attendance import Rule, RuleFlag, flags_for, wants_a_human
from dashboard.clinical.words import FacilitatorRole, FlagKind
from dashboard.extensions import db
from dashboard.models.flags import AttendanceRule, Flag, RuleGroupType
from dashboard.models.group_sessions import GroupSession
from dashboard.models.groups import Facilitator, Group
from dashboard.models.participants import Enrollment
from dashboard.records.attendance_rules.following import flag_dates, flag_detail, follow
from dashboard.records.attendance_rules.histories import histories_of_group
from dashboard.records.flags import raise_flag


def refresh_attendance_flags(
    group_session: GroupSession, at: datetime, by: int | None = None
) -> list[Flag]:
    """Bring the flags about misses of a session's group up to date. Does not commit.

    Call it after every write that may change who missed what at that session: a mark, its
    cancellation or the reversal of it, signing, a video report. See `refresh_flags_of_group`.
    """
    return refresh_flags_of_group(group_session.group_id, at, by)


def refresh_flags_of_group(group_id: int, at: datetime, by: int | None = None) -> list[Flag]:
    """Bring the flags about misses of a group up to date; return those raised now. No commit.

    `at` is now (UTC), `by` whoever wrote what may have changed them. For each person with a
    seat and each rule of the group type that is on:

    - reached, and nobody has decided about it: one flag, with the dates in its detail;
    - reached again by more dates while the flag is open: the same flag, with all the dates;
    - not reached any more, because a mark was corrected before anybody saw the flag: closed
      in the name of whoever corrected it; otherwise it stays for a person to close.

    Cancelled sessions, those before joining, on hold and made up never count. Safe to repeat.
    """
    rules, known = rules_of_group(group_id), _known_flags(group_id)
    owner_id = _lead_of_group(group_id)
    raised = []
    for row in histories_of_group(group_id, at):
        reached = {found.rule.key: found for found in flags_for(rules, row.history)}
        of_stay = known[row.stay.id]
        for rule in rules:
            for flag in of_stay:
                if flag.closed_at is None and flag.detail["rule_key"] == rule.key:
                    follow(flag, rule, reached.get(rule.key), row.history, by=by, at=at)
        for found in reached.values():
            if _is_news(found, of_stay):
                raised.append(_raise(found, row.stay, owner_id, of_stay, by=by, at=at))
    return raised


def rules_of_group(group_id: int) -> list[Rule]:
    """The rules that are on for the type of a group, in the order in which they were added."""
    query = (
        select(AttendanceRule)
        .join(RuleGroupType, RuleGroupType.rule_id == AttendanceRule.id)
        .join(Group, Group.group_type_id == RuleGroupType.group_type_id)
        .where(Group.id == group_id, AttendanceRule.turned_off_at.is_(None))
        .order_by(AttendanceRule.id)
    )
    return [row.rule for row in db.session.scalars(query)]


def _known_flags(group_id: int) -> dict[int, list[Flag]]:
    """The flags that rules raised about stays in a group, by stay, the oldest first."""
    query = (
        select(Flag)
        .join(Enrollment, Enrollment.id == Flag.enrollment_id)
        .where(Enrollment.group_id == group_id, Flag.kind == FlagKind.MISSES)
        .order_by(Flag.raised_at, Flag.id)
    )
    found: dict[int, list[Flag]] = defaultdict(list)
    for flag in db.session.scalars(query):
        if "rule_key" in flag.detail and flag.enrollment_id is not None:
            found[flag.enrollment_id].append(flag)
    return found


def _is_news(found: RuleFlag, of_stay: Sequence[Flag]) -> bool:
    same_rule = [flag for flag in of_stay if flag.detail["rule_key"] == found.rule.key]
    if any(flag.closed_at is None for flag in same_rule):
        return False
    decided = [flag_dates(flag) for flag in same_rule if not flag.detail.get("corrected")]
    return wants_a_human(found, decided)


def _raise(
    found: RuleFlag,
    stay: Enrollment,
    owner_id: int | None,
    of_stay: Sequence[Flag],
    *,
    by: int | None,
    at: datetime,
) -> Flag:
    number = 1 + sum(flag.detail["rule_key"] == found.rule.key for flag in of_stay)
    return raise_flag(
        FlagKind.MISSES,
        f"{found.rule.key}-stay-{stay.id}-{number}",
        at=at,
        by=by,
        owner_id=owner_id,
        detail=flag_detail(found),
        participant_id=stay.participant_id,
        enrollment_id=stay.id,
    )


def _lead_of_group(group_id: int) -> int | None:
    return db.session.scalar(
        select(Facilitator.user_id).where(
            Facilitator.group_id == group_id,
            Facilitator.role == FacilitatorRole.LEAD,
            Facilitator.until.is_(None),
        )
    )
