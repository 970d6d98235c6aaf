"""The work on one upload in a thread of its own, so that its page can be left and come back to."""

from collections.abc import Callable
from threading import Thread
from time import time

from flask import Flask, current_app

from dashboard.caseload.viewer import Viewer
from dashboard.errors import DomainError
from dashboard.imports.planning import Plan
from dashboard.imports.uploads.drafts import (
    DONE,
    FAILED,
    RUNNING,
    Draft,
    let_go,
    save_draft,
)
from dashboard.imports.uploads.presenters import WORDS
from dashboard.long_work import Told, finish
from dashboard.records.importing import Progress

CarriesOut = Callable[[Viewer, Draft, Progress], Plan]


def start(viewer: Viewer, draft: Draft, carries_out: CarriesOut) -> None:
    """Begin the work, unless somebody is at it. Twice would do no harm: nothing is new then."""
    if draft.is_running:
        return
    draft.state, draft.what, draft.seen_at = RUNNING, "Reading the file", time()
    draft.done = draft.total = 0
    save_draft(draft)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    told = (app, viewer, draft, carries_out)
    Thread(target=_work, args=told, name=f"import-{draft.token}", daemon=True).start()


def _work(app: Flask, viewer: Viewer, draft: Draft, carries_out: CarriesOut) -> None:
    with app.app_context():
        try:
            plan = carries_out(viewer, draft, Told(draft))
            counts = plan.count()
            said = ", ".join(f"{number:,} {WORDS[word].lower()}" for word, number in counts.items())
            finish(draft, DONE, f"Imported: {said}.")
            let_go(draft)
        except DomainError as refusal:
            finish(draft, FAILED, str(refusal) or "The file is not there any more.")
        except Exception:
            app.logger.exception("An import failed")
            finish(draft, FAILED, "Something went wrong on our side. Nothing was imported.")
