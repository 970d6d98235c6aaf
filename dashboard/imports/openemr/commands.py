"""`flask import openemr`: the tables from the command line."""

from pathlib import Path

import click

from dashboard.errors import Refused
from dashboard.imports.mapped.actions import job_of
from dashboard.imports.mapped.commands import bring_in, command_line, import_group, pairs
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping
from dashboard.imports.openemr.joining import joined
from dashboard.imports.openemr.tables import unpacked_files

__all__ = ["import_group"]

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@import_group.command("openemr")
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--same", "for_all", multiple=True, metavar="FIELD=TEXT", help="For all rows.")
@click.option("--yes", is_flag=True, help="Import without asking.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
def openemr(files: tuple[Path, ...], for_all: tuple[str, ...], yes: bool, dry_run: bool) -> None:
    """Import OpenEMR's therapy-group tables from CSV files, or a ZIP of them."""
    viewer = command_line()
    try:
        content = joined(unpacked_files({file.name: file.read_bytes() for file in files}))
        said = ColumnMapping(for_all=pairs(for_all))
        job = job_of(viewer, Kind.ATTENDANCE, content, "OpenEMR", said)
        bring_in(viewer, job, yes=yes, dry_run=dry_run)
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from refusal
