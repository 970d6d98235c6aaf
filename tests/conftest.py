"""What every run does: what tests ask for is loaded only where tests run."""

import gc

import pytest

from tests.shared_data import shared_data_files


def pytest_configure(config: pytest.Config) -> None:
    """Load the fixtures, but not in a process that only hands tests out to others."""
    if not config.getoption("numprocesses", None) or hasattr(config, "workerinput"):
        gc.disable()  # until all is collected: next to nothing of it is garbage
        config.pluginmanager.import_plugin("tests.asked_for")


def pytest_collection_finish() -> None:
    """What is there by now stays: looking through it again and again for garbage takes its time."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 20)


def pytest_report_header() -> str:
    found = len(shared_data_files("*.csv"))
    if found:
        return f"real input: {found} files beside the project"
    return "real input: none beside the project, so the tests that would read it find nothing to do"
