"""A large file that somebody has asked for: how far it is, and the file itself, sealed."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, ClassVar

from dashboard.errors import NotOnCaseload
from dashboard.long_work import DONE, Work, find_work, new_token, save_work, works_of
from dashboard.models.types.keys import KeyRing
from dashboard.models.types.sealing import app_secrets, seal, unseal

# A piece is sealed by itself, so that a file of any size needs little memory.
PIECE_BYTES = 1_000_000
LENGTH_BYTES = 4


@dataclass(kw_only=True)
class Order(Work):
    """What is known of one file; `people` are the ids of those whose records are in it."""

    kept_in: ClassVar[str] = "exports"

    name: str
    file_name: str
    kind: str
    sha256: str = ""
    rows: int = 0
    size: int = 0
    people: list[int] = field(default_factory=list)

    @property
    def is_ready(self) -> bool:
        return self.state == DONE


def new_order(user_id: int, *, name: str, file_name: str, kind: str) -> Order:
    """Keep what somebody asks for; the files of yesterday go."""
    token = new_token(Order)
    order = Order(token=token, user_id=user_id, name=name, file_name=file_name, kind=kind)
    save_work(order)
    return order


def find_order(token: str, user_id: int) -> Order:
    """Return what this user asked for. Raises NotOnCaseload where there is nothing."""
    return find_work(Order, token, user_id)


def orders_of(user_id: int) -> list[Order]:
    """Return what this user has asked for within a day, the newest first."""
    return works_of(Order, user_id)


def keep_file(order: Order, file: BinaryIO) -> None:
    """Seal a file, piece by piece, beside its order."""
    ring = app_secrets().record_keys
    with (order.folder / "file").open("wb") as out:
        number = 0
        while piece := file.read(PIECE_BYTES):
            sealed = seal(ring, b64encode(piece).decode(), _place(order, number))
            out.write(len(sealed).to_bytes(LENGTH_BYTES, "big") + sealed)
            order.size += len(piece)
            number += 1


def pieces_of(order: Order) -> Iterator[bytes]:
    """Return the file piece by piece. Raises NotOnCaseload while it is not ready."""
    path = order.folder / "file"
    if not (order.is_ready and path.exists()):
        raise NotOnCaseload
    return _opened(order, path, app_secrets().record_keys)


def _opened(order: Order, path: Path, ring: KeyRing) -> Iterator[bytes]:
    with path.open("rb") as file:
        number = 0
        while length := file.read(LENGTH_BYTES):
            sealed = file.read(int.from_bytes(length, "big"))
            yield b64decode(unseal(ring, sealed, _place(order, number)))
            number += 1


def _place(order: Order, number: int) -> str:
    return f"exports/file/{order.token}/{number}"
