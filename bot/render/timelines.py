"""What happened when: each telling with the words that date it and how they were read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.languages import count, knows, say, say_day, say_when
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.extracts import Place, buttons_once, extract_line
from bot.render.layout import Layout, Line, card, message, paginate
from bot.render.quotes import LONGEST_TOPIC
from briefings.compose.tellings import Telling
from briefings.compose.timeline import Line as Told
from briefings.compose.timeline import Moment, Timeline
from briefings.model import Article, Edge

TEAL = 0x2F7E79
GREY = 0x6B7280
LINES_ON_A_PAGE = 5
LONGEST_DAY = 40
MOST_OTHERS = 5
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Spell:
    """What a timeline is asked for: about what, whose words, from which day to which (ISO days
    once they are known)."""

    about: str = ""
    edge: Edge | None = None
    since: str = ""
    until: str = ""
    speaker: str = ""

    @property
    def query(self) -> tuple[str, ...]:
        return self.about, self.edge or "", self.since, self.until, self.speaker

    @classmethod
    def from_query(cls, query: Sequence[str]) -> "Spell":
        about, edge, since, until, speaker = query
        return cls(about, Edge(edge) if edge else None, since, until, speaker)


def timeline_pages(asked: Spell, found: Timeline, locale: str) -> tuple[Layout, ...]:
    """Events that sources put on different days stay together."""
    top = _heading(asked, locale)
    blocks = [_block(moment, locale) for moment in found.moments]
    lines = iter(buttons_once([line for block in blocks for line in block]))
    blocks = [[next(lines) for _ in block] for block in blocks]
    pages = [
        page
        for group in _groups(blocks)
        for page in paginate([card(*group, heading=top, colour=TEAL)])
    ]
    notes = _notes(found, locale)
    return tuple(page.with_footer(notes) for page in pages) if notes else tuple(pages)


def no_days(asked: Spell, found: Timeline, *, did_you_mean: str | None, locale: str) -> Layout:
    meant = clean_line(did_you_mean or "", LONGEST_TOPIC)
    return message(
        say("timeline.none", locale),
        f"-# {filters}" if (filters := _filters(asked, locale)) else "",
        say("ask.did_you_mean", locale, question=meant) if meant else "",
        _notes(found, locale),
        colour=GREY,
    )


def wording_of(telling: Telling, locale: str) -> str:
    """The words as they stand, the date they were read as, and from where it was counted."""
    when, span = telling.when, telling.wording
    precision = say(f"precision.{when.precision}", locale)
    edtf = clean_line(when.edtf, LONGEST_DAY)
    if span is None:
        return say("timeline.read", locale, edtf=edtf, precision=precision)
    raw = span.of(telling.page.text)
    shown = clean_line(raw, LONGEST_DAY)
    read = say("timeline.wording", locale, raw=shown, edtf=edtf, precision=precision)
    if YEAR.search(raw):
        return read
    day, zone = anchor_of(telling.article)
    told = say("timeline.anchor", locale, day=say_day(day or telling.published, locale))
    return f"{read}, {told} ({zone})" if zone else f"{read}, {told}"


def anchor_of(article: Article) -> tuple[date | None, str]:
    """The day from which relative words were counted, and the zone of the source's clock where the
    document gives one."""
    found = article.reading.extraction.published
    if found is None or found.tzinfo is None or article.published != found:
        return article.published_on, ""
    return found.date(), zone_of(found)


def zone_of(moment: datetime) -> str:
    """ "UTC+09:00"."""
    return f"UTC{moment.isoformat()[-6:]}" if moment.utcoffset() else "UTC"


def _heading(asked: Spell, locale: str) -> str:
    filters = _filters(asked, locale)
    top = say("timeline.heading", locale)
    return f"{top}\n-# {filters}" if filters else top


def _filters(asked: Spell, locale: str) -> str:
    about = clean_line(asked.about, LONGEST_TOPIC)
    edge = say(f"edge.{asked.edge}", locale) if asked.edge else ""
    return labels.joined(
        (
            say("quotes.about", locale, about=about) if about else "",
            clean_line(asked.speaker, labels.LONGEST_NAME),
            say("ask.filter.edge", locale, edge=edge) if edge else "",
            say("timeline.since", locale, day=_day(asked.since, locale)) if asked.since else "",
            say("timeline.until", locale, day=_day(asked.until, locale)) if asked.until else "",
        ),
        locale,
    )


def _day(given: str, locale: str) -> str:
    try:
        return say_day(date.fromisoformat(given), locale)
    except ValueError:
        return clean_line(given, LONGEST_DAY)


def _groups(blocks: Sequence[Sequence[Line]]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for block in blocks:
        if not groups or len(groups[-1]) + len(block) > LINES_ON_A_PAGE:
            groups.append([])
        groups[-1] += block
    return groups


def _block(moment: Moment, locale: str) -> list[Line]:
    first, *others = moment.lines
    return [_line(first, locale), *(_line(each, locale, differs=True) for each in others)]


def _line(told: Told, locale: str, *, differs: bool = False) -> Line:
    telling = told.telling
    article = telling.article
    said = telling.speaking
    label = f"role.{telling.role}" if telling.role else ""
    speaker = said.speaker_in(article.text) if said else ""
    head = labels.joined(
        (
            f"⇄ {say('timeline.differs', locale)}" if differs else "",
            f"**{say_when(telling.when, locale)}**",
            f"**{clean_line(speaker, labels.LONGEST_NAME)}**" if speaker else "",
            labels.medium_label(said.medium, locale) if said else "",
            say(label, locale) if label and knows(label) else "",
        ),
        locale,
    )
    foot = labels.joined(
        (
            labels.via_label(article.source, locale)
            if speaker
            else labels.source_label(article.source, locale),
            labels.kind_label(article.reading.kind, locale),
            labels.published_label(telling.published, locale),
            _also_in(told, locale),
        ),
        locale,
    )
    place = Place(article.document_id, article.version_id, telling.span, article.url)
    foot = f"{wording_of(telling, locale)}\n-# {foot}"
    return extract_line(telling.span.of(article.text), place, head=head, foot=foot, locale=locale)


def _also_in(told: Told, locale: str) -> str:
    own = told.telling.article.source
    names = dict.fromkeys(each.article.source for each in told.also_in)
    others = [labels.source_label(name, locale) for name in names if name != own]
    if not others:
        return count("timeline.told", locale, len(told.every)) if told.also_in else ""
    return say("item.also_in", locale, sources=", ".join(others[:MOST_OTHERS]))


def _notes(found: Timeline, locale: str) -> str:
    notes = (
        count("timeline.left_out", locale, found.left_out) if found.left_out else "",
        say("timeline.earlier", locale, day=say_day(found.earlier, locale))
        if found.earlier
        else "",
        say("timeline.later", locale, day=say_day(found.later, locale)) if found.later else "",
    )
    return "\n".join(f"-# {note}" for note in notes if note)
