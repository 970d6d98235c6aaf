"""Which rules a history reaches, and the dates that each flag stands on."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.attendance import (
    Hold,
    Stay,
    first_flag,
    flags_for,
    shipped_rules,
)
from tests.clinical.attendance.histories import history, week, weeks

RULES = {rule.key: rule for rule in shipped_rules()}
OUTREACH, FOUR, ONE_IN_SIX, NO_CALL = RULES.values()


def flagged(rule, letters, stay=None):
    """The weeks a flag stands on, or nothing."""
    for flag in flags_for([rule], history(letters, stay)):
        return [(on - week(1)).days // 7 + 1 for on in flag.dates]
    return []


# rule, letters: the weeks that the flag stands on
FLAGS = [
    (FOUR, "", []),
    (FOUR, "PNNN", []),
    (FOUR, "PNNNN", [2, 3, 4, 5]),
    (FOUR, "PNNNNN", [2, 3, 4, 5, 6]),
    (FOUR, "ECNE", [1, 2, 3, 4]),
    (FOUR, "NNPNN", []),
    (FOUR, "NNNNP", []),
    (FOUR, "NNLNN", []),
    (FOUR, "NNxNN", [1, 2, 4, 5]),
    (FOUR, "NN?NN", [1, 2, 4, 5]),
    (FOUR, "NNN?", []),
    (FOUR, "NNN.", []),
    (FOUR, "NNNM", [1, 2, 3, 4]),
    (OUTREACH, "N", []),
    (OUTREACH, "NE", [1, 2]),
    (OUTREACH, "NPN", []),
    (NO_CALL, "NN", [1, 2]),
    (NO_CALL, "NEN", []),
    (NO_CALL, "EE", []),
    (NO_CALL, "N?N", [1, 3]),
    (ONE_IN_SIX, "NPPPP", []),
    (ONE_IN_SIX, "NPPPPN", [1, 6]),
    (ONE_IN_SIX, "NPPPPPN", []),
    (ONE_IN_SIX, "NPPxPPN", [1, 7]),
    (ONE_IN_SIX, "NPP?PPN", [1, 7]),
    (ONE_IN_SIX, "LLLN", [1, 2, 3, 4]),
    (ONE_IN_SIX, "LLN", []),
    (ONE_IN_SIX, "LlLLlL", [1, 2, 3, 4, 5, 6]),
]


@pytest.mark.parametrize(("rule", "letters", "expected"), FLAGS)
def test_a_flag_stands_on_its_dates(rule, letters, expected):
    assert flagged(rule, letters) == expected


STAYS = [
    (Stay(week(2)), []),
    (Stay(week(1)), [1, 2, 3, 4]),
    (Stay(week(1), week(3)), []),
    (Stay(week(1), week(4)), [1, 2, 3, 4]),
    (Stay(week(1), holds=(Hold(week(2), week(3)),)), []),
    (Stay(None), []),
]


@pytest.mark.parametrize(("stay", "expected"), STAYS)
def test_misses_before_joining_on_hold_and_after_leaving_never_count(stay, expected):
    assert flagged(FOUR, "NNNN", stay) == expected


def test_a_run_goes_on_across_a_hold():
    assert flagged(FOUR, "NNNNNN", Stay(week(1), holds=(Hold(week(3), week(5)),))) == [1, 2, 5, 6]


def test_a_flag_says_what_it_stands_on_and_what_is_not_known():
    (flag,) = flags_for([ONE_IN_SIX], history("?NLL?L.?"))
    assert (flag.rule, flag.misses) == (ONE_IN_SIX, 2)
    assert (flag.dates, flag.last_session) == (weeks(2, 3, 4, 6), week(6))
    assert flag.not_recorded == weeks(5, 8)


def test_lateness_weighs_nothing_where_the_rule_does_not_name_it():
    strict = replace(ONE_IN_SIX, weights=tuple((mark, Fraction(1)) for mark, _ in FOUR.weights))
    assert [flagged(strict, "LL"), flagged(strict, "LN"), flagged(strict, "EN")] == [[], [], [1, 2]]


def test_a_forgiven_make_up_ends_a_run():
    assert flagged(replace(FOUR, made_up_forgives=True), "NNNMN") == []


def test_flags_come_in_the_order_of_the_rules():
    found = flags_for(shipped_rules(), history("NNNN"))
    assert [flag.rule for flag in found] == list(shipped_rules())


def test_a_rule_reached_once_is_found_after_a_return():
    assert flags_for([FOUR], history("?NNNNP?N")) == ()
    flag = first_flag(FOUR, history("?NN?NNP?N"))
    assert (flag.dates, flag.last_session) == (weeks(2, 3, 5, 6), week(6))
    assert flag.not_recorded == weeks(4)
    assert first_flag(FOUR, history("NNNPNNN")) is None


def naive_run(letters, counted="ECNM"):
    """The length of the run of misses at the end, counted the slow way."""
    run = 0
    for letter in letters:
        if letter in "?x.":
            continue
        run = run + 1 if letter in counted else 0
    return run


@given(st.text("PLlECN?x.M", max_size=16))
def test_runs_agree_with_a_naive_count(letters):
    reached = {flag.rule.key for flag in flags_for([OUTREACH, FOUR], history(letters))}
    assert ("second_miss" in reached) is (naive_run(letters) >= 2)
    assert ("dbt_four_misses" in reached) is (naive_run(letters) >= 4)


@given(st.text("PLlECN?x.M", max_size=16))
def test_the_window_agrees_with_a_naive_count(letters):
    last_six = [letter for letter in letters if letter not in "?x."][-6:]
    thirds = sum({"L": 1, "l": 1}.get(letter, 0 if letter == "P" else 3) for letter in last_six)
    assert bool(flags_for([ONE_IN_SIX], history(letters))) is (thirds >= 6)


@given(st.text("PLlECN?x.M", max_size=16), st.integers(0, 16), st.sampled_from("?x."))
def test_sessions_that_do_not_count_change_no_flag(letters, place, nothing):
    with_one_more = letters[:place] + nothing + letters[place:]
    before, after = (flags_for(shipped_rules(), history(one)) for one in (letters, with_one_more))
    assert [flag.rule for flag in after] == [flag.rule for flag in before]
