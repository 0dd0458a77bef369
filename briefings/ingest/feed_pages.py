"""The article behind an entry: the page that its link leads to, else what the feed itself gives."""

import html
import logging
import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import cast

from briefings.errors import (
    BriefingsError,
    DuplicateDocumentError,
    FetchError,
    NotFoundError,
    QuotaError,
    UnusableDocumentError,
)
from briefings.ingest.documents import Given, body_text, read_given
from briefings.ingest.feed_filters import refusal
from briefings.ingest.fetch import Fetcher
from briefings.ingest.gathering import Gathering, Kept
from briefings.ingest.jail import Jail, JailBugError
from briefings.model import AddedName, Reading
from briefings.model.feeds import EntryRow, EntryState, Feed
from briefings.storage.database import Database
from briefings.storage.entries import mark_left, mark_retry, mark_taken
from briefings.storage.names import names_on

PASSING = frozenset({"busy", "server", "too-slow", "unreachable", "no-name", "tls", "cut-short"})
BARRED = frozenset({"robots", "forbidden"})  # then the article was the feed's own text already
MOST_TRIES = 3  # fetches of a page before the feed's own text has to do
RETRY = timedelta(minutes=20)  # longer with every try
_TAG = re.compile(r"<[^<>]{0,2000}>")

log = logging.getLogger(__name__)


class Stopping(Exception):  # noqa: N818 -- no error: the program ends
    pass


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what was read out of it. own: it is the feed's text, because of `reason`."""

    given: Given
    reading: Reading
    own: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """How the entries of one poll are taken in: read one after the other, stored together. taken:
    which of them became articles."""

    database: Database
    jail: Jail
    fetcher: Fetcher
    now: datetime
    gathering: Gathering
    taken: set[int] = field(default_factory=set)


def take(taking: Taking, feed: Feed, entry: EntryRow) -> None:
    """Bring the article behind an entry; or write beside the entry why there is none. Raises
    Stopping."""
    patient, names = entry.tries < MOST_TRIES, names_on(taking.database, (feed.shelf_id,))
    try:
        page = page_of(
            taking.jail, feed, entry, fetcher=taking.fetcher, patient=patient, names=names
        )
    except (FetchError, UnusableDocumentError) as error:
        _leave(taking, entry, error)
        return
    unwanted = refusal(feed.filters, title=entry.title, reading=page.reading)
    if unwanted is not None:
        mark_left(taking.database, entry.entry_id, EntryState.SKIPPED, unwanted)
        return
    taking.gathering.bring(
        replace(page.given, document_id=entry.document_id),  # else None: a new one
        page.reading,
        now=taking.now,
        told=partial(_settle, taking, entry),
        also=mark_taken(entry.entry_id),
    )


def _settle(taking: Taking, entry: EntryRow, became: Kept | BriefingsError) -> None:
    if isinstance(became, BriefingsError):
        _leave(taking, entry, became)
    else:
        taking.taken.add(entry.entry_id)


def _leave(taking: Taking, entry: EntryRow, error: BriefingsError) -> None:
    """Write down why an entry is no article, or that it is to be tried again. Raises Stopping, and
    what is no fault of the entry."""
    database, state, same = taking.database, EntryState.FAILED, None
    match error:
        case FetchError(reason="stopped"):
            raise Stopping from None
        case FetchError() if error.reason in PASSING and entry.tries < MOST_TRIES:
            retry_at = taking.now + RETRY * 2**entry.tries
            mark_retry(database, entry.entry_id, error.reason, retry_at=retry_at)
            return
        case DuplicateDocumentError():
            state, reason = EntryState.SKIPPED, "duplicate"
            same = cast("int | None", error.fields.get("document_id"))
        case QuotaError():
            reason = "full"
        case FetchError() | UnusableDocumentError() | NotFoundError():
            reason = str(error.fields.get("reason", "removed"))  # removed: what it was a version of
        case _:
            raise error
    mark_left(database, entry.entry_id, state, reason, document_id=same)


def page_of(
    jail: Jail,
    feed: Feed,
    entry: EntryRow,
    *,
    fetcher: Fetcher,
    patient: bool = False,
    names: tuple[AddedName, ...] = (),
) -> Page:
    """The page in full, else the entry's own text. patient: rather raise what may pass. names:
    what the feed's desk added to the gazetteer.

    Raises FetchError, UnusableDocumentError.
    """
    refused: FetchError | UnusableDocumentError | None = None
    if entry.link:
        try:
            found = fetcher.get(entry.link, named=False)
            given = _given(feed, entry, found.body, found.content_type)
            page = _read(jail, replace(given, url=found.url, names=names), entry)
            if 2 * len(body_text(page.reading.extraction)) >= len(_words(entry.content)):
                return page
        except (FetchError, UnusableDocumentError) as error:
            if error.reason == "stopped" or (patient and error.reason in PASSING):
                raise
            if entry.document_id is not None and error.reason not in BARRED:
                raise  # a page that is gone is no version of what it was
            refused = error
    if not _words(entry.content):
        raise refused or UnusableDocumentError("The entry holds no text.", reason="no-text")
    given = _given(feed, entry, _document(entry), "text/html; charset=utf-8")
    reason = refused.reason if refused else None
    return replace(_read(jail, replace(given, names=names), entry), own=True, reason=reason)


def _given(feed: Feed, entry: EntryRow, body: bytes, content_type: str) -> Given:
    return Given(
        body=body,
        origin=f"feed:{feed.feed_id}",
        shelf_id=feed.shelf_id,
        content_type=content_type,
        url=entry.link,
        source=feed.source,
    )


def _read(jail: Jail, given: Given, entry: EntryRow) -> Page:
    """The document's own date goes before the feed's."""
    try:
        reading = read_given(jail, given)
        dated = reading.extraction.published or reading.extraction.published_on
        if dated or entry.published_on is None:
            return Page(given, reading)
        given = replace(given, published_on=entry.published_on)
        return Page(given, read_given(jail, given))
    except JailBugError:
        log.exception("a page met a mistake of ours: entry_id=%d", entry.entry_id)
        raise UnusableDocumentError("Reading the page broke the reader.", reason="broken") from None


def _document(entry: EntryRow) -> bytes:
    """The entry as a web page of its own."""
    title = html.escape(entry.title)
    day = f'<meta property="article:published_time" content="{entry.published_on}">'
    whole = (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>'
        f"{day if entry.published_on else ''}</head><body><article><h1>{title}</h1>"
        f"{entry.content}</article></body></html>"
    )
    return whole.encode("utf-8", "replace")


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
