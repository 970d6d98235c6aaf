"""Where the folder with real input for trying the product is, if it is here at all."""

import os
from pathlib import Path

_BESIDE_THE_PROJECT = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def shared_data_files(pattern: str) -> list[Path]:
    """Files of the shared data folder that match `pattern`; an empty list where it is absent."""
    folder = Path(os.environ.get("GROUPWORK_SHARED_DATA", _BESIDE_THE_PROJECT))
    return sorted(folder.glob(pattern))
