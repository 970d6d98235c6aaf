"""Invented people, groups and facts for tests: added, never committed."""

from tests.factories.facts import mark, score
from tests.factories.groups import GroupInPractice, make_cycle, make_group
from tests.factories.people import (
    LONG_AGO,
    NEW_YORK,
    PASSWORD,
    make_enrollment,
    make_participant,
    make_user,
    password_hash,
    unsaved_user,
)

__all__ = [
    "LONG_AGO",
    "NEW_YORK",
    "PASSWORD",
    "GroupInPractice",
    "make_cycle",
    "make_enrollment",
    "make_group",
    "make_participant",
    "make_user",
    "mark",
    "password_hash",
    "score",
    "unsaved_user",
]
