"""Documents made to break a reader of pages: each gives an article or a reason, in bounded work."""

import sys
from types import FrameType

import pytest

from briefings.errors import UnusableDocumentError
from briefings.ingest.extract import article_text, extract

SENTENCE = "The two ministers met on Tuesday in the capital and talked about the border. "
STORY = "".join(f"<p>{SENTENCE * 2}Round {i}.</p>" for i in range(12))
QUOTE = f"<blockquote class='pullquote'>{SENTENCE * 2}</blockquote>"

HOSTILE = {
    "nothing but a mark of order": b"\xef\xbb\xbf",
    "a page of pulled quotations": (f"<article>{STORY}" + QUOTE * 3000).encode(),
    "comments without an article": ("<div class='comments'>" + STORY * 40).encode(),
    "links under prompts": (STORY + "<h3>Related</h3><a href='/a'>One</a>" * 4000).encode(),
    "cut inside a tag": f"<html><body><h1>Talks</h1>{STORY}<p class='a".encode(),
    "the wrong encoding": f"<meta charset='utf-16'><h1>Talks</h1>{STORY}".encode("cp949"),
    "an image called a page": b"\x89PNG\r\n\x1a\n" + STORY.encode(),
    "100,000 elements in each other": b"<div>" * 100_000 + STORY.encode(),
    "2 MB of one sentence": b"<p>" + b"word and " * 230_000,
    "headings between teasers": (STORY + "<h2><a href='/a'>A</a></h2><p>B.</p>" * 4000).encode(),
    "classes without end": (f"<div class='{'image ' * 900}'>" * 300 + STORY).encode(),
    "one letter a line": ("<p>S</p>" * 8_000 + STORY).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.timeout(20)
def test_a_hostile_page_ends_in_an_article_or_a_reason(name: str) -> None:
    try:
        assert article_text(extract(HOSTILE[name], limit=8_000_000))
    except UnusableDocumentError as error:
        assert error.reason in {"no-text", "unknown-type", "empty"}  # noqa: PT017 -- either will do


@pytest.mark.parametrize("name", ["cut inside a tag", "100,000 elements in each other"])
def test_the_story_survives_what_stands_around_it(name: str) -> None:
    found = article_text(extract(HOSTILE[name], limit=8_000_000))
    assert found.count(SENTENCE.strip()) == 24


def calls_for(body: str) -> int:
    """How many Python functions are called to read it."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    extract(body.encode())
    sys.setprofile(None)
    return count


def test_twice_the_page_is_about_twice_the_work() -> None:
    extract(f"<article>{STORY}".encode())
    once, twice = (calls_for(f"<article>{STORY * n}{QUOTE * 20 * n}") for n in (2, 4))
    assert twice <= 2.5 * once
