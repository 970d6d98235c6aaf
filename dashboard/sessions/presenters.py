"""The session page's values by name, and the rows of its roster in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.caseload.session_page import (
    ModuleSkills,
    RosterRow,
    SessionNotes,
    SkillsPracticed,
    session_notes,
    session_roster,
    session_skills,
    skills_practiced,
)
from dashboard.caseload.session_page.roster import SessionRoster
from dashboard.caseload.viewer import Viewer
from dashboard.charts.chart import number_text
from dashboard.charts.sparkline import Sparkline, sparkline_points
from dashboard.clinical.measures import MeasureDefinition
from dashboard.clinical.notes import BLANK
from dashboard.clinical.words import ATTENDED_MARKS, Mark
from dashboard.models.group_sessions import GroupSession
from dashboard.records.notes.signing import GROUP_FIELDS, PROGRESS_FIELDS
from dashboard.records.session_entries import Entry
from dashboard.records.session_entries.attendance import FIELDS as ATTENDANCE_FIELDS
from dashboard.records.session_entries.meeting import wall_clock
from dashboard.records.session_entries.skills import TAUGHT_VALUE
from dashboard.sessions.guard import Lacking, lacking_of

SHOWN_SCORES = 8


@dataclass(frozen=True)
class Opened:
    """One session as its page needs it, read once."""

    group_session: GroupSession
    roster: SessionRoster
    notes: SessionNotes
    skills: list[ModuleSkills]
    practiced: SkillsPracticed

    @property
    def rows(self) -> list[RosterRow]:
        return self.roster.rows

    @property
    def planned(self) -> tuple[str, str]:
        """When it starts and stops by plan, on the clock where the group meets."""
        session = self.group_session
        return wall_clock(session, session.starts_at), wall_clock(session, session.ends_at)

    @property
    def lacking(self) -> list[Lacking]:
        """What is missing before signing."""
        return lacking_of(self.group_session, self.rows, self.notes)

    @property
    def present(self) -> str:
        """Say "7 of 8 present", of those who are expected."""
        expected = [row for row in self.rows if row.is_expected]
        there = sum(
            row.attendance is not None and row.attendance.mark in ATTENDED_MARKS for row in expected
        )
        return f"{there} of {len(expected)} present"

    @property
    def ready(self) -> str:
        """Say "6 of 7 notes ready", of those who are expected and were not marked as away."""
        marks = {row.stay.id: row.attendance and row.attendance.mark for row in self.rows}
        wanted = [
            self.notes.progress.get(row.stay.id)
            for row in self.rows
            if row.is_expected and (not marks[row.stay.id] or marks[row.stay.id] in ATTENDED_MARKS)
        ]
        said = [(note.response or "").strip() for note in wanted if note]
        count = sum(bool(text) and BLANK not in text for text in said)
        return f"{count} of {len(wanted)} {'note' if len(wanted) == 1 else 'notes'} ready"


def open_session(viewer: Viewer, group_session: GroupSession) -> Opened:
    """Read a session that the viewer has found."""
    return Opened(
        group_session,
        session_roster(viewer, group_session),
        session_notes(viewer, group_session),
        session_skills(viewer, group_session),
        skills_practiced(viewer, group_session),
    )


def page_values(opened: Opened) -> dict[str, str]:
    """Return everything that can be written on the page as text, by "target.field"."""
    values: dict[str, str] = {}
    for row in opened.rows:
        stay_id = row.stay.id
        _put(values, f"attendance:{stay_id}", ATTENDANCE_FIELDS, row.attendance)
        note = opened.notes.progress.get(stay_id)
        _put(values, f"progress-note:{stay_id}", PROGRESS_FIELDS, note)
        for skill in opened.practiced.skills:
            rating = opened.practiced.ratings.get((stay_id, skill.id))
            values[f"practice:{stay_id}.{skill.id}"] = "" if rating is None else str(rating)
    _put(values, "group-note", GROUP_FIELDS, opened.notes.group)
    for module in opened.skills:
        for skill in module.module.skills:
            values[f"skills.{skill.id}"] = TAUGHT_VALUE if skill.id in module.taught else ""
    session = opened.group_session
    for field in ("started_at", "ended_at"):
        at = getattr(session, field)
        values[f"group-session.{field}"] = "" if at is None else wall_clock(session, at)
    return {**values, "group-session.homework_set": session.homework_set}


def _put(values: dict[str, str], target: str, fields: Sequence[str], row: object) -> None:
    for field in fields:
        value = None if row is None else getattr(row, field)
        values[f"{target}.{field}"] = "" if value is None else str(value)


def typed_entries(typed: Mapping[str, str], known: Mapping[str, str]) -> list[Entry]:
    """Return what was changed on a page that was sent whole, against what it showed then."""
    entries = []
    for name in known:
        target, _, field = name.rpartition(".")
        base = typed.get(f"base:{name}", "")
        value = typed.get(name, "").replace("\r\n", "\n")
        is_on_page = f"base:{name}" in typed
        if is_on_page and value != base.replace("\r\n", "\n"):
            entries.append(Entry(target, field, value, base.replace("\r\n", "\n")))
    # A mark first: its minutes may only be written once it stands.
    return sorted(entries, key=lambda entry: entry.field == "minutes_attended")


@dataclass(frozen=True)
class ScoreWords:
    """The score beside a name: today's, its change, and a small line of the last ones."""

    value: str
    change: str
    way: str
    rising: bool
    line: Sparkline | None
    label: str


def score_words(row: RosterRow, measure: MeasureDefinition) -> ScoreWords:
    """Say a person's score of this session and the change since the one before."""
    score = row.score
    last = score.values[-SHOWN_SCORES:]
    line = sparkline_points(last, low=measure.minimum, high=measure.maximum)
    said = ", ".join(number_text(value) for value in last) or "no score yet"
    label = f"{measure.short_name}: {said}"
    if score.today is None:
        return ScoreWords("–", "not answered", "", False, line, label)
    if score.better is None:
        return ScoreWords(number_text(score.today), "first", "", False, line, label)
    today, change = number_text(score.today), number_text(abs(score.better))
    rising = len(score.values) > 1 and score.values[-1] > score.values[-2]
    way = "better" if score.better > 0 else "worse"
    if change == number_text(0):  # also where rounding leaves nothing
        way = "same"
    return ScoreWords(today, change, way, rising, line, label)


def score_texts(opened: Opened) -> dict[int, tuple[str, str]]:
    """Return each person's score of this session and its change in words, by enrollment."""
    words = {row.stay.id: score_words(row, opened.roster.measure) for row in opened.rows}
    return {stay_id: (each.value, each.change) for stay_id, each in words.items()}


@dataclass(frozen=True)
class MarkChoice:
    """One mark as a button, with its key."""

    value: str
    label: str
    key: str
    kind: str


MARK_CHOICES = (
    MarkChoice(Mark.PRESENT, "Present", "P", "accent"),
    MarkChoice(Mark.LATE, "Late", "L", "amber"),
    MarkChoice(Mark.LEFT_EARLY, "Left early", "F", "amber"),
    MarkChoice(Mark.EXCUSED, "Excused", "E", "accent"),
    MarkChoice(Mark.LATE_CANCELLATION, "Late cancel", "C", "red"),
    MarkChoice(Mark.NO_SHOW, "No-show", "N", "red"),
)
HOMEWORK_CHOICES = {
    "": "–",
    "not_assigned": "not assigned",
    "not_done": "not done",
    "partly": "partly",
    "done": "done",
}
PARTICIPATION_CHOICES = {"active": "Active", "prompted": "Prompted", "withdrawn": "Withdrawn"}
RISK_CHOICES = {"none_voiced": "None voiced", "passive": "Passive", "active": "Active"}
