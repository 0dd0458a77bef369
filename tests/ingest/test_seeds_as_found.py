"""The five seeds, byte for byte as found, come out as a careful reader would copy them."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from briefings.ingest.extract import extract
from briefings.model import BlockKind, Extraction, Kind

ROOT = Path(__file__).parents[2]
SENTENCES = {
    seed: [sentence["text"] for sentence in sentences]
    for seed, sentences in json.loads((ROOT / "tests/corpus/gold_seed_sentences.json").read_text())[
        "sentences"
    ].items()
}
KST = timezone(timedelta(hours=9))


def seed(number: str) -> Extraction:
    [path] = (ROOT / "seeds").glob(f"{number}_*")
    return extract(path.read_bytes(), file_name=path.name)


def words(extraction: Extraction, kind: BlockKind) -> list[str]:
    return [block.span.of(extraction.text) for block in extraction.blocks if block.kind is kind]


def test_the_gold_answers_hold_198_sentences() -> None:
    counts = {number: len(sentences) for number, sentences in SENTENCES.items()}

    assert counts == {"000": 23, "001": 69, "002": 43, "003": 43, "004": 20}


@pytest.mark.parametrize("number", sorted(SENTENCES))
def test_the_body_is_exactly_the_sentences_of_the_gold_answer(number: str) -> None:
    body = words(seed(number), BlockKind.BODY)
    left = "\n".join(body)

    for sentence in SENTENCES[number]:
        assert any(sentence in paragraph for paragraph in body)
        left = left.replace(sentence, "", 1)

    assert not left.strip()


def test_broken_wordpress_json_gives_title_address_and_both_dates() -> None:
    found = seed("000")

    assert found.title == "How South Korea can respond to warming North Korea-Russia relations"
    assert found.url == (
        "https://koreapro.org/2023/10/"
        "how-south-korea-can-respond-to-warming-north-korea-russia-relations/"
    )
    assert found.published == datetime(2023, 10, 11, 8, 0, 17, tzinfo=UTC)
    assert found.modified == datetime(2023, 10, 12, 8, 33, 11, tzinfo=UTC)
    assert found.published_on is None
    assert found.truncated
    assert (found.author, found.publisher, found.kind) == (None, None, None)
    assert len(words(found, BlockKind.BODY)) == 10
    assert words(found, BlockKind.HEADING) == ["GREAT POWER POLITICS"]


def test_plain_text_without_a_masthead_has_headings_and_no_date() -> None:
    found = seed("001")

    assert (found.title, found.published, found.published_on, found.author) == (None,) * 4
    assert words(found, BlockKind.HEADING) == [
        "The Roots of Russia’s Korean Equidistance Technique",
        "Moscow’s Korean Equidistance and the DPRK-Russia-ROK Triangle",
        "The Pendulum Swings to Pyongyang",
        "Seeking to the Previous to Information the Future",
    ]
    assert {block.kind for block in found.blocks} == {BlockKind.BODY, BlockKind.HEADING}


def test_a_page_scraped_into_one_line_comes_apart_at_its_seams() -> None:
    found = seed("002")

    assert found.kind is Kind.ANALYSIS
    assert found.title == (
        "How Seoul can respond to new security threats from a Putin trip to Pyongyang"
    )
    assert words(found, BlockKind.TITLE) == [found.title]
    [deck] = words(found, BlockKind.DECK)
    assert deck == (
        "Russia and North Korea could bolster military ties at summit, but South Korea has ways to"
        " counter such cooperation"
    )
    assert (found.author, found.published_on) == ("John Lee", date(2024, 6, 17))
    [caption] = words(found, BlockKind.CAPTION)
    assert caption.startswith("A collage of North Korean missile salvo launches")
    assert caption.endswith("| Images: ROK Presidential Office, Rodong Sinmun, edited by Korea Pro")
    assert words(found, BlockKind.HEADING) == [
        "EVOLVING GEOPOLITICAL LANDSCAPE",
        "THREATS TO SOUTH KOREA",
        "STRATEGIC RESPONSES AND OPPORTUNITIES",
        "SOUTH KOREA’S PROBABLE COURSE",
        "GOING FORWARD",
    ]
    assert words(found, BlockKind.FURNITURE) == [
        "Analysis",
        "Edited by Alannah Hill",
        "Get your",
        "|",
        "© Korea Risk Group. All rights reserved. |",
    ]
    assert all(len(copy.split()) >= 20 for copy in words(found, BlockKind.DUPLICATE))


def test_a_forum_post_loses_its_prompt_and_says_that_it_is_one() -> None:
    found = seed("003")

    assert found.kind is Kind.FORUM
    assert found.title is not None
    assert found.title.startswith("Reassessing North Korea's Diplomatic Move")
    assert (found.published, found.published_on) == (None, None)
    assert words(found, BlockKind.FURNITURE) == ["Please or Register to create posts and topics."]
    assert len(words(found, BlockKind.BODY)) == 9


def test_an_editorial_keeps_its_dates_with_their_zone_and_one_caption_of_two() -> None:
    found = seed("004")

    assert found.kind is Kind.EDITORIAL
    assert words(found, BlockKind.TITLE) == [found.title]
    assert found.title == (
        "Seoul’s part in N. Korea, Russia upgrading ties to a ‘strategic partnership’"
    )
    assert found.published == found.modified == datetime(2024, 6, 19, 16, 18, tzinfo=KST)
    assert [deck[:31] for deck in words(found, BlockKind.DECK)] == [
        "Diplomatic missteps by Seoul ha"
    ]
    assert words(found, BlockKind.CAPTION) == words(found, BlockKind.DUPLICATE)
    assert words(found, BlockKind.FURNITURE)[1:] == [
        "Please direct questions or comments to [english@hani.co.kr]",
        "button that move to original korean article (클릭시 원문으로 이동하는 버튼)",
        "Related stories",
        "Most viewed articles",
    ]
    assert len(words(found, BlockKind.BODY)) == 13
