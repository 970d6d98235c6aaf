"""The viewer of the request that is being answered, and the people whose records it shows."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

from flask import current_app, g

from dashboard.caseload.practice import the_practice
from dashboard.caseload.viewer import Viewer

View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """Mark a view as open to people who are not signed in; every other one asks first."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def now() -> datetime:
    """Return the moment (UTC), by the app's clock: tests may set the clock in `NOW`."""
    clock: Callable[[], datetime] | None = current_app.config.get("NOW")
    return clock() if clock else datetime.now(UTC)


def current_viewer() -> Viewer:
    """Return who is signed in to this request. Only for views that are not public."""
    viewer: Viewer = g.viewer
    return viewer


def practice_zone() -> str:
    """Return the time zone where the practice is, read once a request: what has no group has it."""
    if "practice_zone" not in g:
        g.practice_zone = the_practice(current_viewer()).time_zone
    zone: str = g.practice_zone
    return zone


def note_reading(participant_ids: Iterable[int]) -> None:
    """Remember whose records this request shows; they become one reading line at its end."""
    g.setdefault("readings", set()).update(participant_ids)
