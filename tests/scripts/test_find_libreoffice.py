"""The LibreOffice that opens exports in tests: the named one, else the first on the path."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "find-libreoffice"


def find(folder: Path, **named: str) -> tuple[int, str]:
    done = subprocess.run(
        ["/bin/bash", SCRIPT],
        env={"PATH": str(folder), **named},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_each_usual_name_is_found_and_a_wrong_one_is_not_replaced(tmp_path, name):
    assert find(tmp_path) == (1, "")
    program = tmp_path / name
    program.touch(mode=0o755)
    assert find(tmp_path) == (0, str(program))
    assert find(tmp_path, GROUPWORK_LIBREOFFICE=str(program)) == (0, str(program))
    assert find(tmp_path, GROUPWORK_LIBREOFFICE="/nowhere/soffice") == (1, "")
