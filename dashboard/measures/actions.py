"""Defining a practice's own measure, and recording an assessment by hand."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from dashboard.caseload.measures import find_measure, measures_by_name
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.measures.wording import (
    WordedItem,
    WordingError,
    WordingFit,
    fit_wording,
    read_questionnaire,
    read_wording_table,
)
from dashboard.clinical.words import AssessmentSource
from dashboard.errors import NotOnCaseload, Refused
from dashboard.extensions import db
from dashboard.models.measures import Assessment, MeasureVersion
from dashboard.models.participants import Participant
from dashboard.records.assessments import record_assessment
from dashboard.records.measures import add_wording, define_measure

LARGEST_WORDING = 2_000_000
TABLES = (".csv", ".tsv", ".txt")
# How a spreadsheet's "Unicode text" begins.
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def may_define(viewer: Viewer) -> bool:
    """Tell whether the measures of the practice are this viewer's to define."""
    return viewer.reads_every_group


def define_own(viewer: Viewer, definition: Mapping[str, object]) -> MeasureVersion:
    """Define a measure on a page. Raises NotOnCaseload, or Refused by field."""
    if not may_define(viewer):
        raise NotOnCaseload
    return define(definition, by=viewer.user_id, at=viewer.as_of)


def define(definition: Mapping[str, object], *, by: int | None, at: datetime) -> MeasureVersion:
    """Define a measure. Raises Refused, by field."""
    version = define_measure(definition, by=by, at=at)
    db.session.commit()
    return version


def read_wording(viewer: Viewer, content: bytes, file_name: str, key: str = "") -> WordingFit:
    """Return what a file's wording comes to for one measure, by its key or else the best match.

    Writes nothing. Raises NotOnCaseload for an unknown measure, and Refused for a file that holds
    no wording.
    """
    worded = _worded_items(content, file_name)
    measures = [find_measure(viewer, key)] if key else measures_by_name(viewer)
    codes = {code for item in worded for code in item.codes}
    definitions = [measure.definition for measure in measures]
    best = max(definitions, key=lambda each: sum(item.loinc_code in codes for item in each.items))
    if not key and not any(item.loinc_code in codes for item in best.items):
        raise Refused("No code in this file is known. Choose the measure.", field="measure")
    return fit_wording(best, worded)


def _worded_items(content: bytes, file_name: str) -> list[WordedItem]:
    if len(content) > LARGEST_WORDING:
        raise Refused("A file of wording is smaller than 2 MB.", field="file")
    try:
        text = content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
        is_json = text.lstrip().startswith("{")
        if file_name.casefold().endswith(TABLES) and not is_json:
            return read_wording_table(text)
        return read_questionnaire(json.loads(text))
    except WordingError as error:
        raise Refused(str(error), field="file") from error
    except (ValueError, RecursionError) as error:
        raise Refused("This is neither JSON nor UTF-8 text.", field="file") from error


def load_wording(viewer: Viewer, fit: WordingFit, *, by: int | None) -> MeasureVersion:
    """Keep wording as a new version of its measure. Raises Refused while it does not fit."""
    if fit.definition is None:
        raise Refused("This wording does not fit the measure; nothing was changed.", field="file")
    version = add_wording(fit.definition, by=by, at=viewer.as_of)
    db.session.commit()
    return version


def enter_assessment(
    viewer: Viewer,
    participant: Participant,
    version: MeasureVersion,
    *,
    on: date,
    answers: Mapping[str, int | None] | None,
    total: float | None,
) -> Assessment:
    """Record what a person answered on paper. Raises Refused, by field."""
    row = record_assessment(
        participant,
        version,
        on=on,
        source=AssessmentSource.STAFF,
        by=viewer.user_id,
        at=viewer.as_of,
        answers=answers,
        total=total,
    )
    db.session.commit()
    return row
