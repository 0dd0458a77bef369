"""What a channel has been told of a story before, beside what is new about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefings.compose.lengths import items_of
from briefings.compose.wording import alike, figures, stems
from briefings.model import Edition, Item, Precision, Role

_SAME_STORY = 0.3  # of the stems in common
_SAME_WORDS = 0.8  # … and nothing is new but a word or two
_DAYS = 7  # a story that rests for longer has ended
_EXACT = frozenset({Precision.DAY, Precision.MINUTE})
# Every story of the desk is told in these words, so that they make no two of them one.
_EVERYWHERE = stems(
    "North South Korea Korean Korea's Russia Russian Russia's Seoul Moscow Pyongyang DPRK ROK "
    "president minister ministry foreign leader official officials government spokesman "
    "spokeswoman said says told added January February March April May June July August September "
    "October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "Северная Южная Северной Южной Корея Кореи КНДР Россия России РФ президент министр МИД "
    "официальный официальная официального представитель представителя пресс-секретарь "
    "spokesperson deputy vice secretary reporters leader's agency news "
    "заявил заявила сообщил сообщила января февраля марта апреля мая июня июля августа сентября "
    "октября ноября декабря года 북한 남한 한국 러시아 대통령 장관 외무상 외교부 통신 당국자 "
    "관계자 대변인 말했다 밝혔다 전했다"
)
_STANDING = frozenset({Role.BACKGROUND, Role.POSITION, Role.QUESTION})


@dataclass(frozen=True, slots=True)
class Told:
    """An item that a channel has been shown, as far as another can be compared with it. matter:
    the stems that tell its story from others of the desk."""

    document_id: int
    version_id: int
    digest: str
    stems: frozenset[str]
    matter: frozenset[str]
    figures: frozenset[str]
    day: date | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Digests of an edition's extracts. repeats: they say nothing that the channel has not been
    told. updates: they say something new of a story that it knows."""

    repeats: frozenset[str]
    updates: frozenset[str]


NOTHING_KNOWN = Known(frozenset(), frozenset())


def told(edition: Edition) -> tuple[Told, ...]:
    """What an edition tells as news; what is older stands in it as background alone."""
    news = {item.extract.digest: item for item in items_of(edition) if _is_news(item)}
    return tuple(_told(item) for item in news.values())


def compare(edition: Edition, before: Iterable[Told]) -> Known:
    """Each item against all that a channel has been shown."""
    earlier = tuple(before)
    repeats, updates = set[str](), set[str]()
    if earlier:
        for mine in told(edition):
            known = [each for each in earlier if _same_story(mine, each)]
            if any(_says_the_same(mine, each) for each in known):
                repeats.add(mine.digest)
            elif known:
                updates.add(mine.digest)
    return Known(frozenset(repeats), frozenset(updates))


def shown_of(editions: Iterable[Sequence[Told]], shown: frozenset[str]) -> frozenset[Told]:
    """Of what the editions tell, what the channel was really given."""
    return frozenset(each for edition in editions for each in edition if each.digest in shown)


def _is_news(item: Item) -> bool:
    return item.role not in _STANDING


def _told(item: Item) -> Told:
    words, when = item.extract.words, item.when
    every = stems(words)
    return Told(
        document_id=item.extract.document_id,
        version_id=item.extract.version_id,
        digest=item.extract.digest,
        stems=every,
        matter=frozenset(each for each in every - _EVERYWHERE if not each.isdecimal()),
        figures=figures(words),
        day=when.last if when else item.published_on,
        exact=when is not None and when.precision in _EXACT,
    )


def _same_story(mine: Told, other: Told) -> bool:
    """Alike, and of one event; or the same document, which has been changed since."""
    if mine.digest == other.digest:
        return False
    changed = mine.document_id == other.document_id and mine.version_id != other.version_id
    least = _SAME_STORY / 2 if changed else _SAME_STORY
    return _may_be_one_event(mine, other) and alike(mine.matter, other.matter) >= least


def _may_be_one_event(mine: Told, other: Told) -> bool:
    """Two events of the same kind on two days are no story that goes on."""
    if mine.day is None or other.day is None:
        return False
    apart = abs((mine.day - other.day).days)
    return apart <= (1 if mine.exact and other.exact else _DAYS)


def _says_the_same(mine: Told, other: Told) -> bool:
    return mine.figures <= other.figures and alike(mine.stems, other.stems) >= _SAME_WORDS
