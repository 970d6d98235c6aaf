"""Definitions as a practice would write them."""

import pytest


@pytest.fixture
def total_only():
    """A measure known by its total alone, with thresholds of the practice."""
    return {
        "key": "low_mood",
        "name": "A measure of low mood",
        "short_name": "Low mood",
        "version": "1",
        "higher_is": "worse",
        "score": {"kind": "sum"},
        "minimum": 0,
        "maximum": 63,
        "cutoff": {
            "value": 14,
            "comparison": "ge",
            "evidence": "practice",
            "source": "Practice policy",
        },
        "psychometrics": {"sd": 6.396073, "reliability": 0.931},
    }


@pytest.fixture
def with_items(total_only):
    """A measure of two items, one of them reversed, with all that a definition may hold."""
    return {
        **total_only,
        "minimum": 0,
        "maximum": 6,
        "cutoff": None,
        "answers": {"minimum": 0, "maximum": 3},
        "items": [
            {"number": 1, "topic": "first"},
            {"number": 2, "topic": "second", "is_reversed": True},
        ],
        "missing": {"allowed": 1},
        "subscales": [{"key": "first", "name": "First", "items": [1]}],
    }
