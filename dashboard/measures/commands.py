"""`flask measures`: the measures in use as JSON, and a practice's own from a file."""

import json
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from dashboard.access import now
from dashboard.caseload.measures import measures_by_name
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.measures import CitedFigure, MeasureDefinition, Status, definition_data
from dashboard.clinical.measures.wording import WordingFit
from dashboard.clinical.words import Evidence, Role
from dashboard.database import writing
from dashboard.errors import NotOnCaseload, Refused
from dashboard.measures.actions import define, load_wording, read_wording


@click.command("list")
@click.option("--format", "form", type=click.Choice(["json"]), default="json")
@with_appcontext
def list_command(form: str) -> None:
    """List every measure with its items, range, thresholds and status."""
    viewer = Viewer(0, "command line", Role.CLINICAL_LEAD, datetime.now(UTC))
    rows = [facts(measure.definition) for measure in measures_by_name(viewer)]
    click.echo(json.dumps(rows, indent=2, ensure_ascii=False))


def facts(definition: MeasureDefinition) -> dict[str, object]:
    """Return what another program wants to know of a measure; null where there is nothing."""
    data = definition_data(definition)
    return {
        "key": definition.key,
        "items": data.get("items", []),
        "minimum": definition.minimum,
        "maximum": definition.maximum,
        "higher_is": str(definition.higher_is),
        "cutoff": _figure(data.get("cutoff"), definition.cutoff),
        "reliable_change": _figure(data.get("reliable_change"), definition.reliable_change),
        "bands": _figure(data.get("bands"), definition.bands),
        "safety_items": data.get("safety_items", []),
        "status": str(_status(definition)),
    }


def _status(definition: MeasureDefinition) -> Status:
    """The status; without thresholds, published as its scoring is, or else provisional."""
    if definition.status is not Status.NO_THRESHOLDS:
        return definition.status
    is_known = definition.scoring_evidence in {Evidence.PUBLISHED, Evidence.ABSTRACT}
    return Status.PUBLISHED if is_known else Status.PROVISIONAL


def _figure(written: object, held: CitedFigure | None) -> object:
    """A threshold with whether it is provisional, be it marked so or from memory only."""
    if held is None or not isinstance(written, dict):
        return None
    return {**written, "provisional": held.shown_as_provisional}


@click.command("define")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def define_command(file: Path) -> None:
    """Define the practice's own measure from a TOML or JSON file."""
    try:
        with writing():
            version = define(read_data(file), by=None, at=datetime.now(UTC))
            click.echo(f"{version.definition['key']}: version {version.number}")
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal


@click.command("wording")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--measure", default="", help="Key of the measure, where the codes do not tell.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@with_appcontext
def wording_command(file: Path, measure: str, dry_run: bool) -> None:
    """Load the official wording from a FHIR R4 Questionnaire (JSON) or a CSV table."""
    viewer = Viewer(0, "command line", Role.ADMINISTRATOR, now())
    try:
        with writing():
            fit = read_wording(viewer, file.read_bytes(), file.name, measure)
            say_fit(fit)
            if fit.definition is None:
                raise click.ClickException("Nothing was loaded.")
            if dry_run:
                click.echo("Nothing was written: dry run.")
                return
            version = load_wording(viewer, fit, by=None)
            click.echo(f"{fit.definition.key}: version {version.number} has its wording.")
    except NotOnCaseload:
        raise click.ClickException(f"There is no measure {measure}.") from None
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal


def say_fit(fit: WordingFit) -> None:
    """Tell what was found item by item, and what was left out."""
    for each in fit.items:
        click.echo(each.problem or f"{each.item.number}. {each.worded and each.worded.question}")
    for note in fit.notes:
        click.echo(note)
    for left in fit.left_out:
        click.echo(f"Left out, as the measure has no such item: {left.question}")


def read_data(file: Path) -> Mapping[str, object]:
    """Return what stands in the file. Raises Refused when it is neither TOML nor JSON."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        data = json.loads(text) if file.suffix.casefold() == ".json" else tomllib.loads(text)
    except ValueError as error:
        raise Refused(f"{file.name} cannot be read: {error}") from error
    if not isinstance(data, dict):
        raise Refused(f"{file.name} must hold one definition.")
    return data
