"""Texts that notes are begun with: the practice's templates, and phrases of one's own."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.extensions import Model
from dashboard.models.types.columns import Id, random_id
from dashboard.models.types.versions import Versioned


class Phrase(Versioned, Model):
    """A text with a short name. Without an owner it is a template of the practice."""

    __tablename__ = "phrases"
    __table_args__ = (
        CheckConstraint("length(short_name) between 1 and 20", name="short_name_is_short"),
        CheckConstraint("length(text) > 0", name="has_text"),
        Index("uq_phrases_own", "owner_id", "short_name", unique=True),
        Index(
            "uq_phrases_of_practice",
            "short_name",
            unique=True,
            sqlite_where=text("owner_id is null"),
            postgresql_where=text("owner_id is null"),
        ),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    owner_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    short_name: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    # What goes into the plan of a progress note along with it; may be empty.
    plan: Mapped[str] = mapped_column(Text, default="")
