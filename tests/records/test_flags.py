"""Flags: one for one cause, seen, closed with a note."""

import pytest

from dashboard.clinical.words import FlagKind
from dashboard.errors import Refused
from dashboard.records.flags import acknowledge_flag, close_flag, raise_flag
from tests.factories import LONG_AGO, make_group, make_participant, make_user


def raised(**about):
    return raise_flag(FlagKind.MISSES, "four misses", at=LONG_AGO, **about)


def test_one_cause_raises_one_flag_that_the_lead_of_the_group_owns(database):
    ana = make_user("Ana Ruiz")
    person = make_group(ana, people=1).enrollments[0].participant_id
    first = raised(participant_id=person)
    assert raised(participant_id=person) is first
    assert (first.owner_id, first.participant_id) == (ana.id, person)


def test_without_a_group_or_a_person_a_flag_has_no_owner_unless_one_is_given(database):
    alone = make_participant().id
    assert raised(participant_id=alone).owner_id is None
    assert raise_flag(FlagKind.LICENSE, "none", at=LONG_AGO).owner_id is None
    ana = make_user("Ana Ruiz").id
    given = raise_flag(FlagKind.LICENSE, "ana", at=LONG_AGO, owner_id=ana, participant_id=alone)
    assert given.owner_id == ana


def test_a_flag_is_acknowledged_once_with_what_was_found(database):
    flag, ana = raised(), make_user("Ana Ruiz").id
    acknowledge_flag(flag, by=ana, at=LONG_AGO, finding=" called ")
    assert (flag.acknowledged_by_id, flag.finding) == (ana, "called")
    with pytest.raises(Refused, match="acknowledged this flag already"):
        acknowledge_flag(flag, by=ana, at=LONG_AGO)


def test_closing_needs_a_note_and_counts_as_seen(database):
    flag, ana = raised(), make_user("Ana Ruiz").id
    with pytest.raises(Refused, match="in a few words"):
        close_flag(flag, by=ana, at=LONG_AGO, note=" ")
    close_flag(flag, by=ana, at=LONG_AGO, note="safe at home")
    assert (flag.acknowledged_by_id, flag.closed_by_id) == (ana, ana)
    assert flag.closing_note == "safe at home"
    with pytest.raises(Refused, match="closed already"):
        close_flag(flag, by=ana, at=LONG_AGO, note="again")


def test_closing_keeps_who_saw_it_first(database):
    flag, ana, ben = raised(), make_user("Ana Ruiz").id, make_user("Ben Okafor").id
    acknowledge_flag(flag, by=ana, at=LONG_AGO)
    close_flag(flag, by=ben, at=LONG_AGO, note="done")
    assert (flag.acknowledged_by_id, flag.closed_by_id) == (ana, ben)
