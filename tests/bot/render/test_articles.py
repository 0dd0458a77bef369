"""An article as it is shown: verbatim, labelled, never quoted where it is reworded."""

from bot.render.articles import (
    article_buttons,
    article_pages,
    hit_card,
    key_quotes,
    passage_page,
    quotes_pages,
    text_pages,
)
from bot.render.layout import MOST_CHARACTERS, Card, Layout
from briefings.model import Flag, Kind, Span
from tests.bot.made import WORDS, article


def text(*shown: Layout | Card) -> str:
    cards = [
        card for each in shown for card in (each.cards if isinstance(each, Layout) else [each])
    ]
    return "\n".join(line.text for card in cards for line in (*card.opening, *card.lines))


def pages(**fields: object) -> tuple[Layout, ...]:
    return article_pages(article(**fields), locale="en", zone="Asia/Seoul")  # type: ignore[arg-type]


def test_an_article_shows_summary_quotes_source_and_date() -> None:
    shown = text(*pages())

    assert "**A treaty in Pyongyang**\n-# Hankyoreh · news · published 19 June 2024" in shown
    assert f"> {WORDS}" in shown
    assert "**Yuri Ushakov**\n> “Both sides will sign a treaty.”\n-# [Open at these words]" in shown


def test_a_reworded_text_is_never_quoted() -> None:
    spun = article(flags=frozenset((Flag.REWORDED, Flag.UNDATED)))
    hit = hit_card(spun, Span(0, 20), summary=[], quotes=spun.reading.quotes, locale="en")
    shown = text(
        *article_pages(spun, locale="en", zone="UTC"), hit, *quotes_pages(spun, locale="en")
    )

    assert "Reworded" in shown
    assert "\n> " not in shown
    assert "Ushakov" not in shown
    assert not key_quotes(spun)
    assert [button.custom_id for button in article_buttons(spun, at=0, locale="en")] == [
        "text:7.9",
        "post:7.0",
    ]


def test_an_undated_opinion_says_both() -> None:
    shown = text(*pages(flags=frozenset((Flag.UNDATED, Flag.OPINION)), kind=Kind.FORUM))

    assert "Hankyoreh · forum post (opinion) · undated" in shown
    assert "never counts as news" in shown


def test_the_stored_text_is_shown_whole_over_as_many_pages_as_it_takes() -> None:
    long = "Слово *и* [дело] @everyone 말씀\n# no heading\n" * 300

    shown = text_pages(article(long), locale="en")

    pieces = [page.cards[0].lines[-1].text for page in shown]
    assert len(pieces) > 8
    assert sum(piece.count("Слово") for piece in pieces) == 300
    assert all(page.characters <= MOST_CHARACTERS - 300 for page in shown)


def test_an_extract_is_shown_in_its_paragraph() -> None:
    shown = text(passage_page(article(), Span(0, 15), locale="en"))

    assert "> Kremlin adviser\n" in shown
    assert f"**The text around it**\n{WORDS}" in shown


def test_a_hostile_title_stays_one_harmless_line() -> None:
    shown = text(*pages(title="@everyone\n# [x](https://evil.example) " * 50))

    assert "@everyone" not in shown
    assert "://evil" not in shown.replace("\\://", "")
    assert "\n#" not in shown.replace("\n-#", "")


def test_the_longest_sentence_with_the_longest_names_still_fits() -> None:
    for size in (1500, 2500, 4000, 20_000):
        for page in pages(
            text="*" * size, title="[" * 500, url="https://source.example/" + "a" * 480
        ):
            assert page.characters <= MOST_CHARACTERS - 300
