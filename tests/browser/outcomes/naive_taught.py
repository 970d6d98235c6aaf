"""What was taught and answered, read by plain SQL: skills of sessions, and answers by week."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

from tests.browser.outcomes.naive import ATTENDED, Stay, filled, opened

TAUGHT = """
    select t.group_session_id, m.name, k.name from taught_skills t
    join skills k on k.id = t.skill_id join modules m on m.id = k.module_id
    join group_sessions s on s.id = t.group_session_id join groups g on g.id = s.group_id
    join group_types y on y.id = g.group_type_id
    where m.curriculum_id = y.curriculum_id order by m.position, k.position
"""
MADE_UP = """
    select u.enrollment_id, m.name, k.name from skill_make_ups u
    join skills k on k.id = u.skill_id join modules m on m.id = k.module_id
"""
ANSWERS = """
    select a.assessed_on, a.answers from assessments a join measures m on m.id = a.measure_id
    where a.participant_id = ? and m.key = ? and a.superseded_at is null
    order by a.assessed_on, a.id
"""


def taught(instance: Path) -> dict[int, list[tuple[str, str]]]:
    """(Module, skill) of every session that taught any, in order of the curriculum."""
    found = defaultdict(list)
    with opened(instance) as file:
        for meeting, module, skill in file.execute(TAUGHT):
            found[meeting].append((module, skill))
    return found


def made_up(instance: Path) -> dict[int, set[tuple[str, str]]]:
    """(Module, skill) that was caught up on, by stay."""
    found = defaultdict(set)
    with opened(instance) as file:
        for stay, module, skill in file.execute(MADE_UP):
            found[stay].add((module, skill))
    return found


def skills_had(instance: Path, stays: list[Stay], modules: list[str]) -> list[tuple[int, int]]:
    """How many skills of each module one person had, of those taught while there."""
    of_sessions, caught_up = taught(instance), made_up(instance)
    there, had = set(), set()
    for stay in stays:
        had |= caught_up[stay.id]
        for meeting in stay.held:
            there |= set(of_sessions[meeting.id])
            had |= set(of_sessions[meeting.id]) if meeting.mark in ATTENDED else set()
    return [
        (sum(each == module for each, _ in had), sum(each == module for each, _ in there | had))
        for module in modules
    ]


def answers_by_week(instance: Path, stay: Stay, measure: str) -> dict[int, dict | None]:
    """The last answers of every week that a figure shows; None in a gap between two."""
    with opened(instance) as file:
        rows = file.execute(ANSWERS, (stay.participant, measure)).fetchall()
    found = {stay.week_of(date.fromisoformat(on)): json.loads(said) for on, said in rows}
    return filled(found, [week for week in found if -1 <= week <= 10])
