"""The documents a new desk starts with, put on the common shelf from their manifest."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path

from briefings.errors import BadValueError
from briefings.ingest.documents import Given, keep, read_given
from briefings.ingest.jail import Jail
from briefings.model import Extraction, Kind
from briefings.storage.articles import holds_body
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF

MANIFEST = "manifest.toml"


def load_seeds(database: Database, jail: Jail, folder: Path, *, now: datetime) -> int:
    """How many were new. What is there already, or was removed by somebody, stays as it is.

    A seed counts as first seen when it was published, so that it is no news today; an undated one
    as long ago as the oldest of them.
    """
    missing = [given for given in _given(folder) if not _is_there(database, given)]
    readings = [read_given(jail, given) for given in missing]
    published = [_published(reading.extraction) for reading in readings]
    oldest = min((moment for moment in published if moment), default=now)
    for given, reading, moment in zip(missing, readings, published, strict=True):
        keep(database, given, reading, now=now, first_seen=moment or oldest)
    return len(missing)


def _given(folder: Path) -> Iterator[Given]:
    try:
        manifest = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        wanted = f"a folder with a {MANIFEST}"
        raise BadValueError(
            f"archive.seeds: {folder} has no readable manifest; it has to be {wanted}",
            name="archive.seeds",
            given=str(folder),
            wanted=wanted,
        ) from error
    for seed in manifest["seed"]:
        name = seed["file"]
        yield Given(
            body=(folder / name).read_bytes(),
            origin=f"seed:{name}",
            shelf_id=COMMON_SHELF,
            file_name=name,
            source=seed.get("publisher"),
            kind=Kind(seed["kind"]) if "kind" in seed else None,
        )


def _is_there(database: Database, given: Given) -> bool:
    return holds_body(database, given.shelf_id, sha256(given.body).hexdigest())


def _published(extraction: Extraction) -> datetime | None:
    if extraction.published:
        return extraction.published
    day = extraction.published_on
    return datetime.combine(day, time(), UTC) if day else None
