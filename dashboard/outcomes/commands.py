"""`flask outcomes`: classify any file, and print what the lead's page shows."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from dashboard.access import now
from dashboard.caseload.outcomes import OutcomeFilters, headline
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.change.cutoffs import CutoffKind
from dashboard.clinical.change.methods import Method
from dashboard.clinical.change.pairs import PairRules
from dashboard.clinical.words import Direction, Role
from dashboard.errors import Refused
from dashboard.outcomes.choices import Choice, filter_choices
from dashboard.outcomes.data.classify_file import classify_text
from dashboard.outcomes.data.report_data import report_data
from dashboard.sheet_text import safe_text

# As the literature shortens the names of the authors.
SHORT_NAMES = {
    "JT": Method.JACOBSON_TRUAX,
    "EN": Method.EDWARDS_NUNNALLY,
    "GLN": Method.GULLIKSEN_LORD_NOVICK,
    "HLL": Method.HSU_LINN_LORD,
}
AS_DATA = click.option(
    "--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True
)


@click.command("classify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--pre", required=True, help="Column with the first score.")
@click.option("--post", required=True, help="Column with the later score.")
@click.option("--reliability", type=click.FloatRange(0, 1), help="The measure's reliability.")
@click.option("--sd", type=click.FloatRange(0), help="Instead of the SD of the first scores.")
@click.option("--functional-mean", type=float, help="Mean of people without the problem.")
@click.option("--functional-sd", type=click.FloatRange(0), help="Their standard deviation.")
@click.option("--cutoff", type=click.Choice([kind.value for kind in CutoffKind]))
@click.option(
    "--method",
    type=click.Choice([*SHORT_NAMES, *(method.value for method in Method)], case_sensitive=False),
    default=Method.JACOBSON_TRUAX.value,
    show_default=True,
)
@click.option("--points", type=click.FloatRange(0, min_open=True), help="Points that matter.")
@click.option("--percent", type=click.FloatRange(0, 100, min_open=True), help="Percent of first.")
@click.option(
    "--higher-is",
    type=click.Choice([way.value for way in Direction]),
    default=Direction.WORSE.value,
    show_default=True,
)
@click.option("--group", help="Column whose values are counted apart as well.")
@AS_DATA
def classify_command(
    file: Path, pre: str, post: str, group: str | None, form: str, **said: Any
) -> None:
    """Sort the people of a CSV file by their change between two scores."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        answer = classify_text(text, pre, post, _rules(said), group)
    except UnicodeDecodeError as error:
        raise click.ClickException("The file is not UTF-8 text.") from error
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo(
        json.dumps(answer, indent=2) if form == "json" else _table(answer), nl=form == "json"
    )


def _rules(said: dict[str, Any]) -> PairRules:
    cutoff, percent, method = (said.pop(name) for name in ("cutoff", "percent", "method"))
    return PairRules(
        direction=Direction(said.pop("higher_is")),
        method=SHORT_NAMES.get(method) or Method(method),
        cutoff=None if cutoff is None else CutoffKind(cutoff),
        fraction=None if percent is None else percent / 100,
        **said,
    )


def _table(answer: dict[str, object]) -> str:
    """One line for the file, and one for each group."""
    groups = answer.pop("groups", {})
    lines = [_flat("(all)", answer)]
    if isinstance(groups, dict):
        lines += [_flat(name, line) for name, line in groups.items()]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(lines[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().rstrip()


def _flat(name: str, line: dict[str, object]) -> dict[str, object]:
    categories = line["categories"]
    facts = {key: value for key, value in line.items() if key != "categories"}
    counts = categories if isinstance(categories, dict) else {}
    return {"group": safe_text(name), **facts, **counts}


@click.command("report")
@click.option("--group", default="", help="Name or number of a group.")
@click.option("--type", "kind", default="", help="Name or key of a group type.")
@click.option("--cycle", default="", help="Number of a cycle.")
@click.option("--measure", default="", help="Name or key of a primary measure.")
@click.option("--curriculum", default="", help="Name of a curriculum, or none.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="Windows ended from.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Windows ended to.")
@click.option("--format", type=click.Choice(["json"]), default="json", expose_value=False)
@with_appcontext
def report_command(first: object, last: object, **named: str) -> None:
    """Print what the clinical lead's page shows."""
    viewer = Viewer(0, "command line", Role.CLINICAL_LEAD, now())
    choices = filter_choices(headline(viewer, OutcomeFilters()))
    asked = {
        "group": chosen("group", choices.groups, named["group"]),
        "type": chosen("group type", choices.types, named["kind"]),
        "cycle": chosen("cycle", choices.cycles, named["cycle"]),
        "measure": chosen("measure", choices.measures, named["measure"]),
        "curriculum": chosen("curriculum", choices.curricula, named["curriculum"]),
        "from": "" if first is None else str(first)[:10],
        "to": "" if last is None else str(last)[:10],
    }
    report = headline(viewer, OutcomeFilters.from_query(asked))
    click.echo(json.dumps(report_data(report), indent=2, ensure_ascii=False))


def chosen(what: str, choices: list[Choice], said: str) -> str:
    """Return the choice's value. A filter that fits nothing must not fall away unseen."""
    for choice in choices:
        if said.casefold() in (choice.value.casefold(), choice.label.casefold()):
            return choice.value
    if said:
        raise click.ClickException(f"There is no {what} {said} with anybody who has started.")
    return ""
