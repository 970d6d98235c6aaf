"""No junk drawers: a name that could hold anything ends up holding everything."""

from tests.architecture.house import ROOT, files, name_of

JUNK_DRAWERS = {
    *("util", "utils", "helper", "helpers", "common", "misc", "base"),
    *("manager", "managers", "service", "services"),
}
# The frame that every page extends, and the browser's own elements: a base in the usual sense.
ALLOWED = {"templates/layouts/base.html", "static/css/base.css"}


def is_junk_drawer(name: str) -> bool:
    """Whether a part of the path is such a name, whatever its ending."""
    parts = {part.lstrip("_").split(".")[0] for part in name.split("/")}
    return bool(parts & JUNK_DRAWERS)


def test_no_file_or_folder_is_a_junk_drawer():
    endings = (".py", ".html", ".css", ".js", ".toml")
    ours = files("dashboard", "templates", "static", "tests", "scripts", endings=endings)
    drawers = {name_of(path) for path in ours if is_junk_drawer(name_of(path))}
    assert drawers == {name for name in ALLOWED if (ROOT / name).exists()}


def test_a_junk_drawer_is_recognized_as_a_file_and_as_a_folder():
    names = ["dashboard/utils.py", "dashboard/common/dates.py", "dashboard/_helpers.py"]
    assert [is_junk_drawer(name) for name in names] == [True, True, True]
    assert not is_junk_drawer("dashboard/clinical/outcomes/baseline.py")
