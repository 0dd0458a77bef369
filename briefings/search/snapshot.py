"""The arrays of a large index in a file beside the archive, so that a restart need not build them.

Of a server's archive only the common shelf's are kept: erasing a guild on one machine could not
take its titles off the disks of the others. The archive is the truth. A file that is torn, of
another form or of another archive, or of one that has since been set back to an older copy, is no
snapshot: the index is then built anew.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from briefings.storage.changes import TitleAt, last_changed, titles_at
from briefings.storage.copies import fresh_file, settle
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF

if TYPE_CHECKING:
    from briefings.search.signatures import Arrays

FORM = f"tumen index 2, {sys.byteorder}, Unicode {unicodedata.unidata_version}\n".encode()
"""What a file begins with. A new number whenever words are folded, stemmed or heard in another
way, or arrays mean something else."""

LONGEST_HEAD = 100_000  # bytes
TOLD = 20
"""Documents that changed last, by which an archive is known again."""

UNIT = 8  # bytes; every array begins at a multiple


@dataclass(frozen=True, slots=True)
class Snapshot:
    """counter: the change of the archive up to which the arrays know it."""

    counter: int
    arrays: "Arrays"


def load(database: Database, kind: str, *, shelf_id: int) -> Snapshot | None:
    """What was kept of a shelf's index of this kind; None where there is nothing of use."""
    path = _path(database, kind, shelf_id)
    if path is None or not path.is_file():
        return None
    try:
        head, arrays = read(path)
        told = [TitleAt(*row) for row in head["told"]]
        counter = int(head["counter"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not _is_of(database, told, counter=counter, shelf_id=shelf_id):
        return None
    return Snapshot(counter, arrays)


def keep(
    database: Database, kind: str, arrays: "Mapping[str, Any]", *, shelf_id: int, counter: int
) -> bool:
    """Write an index's arrays; whether they are kept. A full disk is no matter: the next start
    takes longer."""
    path = _path(database, kind, shelf_id)
    if path is None:
        return False
    told = last_changed(database, shelf_id=shelf_id, until=counter, limit=TOLD)
    part = path.with_name(f"{path.name}.part")
    try:
        with fresh_file(part):
            write(part, {"counter": counter, "told": [list(row) for row in told]}, arrays)
            settle(part, path)
    except OSError:
        return False
    return True


def forget(database: Database) -> None:
    """Remove the files of every shelf, so that the next start builds its indexes anew."""
    archive = database.beside
    if archive is not None:
        for kept in archive.parent.glob(f"{escape(archive.name)}.*-*"):
            if re.fullmatch(r"\.[a-z]+-\d+", kept.name.removeprefix(archive.name)):
                kept.unlink(missing_ok=True)


def _path(database: Database, kind: str, shelf_id: int) -> Path | None:
    archive = database.beside
    if archive is None or (database.file is None and shelf_id != COMMON_SHELF):
        return None
    return archive.with_name(f"{archive.name}.{kind}-{shelf_id}")


def _is_of(database: Database, told: list[TitleAt], *, counter: int, shelf_id: int) -> bool:
    """Whether each document is as it was when the file was written, or has changed since."""
    now = {
        row.document_id: row
        for row in titles_at(database, [row.document_id for row in told], shelf_id=shelf_id)
    }
    same = (
        row.document_id in now
        and (now[row.document_id] == row or now[row.document_id].change > counter)
        for row in told
    )
    return bool(told) and all(same)


def write(part: Path, head: dict[str, Any], arrays: "Mapping[str, Any]") -> None:
    """The form, a checksum of all that follows, the head in a line, the arrays."""
    listed = [[name, array.dtype.str, len(array)] for name, array in arrays.items()]
    text = json.dumps(head | {"arrays": listed}).encode() + b"\n"
    pieces = [text + b" " * (-len(text) % UNIT)]
    for array in arrays.values():
        pieces += [array.data, b" " * (-array.nbytes % UNIT)]
    check = 0
    for piece in pieces:
        check = crc32(piece, check)
    with part.open("wb") as file:
        file.writelines([FORM, b"%08x\n" % check, *pieces])


def read(path: Path) -> "tuple[dict[str, Any], Arrays]":
    """Raises OSError, ValueError, KeyError or TypeError where it is no whole snapshot."""
    import numpy as np  # noqa: PLC0415 -- for large archives only

    with path.open("rb") as file:
        if file.read(len(FORM)) != FORM:
            raise ValueError("another form")
        check = int(file.read(9), 16)
        whole = np.fromfile(file, dtype=np.uint8)
    if crc32(whole.data) != check:
        raise ValueError("torn or damaged")
    end = whole[:LONGEST_HEAD].tobytes().index(b"\n")
    head = json.loads(whole[:end].tobytes())
    arrays: Arrays = {}
    at = end + 1 + -(end + 1) % UNIT
    for name, kind, count in head["arrays"]:
        size = np.dtype(kind).itemsize * count
        arrays[name] = whole[at : at + size].view(kind)
        at += size + -size % UNIT
    return head, arrays
