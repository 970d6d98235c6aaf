"""Which skills each participant has had: taught while there, made up, missed, not yet taught."""

from collections.abc import Sequence
from enum import StrEnum

from dashboard.charts.attendance.maps import Field, map_layout, map_traces
from dashboard.charts.chart import Chart, table_of
from dashboard.charts.colors import ACCENT_PALE, AMBER_PALE, PAPER, SEVERITY, SUNKEN
from dashboard.charts.rows import PersonSkills, SkillState

_FIELDS: dict[StrEnum | None, Field] = {
    SkillState.ATTENDED: Field("✓", "attended", ACCENT_PALE),
    SkillState.MADE_UP: Field("M", "made up", SEVERITY[1]),
    SkillState.MISSED: Field("✕", "missed", AMBER_PALE),
    SkillState.NOT_RECORDED: Field("?", "attendance not recorded", SUNKEN),
    SkillState.NOT_ENROLLED: Field("–", "not in the group then", PAPER),
    SkillState.NOT_YET: Field("", "not yet taught", PAPER),
}
_HAD = (SkillState.ATTENDED, SkillState.MADE_UP)


def skills_heat_map(
    people: Sequence[PersonSkills], skills: Sequence[str], *, key: str = "skills-map"
) -> Chart:
    """Skills from the top, people across: long names stay level and can be read."""
    names = [row.name for row in people]
    values = [[row.states[place] for row in people] for place in range(len(skills))]
    said = [
        [f"{name}, {skill}: {_FIELDS[state].words}" for name, state in zip(names, row, strict=True)]
        for skill, row in zip(skills, values, strict=True)
    ]
    found = map_layout(names, skills, values, _FIELDS)
    found["xaxis"]["tickangle"] = -55
    return Chart(
        key=key,
        title="Skills by participant",
        summary=_summary(people, skills),
        plot={"data": map_traces(skills, values, _FIELDS, said), "layout": found},
        table=table_of(
            ("Skill", *names),
            [
                (skill, *(_FIELDS[state].words for state in row))
                for skill, row in zip(skills, values, strict=True)
            ],
        ),
    )


def _summary(people: Sequence[PersonSkills], skills: Sequence[str]) -> str:
    taught = sum(
        any(row.states[place] is not SkillState.NOT_YET for row in people)
        for place in range(len(skills))
    )
    missed = sum(state is SkillState.MISSED for row in people for state in row.states)
    had = sum(state in _HAD for row in people for state in row.states)
    told = f"{taught} of {len(skills)} skills taught."
    return f"{told} Attended or made up {had} of {had + missed} times." if taught else told
