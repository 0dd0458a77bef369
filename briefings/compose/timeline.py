"""What happened when: dated sentences of the archive in the order of the days they tell of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from briefings.compose.differences import DAY, disagreements
from briefings.compose.frames import frames, grouped
from briefings.compose.page import Page
from briefings.compose.tellings import Telling, agree, gap, same_event, slipped, tellings, wanted
from briefings.model import Article, Flag, Span
from briefings.storage.articles import articles
from briefings.storage.database import Database
from briefings.storage.filters import NO_FILTERS, Filters
from briefings.storage.happenings import Dated, dated_sentences

MOST = 150
"""Sentences that one question to the archive may bring."""

UNTRUSTED = frozenset({Flag.UNDATED, Flag.REWORDED, Flag.RETRACTED})
_A_DAY = timedelta(days=1)

__all__ = ["Moment", "Telling", "Timeline", "timeline"]


@dataclass(slots=True)
class Line:
    """One telling, and the others that say the same."""

    telling: Telling
    also_in: list[Telling] = field(default_factory=list)

    @property
    def every(self) -> Sequence[Telling]:
        return (self.telling, *self.also_in)


@dataclass(frozen=True, slots=True)
class Moment:
    """One event: its telling; further lines are others that put it on another day."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """In the order of days. left_out: documents that tell of these days and are undated, reworded
    or retracted. earlier, later: the days on which it goes on beyond what was looked at."""

    moments: tuple[Moment, ...]
    left_out: int
    earlier: date | None = None
    later: date | None = None


def timeline(
    database: Database,
    *,
    shelves: Sequence[int],
    zone: ZoneInfo,
    since: date | None = None,
    until: date | None = None,
    filters: Filters = NO_FILTERS,
    passages: Mapping[int, Sequence[Span]] | None = None,
    most: int = MOST,
) -> Timeline:
    """since, until: days of what is told. passages: by version, where what is told has to stand;
    None for everywhere, then only what two corners of the triangle do.

    At most `most` sentences are looked at: the first from `since` on, or the newest where nobody
    says since when.
    """
    newest = since is None
    with database.steadily():
        rows = dated_sentences(
            database,
            shelves=shelves,
            since=since,
            until=until,
            filters=filters,
            versions=passages,
            newest=newest,
            limit=most,
        )
        whole, beyond = _whole_days(rows, newest=newest) if len(rows) >= most else (rows, None)
        inside = [row for row in whole if _inside(row, passages)]
        sound = [row for row in inside if not row.flags & UNTRUSTED]
        found = articles(database, {row.document_id for row in sound}, shelves=shelves)
    flagged = {row.document_id for row in inside if row.flags & UNTRUSTED}
    pages = _pages(found, sound)
    told = wanted([each for page in pages for each in tellings(page, zone)], since, until)
    moments = _moments(told, pages, zone)
    earlier, later = (beyond, None) if newest else (None, beyond)
    return Timeline(moments, len(flagged), earlier, later)


def _whole_days(rows: Sequence[Dated], *, newest: bool) -> tuple[Sequence[Dated], date]:
    """The rows without the day at which the question was cut off, and that day; of one day alone
    all that there are, and the day beyond."""
    cut = rows[0].first if newest else rows[-1].first
    whole = [row for row in rows if row.first != cut]
    if whole:
        return whole, cut
    return rows, cut - _A_DAY if newest else cut + _A_DAY


def _inside(row: Dated, passages: Mapping[int, Sequence[Span]] | None) -> bool:
    if passages is None:
        return True
    return any(passage.overlaps(row.span) for passage in passages.get(row.version_id, ()))


def _pages(found: Sequence[Article], rows: Sequence[Dated]) -> list[Page]:
    numbers: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        numbers[row.version_id].add(row.position)
    return [Page(article, only=numbers[article.version_id]) for article in found]


def _moments(told: Sequence[Telling], pages: Sequence[Page], zone: ZoneInfo) -> tuple[Moment, ...]:
    """Each event once, with those that tell it otherwise beside it."""
    events: list[list[Line]] = []
    differing = _differing(pages, zone)
    for each in told:
        for lines in events:
            if _takes(lines, each, differing):
                break
        else:
            events.append([Line(each)])
    return tuple(Moment(tuple(lines)) for lines in events)


def _takes(lines: list[Line], each: Telling, differing: Mapping[object, int]) -> bool:
    """Whether it belongs to this event, and then puts it there."""
    known = differing.get(each.place)
    beside = known is not None and any(
        differing.get(line.telling.place) == known
        and gap(line.telling, each)
        and line.telling.acts == each.acts
        for line in lines
    )
    same = [
        line
        for line in lines
        if line.telling.document_id != each.document_id and same_event(line.telling, each)
    ]
    for line in same:
        if agree(line.telling, each):
            line.also_in.append(each)
            return True
    if beside or any(slipped(line.telling, each) for line in same):
        lines.append(Line(each))
        return True
    return False


def _differing(pages: Sequence[Page], zone: ZoneInfo) -> dict[object, int]:
    """Of sentences that disagree on a day: which disagreement it is."""
    found = [each for each in disagreements(grouped(frames(pages, zone))) if each.point == DAY]
    return {frame.place: number for number, each in enumerate(found) for frame in each.frames}
