"""Whatever is given, there is a clear reason or an extraction that holds together."""

import json
import zlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.errors import UnusableDocumentError
from briefings.ingest.extract import extract
from briefings.model import BlockKind, Extraction

SENTENCE = b"Moscow and Pyongyang agreed on Wednesday to trade more. "


def extracted(body: bytes, file_name: str = "") -> Extraction | str:
    """The extraction, or the reason why there is none."""
    try:
        return extract(body, file_name=file_name)
    except UnusableDocumentError as error:
        return error.reason


def holds_together(found: Extraction | str) -> bool:
    """Blocks are in order, apart from each other, inside the text, and none is blank."""
    if isinstance(found, str):
        return False
    ends = [0, *(block.span.end for block in found.blocks)]
    return all(
        end <= block.span.start < block.span.end <= len(found.text)
        and block.span.of(found.text).strip() == block.span.of(found.text)
        for end, block in zip(ends, found.blocks, strict=False)
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\t \r\n ", "empty"),
        (b"\xef\xbb\xbf  ", "empty"),
        (b"\x00" * 5000, "empty"),
        (b"x" * 10_000_001, "too-large"),
        (b"%PDF-1.7\n" + SENTENCE, "broken"),
        (b"PK\x03\x04" + SENTENCE, "unknown-type"),
        (b"\x1f\x8b\x08" + zlib.compress(SENTENCE), "unknown-type"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown-type"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "unknown-type"),
        (b"GIF89a" + bytes(range(256)), "unknown-type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + SENTENCE, "unknown-type"),
        (b"{\\rtf1\\ansi " + SENTENCE + b"}", "unknown-type"),
        (bytes(range(1, 32)) * 200, "not-text"),
        (zlib.compress(SENTENCE * 5) * 40, "not-text"),
        (b"***\n---\n|||", "no-text"),
        (b"<html><body></body></html>", "no-text"),
        (b"<html><body><script>alert(1)</script></body></html>", "no-text"),
        (b"<svg><text>x</text></svg>", "no-text"),
        (b"Related stories\n\nMost viewed articles", "no-text"),
        (b"{}", "no-text"),
        (b"[]", "no-text"),
        (b'{"error": "not found", "code": 404}', "no-text"),
        (b"[" * 100_000, "too-deep"),
        (b'{"a":' * 100_000, "too-deep"),
        (b"[" * 5000 + b"]" * 5000, "too-deep"),
    ],
)
def test_what_cannot_become_an_article_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnusableDocumentError) as caught:
        extract(body)

    assert caught.value.reason == reason
    assert len(str(caught.value)) > 15


def test_a_refused_file_type_says_what_it_is_and_what_is_accepted() -> None:
    with pytest.raises(
        UnusableDocumentError, match=r"This is an RTF file\. Accepted are web pages"
    ):
        extract(b"{\\rtf1\\ansi and so on}")


def test_a_limit_says_both_numbers() -> None:
    with pytest.raises(UnusableDocumentError, match="12 bytes; at most 10 "):
        extract(b"twelve bytes", limit=10)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>" + b"<div>" * 50_000 + SENTENCE * 20,
        b"<html>" + b"<b>" * 50_000 + SENTENCE * 20,
        b"<html>" + b"<p><b><i>" * 5_000 + SENTENCE * 20,
        b"<html>" + b"".join(b"<p><a id=%d>" % i for i in range(10_000)) + SENTENCE * 20,
        b"<p " + b" ".join(b"a%d=1" % i for i in range(50_000)) + b">" + SENTENCE * 20,
        b"<html><p " + b" ".join(b'a%d=">"' % i for i in range(20_000)) + b">" + SENTENCE * 20,
        b'<html><p title="never closed>' + SENTENCE * 20 + b"</p><p>" + SENTENCE,
        b"<html><!-- never closed " + SENTENCE * 20,
        SENTENCE * 40_000,
        b'"a" ' * 20_000 + SENTENCE * 20,
        b"\xe2\x80\x9c" * 20_000 + SENTENCE * 20,
        b"(" * 100_000 + SENTENCE * 20,
        b"<a " * 50_000,
        b"ABC DEF " * 100_000,
        b"2024-06-19 " * 50_000,
        b"a@b.cc " * 50_000,
        b"# \n" * 50_000 + SENTENCE,
        b'{"content": "' + b"\\" * 500_000,
        b'[{"body": "x"},' * 20_000,
        b'<html><script type="application/ld+json">'
        + b"[" * 50_000
        + b"</script><p>"
        + SENTENCE * 20,
    ],
    ids=range(20),
)
@pytest.mark.timeout(20)
def test_the_work_on_a_hostile_document_is_bounded(body: bytes) -> None:
    found = extracted(body)

    assert found in ("no-text", "too-deep", "not-text") or holds_together(found)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"\x00\xd8a\x00" * 9)
@example(b'{"content": "\\ud800 and more, and more, and more"}')
def test_any_bytes_give_a_reason_or_an_extraction_that_holds_together(body: bytes) -> None:
    found = extracted(body)

    assert isinstance(found, str) or (
        holds_together(found)
        and any(block.kind is BlockKind.BODY for block in found.blocks)
        and found.text.encode()
    )


LONG = "North Korea and Russia signed a treaty on Wednesday, state media said. " * 3
WORDS = st.sampled_from(
    ["Kim said no.", "Analysis", "<p>", "</p>", "<b>", "\n", "\n\n", "June 19, 2024", "By John Lee",
     "MORE NEWS", "“yes”", "Read more", "©", "|", '{"content":"', '"}', "<h1>", "</div>", "\xa0",
     "한국", LONG, "# ", "- ", "<br>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map("".join))
def test_any_mix_of_markup_and_words_holds_together(text: str) -> None:
    for file_name in ("a.txt", "a.html", "a.md"):
        found = extracted(text.encode(), file_name)
        assert isinstance(found, str) or holds_together(found)


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=90, max_value=10_000))
def test_json_cut_anywhere_in_its_body_is_still_an_article(cut: int) -> None:
    article = {
        "title": {"rendered": "Ties “warm”"},
        "link": "https://a.example/1",
        "date_gmt": "2024-06-19T08:00:00",
        "content": {"rendered": "<p>Kim & Putin\u2019s \\ talks\n went “well”.</p>\n" * 20},
    }
    body = json.dumps(article).encode()[:cut]

    found = extracted(body)

    assert found == "no-text" or holds_together(found)
    assert isinstance(found, str) or found.truncated == (cut < len(json.dumps(article)))
