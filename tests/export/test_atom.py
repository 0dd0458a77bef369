"""The feed of editions: well-formed for hostile words too, the same bytes for the same editions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from briefings.export.atom import Entry, atom

NOW = datetime(2024, 6, 20, 8, 0, tzinfo=UTC)
ENTRY = Entry(
    key="a" * 64,
    title="Briefing, 20 June 2024",
    published=NOW,
    updated=NOW + timedelta(minutes=1),
    content="Putin met Kim.",
    language="en",
    link="https://discord.com/channels/1/2/3",
)
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*entries: Entry) -> str:
    return atom(entries, title="Briefings", author="Tumen", key="desk")


def root_of(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314 -- our own words


def test_every_entry_has_what_atom_asks_for() -> None:
    root = root_of(feed(ENTRY, replace(ENTRY, key="b" * 64, link=None)))
    first, second = root.findall(f"{ATOM}entry")

    assert root.findtext(f"{ATOM}updated") == "2024-06-20T08:01:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Tumen"
    for element in (root, first, second):
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert element.findtext(f"{ATOM}title")
        assert element.findtext(f"{ATOM}updated")
    assert first.findtext(f"{ATOM}id") != second.findtext(f"{ATOM}id")
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib == {"rel": "alternate", "href": ENTRY.link}
    assert second.find(f"{ATOM}link") is None


def test_an_entry_keeps_its_id_whatever_its_words_become() -> None:
    ids = {
        root_of(feed(each)).findtext(f"{ATOM}entry/{ATOM}id")
        for each in (ENTRY, replace(ENTRY, title="Another", content="…", updated=NOW))
    }

    assert len(ids) == 1
    assert feed(ENTRY) == feed(ENTRY)


def test_a_feed_without_entries_is_valid_too() -> None:
    assert root_of(feed()).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


@given(st.text(), st.text())
def test_whatever_the_words_are_the_feed_can_be_read(title: str, content: str) -> None:
    root = root_of(feed(replace(ENTRY, title=title, content=content)))

    found = root.findtext(f"{ATOM}entry/{ATOM}content") or ""
    kept = [each for each in content if each.isprintable() and not 0xD800 <= ord(each) <= 0xDFFF]
    assert [each for each in found if each.isprintable()] == [
        each for each in kept if each not in "\ufffe\uffff"
    ]
