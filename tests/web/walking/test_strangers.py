"""Every route, as every role, with ids of one's own, of another's, and of nobody."""

import pytest

from tests.web.walking.addresses import address, answer, methods, walked
from tests.web.walking.conftest import NOWHERE

# These ids are not of a caseload: the practice's own library is everybody's.
SHARED = {"key", "curriculum_id"}
CASELOAD = {
    *("group_id", "group_session_id", "participant_id", "enrollment_id", "note_id"),
    *("facilitator_id", "flag_id", "check_in_id"),
}


def statuses(demo, key, ids):
    """Return {(endpoint, method): status} of every route that takes ids of a caseload."""
    browser = demo.signed_in(key)
    found = {}
    for rule in walked(demo.app):
        if not rule.arguments - SHARED:
            continue
        for method in methods(rule):
            path = address(rule, ids, NOWHERE)
            found[rule.endpoint, method] = answer(browser, method, path)
    return found


@pytest.mark.parametrize("key", ["ana", "cleo", "lena", "max"])
def test_an_id_of_nobody_is_not_found_for_anybody(demo, key):
    found = statuses(demo, key, {})
    assert len(found) > 50
    assert {where: status for where, status in found.items() if status != 404} == {}


def test_what_is_anas_is_not_found_for_cleo(demo):
    found = statuses(demo, "cleo", demo.ana.ids)
    assert {where: status for where, status in found.items() if status != 404} == {}


def test_one_id_of_ones_own_does_not_open_what_another_names(demo):
    mixed = {**demo.cleo.ids, "participant_id": demo.ana.ids["participant_id"]}
    browser = demo.signed_in("cleo")
    both = [rule for rule in walked(demo.app) if {"participant_id"} < rule.arguments - SHARED]
    for rule in both:
        for method in methods(rule):
            path = address(rule, mixed, NOWHERE)
            assert answer(browser, method, path) == 404, path
    assert {rule.endpoint for rule in both} >= {"notes.psychotherapy"}


def test_no_id_of_anas_among_ones_own_opens_anything(demo):
    browser, opened = demo.signed_in("cleo"), {}
    for rule in walked(demo.app):
        theirs = rule.arguments & CASELOAD
        for name in theirs if len(theirs) > 1 else ():
            path = address(rule, {**demo.cleo.ids, name: demo.ana.ids[name]}, NOWHERE)
            opened |= {(path, method): answer(browser, method, path) for method in methods(rule)}
    assert len(opened) > 3
    assert dict.fromkeys(opened, 404) == opened


@pytest.mark.parametrize("key", ["ana", "cleo", "lena", "max"])
def test_no_page_of_ones_own_breaks(pages_of, key):
    found = {path: status for path, (status, _text) in pages_of(key).items()}
    assert len(found) > 50
    assert {path: status for path, status in found.items() if status >= 500} == {}


@pytest.mark.parametrize("key", ["ana", "cleo", "lena", "max"])
def test_no_empty_form_breaks(demo, key):
    browser = demo.signed_in(key)
    found = {}
    for rule in walked(demo.app):
        if "POST" in methods(rule):
            path = address(rule, demo.ids_of(key), NOWHERE)
            found[path] = answer(browser, "POST", path)
    assert len(found) > 50
    assert {path: status for path, status in found.items() if status >= 500} == {}
