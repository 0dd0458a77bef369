"""An edition's messages: whole extracts, labels, quiet edges, nothing twice, nothing too long."""

import random
from dataclasses import replace
from datetime import date

from bot.render.clean import extract as shown_words
from bot.render.editions import edition_layouts
from bot.render.layout import MOST_CHARACTERS, MOST_COMPONENTS, Layout, components
from briefings.model import (
    Difference,
    Edition,
    Flag,
    LeftOut,
    Medium,
    Precision,
    Role,
    Section,
    When,
)
from tests.bot.made import edition, item

LEFT_OUT = LeftOut(3, "Spun copy", "Unknown", None, "reworded")


def layouts(shown: Edition, notes: tuple[str, ...] = ()) -> tuple[Layout, ...]:
    return edition_layouts(shown, marker="k7f3", locale="en", notes=notes)


def text(pages: tuple[Layout, ...]) -> str:
    lines = [
        line.text for page in pages for card in page.cards for line in (*card.opening, *card.lines)
    ]
    return "\n".join([*lines, *(page.footer for page in pages)])


def test_every_edge_has_its_heading_and_a_quiet_one_says_so() -> None:
    shown = text(layouts(edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)})))

    assert "### DPRK ↔ Russia  (1 source)\n" in shown
    for quiet in ("Russia ↔ ROK", "DPRK ↔ ROK", "Around the triangle"):
        assert f"### {quiet}\n-# Quiet: nothing new." in shown


def test_an_item_says_when_who_how_and_from_where() -> None:
    when = When(date(2024, 6, 18), date(2024, 6, 18), Precision.DAY, "2024-06-18")
    whole = item(
        "Putin wrote of “equal security”.",
        role=Role.QUOTE,
        speaker="Vladimir *Putin*",
        medium=Medium.WRITTEN,
        when=when,
        url="https://source.example/a",
    )

    shown = text(layouts(edition({Section.DPRK_RUSSIA: (whole,)})))

    assert (
        "**18 June 2024** · **Vladimir \\*Putin\\*** · **in writing**\n"
        "> Putin wrote of “equal security”.\n"
        "-# via Hankyoreh · editorial (opinion) · published 19 June 2024 · [Open at these words]"
        "(https://source.example/a#:~:text=Putin%20wrote"
    ) in shown


def test_what_is_no_event_is_labelled() -> None:
    labels = {
        Role.FORECAST: "forecast, not an event",
        Role.STATEMENT: "reported speech",
        Role.POSITION: "position",
        Role.QUESTION: "open question",
        Role.BACKGROUND: "background",
    }
    for role, label in labels.items():
        shown = text(layouts(edition({Section.DPRK_ROK: (item("May act.", role=role),)})))

        assert label in shown, role


def test_the_writers_gloss_is_marked_where_it_begins() -> None:
    words = "Putin expressed appreciation — likely a veiled threat to Seoul that it may act."
    glossed = item(words, cut_at=words.index("—"))

    shown = text(layouts(edition({Section.RUSSIA_ROK: (glossed,)})))

    assert "from “likely a veiled threat to” on: the writer's own reading" in shown


def test_an_extract_without_an_address_has_a_button_into_the_archive() -> None:
    (page,) = layouts(edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)}))

    buttons = [line.button for card in page.cards for line in card.lines if line.button]

    assert [button.custom_id for button in buttons] == ["show:7.9.0.14", "article:7"]


def test_an_extract_stands_once_in_a_post_and_is_referred_to_after_that() -> None:
    same = item("South Korea suspended an agreement earlier this month.")
    shown = edition({Section.DPRK_ROK: (same,)}, bottom_line=(same,))
    shown = replace(shown, differences=(Difference("day", (same, item("Another day."))),))

    words = text(layouts(shown))

    assert words.count("> South Korea suspended") == 1
    assert words.count("“South Korea suspended an agreement …”, shown above") == 2
    assert "### Sources differ\n**1. On the day**" in words


def test_nothing_new_gives_the_short_form_and_no_old_material() -> None:
    (page,) = layouts(edition({}, left_out=(LEFT_OUT,)))

    shown = text((page,))

    assert shown.startswith("## Nothing new on DPRK–Russia–ROK, 20 June 2024\n")
    assert "“Spun copy” (Unknown): reworded by a machine, so it is never quoted" in shown
    assert ">" not in shown.replace("<t:", "").replace(":f>", "")
    assert shown.endswith("-# k7f3 · 1 of 1")


def test_each_message_ends_with_the_marker_and_its_number() -> None:
    many = {Section.DPRK_RUSSIA: tuple(item(f"{n}. " + "word " * 150) for n in range(20))}

    pages = layouts(edition(many))

    assert len(pages) > 3
    assert [page.footer for page in pages] == [
        f"-# k7f3 · {number} of {len(pages)}" for number in range(1, len(pages) + 1)
    ]


def test_notes_stand_under_the_title() -> None:
    (page,) = layouts(edition({}), notes=("-# Late.",))

    title, note, *_ = page.cards[0].lines
    assert title.text.startswith("## Nothing new")
    assert note.text == "-# Late."


def test_the_same_edition_gives_the_same_bytes() -> None:
    shown = edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)}, left_out=(LEFT_OUT,))

    first, second = layouts(shown), layouts(shown)

    assert [components(page) for page in first] == [components(page) for page in second]


def test_random_editions_keep_every_extract_whole_and_stay_below_the_limits() -> None:
    source = random.Random(1948)
    for _ in range(80):
        items = {
            section: tuple(
                item(
                    f"{section}{n} "
                    + "".join(source.choice("word *김정은_ё [.] ") for _ in range(size)),
                    url=source.choice((None, "https://source.example/" + "x" * 300)),
                    speaker=source.choice((None, "Ким Чен Ын", "@everyone" * 20)),
                )
                for n in range(source.randint(0, 9))
                for size in (source.choice((10, 80, 400, 1200)),)
            )
            for section in Section
        }
        left = tuple(
            LeftOut(n, "title " * source.randint(1, 60), "source", None, "older")
            for n in range(source.randint(0, 40))
        )

        pages = layouts(edition(items, left_out=left))

        whole = text(pages)
        for each in (each for section in items.values() for each in section):
            assert shown_words(each.extract.words) in whole
        for page in pages:
            assert page.components <= MOST_COMPONENTS
            assert page.characters <= MOST_CHARACTERS


def test_an_extract_longer_than_a_message_is_not_cut_but_pointed_to() -> None:
    giant = item("word " * 2000)

    shown = text(layouts(edition({Section.DPRK_RUSSIA: (giant,)})))

    assert "has 10000 characters, more than one message can hold" in shown
    assert "> word" not in shown


def test_flags_of_what_was_heard_are_shown() -> None:
    shown = edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)})
    heard = replace(shown.heard[0], flags=frozenset((Flag.TRUNCATED, Flag.OPINION)))

    assert "⚠ truncated" in text(layouts(replace(shown, heard=(heard,))))


def test_an_update_is_marked_before_anything_else() -> None:
    shown = text(layouts(edition({Section.DPRK_RUSSIA: (item("Putin left.", update=True),)})))

    assert "🔄 **update**\n> Putin left." in shown


def test_what_does_not_fit_is_counted_beside_the_way_to_it() -> None:
    short = replace(edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)}), beyond=9)
    *_, last = edition_layouts(short, marker="k7f3", locale="en", number=12)

    assert "-# 9 further extracts stand in the full edition." in text((last,))
    assert [button.custom_id for button in last.buttons] == [
        "edition:full.12",
        "edition:quotes.12",
        "edition:sources.12",
    ]


def test_the_coverage_names_publishers_new_and_silent_sources() -> None:
    shown = replace(
        edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)}),
        silent=("KCNA *", "TASS"),
        new_sources=("Yonhap",),
    )

    words = text(layouts(shown))

    assert "**Silent, though heard in the month before**: KCNA \\*, TASS" in words
    assert "**New source**: Yonhap" in words
    assert "1 independent publisher heard" in words


def test_the_timeline_holds_every_day_that_is_named_once_and_in_order() -> None:
    days = [
        When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, str(year))
        for year in (2023, 1961)
    ]
    named = item("In 1961 and in 2023.", when=days[0], dates=(*days, days[1]))

    words = text(layouts(edition({Section.DPRK_RUSSIA: (named,)})))

    assert "**Timeline used**\n-# 1961 · 2023\n" in words


def test_a_picture_stands_in_the_last_message_with_its_words() -> None:
    items = tuple(item(f"Sentence {n} " + "word " * 90) for n in range(40))
    pages = edition_layouts(
        edition({Section.DPRK_ROK: items}), marker="k7f3", locale="en", number=1, picture="Chart."
    )

    assert [page.picture for page in pages] == [*[""] * (len(pages) - 1), "Chart."]
    assert [each["type"] for each in components(pages[-1])][-3:] == [12, 10, 1]
    assert all(page.components <= MOST_COMPONENTS for page in pages)
    assert all(page.characters <= MOST_CHARACTERS for page in pages)


def test_a_reference_back_does_not_give_the_day_of_publication_as_that_of_the_event() -> None:
    only = item("North Korean soldiers arrived, officials said.")
    shown = replace(edition({Section.DPRK_RUSSIA: (only,)}), bottom_line=(only,))

    assert "\n-# “North Korean soldiers arrived, officials …”, shown above" in text(layouts(shown))


def test_documents_left_out_that_are_not_listed_are_counted() -> None:
    whole = edition({Section.DPRK_RUSSIA: (item("Putin met Kim."),)}, left_out=(LEFT_OUT,))
    shown = text(layouts(replace(whole, unlisted=99)))

    assert "100 documents left out of the news" in shown
    assert "- and 99 more" in shown
