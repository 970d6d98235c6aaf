"""The DBT curriculum that ships."""

import pytest

from dashboard.clinical.curriculum import PRACTICE_LABELS, PRACTICE_RATINGS, dbt


def test_four_modules_with_their_skills():
    assert [(module.key, len(module.skills)) for module in dbt().modules] == [
        ("mindfulness", 7),
        ("distress_tolerance", 11),
        ("emotion_regulation", 9),
        ("interpersonal_effectiveness", 8),
    ]


def test_every_skill_has_a_key_and_a_name_of_its_own():
    assert len({skill.key for skill in dbt().skills}) == 35
    assert len({skill.name for skill in dbt().skills}) == 35


def test_a_skill_and_a_module_are_found_by_key():
    assert dbt().skill("dear_man").name == "DEAR MAN"
    assert dbt().module("mindfulness").skills[0].name == "Wise Mind"
    with pytest.raises(KeyError):
        dbt().skill("juggling")


def test_practice_is_rated_from_zero_to_seven():
    assert list(PRACTICE_RATINGS) == [0, 1, 2, 3, 4, 5, 6, 7]
    assert sorted(PRACTICE_LABELS) == [0, 7]
