"""Puts a report into rows for its pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.caseload.session_page import RosterRow
from dashboard.clinical.video_reports import Proposal, Question
from dashboard.clinical.words import Mark
from dashboard.video_reports.proposed import Proposed
from dashboard.video_reports.said import Line

MARKS = {
    Mark.PRESENT: "Present",
    Mark.LATE: "Late",
    Mark.LEFT_EARLY: "Left early",
    Mark.EXCUSED: "Excused",
    Mark.LATE_CANCELLATION: "Late cancellation",
    Mark.NO_SHOW: "No-show",
}


@dataclass(frozen=True)
class ProposalLine:
    """One person's row: what is proposed and why, and what stands there now."""

    enrollment_id: int
    name: str
    reason: str
    mark: str
    minutes: str
    mark_now: str
    minutes_now: str
    is_taken: bool
    error: str

    @property
    def differs(self) -> bool:
        """Tell whether something else stands there already."""
        return self.mark_now != "" and (self.mark_now, self.minutes_now) != (
            self.mark,
            self.minutes,
        )


def proposal_lines(
    found: Proposed, said: Mapping[int, Line], errors: Mapping[str, str]
) -> list[ProposalLine]:
    """Return a row a person; what was said before stays as it was typed."""
    return [
        _line(row, found.proposals[row.stay.id], said.get(row.stay.id), errors)
        for row in found.rows
    ]


def _line(
    row: RosterRow, proposal: Proposal, said: Line | None, errors: Mapping[str, str]
) -> ProposalLine:
    kept = row.attendance
    mark_now = kept.mark.value if kept and kept.mark else ""
    minutes_now = _text(kept.minutes_attended if kept else None)
    mark = proposal.mark.value if proposal.mark else ""
    return ProposalLine(
        enrollment_id=row.stay.id,
        name=row.stay.participant.short_name,
        reason=proposal.reason,
        mark=said.mark if said else mark,
        minutes=said.minutes if said else _text(proposal.minutes if mark else None),
        mark_now=mark_now,
        minutes_now=minutes_now,
        is_taken=said.is_taken if said else bool(mark) and not mark_now,
        error=errors.get(str(row.stay.id), ""),
    )


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def questions_with_people(found: Proposed) -> list[tuple[Question, list[tuple[int, str]]]]:
    """Return each question with everybody on the roster, those first whom the name may mean."""
    names = {row.stay.id: row.stay.participant.short_name for row in found.rows}
    return [
        (each, [(key, names[key]) for key in sorted(names, key=_likeliest_first(each))])
        for each in found.matches.questions
    ]


def _likeliest_first(question: Question) -> Callable[[int], int]:
    places = {key: place for place, key in enumerate(question.candidates)}
    return lambda key: places.get(key, len(places))
