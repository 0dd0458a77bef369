"""Articles in JSON of many makes, whole and cut off."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from briefings.errors import UnusableDocumentError
from briefings.ingest import closing
from briefings.ingest.extract import extract
from briefings.model import BlockKind, Extraction

BODY = ["Kim met Putin on Wednesday in Pyongyang.", "They signed a treaty, state media said."]
MARKUP = "".join(f"<p>{paragraph}</p>\n" for paragraph in BODY)
PLAIN = "\n\n".join(BODY)


def article(given: Any) -> Extraction:
    return extract(json.dumps(given).encode())


def body(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks if b.kind is BlockKind.BODY]


@pytest.mark.parametrize(
    "given",
    [
        {"title": {"rendered": "A treaty"}, "content": {"rendered": MARKUP}},
        [{"title": {"rendered": "A treaty"}, "content": {"rendered": MARKUP}}],
        {"title": "A treaty", "content": PLAIN},
        {"title": "A treaty", "text": PLAIN},
        {"title": "A treaty", "body": MARKUP},
        {"headline": "A treaty", "articleBody": PLAIN},
        {"title": "A treaty", "html": f"<div>{MARKUP}</div>", "description": "short"},
        {"title": "A treaty", "body": BODY},
        {"title": "A treaty", "content": [{"type": "p", "text": words} for words in BODY]},
        {"status": "ok", "response": {"results": [{"name": "A treaty", "body": PLAIN}]}},
        {"version": "https://jsonfeed.org/version/1.1", "title": "Feed",
         "items": [{"title": "A treaty", "content_html": MARKUP}]},
        {"data": [{"id": 1, "attributes": {"title": "A treaty", "full_text": PLAIN}}]},
    ],
)  # fmt: skip
def test_an_article_is_found_in_json_of_any_make(given: Any) -> None:
    found = article(given)

    assert found.title == "A treaty"
    assert body(found) == BODY
    assert found.media_type == "application/json"
    assert not found.truncated


def test_metadata_are_read_as_the_fields_word_them() -> None:
    found = article(
        {
            "title": "Ties &#8216;warm&#8217; &amp; grow",
            "content": MARKUP,
            "link": "https://a.example/1",
            "author": {"name": "Lee Min-ho"},
            "publisher": {"@type": "Organization", "name": "Peninsula Notes"},
            "datePublished": "2024-06-19T08:00:00Z",
            "dateModified": "2024-06-20T08:00:00Z",
            "inLanguage": "en",
        }
    )

    assert found.title == "Ties ‘warm’ & grow"
    assert found.url == "https://a.example/1"
    assert (found.author, found.publisher, found.language) == (
        "Lee Min-ho", "Peninsula Notes", "en",
    )  # fmt: skip
    assert found.published == datetime(2024, 6, 19, 8, tzinfo=UTC)
    assert found.modified == datetime(2024, 6, 20, 8, tzinfo=UTC)


def test_the_field_in_greenwich_time_goes_before_the_local_one() -> None:
    found = article(
        {"title": "t", "content": MARKUP, "date": "2024-06-19T17:00:00",
         "date_gmt": "2024-06-19T08:00:00"}
    )  # fmt: skip

    assert found.published == datetime(2024, 6, 19, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2024-06-17T08:00:00", 17),
        ("2024-06-16T16:00:00", 16),
        ("2024-06-19T08:00:00", 16),  # no zone is that far away
        ("yesterday", 16),
    ],
)
def test_both_clocks_of_a_post_say_on_which_day_it_appeared_at_home(local: str, day: int) -> None:
    found = article(
        {"title": "t", "content": MARKUP, "date": local, "date_gmt": "2024-06-16T23:00:00"}
    )

    assert found.published == datetime(2024, 6, 16, 23, tzinfo=UTC)
    assert found.published.date() == date(2024, 6, day)


def test_a_local_clock_without_a_zone_gives_the_day_only() -> None:
    found = article({"title": "t", "content": MARKUP, "date": "2024-06-19T01:00:00"})

    assert (found.published, found.published_on) == (None, date(2024, 6, 19))


def test_numbers_and_addresses_are_no_authors_and_no_publishers() -> None:
    found = article(
        {"title": "t", "content": MARKUP, "author": 17, "source": "https://a.example",
         "timestamp": 1718781480}
    )  # fmt: skip

    assert (found.author, found.publisher) == (None, None)
    assert found.published == datetime(2024, 6, 19, 7, 18, tzinfo=UTC)


def test_raw_line_ends_in_strings_and_trailing_words_are_overlooked() -> None:
    given = '{"title": "A treaty", "content": "' + PLAIN + '"}\n<!-- cached -->'
    found = extract(given.encode())

    assert body(found) == BODY
    assert not found.truncated
    assert found.repairs == ("overlooked-json",)


@pytest.mark.parametrize(
    ("cut", "value"),
    [
        ('{"a": "b', {"a": "b"}),
        ('{"a": "b\\', {"a": "b"}),
        ('{"a": "b\\u20', {"a": "b"}),
        ('{"a": "b\\\\', {"a": "b\\"}),
        ('{"a": "b", "c', {"a": "b"}),
        ('{"a": "b", "c"', {"a": "b"}),
        ('{"a": "b", "c":', {"a": "b"}),
        ('{"a": "b",', {"a": "b"}),
        ('{"a": [1, 2', {"a": [1]}),  # it may have been 20
        ('{"a": [1, {"b": [tru', {"a": [1, {"b": []}]}),
        ('{"a": {"b": "c"}', {"a": {"b": "c"}}),
        ("[", []),
        ('["a", "b', ["a", "b"]),
    ],
)
def test_json_that_ends_too_early_keeps_what_is_whole(cut: str, value: object) -> None:
    assert closing.load(cut) == (value, True, True)


def test_json_without_an_article_is_refused() -> None:
    with pytest.raises(UnusableDocumentError, match="no article"):
        article({"items": [{"id": 1, "price": 3}]})


def test_text_in_braces_is_no_json() -> None:
    found = extract(b"{that a} extra singular note was found in the text, the reporter said.")

    assert found.media_type == "text/plain"
