"""What may be chosen and what was taken: within reach, by name."""

from dashboard.caseload.attendance_export import (
    AttendanceFilters,
    export_choices,
    taken_exports,
)
from dashboard.records.exports import record_export
from tests.cast import viewer_of
from tests.exports.small_practice import AS_OF
from tests.factories import make_group

EVERYTHING = AttendanceFilters()


def names(found):
    return [one.name for one in found]


def test_choices_are_within_reach_and_by_name(small):
    make_group(small.cast.cleo, name="Another", type_key="anxiety", people=1)
    mine, all_of_it = (export_choices(viewer, EVERYTHING) for viewer in (small.ana, small.lena))
    assert names(mine.types) == ["Depression"]
    assert names(mine.groups) == ["Depression, Tuesday"]
    assert names(mine.facilitators) == ["Ana Ruiz"]
    assert names(mine.participants) == ["=Elias Moreau", "Dana Wells"]
    assert mine.cycles == [1]
    assert names(all_of_it.groups) == ["Another", "Depression, Tuesday"]
    assert (len(all_of_it.participants), len(all_of_it.types)) == (3, 2)


def test_people_are_those_of_the_chosen_group(small):
    other = make_group(small.cast.cleo, name="Another", people=1).group
    chosen = export_choices(small.lena, AttendanceFilters(group_id=other.id))
    assert len(chosen.participants) == 1
    assert names(chosen.groups) == ["Another", "Depression, Tuesday"]


def test_exports_are_seen_by_their_taker_and_by_those_who_lead_or_administer(small):
    for by in (small.cast.ana.id, None):
        record_export(by=by, at=AS_OF, what="x", filters={}, rows=1, sha256="0")
    seen = {
        name: [each.by_name for each in taken_exports(viewer_of(getattr(small.cast, name)))]
        for name in ("ana", "cleo", "lena", "max")
    }
    both = [None, "Ana Ruiz"]
    assert seen == {"ana": ["Ana Ruiz"], "cleo": [], "lena": both, "max": both}
