"""Which measures a group is asked in which week of its cycle."""

from collections.abc import Collection, Mapping

from dashboard.clinical.measures import group_types

# By the measure's key, the weeks (1 is the first) in which it is asked; none means every week.
Rhythm = Mapping[str, tuple[int, ...]]

EVERY_WEEK: tuple[int, ...] = ()
WEEKLY_RATINGS = "weekly_ratings"
# A kind of group that the practice has defined itself is asked what all groups are.
_LIKE_ANY_OTHER = "depression"


def default_rhythm(group_type: str, primary: str) -> dict[str, tuple[int, ...]]:
    """Return what a kind of group starts from; `primary` is the practice's choice for it.

    The primary measure comes first and every week, the weekly ratings last and every week.
    """
    by_key = {each.key: each for each in group_types()}
    default = by_key.get(group_type, by_key[_LIKE_ANY_OTHER])
    beside = {each.measure: each.weeks for each in default.companions}
    carries_safety_item = {"phq9": EVERY_WEEK}
    ratings = {WEEKLY_RATINGS: EVERY_WEEK}
    rhythm = {primary: EVERY_WEEK, **carries_safety_item, **beside, **ratings}
    return {**rhythm, primary: EVERY_WEEK}


def measures_due(rhythm: Rhythm, week: int, askable: Collection[str]) -> list[str]:
    """Return the keys asked in one week (1 is the first), of those that can be asked at all."""
    return [key for key, weeks in rhythm.items() if key in askable and (not weeks or week in weeks)]
