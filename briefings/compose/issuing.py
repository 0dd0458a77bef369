"""Editions and the archive: composed once, stored for good, and fitted to one channel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import TypeVar
from zoneinfo import ZoneInfo

from briefings.compose.edition import compose
from briefings.compose.fitting import Form, fitted, in_form
from briefings.compose.lengths import items_of
from briefings.compose.material import to_read
from briefings.compose.outlets import LATELY
from briefings.compose.serialisation import edition_from_json, edition_to_json
from briefings.compose.updates import Known, Told, compare, shown_of, told
from briefings.model import Article, Edition, Subscription, Window
from briefings.storage.articles import articles_for_window
from briefings.storage.coverage import activity
from briefings.storage.database import Database
from briefings.storage.deliveries import Standing, last_window_end, shown_in, standing
from briefings.storage.editions import (
    EditionKey,
    edition,
    editions_given,
    find_edition,
    store_edition,
)
from briefings.storage.shelves import COMMON_SHELF, visible_shelves
from briefings.storage.sources import trusts_of

K = TypeVar("K")
V = TypeVar("V")

MOST_KEPT = 64  # editions at hand
MOST_COMPARED = 14  # earlier editions of a channel in which a story is looked for


def _edition_of(
    database: Database, key: EditionKey, subscription: Subscription, now: datetime
) -> tuple[int, Edition]:
    """The edition of the key: found, or composed and stored."""
    found = find_edition(database, key)
    if found is not None:
        return found[0], edition_from_json(found[1])
    edition = _compose(database, subscription, key.window, key.shelves)
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
    shelves = visible_shelves(database, subscription.guild_id)
    last = last_window_end(database, subscription.subscription_id, before=until)
    window = _window(subscription, last, until)
    edition = _compose(database, subscription, window, shelves)
    given = shown_in(database, subscription.channel_id)
    before = Press(database).told_in(subscription.channel_id, given, until=until)
    fit = in_form(edition, Form(given, compare(edition, before), subscription.length))
    return fit if fit.heard == edition.heard else _counted(database, subscription, fit)


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition as one channel gets it. digests: of the extracts that it will show."""

    subscription: Subscription
    edition_id: int
    edition: Edition
    digests: tuple[str, ...]
    form: Form
    shelves: tuple[int, ...]


class Press:
    """Gives out issues, and does for equal subscriptions once what is the same for all of them.

    Safe to use from several threads. `forget` is for the end of a round of posting.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = Lock()
        self._editions: dict[EditionKey, tuple[int, Edition, frozenset[str]]] = {}
        self._told: dict[int, tuple[Told, ...]] = {}
        self._known: dict[tuple[int, frozenset[Told]], Known] = {}
        self._fitted: dict[tuple[int, Form], tuple[Edition, tuple[str, ...]]] = {}

    def forget(self) -> None:
        with self._turn:
            for kept in (self._editions, self._told, self._known, self._fitted):
                kept.clear()

    def issue(self, subscription_id: int, *, until: datetime, now: datetime) -> Issue:
        """Found or composed, and each extract sliced out of the stored text again.

        Raises DriftedExtractError if one is not what it was, NotFoundError where the subscription
        has ended.
        """
        found = standing(self._database, subscription_id, before=until)
        held, given = found.subscription, found.given
        before = self.told_in(held.channel_id, given, until=until)
        key = _key(found, until)
        with self._turn:
            number, edition, digests = self._edition(key, held, now)
            known = self._compared(number, edition, before)
            form = Form(digests & given, known, held.length)
            if (number, form) not in self._fitted:
                fit, left = fitted(self._database, edition, form)
                if fit.heard != edition.heard:
                    fit = _counted(self._database, held, fit)
                _keep(self._fitted, (number, form), (fit, left))
            fit, left = self._fitted[number, form]
        return Issue(held, number, fit, left, form, key.shelves)

    def told_in(
        self, channel_id: int, given: frozenset[str], *, until: datetime
    ) -> frozenset[Told]:
        """What the channel was told by its last editions; `given` are digests it was shown."""
        if not given:
            return frozenset()
        last = editions_given(
            self._database, channel_id=channel_id, before=until, limit=MOST_COMPARED
        )
        with self._turn:
            return shown_of(self._tellings(last), given)

    def _tellings(self, edition_ids: Iterable[int]) -> Iterable[tuple[Told, ...]]:
        for number in edition_ids:
            if number not in self._told:
                stored = edition_from_json(edition(self._database, number))
                _keep(self._told, number, told(stored))
            yield self._told[number]

    def _edition(
        self, key: EditionKey, held: Subscription, now: datetime
    ) -> tuple[int, Edition, frozenset[str]]:
        if key not in self._editions:
            number, edition = _edition_of(self._database, key, held, now)
            digests = frozenset(item.extract.digest for item in items_of(edition))
            _keep(self._editions, key, (number, edition, digests))
        return self._editions[key]

    def _compared(self, number: int, edition: Edition, before: frozenset[Told]) -> Known:
        if (number, before) not in self._known:
            _keep(self._known, (number, before), compare(edition, before))
        return self._known[number, before]


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """The oldest goes."""
    if len(kept) >= MOST_KEPT:
        del kept[next(iter(kept))]
    kept[key] = value


def _key(found: Standing, until: datetime) -> EditionKey:
    subscription, own = found.subscription, found.own_shelf
    return EditionKey(
        shelves=(COMMON_SHELF,) if own is None else (COMMON_SHELF, own),
        window=_window(subscription, found.last_until, until),
        zone=subscription.zone,
        edges=subscription.edges,
        sources=subscription.sources,
        language=subscription.language,
    )


def _window(subscription: Subscription, last_until: datetime | None, until: datetime) -> Window:
    """From where the last edition ended, or as far back as the subscription looks."""
    look_back = timedelta(hours=subscription.look_back_hours)
    return Window(last_until or until - look_back, until, subscription.look_back_hours)


def _compose(
    database: Database, subscription: Subscription, window: Window, shelves: tuple[int, ...]
) -> Edition:
    wanted = subscription.sources

    def read_of(articles: Sequence[Article]) -> frozenset[int]:
        heard = [each for each in articles if not wanted or each.source in wanted]
        return to_read(heard, window, ZoneInfo(subscription.zone))

    found = articles_for_window(database, window, shelves=shelves, to_read=read_of)
    heard = activity(database, shelves=shelves, window=window, lately=LATELY)
    if wanted:
        found = tuple(each for each in found if each.source in wanted)
        heard = tuple(each for each in heard if each.source in wanted)
    edition = compose(
        found,
        window=window,
        zone=subscription.zone,
        edges=subscription.edges,
        language=subscription.language,
        sources=heard,
    )
    return _counted(database, subscription, edition)


def _counted(database: Database, subscription: Subscription, edition: Edition) -> Edition:
    """With the independent publishers among those that it heard."""
    trusts = trusts_of(database, subscription.guild_id)
    names = {each.source for each in edition.heard}
    return replace(
        edition, publishers=trusts.publishers(names), state_media=trusts.state_media(names)
    )
