"""Editions as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = UUID("6c1b7a52-5d0e-4f0b-9a58-5f6a8a3d7c11")  # of this program's editions
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition. key: what is its own and never changes; content: plain text."""

    key: str
    title: str
    published: datetime
    updated: datetime
    content: str
    language: str
    link: str | None = None


def atom(entries: Iterable[Entry], *, title: str, author: str, key: str) -> str:
    """The feed as XML in UTF-8, in the order given. The same entries give the same bytes.

    key: the feed's own; with it the ids stay the same wherever the file is kept.
    """
    every = list(entries)
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", _urn(key))
    _add(feed, "title", title)
    _add(feed, "updated", _moment(max((each.updated for each in every), default=_EPOCH)))
    _add(_add(feed, "author"), "name", author)
    for each in every:
        _entry(_add(feed, "entry"), each)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(into: ET.Element, entry: Entry) -> None:
    into.set(_LANGUAGE, entry.language)
    _add(into, "id", _urn(entry.key))
    _add(into, "title", entry.title)
    _add(into, "published", _moment(entry.published))
    _add(into, "updated", _moment(entry.updated))
    if entry.link:
        ET.SubElement(into, f"{{{_ATOM}}}link", {"rel": "alternate", "href": entry.link})
    _add(into, "content", entry.content).set("type", "text")


def _add(into: ET.Element, name: str, text: str | None = None) -> ET.Element:
    made = ET.SubElement(into, f"{{{_ATOM}}}{name}")
    made.text = None if text is None else _sound(text)
    return made


def _sound(text: str) -> str:
    """Without the characters that XML 1.0 does not know."""
    return "".join(each for each in text if each in "\t\n" or (each >= " " and _is_char(each)))


def _is_char(letter: str) -> bool:
    return not ("\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff")


def _urn(key: str) -> str:
    return uuid5(_SPACE, key).urn


def _moment(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
