"""The briefing an analyst would expect from the seeds, read by the real pipeline."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefings.compose import compose, edition_from_json, edition_to_json
from briefings.ingest.reading import read
from briefings.model import (
    Article,
    BlockKind,
    Edge,
    Edition,
    Flag,
    Item,
    Kind,
    Medium,
    Role,
    Section,
    Window,
)
from tests.compose.building import everything, printed, words

ROOT = Path(__file__).parent.parent.parent
IDEAL = (ROOT / "tests/corpus/ideal_briefing.md").read_text().partition("## Part B")[0]
SEOUL = ZoneInfo("Asia/Seoul")
UNTIL = datetime(2024, 6, 20, 8, tzinfo=SEOUL).astimezone(UTC)
SOURCES = {0: "Korea Pro", 2: "Korea Pro", 4: "Hankyoreh"}
KOREA_PRO_OLD, REWORDED, KOREA_PRO, FORUM, HANKYOREH = range(5)


@cache
def seeds() -> tuple[Article, ...]:
    """The five documents, first seen when they were published, the undated ones with the oldest."""
    paths = sorted((ROOT / "seeds").glob("00?_*.txt"))
    assert len(paths) == 5
    return tuple(_article(number, path) for number, path in enumerate(paths))


def _article(number: int, path: Path) -> Article:
    reading = read(path.read_bytes(), file_name=path.name)
    found = reading.extraction
    published = found.published
    if published is None and found.published_on is not None:
        published = datetime.combine(found.published_on, time(), UTC)
    return Article(
        document_id=number,
        version_id=number,
        version=1,
        shelf_id=1,
        source=SOURCES.get(number, found.publisher or "unknown"),
        title=found.title or path.name,
        url=found.url,
        published=found.published,
        published_on=found.published_on,
        first_seen=published or datetime(2023, 10, 11, 8, tzinfo=UTC),
        origin=f"seed:{path.name}",
        added_by=None,
        digest=sha256(found.text.encode()).hexdigest(),
        near_duplicate_of=None,
        removed_at=None,
        reading=reading,
    )


def edition(
    until: datetime = UNTIL,
    *,
    edges: Iterable[Edge] = (),
    shown: frozenset[str] = frozenset(),
    articles: Iterable[Article] | None = None,
) -> Edition:
    return compose(
        seeds() if articles is None else tuple(articles),
        window=Window(until - timedelta(hours=72), until, 72),
        zone="Asia/Seoul",
        edges=tuple(edges),
        shown=shown,
    )


def ideal_extracts() -> list[str]:
    """The distinct extracts of the ideal post, without the number of their document."""
    lines = re.findall(r"^> (.+?) \[\d{3}\]$", IDEAL, re.MULTILINE)
    return list(dict.fromkeys(lines))


def item_with(part: str) -> Item:
    (found,) = [item for item in printed(edition()) if part in item.extract.words]
    return found


def section_of(part: str) -> Section:
    (found,) = [
        each.section
        for each in edition().sections
        for item in each.items
        if part in item.extract.words
    ]
    return found


def test_it_holds_every_extract_of_the_ideal_post() -> None:
    have = set(words(everything(edition())))
    missing = [extract for extract in ideal_extracts() if extract not in have]

    assert len(ideal_extracts()) == 17
    assert not missing


def test_it_is_a_briefing_and_no_dump() -> None:
    distinct = {item.extract.digest for item in everything(edition())}

    assert len(printed(edition())) <= 20
    assert len(distinct) <= 25


# Every line is a slice of a stored text with source, date and link.


def test_every_line_is_a_verbatim_slice_with_its_source_and_date() -> None:
    texts = {article.document_id: article.text for article in seeds()}
    for item in everything(edition()):
        assert item.extract.words == item.extract.span.of(texts[item.extract.document_id])
        assert item.extract.digest == sha256(item.extract.words.encode()).hexdigest()
        assert item.source in {"Korea Pro", "Hankyoreh"}
        assert item.published_on is not None


def test_no_line_is_a_caption_a_heading_a_title_or_furniture() -> None:
    blocks = {article.document_id: article.reading.extraction.blocks for article in seeds()}
    running = {BlockKind.BODY, BlockKind.DECK}
    for item in everything(edition()):
        (kind,) = [
            block.kind
            for block in blocks[item.extract.document_id]
            if block.span.holds(item.extract.span)
        ]
        assert kind in running


def test_sections_come_in_their_order_and_none_is_quiet() -> None:
    sections = edition().sections

    assert [each.section for each in sections] == list(Section)
    assert all(each.items for each in sections)


def test_an_extract_stands_once_in_a_post() -> None:
    digests = [item.extract.digest for item in printed(edition())]

    assert len(digests) == len(set(digests))


def test_nothing_is_posted_a_second_time() -> None:
    shown = frozenset(item.extract.digest for item in everything(edition()))
    again = edition(shown=shown)

    assert shown.isdisjoint(item.extract.digest for item in everything(again))


@pytest.mark.parametrize(
    "later", [datetime(2024, 6, 24, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)]
)
def test_with_a_later_clock_every_section_is_quiet(later: datetime) -> None:
    found = edition(later)

    assert everything(found) == []
    assert (found.heard, found.background) == ((), ())
    assert all(not each.items for each in found.sections)


def test_news_of_a_section_stands_newest_first() -> None:
    for each in edition().sections:
        days = [
            item.when.last if item.when else item.published_on
            for item in each.items
            if item.role in (Role.EVENT, Role.QUOTE, Role.STATEMENT)
            and (item.when is None or item.when.first == item.when.last)
        ]
        assert days == sorted(days, reverse=True)  # type: ignore[type-var]  # dated, all of them


def test_the_bottom_line_is_the_signing_and_the_suspended_agreement() -> None:
    first, second = edition().bottom_line

    assert "the signing of a document upgrading" in first.extract.words
    assert "suspended an inter-Korean military agreement" in second.extract.words
    assert first.source != second.source


def test_opinion_is_labelled_by_the_kind_of_its_document() -> None:
    kinds = {item.extract.document_id: item.kind for item in everything(edition())}

    assert kinds[HANKYOREH] is Kind.EDITORIAL
    assert kinds[KOREA_PRO] is Kind.ANALYSIS


def test_coverage_says_what_was_heard_and_what_was_not_and_why() -> None:
    found = edition()
    reasons = {each.document_id: each.reason for each in found.left_out}

    assert {each.document_id for each in found.heard} == {KOREA_PRO, HANKYOREH}
    assert [each.document_id for each in found.background] == [KOREA_PRO_OLD]
    assert reasons == {REWORDED: "reworded", FORUM: "undated"}


def test_publishers_are_counted_not_documents() -> None:
    found = edition()

    assert len({each.source for each in (*found.heard, *found.background)}) == 2


# Key quotes.


@pytest.mark.parametrize(
    ("part", "speaker", "medium"),
    [
        ("comprehensive strategic partnership treaty", "Ushakov", Medium.SPOKEN),
        ("mutual tourist trips", "Putin", Medium.WRITTEN),
        ("the other Contracting Party shall", "treaty", Medium.TREATY),
        ("any large-scale attack on civilians", "Yoon Suk-yeol", Medium.SPOKEN),
        ("warned that this would affect", "Russian foreign minister", None),
        ("latest space rocket technology", "Shin Won-sik", None),
        ("nearly half of Russia’s artillery", "South Korean military", None),
        ("expressed appreciation", "Putin", None),
        ("unendurable measures", "South Korea", None),
    ],
)
def test_the_words_are_given_to_whom_the_document_gives_them(
    part: str, speaker: str, medium: Medium | None
) -> None:
    item = item_with(part)

    assert item.speaker is not None
    assert speaker in item.speaker
    assert medium is None or item.medium is medium


def test_fragments_are_shown_inside_their_sentence() -> None:
    assert len(item_with("“illegal”").extract.words) > 100
    assert len(item_with("“unendurable measures”").extract.words) > 100


def test_nobody_is_named_from_outside_the_document() -> None:
    assert not [item for item in everything(edition()) if item.speaker and "Lavrov" in item.speaker]


def test_the_day_of_a_statement_is_kept_apart_from_the_publication() -> None:
    item = item_with("comprehensive strategic partnership treaty")

    assert item.when is not None
    assert (item.when.edtf, str(item.published_on)) == ("2024-06-18", "2024-06-19")


def test_the_analysts_gloss_is_not_part_of_what_putin_said() -> None:
    item = item_with("expressed appreciation")

    assert item.cut_at is not None
    assert item.extract.words[: item.cut_at].endswith("weapons to Ukraine")
    assert "veiled threat" in item.extract.words[item.cut_at :]


# Sections.


@pytest.mark.parametrize(
    ("part", "section"),
    [
        ("made a surprise visit", Section.DPRK_RUSSIA),
        ("nearly half of Russia’s artillery", Section.DPRK_RUSSIA),
        ("latest space rocket technology", Section.DPRK_RUSSIA),
        ("warned that this would affect", Section.RUSSIA_ROK),
        ("expressed appreciation", Section.RUSSIA_ROK),
        ("Seoul has joined", Section.RUSSIA_ROK),
        ("unendurable measures", Section.DPRK_ROK),
        ("dialogue with China", Section.TRIANGLE),
        ("“two plus two” talks", Section.TRIANGLE),
    ],
)
def test_each_sentence_stands_on_the_edge_of_those_who_act_in_it(
    part: str, section: Section
) -> None:
    assert section_of(part) is section


def test_background_is_one_matter_an_edge_and_the_two_treaties_stand_together() -> None:
    (first, *_) = edition().sections
    behind = [item for item in first.items if item.role is Role.BACKGROUND]

    assert [item.when.edtf for item in behind if item.when] == ["1961", "2000"]
    for each in edition().sections:
        assert [item.role for item in each.items].count(Role.BACKGROUND) <= 2


def test_a_forecast_is_labelled_and_scarce_and_there_is_one_open_question() -> None:
    roles = [item.role for item in printed(edition())]

    assert roles.count(Role.QUESTION) == 1
    for each in edition().sections:
        assert [item.role for item in each.items].count(Role.FORECAST) <= 2


def test_low_prospects_of_an_alliance_are_not_news_after_the_signing() -> None:
    shown = [item for item in printed(edition()) if "remain low" in item.extract.words]

    assert all(item.role is Role.FORECAST for item in shown)


def test_the_visit_that_was_made_is_not_announced_any_more() -> None:
    roles = {
        item.role
        for item in printed(edition())
        if "will make his first visit" in item.extract.words
        or "would be visiting" in item.extract.words
    }

    assert not roles


# Where sources differ.


def difference(point: str) -> list[str]:
    (found,) = [each for each in edition().differences if each.point == point]
    return words(found.items)


def test_the_day_of_the_visit_differs() -> None:
    told = " ".join(difference("day"))

    assert "24 years on Tuesday" in told
    assert "made a surprise visit to North Korea on Wednesday" in told
    assert "on Wednesday and Thursday" in told


def test_the_place_of_the_meeting_differs() -> None:
    told = " ".join(difference("place"))

    assert "visit to Moscow" in told
    assert "Vostochny Cosmodrome" in told


def test_the_surprise_had_been_announced() -> None:
    told = " ".join(difference("surprise"))

    assert "surprise visit" in told
    assert "state-run media reported Tuesday" in told


def test_the_partnership_has_two_names() -> None:
    told = " ".join(difference("name"))

    assert "“strategic partnership.”" in told
    assert "“comprehensive strategic partnership treaty,”" in told


def test_there_are_no_other_differences() -> None:
    assert {each.point for each in edition().differences} == {"day", "place", "surprise", "name"}
    assert len(edition().differences) == 4


def test_moscow_as_the_place_of_a_meeting_is_said_nowhere_else() -> None:
    assert not [item for item in printed(edition()) if "visit to Moscow" in item.extract.words]


# What may be subscribed, and what must not matter.


def test_one_edge_alone_holds_its_own_items_and_no_other() -> None:
    (only,) = edition(edges=[Edge.DPRK_ROK]).sections

    assert only.section is Section.DPRK_ROK
    assert any("unendurable measures" in item.extract.words for item in only.items)


def test_the_same_archive_gives_the_same_bytes_in_any_order() -> None:
    written = edition_to_json(edition())

    assert edition_to_json(edition(articles=reversed(seeds()))) == written
    assert edition_from_json(written) == edition()


def test_without_its_date_a_document_gives_no_news() -> None:
    undated = [
        replace(each, published=None, published_on=None) if each.document_id == HANKYOREH else each
        for each in seeds()
    ]
    found = edition(articles=undated)

    assert HANKYOREH not in {item.extract.document_id for item in everything(found)}
    assert HANKYOREH in {each.document_id for each in found.left_out}


def test_the_reworded_document_has_no_sentence_anywhere() -> None:
    assert Flag.REWORDED in seeds()[REWORDED].reading.flags
    assert REWORDED not in {item.extract.document_id for item in everything(edition())}
