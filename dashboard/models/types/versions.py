"""What every table that two people can edit has: a version that moves with each write."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Mapped, declared_attr, mapped_column


class Versioned:
    """A row whose stale copy cannot be written: SQLAlchemy raises StaleDataError."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> Mapping[str, Any]:  # noqa: N805
        return {"version_id_col": cls.__dict__.get("version", cls.version)}
