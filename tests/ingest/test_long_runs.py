"""Long runs of one thing, as an attacker or a broken program writes them. A reader that goes back
at each character would need minutes or hours for these, far beyond the time that a test has."""

import pytest

from briefings.errors import BriefingsError, FeedError
from briefings.ingest.feed_parsing import parse_feed
from briefings.ingest.opml import parse_opml
from briefings.ingest.reading import read

LEAD = "The envoy left for Moscow on Friday, the ministry told reporters after a meeting."
LONG = 300_000  # characters
MAIL = (
    "Received: from a by b\nFrom: Jane Roe <jane@a.example>\nSubject: Talks end\n"
    "MIME-Version: 1.0\nContent-Type: text/plain{parameters}\n\n{words}"
)
PAGE = (
    '<html><head><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{inside}}}'
    "</script></head><body><article><h1>Talks end</h1>{story}</article></body></html>"
)
STORY = f"<p>{LEAD}</p>" * 6

pytestmark = pytest.mark.timeout(30)


def run_of(words: str, size: int = LONG) -> str:
    return words * (size // len(words))


@pytest.mark.parametrize(
    "words", [" ", "\t", "\xa0", "@", "!", "?!", ".”", "!)", "…", "“", "1", "a,", "said ", "가"]
)
def test_a_long_run_inside_a_text_is_read_in_one_go(words: str) -> None:
    text = f"Talks end\n\n{LEAD} {run_of(words)} {LEAD}\n\n{LEAD}"
    reading = read(text.encode(), file_name="a.txt")
    assert LEAD in reading.extraction.text


def test_a_long_run_of_blanks_in_a_scraped_line_is_read_in_one_go() -> None:
    line = f"Talks end By Jane Roe 19 June 2024 {LEAD * 20} {run_of(' ')}"
    assert LEAD in read(line.encode(), file_name="a.txt").extraction.text


def test_sentences_around_an_endless_word_stay_apart() -> None:
    text = f"Talks end\n\n{LEAD} Why{run_of('!', 400)} {LEAD} So he said{run_of('?!', 300)} {LEAD}"
    reading = read(text.encode(), file_name="a.txt")
    words = [each.span.of(reading.extraction.text) for each in reading.sentences]
    assert words.count(LEAD) == 3


@pytest.mark.parametrize("inside", ['\\"', '"', "\\\\", "\n", "{", "[", ","])
def test_broken_json_in_a_page_does_not_hold_up_its_article(inside: str) -> None:
    page = PAGE.format(inside=run_of(inside), story=STORY)
    assert LEAD in read(page.encode(), file_name="a.html").extraction.text


@pytest.mark.parametrize("parameter", ["; a=b", "; a*1=b", '; a="\\"', '; charset="'])
def test_an_endless_header_does_not_hold_up_an_e_mail(parameter: str) -> None:
    whole = MAIL.format(parameters=run_of(parameter, 2_000_000), words=f"{LEAD}\n\n" * 3)
    assert LEAD in read(whole.encode(), file_name="a.eml").extraction.text


def test_a_date_of_four_thousand_digits_is_no_date() -> None:
    body = f'{{"title": "Talks end", "content": "{LEAD * 3}", "date": {"9" * 4000}}}'
    assert read(body.encode(), file_name="a.json").extraction.published_raw is None


@pytest.mark.parametrize(
    "feed",
    [
        f"<rss><channel>{run_of(' ', 2_000_000)}</channel></rss>",
        f"<html>{run_of('<div>')}",
        f"<html>{run_of('<b><p>')}",
        f"<html><link {run_of('a=b ')}",
        run_of("["),
        '{"items": ' + run_of('{"a":'),
    ],
    ids=["blanks", "boxes", "bold", "attributes", "lists", "objects"],
)
def test_a_feed_of_one_thing_is_refused_with_a_reason(feed: str) -> None:
    try:
        assert not parse_feed(feed.encode(), url="https://a.example/").entries
    except FeedError as error:
        assert error.reason in {"no-feed", "broken", "not-a-feed"}  # noqa: PT017 -- any will do


def test_a_list_of_feeds_after_long_blanks_is_refused_with_a_reason() -> None:
    with pytest.raises(BriefingsError, match="no feed"):
        parse_opml(f"<opml><body>{run_of(' ', 2_000_000)}</body></opml>".encode())
