"""Which lines of the trail an address asks for; what cannot be read asks for nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import url_for

from dashboard.caseload.practice import TrailFilters
from dashboard.clinical.calendar import DateRefused, parse_bounded_date
from dashboard.practice.fields import as_number

LONGEST_WORD = 60


def asked_for(query: Mapping[str, str]) -> TrailFilters:
    """Return what a query string asks for."""
    return TrailFilters(
        user_id=as_number(query.get("user")),
        action=query.get("action", "").strip()[:LONGEST_WORD],
        person=query.get("person", "").strip()[:LONGEST_WORD],
        first_on=_day(query.get("from")),
        last_on=_day(query.get("to")),
        before=as_number(query.get("before")),
    )


def address_of(asked: TrailFilters, before: int) -> str:
    """Return the address of the page with the lines before this one."""
    filters: dict[str, Any] = {
        "user": asked.user_id,
        "action": asked.action,
        "person": asked.person,
        "from": asked.first_on,
        "to": asked.last_on,
    }
    chosen: dict[str, Any] = {name: str(value) for name, value in filters.items() if value}
    return url_for("practice.audit", **chosen, before=str(before))


def _day(text: str | None) -> date | None:
    try:
        return parse_bounded_date(text or "")
    except DateRefused:
        return None
