"""What came in since somebody last looked: what they watch for first, then edge by edge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from briefings.compose.edition import compose
from briefings.compose.watched import Watched, watched_among
from briefings.model import Article, Edition, Flag, Length, Role, SectionItems, Window
from briefings.storage.articles import articles_for_window
from briefings.storage.database import Database
from briefings.storage.watching import (
    Look,
    came_in,
    look_of,
    newest_document,
    watches_of,
)

FIRST_TIME = timedelta(hours=24)
LATE = timedelta(hours=2)
"""A document is seen when its reading begins; it may be stored so much later, after somebody has
looked. What has been shown is told by its number, which is given when it is stored."""

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one look to another; what came in is told by the documents' numbers."""

    since: Look
    until: Look


@dataclass(frozen=True, slots=True)
class CatchUp:
    """edition: what the new documents report, the most important first in each of its sections.
    further: documents with something watched for that are not shown. documents: all that came in;
    looked_at: those of them that could be looked at."""

    stretch: Stretch
    watched: tuple[Watched, ...]
    further: int
    edition: Edition
    documents: int
    looked_at: int


def stretch_now(
    database: Database, *, shelves: Sequence[int], guild_id: int, user_id: int, now: datetime
) -> Stretch:
    """Since the person last looked; for somebody who never has, the last day."""
    since = look_of(database, guild_id=guild_id, user_id=user_id) or Look(now - FIRST_TIME, 0)
    newest = newest_document(database, shelves=shelves)
    return Stretch(since, Look(max(now, since.until), max(newest, since.document_id)))


def catch_up(
    database: Database,
    stretch: Stretch,
    *,
    shelves: Sequence[int],
    guild_id: int,
    user_id: int,
    zone: str,
    language: str,
    look_back_hours: int,
) -> CatchUp:
    """look_back_hours: how old at least may be what is news; more after a longer absence."""
    since, until = stretch.since, stretch.until
    hours = look_back_hours + int((until.until - since.until) / HOUR)
    window = Window(since.until, until.until + timedelta(microseconds=1), hours)
    with database.steadily():
        wider = replace(window, since=window.since - LATE) if since.document_id else window
        found = [
            _aligned(each, stretch, window)
            for each in articles_for_window(database, wider, shelves=shelves)
            if each.document_id <= until.document_id
        ]
        new = [each for each in found if each.first_seen >= window.since]
        watches = watches_of(database, guild_id=guild_id, user_id=user_id)
        genuine = [each for each in new if Flag.RETRACTED not in each.reading.flags]
        watched, further = watched_among(database, genuine, watches, shelves=shelves)
        count = came_in(
            database,
            shelves=shelves,
            after=since.document_id,
            until=until.document_id,
            since=wider.since,
        )
    edition = compose(found, window=window, zone=zone, language=language, length=Length.STANDARD)
    return CatchUp(
        stretch, watched, further, _beside(edition, watched, new), max(count, len(new)), len(new)
    )


def _aligned(article: Article, stretch: Stretch, window: Window) -> Article:
    """As having come in before or after the look, by its number."""
    last = stretch.since.document_id
    if not last or (article.document_id > last) == (article.first_seen >= window.since):
        return article
    seen = window.since if article.document_id > last else window.since - HOUR
    return replace(article, first_seen=seen)


def _beside(edition: Edition, watched: Sequence[Watched], new: Sequence[Article]) -> Edition:
    """News of the new documents alone, without the sentences that stand among the watched; in each
    section first what deserves its place most."""
    came_in = {each.document_id for each in new}
    shown = {each.words for each in watched}
    sections = [
        SectionItems(
            each.section,
            tuple(
                item
                for item in sorted(each.items, key=lambda item: item.rank)
                if item.extract.document_id in came_in
                and item.role is not Role.BACKGROUND
                and item.extract.words not in shown
            ),
        )
        for each in edition.sections
    ]
    return replace(edition, sections=tuple(sections))
