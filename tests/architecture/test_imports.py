"""Imports go down only: the contracts in pyproject.toml are kept."""

from importlinter import api
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.house import ROOT

SETTINGS = str(ROOT / "pyproject.toml")


def test_every_contract_is_kept(capsys):
    status = lint_imports(config_filename=SETTINGS, no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_contracts_are_the_floors_and_what_the_lowest_floor_and_figures_may_not_know():
    contracts = api.read_configuration(SETTINGS)["contracts_options"]
    assert [contract["id"] for contract in contracts] == [
        "floors",
        "pure-clinical",
        "plain-figures",
    ]


def test_no_import_is_ignored():
    contracts = api.read_configuration(SETTINGS)["contracts_options"]
    loosened = [c["id"] for c in contracts if c.keys() & {"ignore_imports", "exhaustive_ignores"}]
    assert loosened == []
