"""`flask attendance export`: the same file from the command line."""

import shutil
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from dashboard.access import now
from dashboard.caseload.attendance_export import AttendanceFilters, export_choices
from dashboard.caseload.viewer import Viewer
from dashboard.clinical.words import Role
from dashboard.errors import Refused
from dashboard.exports.actions import export_attendance
from dashboard.exports.making import FileFormat, Form, Made, Wanted
from dashboard.long_work.progress_line import ProgressLine

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("export")
@click.option("--from", "first_on", type=DAY, help="First date of sessions.")
@click.option("--to", "last_on", type=DAY, help="Last date of sessions.")
@click.option("--group", default="", help="Name or number of one group.")
@click.option("--type", "group_type", default=None, help="Key of one kind of group.")
@click.option(
    "--form",
    type=click.Choice([form.value for form in Form]),
    default=Form.LONG.value,
    show_default=True,
)
@click.option(
    "--format",
    "file_format",
    type=click.Choice([one.value for one in FileFormat]),
    default=FileFormat.CSV.value,
    show_default=True,
)
@click.option("--pseudonyms", is_flag=True, help="Pseudonyms in place of names and codes.")
@click.option(
    "--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), required=True
)
@with_appcontext
def export_command(
    first_on: datetime | None,
    last_on: datetime | None,
    group: str,
    group_type: str | None,
    form: str,
    file_format: str,
    pseudonyms: bool,
    out: Path,
) -> None:
    """Export attendance to a file; prints the counts and the checksum."""
    viewer = Viewer(0, "command line", Role.ADMINISTRATOR, now())
    filters = AttendanceFilters(
        group_type=type_called(viewer, group_type),
        group_id=group_called(viewer, group),
        first_on=day_of(first_on),
        last_on=day_of(last_on),
    )
    refuse_impossible(filters, out)
    wanted = Wanted(filters, Form(form), FileFormat(file_format), pseudonyms)
    made = make(viewer, wanted)
    keep(made, out)
    say(made, out)


def make(viewer: Viewer, wanted: Wanted) -> Made:
    """Make the file and tell how far it is."""
    progress = ProgressLine()
    try:
        made = export_attendance(viewer, wanted, by=None, progress=progress)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    progress.end()
    return made


def day_of(moment: datetime | None) -> date | None:
    """Return the date that was given, if one was."""
    return None if moment is None else moment.date()


def group_called(viewer: Viewer, said: str) -> int | None:
    """Return the id of the group with this name or number; None when none is asked for."""
    if not said:
        return None
    for group in export_choices(viewer, AttendanceFilters()).groups:
        if said.casefold() in (group.name.casefold(), str(group.id)):
            return group.id
    raise click.ClickException(f"There is no group {said}.")


def type_called(viewer: Viewer, key: str | None) -> str | None:
    """Return the key of a kind of group; None when none is asked for."""
    known = [kind.key for kind in export_choices(viewer, AttendanceFilters()).types]
    if key is None or key in known:
        return key
    raise click.ClickException(f"There is no kind of group {key}; there are {', '.join(known)}.")


def refuse_impossible(filters: AttendanceFilters, out: Path) -> None:
    """Refuse what can give no file, before an export is written down that nobody has."""
    if not out.parent.is_dir():
        raise click.ClickException(f"There is no folder {out.parent}.")
    first_on, last_on = filters.first_on, filters.last_on
    if first_on and last_on and last_on < first_on:
        raise click.ClickException("The last date lies before the first.")


def keep(made: Made, out: Path) -> None:
    """Put the file where it was asked for, readable by its owner only, whole or not at all."""
    draft = out.with_name(f".{out.name}.part")
    draft.touch(mode=0o600)
    with made.file, draft.open("wb") as file:
        shutil.copyfileobj(made.file, file)
    draft.replace(out)


def say(made: Made, out: Path) -> None:
    """Tell what was written."""
    counts = made.counts
    click.echo(f"{made.rows} rows in {out}")
    click.echo(
        f"{counts.sessions_held} sessions held, {counts.expected} person-sessions expected, "
        f"{counts.attended} attended, {counts.not_recorded} not recorded"
    )
    click.echo(f"sha256 {made.sha256}")
