"""Which documents may give news, which only background, and which are left out and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from briefings.model import Article, Flag, LeftOut, Window

NEW = "new"
REWORDED, UNDATED, OLDER = "reworded", "undated", "older"
RETRACTED = "retracted"
FUTURE, NEAR_DUPLICATE = "future", "near-duplicate"
NO_EDGE, OTHER_EDGE, NOTHING = "no-edge", "other-edge", "nothing"
SHOWN, NO_ROOM = "shown", "no-room"

_A_DAY = timedelta(days=1)  # a publication date ahead of the clock by less is a matter of zones
_FIRST_DAY = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Admission:
    """Articles by what they may give. `repeats`: each new document that repeats another one, with
    that one, which may be older.

    `reasons` says of every other document why it gives no news.
    """

    new: tuple[Article, ...]
    older: tuple[Article, ...]
    repeats: tuple[tuple[Article, Article], ...]
    reasons: Mapping[int, str]


def published_day(article: Article, zone: ZoneInfo) -> date | None:
    """The day of publication: as given, or of the given instant in the edition's zone."""
    if article.published_on is not None:
        return article.published_on
    return article.published.astimezone(zone).date() if article.published else None


def look_back(window: Window) -> datetime:
    return window.until - timedelta(hours=window.look_back_hours)


def admit(articles: Iterable[Article], window: Window, zone: ZoneInfo) -> Admission:
    """Sort articles into new and older ones, newest first; the order given does not matter."""
    live = _latest_versions(articles, window)
    verdicts = {article.document_id: _verdict(article, window, zone) for article in live}
    fresh = [article for article in live if verdicts[article.document_id] == NEW]
    old = {document_id for document_id, verdict in verdicts.items() if verdict == OLDER}
    new, repeats = _without_copies(fresh, live, old)
    kept = {article.document_id for article in new}
    reasons = {
        document_id: NEAR_DUPLICATE if verdict == NEW else verdict
        for document_id, verdict in verdicts.items()
        if document_id not in kept
    }
    older = tuple(article for article in live if reasons.get(article.document_id) == OLDER)
    return Admission(new, older, repeats, reasons)


def left_out(
    articles: Iterable[Article],
    reasons: Mapping[int, str],
    limit: int,
    *,
    named: AbstractSet[int] = frozenset(),
) -> tuple[tuple[LeftOut, ...], int]:
    """Documents with their reasons, in the order given, and the number of those beyond `limit`.
    Where there are some, those whose names are needed go first."""
    every = [article for article in articles if article.document_id in reasons]
    listed = every
    if len(every) > limit:
        listed = sorted(every, key=lambda article: article.document_id not in named)[:limit]
    rows = tuple(
        LeftOut(
            each.document_id, each.title, each.source, each.url, reason=reasons[each.document_id]
        )
        for each in listed
    )
    return rows, len(every) - len(rows)


def newest_first(articles: Iterable[Article]) -> list[Article]:
    def age(article: Article) -> tuple[date, datetime, int]:
        day = article.published_on
        if day is None and article.published is not None:
            day = article.published.astimezone(UTC).date()
        return day or _FIRST_DAY, article.first_seen, -article.document_id

    return sorted(articles, key=age, reverse=True)


def _latest_versions(articles: Iterable[Article], window: Window) -> list[Article]:
    latest: dict[int, Article] = {}
    for article in articles:
        known = latest.get(article.document_id)
        if known is None or known.version < article.version:
            latest[article.document_id] = article
    return newest_first(
        article
        for article in latest.values()
        if article.removed_at is None and article.first_seen < window.until
    )


def _verdict(article: Article, window: Window, zone: ZoneInfo) -> str:
    day = published_day(article, zone)
    if Flag.REWORDED in article.reading.flags:
        return REWORDED
    if Flag.RETRACTED in article.reading.flags:
        return RETRACTED
    if day is None:  # a person may have dated a document that is silent itself
        return UNDATED
    if _published_after(article, day, window.until + _A_DAY, zone):
        return FUTURE
    seen_now = article.first_seen >= window.since
    return NEW if seen_now and _published_since(article, day, window, zone) else OLDER


def _published_since(article: Article, day: date, window: Window, zone: ZoneInfo) -> bool:
    """A day counts as a whole: every hour of it may have been the one."""
    if article.published is not None:
        return article.published >= look_back(window)
    return day >= look_back(window).astimezone(zone).date()


def _published_after(article: Article, day: date, end: datetime, zone: ZoneInfo) -> bool:
    if article.published is not None:
        return article.published > end
    return day > end.astimezone(zone).date()


def _without_copies(
    fresh: Sequence[Article], live: Sequence[Article], old: AbstractSet[int]
) -> tuple[tuple[Article, ...], tuple[tuple[Article, Article], ...]]:
    """One article of each story: the first of them, as its publisher last told it, unless the
    story was there before."""
    roots = {article.document_id: _root(article) for article in live}
    by_digest: dict[str, int] = {}
    for article in sorted(live, key=lambda each: (each.first_seen, each.document_id)):
        root = by_digest.setdefault(article.digest, roots[article.document_id])
        roots[article.document_id] = root
    stories: dict[int, list[Article]] = defaultdict(list)
    for article in fresh:
        stories[_end_of_chain(roots, article.document_id)].append(article)
    firsts: set[int] = set()
    by_id = {article.document_id: article for article in live}
    repeats: list[tuple[Article, Article]] = []
    for root, story in stories.items():
        story.sort(key=lambda each: (each.document_id != root, each.first_seen, each.document_id))
        if root in old:
            repeats += [(article, by_id[root]) for article in story]
            continue
        first = max(
            (article for article in story if article.source == story[0].source),
            key=lambda each: each.first_seen if each.source else datetime.min.replace(tzinfo=UTC),
        )
        firsts.add(first.document_id)
        repeats += [(article, first) for article in story if article is not first]
    new = tuple(article for article in fresh if article.document_id in firsts)
    place = {article.document_id: number for number, article in enumerate(fresh)}
    return new, tuple(sorted(repeats, key=lambda pair: place[pair[0].document_id]))


def _root(article: Article) -> int:
    return article.document_id if article.near_duplicate_of is None else article.near_duplicate_of


def _end_of_chain(roots: Mapping[int, int], document_id: int) -> int:
    seen = {document_id}
    while (root := roots.get(document_id, document_id)) not in seen:
        document_id = root
        seen.add(root)
    return root
