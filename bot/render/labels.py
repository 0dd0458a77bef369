"""The small print that stands beside an extract: source, kind, date, flags."""

from collections.abc import Iterable
from datetime import date

from bot.languages import knows, say, say_day
from bot.render.clean import clean_line
from briefings.model import OPINION, Edge, Flag, Kind, Medium

LONGEST_NAME = 80  # of a source or a speaker
LONGEST_TITLE = 200
FLAGS = (
    Flag.RETRACTED,
    Flag.REWORDED,
    Flag.UNDATED,
    Flag.TRUNCATED,
    Flag.NEAR_DUPLICATE,
    Flag.OPINION,
)


def joined(parts: Iterable[str], locale: str) -> str:
    return say("separator", locale).join(part for part in parts if part)


def source_label(source: str, locale: str) -> str:
    return clean_line(source, LONGEST_NAME) or say("origin.none", locale)


def via_label(source: str, locale: str) -> str:
    """The source as the one through which a speaker is heard."""
    shown = source_label(source, locale)
    return say("item.via", locale, source=shown) if clean_line(source, LONGEST_NAME) else shown


def title_label(title: str, locale: str) -> str:
    return clean_line(title, LONGEST_TITLE) or say("title.none", locale)


def kind_label(kind: Kind, locale: str) -> str:
    """The kind, and that it is opinion where it is."""
    label = say(f"kind.{kind}", locale)
    opinion = say("mark.opinion", locale)
    return f"{label} ({opinion})" if kind in OPINION else label


def published_label(day: date | None, locale: str) -> str:
    if day is None:
        return say("date.none", locale)
    return say("published", locale, day=say_day(day, locale))


def medium_label(medium: Medium | None, locale: str) -> str:
    """How the words were given; nothing for spoken ones, which is the usual case."""
    if medium is None or medium is Medium.SPOKEN:
        return ""
    return f"**{say(f'medium.{medium}', locale)}**"


def flag_lines(flags: frozenset[Flag], locale: str) -> list[str]:
    return [f"-# {say(f'flag.{flag}', locale)}" for flag in FLAGS if flag in flags]


def marks(flags: frozenset[Flag], locale: str) -> str:
    """The flags as short words behind a document's name; opinion is said with its kind."""
    shown = [say(f"mark.{flag}", locale) for flag in FLAGS if flag in flags]
    return "".join(f" · ⚠ {mark}" for mark in shown if mark != say("mark.opinion", locale))


def edges_label(edges: Iterable[Edge], locale: str) -> str:
    names = [say(f"edge.{edge}", locale) for edge in edges]
    return ", ".join(names) or say("edge.none", locale)


def phrase(family: str, key: str, locale: str) -> str:
    """The catalogue's words for `key`, or `key` itself where a newer archive knows more."""
    whole = f"{family}.{key}"
    return say(whole, locale) if knows(whole) else clean_line(key, LONGEST_NAME)
