"""The bytes of a whole record: a ZIP with a page to read and data for machines."""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def json_bytes(data: Mapping[str, Any]) -> bytes:
    """Return readable JSON, in UTF-8."""
    return json.dumps(data, indent=2, ensure_ascii=False).encode()


def zip_bytes(files: Mapping[str, bytes], *, at: datetime) -> bytes:
    """Return a ZIP of files by name. `at` stands as their time, so the same record is the same."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, at.timetuple()[:6]), content, ZIP_DEFLATED)
    return held.getvalue()
