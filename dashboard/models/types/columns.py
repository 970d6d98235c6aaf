"""Instants, dates, wall-clock times, closed sets and small documents as portable columns."""

import json
import secrets
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Double, Integer, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

# Ids reach into the safe whole numbers of JavaScript and JSON, and no further.
LARGEST_ID = 2**53 - 1

Id = BigInteger().with_variant(Integer(), "sqlite")
Number: TypeEngine[float] = Double().with_variant(sqlite.REAL(), "sqlite")


def as_id(text: object) -> int:
    """Return the id that a choice stands for; 0, which no record has, for anything else."""
    digits = str(text)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST_ID))
    return int(digits) if is_number and int(digits) <= LARGEST_ID else 0


def random_id() -> int:
    """Return a new random record id, 1 to 2^53 - 1.

    Records with sealed columns need their id before they are written, because the seal is bound
    to it; a random one also tells nobody how many records there are.
    """
    return secrets.randbelow(LARGEST_ID) + 1


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, kept as sortable ISO text. Refuses times without a zone."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class LocalDate(TypeDecorator[date]):
    """A calendar date, kept as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class WallTime(TypeDecorator[time]):
    """A time on the clock on the wall, without a zone, kept as HH:MM text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.strftime("%H:%M")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)


class Word(TypeDecorator[StrEnum]):
    """A member of a closed set, kept as its word."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


class Document(TypeDecorator[Any]):
    """A small JSON document, kept as text with sorted keys so that equal means equal."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, sort_keys=True, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """Return the constraint that keeps a column within a closed set."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} in ({listed})", name=f"{column}_known")
