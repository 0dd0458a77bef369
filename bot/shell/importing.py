"""`add`: files, folders and links come into the archive, some together and each whole.

What was stored is stored, whatever ends the program; the same command again goes on, since what is
here already is known by its bytes before it is read.
"""

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from bot.client.fetching import new_fetcher
from bot.render.articles import article_pages
from bot.render.plain import plain_lines
from bot.settings import Settings
from bot.shell.assembly import Desk, open_desk
from briefings.errors import BadValueError, BriefingsError, DuplicateDocumentError
from briefings.ingest.documents import Given, read_given
from briefings.ingest.fetch import Fetcher
from briefings.ingest.gathering import Gathering, Kept
from briefings.ingest.media import refuse_large
from briefings.storage.articles import article, holds_body
from briefings.storage.names import names_on
from briefings.storage.shelves import COMMON_SHELF

LOCALE = "en"
SOME_REFUSED = 1
INTERRUPTED = 130
MOST_FILES = 1_000_000
ADDED, VERSIONS, KNOWN, REFUSED = "added", "new versions", "already here", "refused"


def add(given: argparse.Namespace, settings: Settings) -> int:
    """What is wrong with one does not keep the others out."""
    names = list(found(given.files))
    told = Told(len(names), sys.stderr)
    fetcher = new_fetcher(settings.intake)
    try:
        with open_desk(settings) as desk:
            _take_in(names, Intake(given.source, desk, fetcher, settings), told)
            if told.shown is not None:
                _show(desk, told.shown)
    except KeyboardInterrupt:
        told.end(stopped=True)
        return INTERRUPTED
    finally:
        fetcher.close()
    told.end()
    return SOME_REFUSED if told.counts[REFUSED] else 0


def found(names: Iterable[str]) -> Iterator[str]:
    """The names as given, and for a folder the files below it, but for hidden ones and for what a
    symbolic link brings in from elsewhere."""
    for name in names:
        path = Path(name)
        if is_link(name) or not name.strip() or not path.is_dir():
            yield name
            continue
        for number, file in enumerate(sorted(path.rglob("*"))):
            parts = file.relative_to(path).parts
            inside = file.is_file() and file.resolve().is_relative_to(path.resolve())
            if number < MOST_FILES and inside and not any(p[:1] == "." for p in parts):
                yield str(file)


def is_link(name: str) -> bool:
    return name.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Intake:
    """Where documents are taken in, and how; source: whose they are, if somebody says so."""

    source: str | None
    desk: Desk
    fetcher: Fetcher
    settings: Settings


def _take_in(names: Iterable[str], intake: Intake, told: "Told") -> None:
    """What waits to be stored with others is stored in any case, whatever ends the rest."""
    gathering = Gathering(intake.desk.database)
    try:
        for name in names:
            Incoming(name, intake).bring(gathering, told)
    finally:
        gathering.store(now=intake.desk.clock.now())


def _show(desk: Desk, kept: Kept) -> None:
    shown = article(desk.database, kept.document_id, shelves=(COMMON_SHELF,))
    print("\n".join(plain_lines(article_pages(shown, locale=LOCALE, zone="UTC"))))


class Incoming:
    """One file or link on its way in."""

    def __init__(self, name: str, intake: Intake) -> None:
        self.name, self.source, self.desk = name, intake.source, intake.desk
        self.fetcher, self.longest = intake.fetcher, intake.settings.intake.max_bytes

    def bring(self, gathering: Gathering, told: "Told") -> None:
        try:
            document = self._read()
            self._refuse_known(document)
            document = replace(document, names=names_on(self.desk.database, (COMMON_SHELF,)))
            reading = read_given(self.desk.jail, document)
        except BriefingsError as error:
            told.tell(self.name, error)
            return
        now, tell = self.desk.clock.now(), partial(told.tell, self.name)
        gathering.bring(document, reading, now=now, told=tell)

    def _refuse_known(self, document: Given) -> None:
        """Without reading it again."""
        digest = sha256(document.body).hexdigest()
        if holds_body(self.desk.database, COMMON_SHELF, digest):
            raise DuplicateDocumentError("These bytes are in the archive already")

    def _read(self) -> Given:
        """What the name leads to. Raises BadValueError, FetchError, UnusableDocumentError."""
        if is_link(self.name):
            page = self.fetcher.get(self.name)
            return Given(
                body=page.body,
                content_type=page.content_type,
                origin="link",
                url=page.url,
                source=self.source,
                shelf_id=COMMON_SHELF,
            )
        path = Path(self.name)
        return Given(
            body=read_file(path, self.longest),
            file_name=path.name,
            origin=f"file:{path.name}",
            source=self.source,
            shelf_id=COMMON_SHELF,
        )


def read_file(path: Path, longest: int) -> bytes:
    """The bytes of a regular file. Raises UnusableDocumentError for one that is too long."""
    wanted = "the path of a readable file"
    try:
        if not str(path).strip(".") or (path.exists() and not path.is_file()):
            raise BadValueError(
                f"is no file; give {wanted}", name="file", given=str(path), wanted=wanted
            )
        refuse_large(path.stat().st_size, limit=longest)
        return path.read_bytes()
    except OSError as error:
        raise BadValueError(
            f"cannot be read ({error.strerror}); give {wanted}",
            name="file",
            given=str(path),
            wanted=wanted,
        ) from error


class Told:
    """What a person sees meanwhile and in the end: a bar on a terminal, else a line each."""

    def __init__(self, total: int, out: TextIO) -> None:
        self.total, self.out = total, out
        self.counts: Counter[str] = Counter()
        self.bar = out.isatty() and total > 1
        self.refused: list[str] = []
        self.shown: Kept | None = None  # the only one, to be shown whole

    def tell(self, name: str, became: Kept | BriefingsError) -> None:
        verdict, name = _verdict(became), _shown(name)
        self.counts[verdict] += 1
        if isinstance(became, Kept) and self.total == 1:
            self.shown = became
        elif isinstance(became, Kept) and not self.bar:
            print(f"{name}: {verdict}, document {became.document_id}: {became.title}", flush=True)
        elif verdict == KNOWN and not self.bar:
            print(f"{name}: {KNOWN}")
        elif verdict == REFUSED:
            self.refused.append(f"{name}: {became}")
            if not self.bar:
                print(self.refused[-1], file=self.out)
        if self.bar:
            self._draw()

    def _draw(self) -> None:
        done = self.counts.total()
        room = max(10, min(40, shutil.get_terminal_size().columns - 40))
        filled = room * done // self.total
        bar = "█" * filled + "·" * (room - filled)
        refused = f", {self.counts[REFUSED]} refused" if self.counts[REFUSED] else ""
        print(f"\r{bar} {done}/{self.total}{refused} ", end="", file=self.out, flush=True)

    def end(self, *, stopped: bool = False) -> None:
        if self.bar:
            print(file=self.out)
            for line in self.refused:
                print(line, file=self.out)
        if self.total > 1 or stopped:
            shares = (ADDED, VERSIONS, KNOWN, REFUSED)
            words = ", ".join(f"{self.counts[each]} {each}" for each in shares)
            print(f"{self.counts.total()} of {self.total} documents: {words}.")
        if stopped:
            print("Stopped; the same command again goes on from here.", file=self.out)


def _shown(name: str) -> str:
    """A file's name, without what would move the cursor or turn the line."""
    return "".join(each if each.isprintable() else "\ufffd" for each in name)


def _verdict(became: Kept | BriefingsError) -> str:
    if isinstance(became, Kept):
        return ADDED if became.version == 1 else VERSIONS
    return KNOWN if isinstance(became, DuplicateDocumentError) else REFUSED
