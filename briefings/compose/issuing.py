"""Editions and the archive: composed once, stored for good, and fitted to one channel."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from briefings.compose.edition import compose
from briefings.compose.lengths import items_of, shortened
from briefings.compose.serialisation import edition_from_json, edition_to_json
from briefings.errors import DriftedExtractError
from briefings.model import Edition, Item, Length, Subscription, Window
from briefings.storage.articles import articles_for_window, removed_among, verify_extracts
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim, frozen_extracts, last_window_end, shown_in
from briefings.storage.editions import EditionKey, find_edition, store_edition
from briefings.storage.shelves import visible_shelves
from briefings.storage.subscriptions import subscription

MOST_KEPT = 64  # editions at hand


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
    fresh = without_shown(edition, shown_in(database, subscription.channel_id))
    return shortened(fresh, subscription.length)


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition as one channel gets it: without `shown`, which the channel has been given.

    digests: of the extracts that it will show.
    """

    subscription: Subscription
    edition_id: int
    edition: Edition
    digests: tuple[str, ...]
    shown: frozenset[str]


class Press:
    """Gives out issues, and does for equal subscriptions once what is the same for all of them.

    Safe to use from several threads. `forget` is for the end of a round of posting.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = Lock()
        self._editions: dict[EditionKey, tuple[int, Edition, frozenset[str]]] = {}
        self._fitted: dict[_Fit, tuple[Edition, tuple[str, ...]]] = {}

    def forget(self) -> None:
        with self._turn:
            self._editions.clear()
            self._fitted.clear()

    def issue(self, subscription_id: int, *, until: datetime, now: datetime) -> Issue:
        """Found or composed, and each extract sliced out of the stored text again.

        Raises DriftedExtractError if one is not what it was, NotFoundError where the subscription
        has ended.
        """
        held = subscription(self._database, subscription_id)
        given = shown_in(self._database, held.channel_id)
        with self._turn:
            edition_id, edition, digests = self._edition(held, until, now)
            shown = digests & given
            fit, left = self._fit(_Fit(edition_id, shown, held.length), edition)
        return Issue(held, edition_id, fit, left, shown)

    def _edition(
        self, held: Subscription, until: datetime, now: datetime
    ) -> tuple[int, Edition, frozenset[str]]:
        key = _key(self._database, held, until)
        if key not in self._editions:
            _make_room(self._editions)
            number, edition = edition_for(self._database, held, until=until, now=now)
            digests = frozenset(item.extract.digest for item in items_of(edition))
            self._editions[key] = (number, edition, digests)
        return self._editions[key]

    def _fit(self, wanted: "_Fit", edition: Edition) -> tuple[Edition, tuple[str, ...]]:
        if wanted not in self._fitted:
            _make_room(self._fitted)
            self._fitted[wanted] = fitted(
                self._database, edition, shown=wanted.shown, length=wanted.length
            )
        return self._fitted[wanted]


@dataclass(frozen=True, slots=True)
class _Fit:
    """What tells the forms of stored editions apart."""

    edition_id: int
    shown: frozenset[str]
    length: Length


def _make_room(kept: dict[Any, Any]) -> None:
    """The oldest goes."""
    if len(kept) >= MOST_KEPT:
        del kept[next(iter(kept))]


def fitted(
    database: Database,
    edition: Edition,
    *,
    shown: AbstractSet[str] = frozenset(),
    length: Length = Length.FULL,
) -> tuple[Edition, tuple[str, ...]]:
    """The edition less what has been shown and whose document has been removed since, in this
    length, and the digests of the extracts that are left.

    Raises DriftedExtractError if an extract is not what the stored text says.
    """
    every = [item.extract for item in items_of(edition)]
    gone = removed_among(database, (extract.document_id for extract in every))
    removed = {extract.digest for extract in every if extract.document_id in gone}
    fit = shortened(without_shown(edition, shown | removed), length)
    extracts = tuple(dict.fromkeys(item.extract for item in items_of(fit)))
    verify_extracts(database, extracts)
    return fit, tuple(dict.fromkeys(extract.digest for extract in extracts))


def verify_frozen(database: Database, claimed: Claim) -> None:
    """Look again at what was frozen before: each extract in its stored text, none of a document
    that has been removed since. Raises DriftedExtractError."""
    extracts = frozen_extracts(database, claimed)
    verify_extracts(database, extracts)
    gone = removed_among(database, (extract.document_id for extract in extracts))
    if gone:
        raise DriftedExtractError("A document was removed since", document_id=min(gone))


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


def _key(database: Database, subscription: Subscription, until: datetime) -> EditionKey:
    look_back = timedelta(hours=subscription.look_back_hours)
    before = last_window_end(database, subscription.subscription_id, before=until)
    return EditionKey(
        shelves=visible_shelves(database, subscription.guild_id),
        window=Window(before or until - look_back, until, subscription.look_back_hours),
        zone=subscription.zone,
        edges=subscription.edges,
        sources=subscription.sources,
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
