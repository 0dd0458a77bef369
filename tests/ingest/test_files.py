"""PDF, Word files and e-mail."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import UnusableDocumentError
from briefings.ingest.documents import reading_jail
from briefings.ingest.extract import article_text, extract
from briefings.ingest.jail import Jail
from briefings.ingest.typeset import join_lines
from briefings.model import BlockKind, Extraction
from tests.ingest.printed import bound, mail, paragraph, pdf, word

LEAD = "North Korea and Russia signed a treaty in Pyongyang on Wednesday, state media reported."
MORE = "Seoul called it a threat. It will review its policy, the presidential office said."
DRIVE = (
    "“We will help,” Mr. Putin said at the table. The two of them then drove through the capital"
    " in a"
)
PAGE_ONE = [
    ("Peninsula Notes 1", 60, 780, 9),
    ("A treaty for two, signed at last", 60, 700, 24),
    ("in Pyongyang", 60, 672, 24),
    ("By Jane Roe", 60, 640, 12),
    ("June 19, 2024", 60, 612, 12),
    ("North Korea and Russia signed a treaty in Pyong-", 60, 580, 12),
    ("yang on Wednesday, state media of both countries", 60, 566, 12),
    ("reported.", 60, 552, 12),
    ("\\223We will help,\\224 Mr. Putin said at the table. The", 60, 524, 12),
    ("two of them then drove through the capital in a", 60, 510, 12),
]
PAGE_TWO = [
    ("Peninsula Notes 2", 60, 780, 9),
    ("car that Russia had brought as a gift to the host.", 60, 700, 12),
    ("What Seoul says", 60, 660, 16),
    ("Seoul called the treaty a threat and will look at", 60, 630, 12),
    ("its policy again, the presidential office said.", 60, 616, 12),
]


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    jail = reading_jail()
    yield jail
    jail.close()


def kinds(found: Extraction) -> list[tuple[str, str]]:
    return [(str(block.kind), block.span.of(found.text)) for block in found.blocks]


def reason_of(body: bytes) -> str:
    with pytest.raises(UnusableDocumentError) as caught:
        extract(body)
    return caught.value.reason


def test_a_pdf_gives_paragraphs_across_lines_and_pages() -> None:
    found = extract(pdf(PAGE_ONE, PAGE_TWO))

    assert kinds(found) == [
        ("title", "A treaty for two, signed at last in Pyongyang"),
        ("byline", "By Jane Roe"),
        ("date", "June 19, 2024"),
        ("body", " ".join(line[0] for line in PAGE_ONE[5:8]).replace("Pyong- ", "Pyong")),
        ("body", f"{DRIVE} {PAGE_TWO[1][0]}"),
        ("heading", "What Seoul says"),
        ("body", f"{PAGE_TWO[3][0]} {PAGE_TWO[4][0]}"),
    ]
    assert (found.media_type, found.author) == ("application/pdf", "Jane Roe")
    assert found.published_on == date(2024, 6, 19)
    assert found.repairs == ("running-heads", "unwrapped")


def test_a_day_below_a_title_that_is_set_like_the_text_is_the_day_of_the_pdf() -> None:
    lines = [
        "Joint drills begin off Ulsan", "June 15, 2024",
        "South Korea began naval drills on Saturday off Ulsan, the Joint Chiefs said, after the",
        "talks of the envoys in Seoul, of which the last had been held without a result on",
        "June 12, 2024",
        "behind closed doors.",
    ]  # fmt: skip
    found = extract(pdf([(words, 72, 700 - 14 * n, 12) for n, words in enumerate(lines)]))

    assert kinds(found) == [
        ("title", lines[0]), ("date", lines[1]), ("body", " ".join(lines[2:])),
    ]  # fmt: skip
    assert found.published_on == date(2024, 6, 15)


def test_what_a_pdf_calls_its_title_counts_only_if_it_stands_in_the_text() -> None:
    told = "/Title (A treaty for two, signed at last in Pyongyang) /Author (Mary Major)"
    untold = "/Title (Microsoft Word - draft7.doc) /Author (user1)"

    assert extract(pdf(PAGE_ONE, PAGE_TWO, said=told)).author == "Mary Major"
    found = extract(pdf(PAGE_ONE, PAGE_TWO, said=untold))
    assert found.title == "A treaty for two, signed at last in Pyongyang"
    assert found.author == "Jane Roe"


def test_words_broken_at_the_end_of_a_line_are_whole_again() -> None:
    assert join_lines(["a non-", "Russian gov-", "ernment"]) == "a non- Russian government"


def test_a_pdf_of_pictures_and_one_that_is_cut_off_say_so() -> None:
    assert reason_of(pdf([])) == "no-text"
    assert reason_of(pdf(PAGE_ONE)[:300]) == "broken"
    assert reason_of(b"%PDF-1.4 and so on") == "broken"


def test_a_pdf_that_unpacks_to_gigabytes_is_left_unread() -> None:
    bomb = zlib.compress(b" " * 50_000_000)
    stream = f"<</Length {len(bomb)}/Filter/FlateDecode>>stream\n".encode() + bomb
    body = bound(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
            (stream + b"\nendstream").decode("latin-1"),
        ],
        info=4,
    )

    assert reason_of(body) == "no-text"


def test_pages_that_lead_in_circles_end() -> None:
    body = bound(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"], info=1
    )

    assert reason_of(body) in {"broken", "no-text"}


def test_pages_beyond_the_limit_are_left_out_and_counted() -> None:
    lines = [(f"The envoy said on day {i} that talks went on.", 60, 700, 12) for i in range(203)]
    found = extract(pdf(*([line] for line in lines)))

    assert "pages-left-out:3" in found.repairs
    assert article_text(found).endswith("day 199 that talks went on.")


def test_a_word_file_gives_its_styles_whatever_their_ids() -> None:
    found = extract(
        word(
            paragraph("A treaty for two", style="a3"),
            paragraph("June 19, 2024"),
            paragraph(LEAD),
            paragraph("What it says", style="1"),
            paragraph("Help in case of attack", item=True),
            "<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden. </w:t></w:r>"
            "<w:r><w:t>Seoul called it </w:t></w:r><w:r><w:t>a threat, it said.</w:t></w:r></w:p>",
            creator="Jane Roe",
        )
    )

    assert kinds(found) == [
        ("title", "A treaty for two"),
        ("date", "June 19, 2024"),
        ("body", LEAD),
        ("heading", "What it says"),
        ("body", "Help in case of attack"),
        ("body", "Seoul called it a threat, it said."),
    ]
    assert (found.author, found.published_on) == ("Jane Roe", date(2024, 6, 19))


def test_a_word_file_with_a_document_type_is_refused() -> None:
    entities = "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"

    assert reason_of(word(paragraph(LEAD), before=entities)) == "broken"


def test_a_word_file_that_unpacks_to_too_much_or_nests_too_deep_is_refused() -> None:
    assert reason_of(word(paragraph("a " * 11_000_000))) == "bomb"
    assert reason_of(word("<w:r>" * 300 + "</w:r>" * 300)) == "too-deep"


def test_a_word_file_cut_off_inside_is_read_as_far_as_it_goes() -> None:
    found = extract(word(paragraph(LEAD), "<w:p><w:r><w:t>Seoul"))

    assert found.truncated
    assert found.repairs == ("cut-xml",)
    assert article_text(found) == LEAD


def test_other_packed_files_are_refused_by_name() -> None:
    with pytest.raises(UnusableDocumentError, match="ZIP or Office") as caught:
        extract(word(paragraph(LEAD)).replace(b"word/document.xml", b"xl/workbook1.xml."))

    assert caught.value.reason == "unknown-type"


def test_a_mail_gives_its_plain_text_subject_sender_and_date() -> None:
    found = extract(mail(f"{LEAD}\n\n{MORE}", "<p>Not this.</p>", attached=True))

    assert found.title == "A treaty for two—in Pyongyang"
    assert found.author == "연합뉴스"
    assert found.published == datetime(2024, 6, 19, 7, 18, tzinfo=UTC)
    assert article_text(found) == f"{LEAD}\n\n{MORE}"
    assert found.repairs == ("attachments-ignored:1",)


def test_a_mail_whose_sender_is_badly_encoded_is_read_all_the_same() -> None:
    whole = mail(f"{LEAD}\n\n{MORE}", "<p>Not this.</p>", attached=True)
    broken = re.sub(
        rb"^From: .*$", b"From: =?utf-8?b?SmFuZ?= <jane@a.example>", whole, flags=re.MULTILINE
    )

    found = extract(broken)

    assert article_text(found) == f"{LEAD}\n\n{MORE}"


def test_a_mail_without_plain_text_gives_its_page() -> None:
    page = f"<html><body><p>{LEAD}</p><p>{MORE}</p></body></html>"

    assert article_text(extract(mail("", page))) == f"{LEAD}\n\n{MORE}"
    assert reason_of(mail("", "", attached=True)) == "no-text"


def test_parts_within_parts_end() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (i, i) for i in range(2000)
    )

    assert reason_of(mail(LEAD, "").replace(b"--B\n", b"--B\n" + deep, 1)) == "too-deep"


FILES = {
    "pdf": pdf(PAGE_ONE, PAGE_TWO),
    "word": word(paragraph(LEAD), paragraph(MORE)),
    "mail": mail(LEAD, f"<p>{MORE}</p>", attached=True),
}


@pytest.mark.parametrize("name", FILES)
def test_each_is_read_in_the_jail_as_it_is_outside(jail: Jail, name: str) -> None:
    assert jail.call(extract, FILES[name]) == extract(FILES[name])


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_file_cut_or_changed_anywhere_gives_a_reason_or_a_text(
    name: str, data: st.DataObject
) -> None:
    body = bytearray(FILES[name])
    for place in data.draw(st.lists(st.integers(0, len(body) - 1), max_size=6)):
        body[place] = data.draw(st.integers(0, 255))
    body = body[: data.draw(st.integers(0, len(body)))]
    try:
        found = extract(bytes(body))
    except UnusableDocumentError:
        return
    assert any(block.kind is BlockKind.BODY for block in found.blocks)
