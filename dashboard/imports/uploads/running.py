"""The work on one upload in a thread of its own, so that its page can be left and come back to."""

from collections.abc import Callable

from flask import current_app

from dashboard.caseload.viewer import Viewer
from dashboard.errors import DomainError
from dashboard.imports.planning import Plan
from dashboard.imports.uploads.drafts import (
    DONE,
    FAILED,
    Draft,
    let_go,
)
from dashboard.imports.uploads.presenters import WORDS
from dashboard.long_work import Told, begin, finish
from dashboard.records.importing import Progress

CarriesOut = Callable[[Viewer, Draft, Progress], Plan]


def start(viewer: Viewer, draft: Draft, carries_out: CarriesOut) -> None:
    """Begin the work, unless somebody is at it. Twice would do no harm: nothing is new then."""
    if draft.is_running:
        return
    begin(draft, "Reading the file", _work, viewer, carries_out)


def _work(draft: Draft, viewer: Viewer, carries_out: CarriesOut) -> None:
    try:
        plan = carries_out(viewer, draft, Told(draft))
        counts = plan.count()
        said = ", ".join(f"{number:,} {WORDS[word].lower()}" for word, number in counts.items())
        finish(draft, DONE, f"Imported: {said}.")
        let_go(draft)
    except DomainError as refusal:
        finish(draft, FAILED, str(refusal) or "The file is not there any more.")
    except Exception:
        current_app.logger.exception("An import failed")
        finish(draft, FAILED, "Something went wrong on our side. Nothing was imported.")
