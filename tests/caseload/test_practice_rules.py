"""Rules are for everyone: those that are on first; one that is not there is not found."""

import pytest

from dashboard.caseload.practice import find_rule, rules_in_order
from dashboard.errors import NotOnCaseload
from tests.cast import make_cast, viewer_of


def test_rules_that_are_on_come_first(database):
    ana = viewer_of(make_cast().ana)
    rows = rules_in_order(ana)
    assert [row.key for row in rows] == [
        "second_miss",
        "dbt_four_misses",
        "one_in_six",
        "two_without_a_call",
    ]
    assert find_rule(ana, rows[2].id).group_types[0].group_type.name == "Anger management"


def test_a_missing_rule_is_not_on_the_caseload(database):
    with pytest.raises(NotOnCaseload):
        find_rule(viewer_of(make_cast().ana), 9_999)
