"""The way around: the same five or six places on every page, by role."""

from dataclasses import dataclass

from flask import Flask, current_app, g, request, url_for

from dashboard.caseload.viewer import Viewer


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: where it leads, and who never goes there."""

    label: str
    endpoint: str
    icon: str
    is_clinical: bool = False
    is_practice: bool = False


@dataclass(frozen=True)
class Item:
    """One entry as a page shows it."""

    label: str
    url: str
    icon: str
    current: bool
    count: int | None = None


PLACES = (
    Place("Today", "overview.today", "today"),
    Place("Groups", "groups.index", "groups"),
    Place("Participants", "participants.index", "participants"),
    Place("Outcomes", "outcomes.index", "outcomes", is_clinical=True),
    Place("Exports", "exports.index", "exports"),
    Place("Practice", "practice.index", "practice", is_practice=True),
)


def init_app(app: Flask) -> None:
    app.context_processor(_context)


def _context() -> dict[str, object]:
    viewer: Viewer | None = g.get("viewer")
    return {
        "viewer": viewer,
        "navigation": _items(viewer) if viewer else [],
        "has_page": lambda endpoint: endpoint in current_app.view_functions,
    }


def _items(viewer: Viewer) -> list[Item]:
    return [
        Item(
            label=place.label,
            url=url_for(place.endpoint),
            icon=place.icon,
            current=request.blueprint == place.endpoint.split(".")[0],
        )
        for place in PLACES
        if place.endpoint in current_app.view_functions
        and (viewer.reads_clinical_records or not place.is_clinical)
        and (viewer.reads_every_group or not place.is_practice)
    ]
