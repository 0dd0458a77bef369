"""The same edition short, standard and full."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.compose import compose
from briefings.compose.candidates import Issue
from briefings.compose.fitting import Form, in_form
from briefings.compose.lengths import ITEMS_AT_MOST, shortened
from briefings.compose.material import (
    FLOOD,
    IN_FLOOD,
    LEAST_IN_FLOOD,
    MOST_IN_FLOOD,
    gather,
    heard_of_each,
)
from briefings.compose.page import Page
from briefings.compose.placing import SECTIONS
from briefings.model import Difference, Edition, Length, Section, Window
from tests.bot.made import edition as made
from tests.bot.made import item
from tests.compose.building import Told, article, everything, printed, window
from tests.compose.test_ideal_briefing import edition as ideal
from tests.compose.test_ideal_briefing import seeds

NOW = datetime(2025, 5, 10, 23, tzinfo=UTC)


def digests(edition: Edition) -> set[str]:
    return {each.extract.digest for each in everything(edition)}


@pytest.mark.parametrize("length", [Length.SHORT, Length.STANDARD])
def test_an_edition_holds_no_more_extracts_than_its_length_and_counts_the_rest(
    length: Length,
) -> None:
    full, short = ideal(), shortened(ideal(), length)

    assert len(digests(short)) == ITEMS_AT_MOST[length]
    assert short.beyond == len(digests(full)) - ITEMS_AT_MOST[length]
    assert digests(short) <= digests(full)


def test_a_short_edition_keeps_the_bottom_line_the_coverage_and_the_quiet_edges() -> None:
    full, short = ideal(), shortened(ideal(), Length.SHORT)

    assert short.bottom_line == full.bottom_line
    assert (short.heard, short.left_out) == (full.heard, full.left_out)
    assert [each.section for each in short.sections] == [each.section for each in full.sections]
    assert len(short.differences) == 1


def test_a_full_edition_leaves_nothing_out() -> None:
    assert shortened(ideal(), Length.FULL) == ideal()
    assert ideal().beyond == 0


def test_what_is_kept_stands_in_the_order_of_the_full_edition() -> None:
    kept = digests(shortened(ideal(), Length.STANDARD))
    order = [each for each in printed(ideal()) if each.extract.digest in kept]

    assert printed(shortened(ideal(), Length.STANDARD)) == order


def test_compose_gives_the_length_that_is_asked_for() -> None:
    spell = ideal().window
    short = compose(seeds(), window=spell, zone="Asia/Seoul", length=Length.SHORT)

    assert short == shortened(ideal(), Length.SHORT)


def test_each_section_gives_way_in_turn_so_that_every_edge_is_heard_in_the_short_form() -> None:
    edge = {
        Section.DPRK_RUSSIA: "Russia sent train number {} with flour to North Korea on Friday.",
        Section.DPRK_ROK: "North Korea fired shell number {} at South Korea on Friday.",
    }
    told = [
        article(n, words.format(f"{n} of {n + 7}"), published=NOW - timedelta(hours=n + 1))
        for n, words in enumerate([*[edge[Section.DPRK_RUSSIA]] * 9, edge[Section.DPRK_ROK]], 1)
    ]
    short = compose(told, window=window(NOW), zone="Asia/Seoul", length=Length.SHORT)

    assert {each.section for each in short.sections if each.items} >= {Section.DPRK_ROK}


@given(
    ranks=st.lists(st.integers(0, 60), max_size=60),
    pairs=st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6),
    length=st.sampled_from([Length.SHORT, Length.STANDARD]),
)
def test_no_edition_is_longer_than_its_length_and_none_loses_count(
    ranks: list[int], pairs: list[tuple[int, int]], length: Length
) -> None:
    items = [replace(item(f"Words {n}."), rank=rank) for n, rank in enumerate(ranks)]
    others = [*items, *(item(f"Witness {n}.") for n in range(71 - len(items)))]
    full = replace(
        made({Section.DPRK_RUSSIA: tuple(items[::2]), Section.DPRK_ROK: tuple(items[1::2])}),
        bottom_line=tuple(items[:2]),
        differences=tuple(Difference("day", (others[a], others[b])) for a, b in pairs),
    )

    short = shortened(full, length)

    assert len(digests(short)) <= ITEMS_AT_MOST[length]
    assert len(digests(short)) + short.beyond == len(digests(full))


def test_in_a_flood_each_document_is_heard_with_its_weightiest_sentences_alone() -> None:
    """Work is bounded: sentences that can be items, not documents times their length."""
    sentence = "Russia sent shipment {} of flour to North Korea by rail on Friday."
    told = [Told(sentence.format(n), weight=n / 100) for n in range(30)]

    page = Page(article(1, *told, published=NOW - timedelta(hours=1)), MOST_IN_FLOOD)

    assert list(page.shown) == list(range(30 - MOST_IN_FLOOD, 30))


def test_a_flood_is_composed_from_bounded_pages_and_what_is_no_flood_from_whole_ones() -> None:
    words = "Russia sent shipment {} of flour to North Korea by rail on Friday."
    flood = [
        article(
            number,
            *(words.format(f"{number}-{n}") for n in range(MOST_IN_FLOOD + 5)),
            published=NOW - timedelta(hours=1),
        )
        for number in range(1, FLOOD + 2)
    ]
    issue = Issue.of(window(NOW), zone=ZoneInfo("UTC"), sections=SECTIONS, language="en")

    many, few = (gather(each, issue, frozenset()) for each in (flood, flood[:1]))

    assert len(few.news) == MOST_IN_FLOOD + 5
    assert len(many.news) <= MOST_IN_FLOOD * len(many.new)


def test_the_greater_the_flood_the_fewer_sentences_of_each_document_but_never_none() -> None:
    floods = [heard_of_each(documents) for documents in (FLOOD, FLOOD + 1, 1000, 50_000)]

    assert floods == [None, MOST_IN_FLOOD, IN_FLOOD // 1000, LEAST_IN_FLOOD]


def test_a_document_that_a_shorter_form_does_not_show_was_not_heard_in_it() -> None:
    deeds = [
        "sent soldiers",
        "sold shells",
        "lent money",
        "paid miners",
        "built ships",
        "fed camps",
    ]
    deeds += ["flew drones", "cut cables", "shut roads", "dug canals"]
    many = [
        article(n, f"North Korea {deed} for Russia.", published=NOW - timedelta(hours=n))
        for n, deed in enumerate(deeds, 1)
    ]
    full = compose(many, window=Window(NOW - timedelta(days=1), NOW, 72), zone="UTC")
    short = in_form(full, Form(length=Length.SHORT))
    shown = {each.extract.document_id for each in everything(short)}
    heard = {each.document_id for each in full.heard}

    assert len(shown) < len(heard)
    assert {each.document_id for each in short.heard} == shown
    left = {each.document_id for each in short.left_out if each.reason == "no-room"}
    assert heard - shown <= left


def test_background_that_the_channel_has_been_shown_is_not_listed_as_used() -> None:
    full = ideal()
    behind = {each.document_id for each in full.background}
    shown = {each.extract.digest for each in everything(full) if each.extract.document_id in behind}

    assert behind
    assert in_form(full, Form(shown=frozenset(shown))).background == ()
