"""The library from a shell: add, ask, brief. No Discord, no token."""

import argparse
import sys
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from bot.client.fetching import new_fetcher
from bot.render.answers import Found, Nearest, Question, hit_pages, no_hits
from bot.render.articles import article_pages
from bot.render.editions import edition_layouts
from bot.render.layout import Layout
from bot.render.plain import plain_lines
from bot.settings import Settings
from bot.shell.assembly import Desk, open_desk
from briefings.compose import compose, edition_to_json
from briefings.errors import BadValueError, BriefingsError
from briefings.ingest.documents import Given, add_document
from briefings.ingest.media import refuse_large
from briefings.model import Edition, Window
from briefings.search import ask as ask_archive
from briefings.storage.articles import articles_for_window
from briefings.storage.shelves import COMMON_SHELF

SHELVES = (COMMON_SHELF,)
LOCALE = "en"
NOTHING_FOUND = 1
SOME_REFUSED = 1


def add(given: argparse.Namespace, settings: Settings) -> int:
    """Each file by itself: what is wrong with one does not keep the others out."""
    refused = 0
    with open_desk(settings) as desk:
        for name in given.files:
            try:
                article = add_document(
                    desk.database,
                    desk.jail,
                    _document(name, settings, given.source),
                    now=desk.clock.now(),
                )
            except BriefingsError as error:
                refused += 1
                print(f"{name}: {error}", file=sys.stderr)
            else:
                _print(article_pages(article, locale=LOCALE, zone=settings.briefing.zone))
    return SOME_REFUSED if refused else 0


def _document(name: str, settings: Settings, source: str | None) -> Given:
    """What a path or a link leads to. Raises BadValueError, FetchError."""
    if name.startswith(("http://", "https://")):
        return _from_link(name, settings, source)
    path = Path(name)
    return Given(
        body=_read(path, settings.intake.max_bytes),
        file_name=path.name,
        origin=f"file:{path.name}",
        source=source,
        shelf_id=COMMON_SHELF,
    )


def _read(path: Path, longest: int) -> bytes:
    """The bytes of a regular file. Raises UnusableDocumentError for one that is too long."""
    wanted = "the path of a readable file"
    try:
        if path.exists() and not path.is_file():
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


def _from_link(link: str, settings: Settings, source: str | None) -> Given:
    fetcher = new_fetcher(settings.intake)
    try:
        found = fetcher.get(link)
    finally:
        fetcher.close()
    return Given(
        body=found.body,
        content_type=found.content_type,
        origin="link",
        url=found.url,
        source=source,
        shelf_id=COMMON_SHELF,
    )


def ask(given: argparse.Namespace, settings: Settings) -> int:
    question = Question(" ".join(given.question), None, None)
    with open_desk(settings) as desk:
        now = desk.clock.now()
        answer = ask_archive(desk.database, question.words, shelves=SHELVES, now=now)
    if answer.hits:
        hits = [Found(hit.article, hit.passage, hit.summary, hit.quotes) for hit in answer.hits]
        _print(hit_pages(question, hits, LOCALE))
        return 0
    nearest = [
        Nearest(hit.document_id, hit.title, hit.source, hit.published_on) for hit in answer.nearest
    ]
    _print([no_hits(question, did_you_mean=answer.did_you_mean, nearest=nearest, locale=LOCALE)])
    return NOTHING_FOUND


def brief(given: argparse.Namespace, settings: Settings) -> int:
    with open_desk(settings) as desk:
        edition = _edition(desk, settings, given.at or desk.clock.now())
    if given.json:
        print(edition_to_json(edition))
    else:
        _print(edition_layouts(edition, marker="unposted", locale=LOCALE))
    return 0


def _edition(desk: Desk, settings: Settings, until: datetime) -> Edition:
    hours = settings.briefing.look_back_hours
    window = Window(until - timedelta(hours=hours), until, hours)
    found = articles_for_window(desk.database, window, shelves=SHELVES)
    return compose(found, window=window, zone=settings.briefing.zone)


def _print(layouts: Iterable[Layout]) -> None:
    print("\n".join(plain_lines(layouts)))
