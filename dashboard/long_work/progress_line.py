"""How far a command is: one line that changes in place on a terminal, and milestones elsewhere."""

import sys

import click


class ProgressLine:
    """Tells of each step; on a terminal of each part of it too."""

    def __init__(self) -> None:
        self.what = ""
        self.is_terminal = sys.stderr.isatty()

    def __call__(self, what: str, done: int, total: int) -> None:
        said = f"{what}: {done:,} of {total:,}" if total else what
        if self.is_terminal:
            click.echo(f"\r\x1b[K{said}", nl=False, err=True)
        elif what != self.what or done == total:
            click.echo(said, err=True)
        self.what = what

    def end(self) -> None:
        """Leave the line."""
        if self.is_terminal and self.what:
            click.echo("", err=True)
        self.what = ""
