"""Quotes from several documents, each with speaker, date, source and link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.languages import say, say_when
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.extracts import Place, buttons_once, extract_line
from bot.render.layout import Layout, Line, card, message, paginate
from briefings.model import Edge, Kind, Medium, When

BLUE = 0x3B5B92
GREY = 0x6B7280
QUOTES_ON_A_PAGE = 5
LONGEST_TOPIC = 80


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as it is shown: its words (with their marks, or inside their sentence)."""

    words: str
    place: Place
    speaker: str
    said: When | None
    medium: Medium
    title: str
    source: str
    kind: Kind
    published_on: date | None
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose quotes, about what; empty where it does not matter."""

    speaker: str = ""
    about: str = ""
    edge: Edge | None = None

    @property
    def query(self) -> tuple[str, str, str]:
        return self.speaker, self.about, self.edge or ""

    @classmethod
    def from_query(cls, query: Sequence[str]) -> "Wanted":
        speaker, about, edge = query
        return cls(speaker, about, Edge(edge) if edge else None)


def quote_pages(
    wanted: Wanted, quotes: Sequence[Said], *, speakers: Sequence[str], locale: str
) -> tuple[Layout, ...]:
    """speakers: the names under which the wanted one was found."""
    top = _heading(wanted, speakers, locale)
    lines = buttons_once([_line(quote, locale) for quote in quotes])
    groups = [lines[at : at + QUOTES_ON_A_PAGE] for at in range(0, len(lines), QUOTES_ON_A_PAGE)]
    return tuple(
        page for group in groups for page in paginate([card(*group, heading=top, colour=BLUE)])
    )


def no_quotes(wanted: Wanted, *, nearest: Sequence[str], locale: str) -> Layout:
    names = ", ".join(clean_line(name, labels.LONGEST_NAME) for name in nearest)
    return message(
        say("quotes.none", locale),
        _heading(wanted, (), locale, empty=True),
        say("quotes.nearest", locale, speakers=names) if names else "",
        colour=GREY,
    )


def _heading(wanted: Wanted, speakers: Sequence[str], locale: str, *, empty: bool = False) -> str:
    named = ", ".join(clean_line(name, labels.LONGEST_NAME) for name in speakers[:3])
    named = named or clean_line(wanted.speaker, labels.LONGEST_NAME)
    about = clean_line(wanted.about, LONGEST_TOPIC)
    filters = (
        named if empty else "",
        say("quotes.about", locale, about=about) if about else "",
        say("ask.filter.edge", locale, edge=say(f"edge.{wanted.edge}", locale))
        if wanted.edge
        else "",
    )
    small = labels.joined(filters, locale)
    small = f"-# {small}" if small else ""
    if empty:
        return small
    top = say("quotes.of", locale, speaker=named) if named else say("quotes.heading", locale)
    return f"{top}\n{small}" if small else top


def _line(quote: Said, locale: str) -> Line:
    head = labels.joined(
        (
            f"**{clean_line(quote.speaker, labels.LONGEST_NAME)}**",
            say_when(quote.said, locale) if quote.said else "",
            labels.medium_label(quote.medium, locale),
        ),
        locale,
    )
    foot = labels.joined(
        (
            labels.via_label(quote.source, locale),
            labels.kind_label(quote.kind, locale),
            labels.published_label(quote.published_on, locale),
            f"“{clean_line(quote.title, LONGEST_TOPIC)}”" if quote.title else "",
            f"⚠ **{say('mark.retracted', locale)}**" if quote.retracted else "",
        ),
        locale,
    )
    return extract_line(quote.words, quote.place, head=head, foot=foot, locale=locale)
