"""Editions and the archive: composed once, stored for good, and fitted to one channel."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from briefings.compose.edition import compose
from briefings.compose.serialisation import edition_from_json, edition_to_json
from briefings.model import Edition, Item, Subscription, Window
from briefings.storage.articles import articles_for_window, verify_extracts
from briefings.storage.database import Database
from briefings.storage.deliveries import last_window_end, shown_in
from briefings.storage.editions import EditionKey, find_edition, store_edition
from briefings.storage.shelves import visible_shelves


def edition_for(
    database: Database, subscription: Subscription, *, until: datetime, now: datetime
) -> tuple[int, Edition]:
    """The edition of the window that ends at `until`: found, or composed and stored."""
    key = _key(database, subscription, until)
    found = find_edition(database, key)
    if found is not None:
        return found[0], edition_from_json(found[1])
    edition = _compose(database, subscription, key.window)
    stored = store_edition(
        database,
        key,
        edition_to_json(edition),
        extracts=tuple(dict.fromkeys(item.extract for item in items_of(edition))),
        now=now,
    )
    return stored, edition


def preview_edition(database: Database, subscription: Subscription, *, until: datetime) -> Edition:
    """What the channel would be given at `until`; nothing is stored."""
    edition = _compose(database, subscription, _key(database, subscription, until).window)
    return without_shown(edition, shown_in(database, subscription.channel_id))


def fitted(
    database: Database, edition: Edition, *, channel_id: int
) -> tuple[Edition, tuple[str, ...]]:
    """The edition as one channel gets it, and the digests of the extracts that it will show.

    Every extract has just been sliced out of the stored text again: DriftedExtractError if one
    is not what it was.
    """
    fit = without_shown(edition, shown_in(database, channel_id))
    extracts = tuple(dict.fromkeys(item.extract for item in items_of(fit)))
    verify_extracts(database, extracts)
    return fit, tuple(dict.fromkeys(extract.digest for extract in extracts))


def without_shown(edition: Edition, shown: AbstractSet[str]) -> Edition:
    """The edition less the extracts with these digests; a difference keeps two sides or goes."""
    sections = tuple(
        replace(section, items=_unseen(section.items, shown)) for section in edition.sections
    )
    differences = (replace(each, items=_unseen(each.items, shown)) for each in edition.differences)
    return replace(
        edition,
        bottom_line=_unseen(edition.bottom_line, shown),
        sections=sections,
        differences=tuple(each for each in differences if len(each.items) > 1),
    )


def items_of(edition: Edition) -> Iterable[Item]:
    """Every item in the order it is printed; the same extract may come again."""
    yield from edition.bottom_line
    for section in edition.sections:
        yield from section.items
    for difference in edition.differences:
        yield from difference.items


def _key(database: Database, subscription: Subscription, until: datetime) -> EditionKey:
    look_back = timedelta(hours=subscription.look_back_hours)
    before = last_window_end(database, subscription.subscription_id, before=until)
    return EditionKey(
        shelves=visible_shelves(database, subscription.guild_id),
        window=Window(before or until - look_back, until, subscription.look_back_hours),
        zone=subscription.zone,
        edges=subscription.edges,
        sources=subscription.sources,
        length="full",
        language=subscription.language,
    )


def _compose(database: Database, subscription: Subscription, window: Window) -> Edition:
    shelves = visible_shelves(database, subscription.guild_id)
    found = articles_for_window(database, window, shelves=shelves)
    if subscription.sources:
        found = tuple(each for each in found if each.source in subscription.sources)
    return compose(
        found,
        window=window,
        zone=subscription.zone,
        edges=subscription.edges,
        language=subscription.language,
    )


def _unseen(items: Sequence[Item], shown: AbstractSet[str]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.extract.digest not in shown)
