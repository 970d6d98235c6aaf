"""Everything that one session's page shows."""

from dashboard.caseload.session_page.attendance_weeks import present_by_week
from dashboard.caseload.session_page.earlier_notes import last_responses
from dashboard.caseload.session_page.notes import (
    NoteState,
    SessionNotes,
    find_note,
    own_psychotherapy_note,
    session_notes,
    stay_of_note,
    supervises,
    writer_name,
)
from dashboard.caseload.session_page.phrases import shared_texts
from dashboard.caseload.session_page.roster import RosterRow, session_roster
from dashboard.caseload.session_page.teaching import (
    ModuleSkills,
    ModuleWeek,
    SkillsPracticed,
    homework_before,
    module_week,
    session_skills,
    skills_practiced,
)

__all__ = [
    "ModuleSkills",
    "ModuleWeek",
    "NoteState",
    "RosterRow",
    "SessionNotes",
    "SkillsPracticed",
    "find_note",
    "homework_before",
    "last_responses",
    "module_week",
    "own_psychotherapy_note",
    "present_by_week",
    "session_notes",
    "session_roster",
    "session_skills",
    "shared_texts",
    "skills_practiced",
    "stay_of_note",
    "supervises",
    "writer_name",
]
