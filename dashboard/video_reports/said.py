"""What the therapist said on the page of a report: whose a name is, and what to write."""

from collections.abc import Mapping
from dataclasses import dataclass

NOBODY = "nobody"


@dataclass(frozen=True)
class Line:
    """What is to be written of one person: text as typed, and what stood there when shown."""

    enrollment_id: int
    is_taken: bool
    mark: str
    minutes: str
    mark_seen: str
    minutes_seen: str


def answers_in(form: Mapping[str, str]) -> dict[tuple[str, str], int | None]:
    """Return the answers given, by name and e-mail in the file; what is no answer is left out."""
    found: dict[tuple[str, str], int | None] = {}
    for place in _numbers(form, "who-"):
        asked = form.get(f"name-{place}", ""), form.get(f"email-{place}", "")
        answer = form[f"who-{place}"]
        if answer == NOBODY:
            found[asked] = None
        elif _is_number(answer):
            found[asked] = int(answer)
    return found


def lines_in(form: Mapping[str, str]) -> dict[int, Line]:
    """Return what is to be written, by enrollment."""
    return {
        number: Line(
            number,
            form.get(f"take-{number}") == "yes",
            form.get(f"mark-{number}", ""),
            form.get(f"minutes-{number}", "").strip(),
            form[f"mark_seen-{number}"],
            form.get(f"minutes_seen-{number}", ""),
        )
        for number in _numbers(form, "mark_seen-")
    }


def _numbers(form: Mapping[str, str], prefix: str) -> list[int]:
    ends = [name.removeprefix(prefix) for name in form if name.startswith(prefix)]
    return [int(end) for end in ends if _is_number(end)]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 16
