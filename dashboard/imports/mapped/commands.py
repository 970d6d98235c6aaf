"""`flask import roster`, `enrollments` and `attendance`: a file from the command line."""

from pathlib import Path

import click
from flask.cli import AppGroup

from dashboard.access import now
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.imports.mapped.actions import Job, carry_out, job_of, preview
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping
from dashboard.imports.plan import Outcome
from dashboard.imports.planning import Plan
from dashboard.long_work.progress_line import ProgressLine

MOST_WRONG = 100

import_group = AppGroup("import", help="Bring in people, stays and attendance from CSV.")


def command_for(kind: Kind) -> click.Command:
    """Return the command that imports one kind of file."""

    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="A column.")
    @click.option(
        "--same", "for_all", multiple=True, metavar="FIELD=TEXT", help="The same for all rows."
    )
    @click.option("--yes", is_flag=True, help="Import without asking.")
    @click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
    def run(
        file: Path, columns: tuple[str, ...], for_all: tuple[str, ...], yes: bool, dry_run: bool
    ) -> None:
        viewer = command_line()
        said = ColumnMapping(pairs(columns), pairs(for_all))
        try:
            job = job_of(viewer, kind, file.read_bytes(), file.name, said)
            bring_in(viewer, job, yes=yes, dry_run=dry_run)
        except Refused as refusal:
            raise click.ClickException(str(refusal)) from refusal

    words = f"Import {kind} from a CSV file, whole or not at all."
    return import_group.command(kind.value, help=words)(run)


def command_line() -> Viewer:
    """Return the viewer that a command is."""
    return Viewer(0, "command line", Role.ADMINISTRATOR, now())


def bring_in(viewer: Viewer, job: Job, *, yes: bool, dry_run: bool) -> None:
    """Show what will happen, ask, and do it. Raises Refused."""
    line = ProgressLine()
    plan = preview(viewer, job, line)
    line.end()
    say(plan)
    if plan.wrong:
        raise click.ClickException("Nothing was imported.")
    if dry_run:
        click.echo("Nothing was written: dry run.")
        return
    if not plan.is_new:
        click.echo("Everything in the file is on record already: nothing was written.")
        return
    if not yes:
        click.confirm("Import all of it?", abort=True)
    carry_out(viewer, job, by=None, progress=line, plan=plan)
    line.end()
    click.echo("Done.")


def pairs(said: tuple[str, ...]) -> dict[str, str]:
    """Read what was said as FIELD=TEXT."""
    found = {}
    for each in said:
        name, sign, text = each.partition("=")
        if not sign:
            raise click.ClickException(f"{each} is not written as FIELD=COLUMN.")
        found[name.strip()] = text.strip()
    return found


def say(plan: Plan) -> None:
    """Tell what will happen, and each line that is wrong."""
    for line in plan.wrong[:MOST_WRONG]:
        click.echo(f"line {line.line}: {line.says}" if line.line else line.says, err=True)
    if len(plan.wrong) > MOST_WRONG:
        click.echo(f"and {len(plan.wrong) - MOST_WRONG:,} more lines are wrong", err=True)
    counts = plan.count()
    click.echo(
        ", ".join(
            f"{counts[outcome]:,} {outcome}" for outcome in Outcome if outcome is not Outcome.KEPT
        )
    )
    added = plan.rows.counts()
    if added:
        click.echo(f"Adds: {', '.join(f'{number:,} {name}' for name, number in added.items())}")
    for note in plan.notes:
        click.echo(note)


for each_kind in Kind:
    command_for(each_kind)
