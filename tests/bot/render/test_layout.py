"""No message above Discord's limits, and no line cut."""

import random

import pytest

from bot.render.layout import (
    MOST_CHARACTERS,
    MOST_COMPONENTS,
    Button,
    Card,
    Layout,
    Line,
    card,
    components,
    paginate,
)

BUTTON = Button("Open", "article:1")


def cards_at_random(source: random.Random) -> list[Card]:
    return [
        Card(
            tuple(
                Line(
                    source.choice("aяё한😀") * source.randint(1, 1300),
                    source.choice((None, BUTTON)),
                )
                for _ in range(source.randint(1, 60))
            ),
            heading="### heading" * source.randint(0, 3),
            colour=source.choice((None, 0x112233)),
        )
        for _ in range(source.randint(1, 8))
    ]


def texts(layout: Layout) -> list[str]:
    return [line.text for card in layout.cards for line in card.lines]


def depth_first(shown: list[dict[str, object]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for each in shown:
        inside = each.get("components") or []
        accessory = each.get("accessory")
        assert isinstance(inside, list)
        found += [each, *depth_first(inside)]
        if isinstance(accessory, dict):
            found.append(accessory)
    return found


def test_any_cards_fit_into_messages_whole_and_in_order() -> None:
    source = random.Random(7)
    for _ in range(60):
        cards = cards_at_random(source)

        pages = [
            page.with_footer("x" * 290).with_buttons(*[BUTTON] * 5) for page in paginate(cards)
        ]

        assert [text for page in pages for text in texts(page)] == [
            line.text for card in cards for line in card.lines
        ]
        for page in pages:
            shown = depth_first(components(page))
            length = sum(
                len(str(each.get("content", "")).encode("utf-16-le")) // 2 for each in shown
            )
            assert len(shown) == page.components <= MOST_COMPONENTS
            assert length == page.characters <= MOST_CHARACTERS


def test_a_heading_is_repeated_where_its_card_goes_on() -> None:
    whole = card(*["x" * 2000] * 3, heading="### Edge", colour=1)

    pages = paginate([whole])

    assert len(pages) == 3
    assert [page.cards[0].heading for page in pages] == ["### Edge"] * 3


def test_a_line_that_no_message_holds_is_a_mistake_and_not_cut() -> None:
    with pytest.raises(ValueError, match="longer than a message"):
        paginate([card("x" * 5000)])


def test_empty_lines_are_left_out_because_discord_refuses_them() -> None:
    assert card("", "a", Line("")).lines == (Line("a"),)
