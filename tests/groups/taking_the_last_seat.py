"""One administrator's try at the last seat, in a process of its own."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from dashboard import create_app
from dashboard.caseload.reach import find_group, find_participant
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import EnrollmentStatus, Role
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.groups.actions import Keeping, add_person

AT = datetime(2026, 10, 21, 16, tzinfo=UTC)


def take(settings: Mapping[str, str], person_id: int, start: Any, said: Any) -> None:
    """Wait for the other process, take the seat, and say what came of it."""
    app = create_app(settings)
    with app.app_context():
        viewer = Viewer(1, "Max", Role.ADMINISTRATOR, AT)
        start.wait()
        with writing():
            group, person = find_group(viewer, 1), find_participant(viewer, person_id)
            try:
                add_person(
                    Keeping(viewer, 48),
                    group,
                    person,
                    EnrollmentStatus.ACTIVE,
                    on=date(2026, 10, 20),
                    until=None,
                    note="",
                )
                said.put("taken")
            except Refused as refusal:
                said.put(str(refusal))
