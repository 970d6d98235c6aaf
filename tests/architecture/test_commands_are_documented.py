"""Every command stands in the operations manual, and the manual names no other."""

import re

import click

from tests.architecture.house import ROOT

# What Flask and Flask-Migrate bring along.
NOT_OURS = {"db", "routes", "run", "shell"}
NAMED = re.compile(r"`(?:flask --app wsgi )?([a-z-]+(?: [a-z-]+)?)`")


def commands_of(app) -> set[str]:
    """Return every command as it is typed: its group and its name, or its name alone."""
    found = set()
    for name, command in app.cli.commands.items():
        if name in NOT_OURS:
            continue
        inner = command.commands if isinstance(command, click.Group) else {}
        found |= {f"{name} {word}" for word in inner} or {name}
    return found


def test_the_table_of_commands_is_complete_and_true(app):
    manual = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    table = manual.split("## The commands")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if "flask --app wsgi" in line]
    named = {name for row in rows for name in NAMED.findall(row)}
    assert named == commands_of(app)
