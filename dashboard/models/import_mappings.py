"""Which column of a file is what, as people have chosen it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.extensions import Model
from dashboard.models.types.columns import Document, Id, Instant


class ImportMapping(Model):
    """The choices for one kind of import and one set of column names: the newest only."""

    __tablename__ = "import_mappings"
    __table_args__ = (UniqueConstraint("kind", "fingerprint"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)
    choices: Mapped[dict[str, Any]] = mapped_column(Document)
    chosen_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    chosen_at: Mapped[datetime] = mapped_column(Instant)
