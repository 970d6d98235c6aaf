"""Group notes, progress notes and psychotherapy notes, with signatures and addenda."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dashboard.clinical.words import Participation, Risk
from dashboard.extensions import Model
from dashboard.models.accounts import User
from dashboard.models.types.columns import Id, Instant, Word, one_of, random_id
from dashboard.models.types.sealing import PrivateSealed, Sealed
from dashboard.models.types.versions import Versioned

ONE_NOTE = "(group_note_id is null) <> (progress_note_id is null)"


class GroupNote(Versioned, Model):
    """The shared narrative of a session, without names."""

    __tablename__ = "group_notes"
    __table_args__ = ({"sqlite_strict": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"), unique=True)
    sealed_topic: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_interventions: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_themes: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_plan: Mapped[bytes | None] = mapped_column(LargeBinary)
    written_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    written_at: Mapped[datetime] = mapped_column(Instant)

    topic = Sealed()
    interventions = Sealed()
    themes = Sealed()
    plan = Sealed()

    signatures: Mapped[list["Signature"]] = relationship(
        lazy="raise_on_sql", order_by="Signature.id"
    )
    addenda: Mapped[list["Addendum"]] = relationship(
        lazy="raise_on_sql", order_by="Addendum.written_at"
    )


class ProgressNote(Versioned, Model):
    """One person's part of the record of a session."""

    __tablename__ = "progress_notes"
    __table_args__ = (
        UniqueConstraint("enrollment_id", "group_session_id"),
        ForeignKeyConstraint(
            ["enrollment_id", "group_id"], ["enrollments.id", "enrollments.group_id"]
        ),
        ForeignKeyConstraint(
            ["group_session_id", "group_id"], ["group_sessions.id", "group_sessions.group_id"]
        ),
        one_of("participation", Participation),
        one_of("risk", Risk),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    group_id: Mapped[int] = mapped_column(Id)
    enrollment_id: Mapped[int] = mapped_column(Id)
    group_session_id: Mapped[int] = mapped_column(Id, index=True)
    participation: Mapped[Participation | None] = mapped_column(Word(Participation))
    risk: Mapped[Risk | None] = mapped_column(Word(Risk))
    sealed_response: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_plan: Mapped[bytes | None] = mapped_column(LargeBinary)
    written_by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("users.id"))
    written_at: Mapped[datetime] = mapped_column(Instant)

    response = Sealed()
    plan = Sealed()

    signatures: Mapped[list["Signature"]] = relationship(
        lazy="raise_on_sql", order_by="Signature.id"
    )
    addenda: Mapped[list["Addendum"]] = relationship(
        lazy="raise_on_sql", order_by="Addendum.written_at"
    )


class PsychotherapyNote(Versioned, Model):
    """The author's private process note, under a key of the author's own."""

    __tablename__ = "psychotherapy_notes"
    __table_args__ = (
        UniqueConstraint("author_id", "participant_id", "group_session_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    author_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"))
    participant_id: Mapped[int] = mapped_column(Id, ForeignKey("participants.id"))
    group_session_id: Mapped[int] = mapped_column(Id, ForeignKey("group_sessions.id"))
    sealed_text: Mapped[bytes | None] = mapped_column(LargeBinary)
    written_at: Mapped[datetime] = mapped_column(Instant)

    text = PrivateSealed()


class Signature(Model):
    """Who signed which note, with the words as they were. Never changed, never removed."""

    __tablename__ = "signatures"
    __table_args__ = (
        CheckConstraint(ONE_NOTE, name="signs_one_note"),
        CheckConstraint("role in ('author', 'cosigner')", name="role_known"),
        UniqueConstraint("group_note_id", "role"),
        UniqueConstraint("progress_note_id", "role"),
        {"sqlite_strict": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    group_note_id: Mapped[int | None] = mapped_column(Id, ForeignKey("group_notes.id"))
    progress_note_id: Mapped[int | None] = mapped_column(Id, ForeignKey("progress_notes.id"))
    role: Mapped[str] = mapped_column(Text)
    signer_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"), index=True)
    signed_at: Mapped[datetime] = mapped_column(Instant)
    sealed_content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(Text)

    content = Sealed()

    signer: Mapped[User] = relationship(lazy="raise_on_sql")


class Addendum(Model):
    """What was added to a signed note. Never changed, never removed."""

    __tablename__ = "addenda"
    __table_args__ = (CheckConstraint(ONE_NOTE, name="adds_to_one_note"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    group_note_id: Mapped[int | None] = mapped_column(Id, ForeignKey("group_notes.id"), index=True)
    progress_note_id: Mapped[int | None] = mapped_column(
        Id, ForeignKey("progress_notes.id"), index=True
    )
    sealed_text: Mapped[bytes] = mapped_column(LargeBinary)
    written_by_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"))
    written_at: Mapped[datetime] = mapped_column(Instant)

    text = Sealed()

    written_by: Mapped[User] = relationship(lazy="raise_on_sql")


class NoteReturn(Model):
    """A supervisor's remark on a note that is not co-signed yet. Never changed, never removed."""

    __tablename__ = "note_returns"
    __table_args__ = (CheckConstraint(ONE_NOTE, name="returns_one_note"), {"sqlite_strict": True})

    id: Mapped[int] = mapped_column(Id, primary_key=True, default=random_id, autoincrement=False)
    group_note_id: Mapped[int | None] = mapped_column(Id, ForeignKey("group_notes.id"), index=True)
    progress_note_id: Mapped[int | None] = mapped_column(
        Id, ForeignKey("progress_notes.id"), index=True
    )
    sealed_remark: Mapped[bytes] = mapped_column(LargeBinary)
    returned_by_id: Mapped[int] = mapped_column(Id, ForeignKey("users.id"))
    returned_at: Mapped[datetime] = mapped_column(Instant)

    remark = Sealed()

    returned_by: Mapped[User] = relationship(lazy="raise_on_sql")
