"""What has been decided about is not asked again; what is new is."""

import pytest

from dashboard.clinical.attendance import flags_for, shipped_rules, wants_a_human
from tests.clinical.attendance.histories import history, weeks

RULES = {rule.key: rule for rule in shipped_rules()}


@pytest.mark.parametrize(
    ("key", "letters", "decided", "news"),
    [
        ("second_miss", "PNN", [], True),
        ("second_miss", "PNNN", [weeks(2, 3)], False),
        ("second_miss", "PNNPNN", [weeks(2, 3)], True),
        ("second_miss", "PNNPNN", [weeks(2, 3), weeks(5, 6)], False),
        ("second_miss", "NNNP?NN", [weeks(1, 2, 3)], True),
        ("one_in_six", "PNPN", [weeks(2, 4)], False),
        ("one_in_six", "PNPNPP", [weeks(2, 4)], False),
        ("one_in_six", "PNPNPN", [weeks(2, 4)], True),
        ("one_in_six", "PNPNPN", [weeks(2, 4), weeks(2, 4, 6)], False),
    ],
)
def test_a_person_decides_once_about_one_matter(key, letters, decided, news):
    (found,) = flags_for([RULES[key]], history(letters))
    assert wants_a_human(found, decided) is news
