"""A key of a name: small letters, digits, underscores, and none twice."""

import pytest

from dashboard.records.keys import free_key


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("Distress tolerance", [], "distress_tolerance"),
        ("  Ärger & Wut! ", [], "arger_wut"),
        ("STOP", ["stop"], "stop_2"),
        ("STOP", ["stop", "stop_2", "tip"], "stop_3"),
        ("…", [], "skill"),
        ("a" * 80, [], "a" * 60),
    ],
)
def test_a_key_is_plain_and_free(name, taken, key):
    assert free_key(name, taken, without_letters="skill") == key
