"""`flask assessments import`: a file from the command line."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from dashboard.access import now
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.imports.actions import Preview, import_assessments, preview_assessments
from dashboard.imports.layouts import Options
from dashboard.imports.plan import Planned
from dashboard.long_work.progress_line import ProgressLine


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--measure", default="", help="Key of the measure, where the file names none.")
@click.option("--layout", type=click.Choice(["long", "wide"]), default=None)
@click.option("--id-column", default="", help="Column with the participant's code.")
@click.option("--prefix", default="", help="What the names of the weeks' columns begin with.")
@click.option("--week-offset", default=0, help="Added to the number of each week's column.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@with_appcontext
def import_command(file: Path, layout: str | None, dry_run: bool, **said: str | int) -> None:
    """Import assessments from a long or wide CSV file, whole or not at all."""
    options = Options(layout=layout or "", **said)  # type: ignore[arg-type]
    # Who has the command line has the records too: scores on record are no secret from them.
    viewer = Viewer(0, "command line", Role.CLINICAL_LEAD, now())
    line = ProgressLine()
    try:
        content = file.read_bytes()
        preview = preview_assessments(viewer, content, options, progress=line)
        line.end()
        say(preview, every_row=dry_run)
        if preview.wrong:
            raise click.ClickException("Nothing was imported.")
        if not dry_run:
            name = file.name
            import_assessments(viewer, content, preview, file_name=name, by=None, progress=line)
            line.end()
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo("Nothing was written: dry run." if dry_run else "Done.")


def say(preview: Preview, *, every_row: bool) -> None:
    """Tell what will happen, and each row that is wrong with its line; or each row there is."""
    for row in preview.rows if every_row else []:
        click.echo(line_of(row))
    for row in preview.wrong:
        click.echo(f"line {row.entry.line}: {row.problem}", err=True)
    counts = (f"{preview.count(word)} {word}" for word in ("new", "unchanged", "correction"))
    click.echo(f"{', '.join(counts)}, {preview.count('empty')} empty, {len(preview.wrong)} wrong")


def line_of(row: Planned) -> str:
    """Return what will happen to one row, in the words of the page."""
    entry = row.entry
    on = row.given.on.isoformat() if row.given else entry.on or f"week {entry.week}"
    held = entry.total or (f"{len(entry.answers)} answers" if entry.answers else "")
    words = [entry.code, entry.measure, on, held]
    return f"line {entry.line}: {', '.join(filter(None, words))}: {row.outcome}"
