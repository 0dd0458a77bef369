"""/article end to end, with the buttons that lead on from it."""

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest

from bot.client.states import posted
from bot.errors import StaleError
from briefings.ingest.reading import read
from briefings.model import BlockKind, Edge, Sentence, Span
from briefings.storage.articles import remove_document, store_article
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from tests.bot.desk import desk, movable_clock, text_of_choices
from tests.bot.made import NOW, WORDS, quote, stored
from tests.discord.conformance import conforming
from tests.storage.examples import new

COGS = ("bot.cogs.articles", "bot.cogs.ask")
THREE_MATTERS = (
    "Putin arrived in Pyongyang to sign a treaty with North Korea. Farmers planted rice in the "
    "rain, as they do each June. South Korea summoned the Russian ambassador in Seoul to protest."
)


async def test_titles_are_offered_with_date_and_source(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = stored(opened.database)

        offered = await opened.member.autocomplete("/article title:trea")

        assert text_of_choices(offered) == ["A treaty in Pyongyang — 19 June 2024, Hankyoreh"]
        assert offered.choices[0]["value"] == str(kept.document_id)


async def test_a_picked_title_and_a_typed_one_show_the_article(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = stored(opened.database)

        for title in (str(kept.document_id), "a traety in pyongyang"):
            shown = await opened.member.slash("/article", {"title": title})

            assert shown.ephemeral
            assert f"> {WORDS}" in shown.text
            assert "https://source.example/a#:~:text=" in shown.text


async def test_an_article_is_confined_to_what_it_says_on_an_edge(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        whole = read(THREE_MATTERS.encode())
        kept = store_article(
            opened.database, replace(new(THREE_MATTERS), reading=whole, url=None), now=NOW
        )
        picked = {"title": str(kept.document_id), "edge": "dprk-russia"}

        shown = await opened.member.slash("/article", picked)
        assert "What it says on **DPRK–Russia** alone" in shown.text
        assert "Putin arrived in Pyongyang" in shown.text
        assert "ambassador" not in shown.text
        assert "rice" not in shown.text

        other = await opened.member.slash("/article", {**picked, "edge": "dprk-rok"})
        assert "It says nothing on **DPRK–ROK**" in other.text

        shown = await opened.admin.slash("/article", picked)
        there = await opened.admin.click(shown.message, "Post here")
        assert not there.ephemeral
        assert "What it says on **DPRK–Russia** alone" in there.text


async def test_pages_of_an_edge_turn_on_that_edge(new_sqlite: str) -> None:
    names = "Yuri Ushakov of Russia told North Korea"
    long = [f"“{names} {number} {'of very long talks ' * 70}.”" for number in range(3)]
    text = " ".join(("Putin met Kim Jong Un in Pyongyang.", *long))
    ends = accumulate(len(part) + 1 for part in (text[:35], *long))
    spans = [Span(0, 35), *(Span(start, end - 1) for start, end in pairwise(ends))]
    on_it = (Edge.DPRK_RUSSIA,)
    plain = read(text.encode())
    whole = replace(
        plain,
        sentences=tuple(Sentence(span, BlockKind.BODY, edges=on_it, weight=1.0) for span in spans),
        quotes=tuple(
            replace(quote(text), span=Span(span.start + 1, span.end - 1), sentence=span)
            for span in spans[1:]
        ),
        statements=(),
        mentions=(),
        dates=(),
        summary=(0,),
    )
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = store_article(opened.database, replace(new(text), reading=whole), now=NOW)
        picked = {"title": str(kept.document_id), "edge": "dprk-russia"}
        shown = await opened.member.slash("/article", picked)
        assert "What it says on **DPRK–Russia** alone" in shown.text

        following = await opened.member.click(shown.message, "Next ▶")
        assert following.message.id == shown.message.id
        assert "“Yuri Ushakov of Russia told North Korea 2" in following.text

        back = await opened.member.click(following.message, "◀ Previous")
        assert "What it says on **DPRK–Russia** alone" in back.text


@pytest.mark.parametrize("state", ["1.0.3", "1.0.0.0", "1.x", ""])
def test_a_button_with_an_edge_that_there_is_not_is_stale(state: str) -> None:
    with pytest.raises(StaleError):
        posted(state)


def test_a_button_posts_the_page_it_stands_under_on_its_edge() -> None:
    assert posted("7") == (7, 0, None)
    assert posted("7.2") == (7, 2, None)
    assert posted("7.2.1") == (7, 2, Edge.RUSSIA_ROK)


async def test_what_does_not_exist_is_said_so(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for title in ("999999", "nothing like it", "9" * 40):
            answer = await opened.member.slash("/article", {"title": title})

            assert "There is no document" in answer.text
            assert answer.ephemeral


async def test_quotes_text_and_extract_open_from_their_buttons(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = stored(opened.database, url=None)
        shown = await opened.member.slash("/article", {"title": str(kept.document_id)})

        quotes = await opened.member.click(shown.message, "Quotes")
        assert "“Both sides will sign a treaty.”" in quotes.text
        assert "Yuri Ushakov" in quotes.text
        extract = await opened.member.click(quotes.message, "Show in archive")
        assert "The text around it" in extract.text
        text = await opened.member.click(shown.message, "Show in archive")
        assert WORDS in text.text


async def test_a_long_text_is_paged_and_survives_a_restart(new_sqlite: str) -> None:
    long = "\n".join(f"Sentence {number} of the treaty." for number in range(200))
    async with conforming(clock=movable_clock()) as loopback:
        async with desk(new_sqlite, loopback=loopback, cogs=COGS) as opened:
            kept = stored(opened.database, long)
            shown = await opened.member.slash("/article", {"title": str(kept.document_id)})
            page = await opened.member.click(shown.message, "Show in archive")
            assert "Sentence 0 of" in page.text

        async with desk(new_sqlite, loopback=loopback, cogs=COGS) as opened:
            following = await opened.member.click(page.message, "Next ▶")

            assert "Sentence 0 of" not in following.text
            assert "Sentence 60 of" in following.text
            assert following.message.id == page.message.id


async def test_a_button_of_a_document_that_is_gone_says_so(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = stored(opened.database)
        shown = await opened.member.slash("/article", {"title": str(kept.document_id)})
        remove_document(
            opened.database,
            kept.document_id,
            shelf_id=COMMON_SHELF,
            by=1,
            interaction_id=None,
            now=NOW,
        )

        answer = await opened.member.click(shown.message, "Quotes")

        assert "There is no document" in answer.text


async def test_a_button_from_an_earlier_version_says_so(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = stored(opened.database)
        shown = await opened.member.slash("/article", {"title": str(kept.document_id)})
        button = shown.message.components[-1]["components"][0]
        for custom_id in ("gone:1", "said:x", "text:1", "show:1.1.5.2", "nothing", "said:1.2.3.4"):
            button["custom_id"] = custom_id

            answer = await opened.member.click(shown.message, custom_id)

            assert "earlier version of the bot" in answer.text or "There is no" in answer.text


async def test_another_guilds_documents_are_out_of_sight(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        shelf = shelf_of(opened.database, 4242)
        hidden = stored(opened.database, title="Secret treaty", shelf_id=shelf)

        by_id = await opened.admin.slash("/article", {"title": str(hidden.document_id)})
        offered = await opened.admin.autocomplete("/article title:Secret")
        asked = await opened.admin.slash("/ask question:treaty Ushakov")

        assert "There is no document" in by_id.text
        assert not offered.choices
        assert "Both sides" not in asked.text


async def test_a_person_reads_the_common_shelf_in_direct_messages(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        kept = stored(opened.database)

        shown = await opened.member.slash("/article", {"title": str(kept.document_id)}, at="@")
        refused = await opened.member.click(shown.message, "Post here")

        assert f"> {WORDS}" in shown.text
        assert "inside a server only" in refused.text
