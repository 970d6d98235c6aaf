"""Every setting stands in the operations manual, with its default and meaning, and no other."""

import re

from dashboard.config import PREFIX, SETTINGS
from tests.architecture.house import ROOT

ROW = re.compile(rf"^\| `({PREFIX}\w+)` \| (.*?) ?\| (.*) \|$", re.MULTILINE)


def test_the_table_of_settings_is_complete_and_true():
    manual = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    rows = [(name, default.strip("`"), meaning) for name, default, meaning in ROW.findall(manual)]
    assert rows == [(PREFIX + one.name, one.default, one.meaning) for one in SETTINGS]
