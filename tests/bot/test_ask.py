"""/ask end to end: passages, pages, honest nothing, posting, restarts."""

import asyncio
import sqlite3
from datetime import date

import pytest

from bot.rehearsal import Answer, NotPossibleError
from bot.rehearsal.permissions import Permission
from briefings.ingest.documents import Given, add_document
from briefings.model import Flag
from briefings.storage.shelves import COMMON_SHELF
from tests.bot.desk import Desk, desk, movable_clock
from tests.bot.made import WORDS, stored
from tests.discord.conformance import conforming
from tests.search.test_stories import DAILY, WIRE

COGS = ("bot.cogs.ask", "bot.cogs.articles")
GRAIN = "Kremlin adviser Yuri Ushakov said: “Grain will reach Pyongyang by rail.”"


def store_three(opened: Desk) -> None:
    stored(opened.database, title="A treaty in Pyongyang")
    stored(opened.database, GRAIN, title="Grain by rail", url=None)
    stored(
        opened.database,
        "The chilly treaty of folks.",
        title="Spun treaty",
        flags=frozenset((Flag.REWORDED, Flag.UNDATED)),
    )


def custom_ids(answer: Answer) -> dict[str, str]:
    rows = [each for each in answer.message.components if each["type"] == 1]
    return {
        button["label"]: button["custom_id"]
        for row in rows
        for button in row["components"]
        if not button.get("disabled")
    }


async def test_a_question_is_answered_with_a_passage_its_source_and_date(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)

        answer = await opened.member.slash("/ask question:grain by rail")

        assert answer.ephemeral
        assert "Answer to “grain by rail”" in answer.text
        assert f"> {GRAIN}" in answer.text
        assert "Hankyoreh · news · published 19 June 2024" in answer.text
        assert answer.acknowledged_after is not None
        assert answer.acknowledged_after < 1


async def test_the_reader_turns_pages_and_a_restart_does_not_matter(new_sqlite: str) -> None:
    async with conforming(clock=movable_clock()) as loopback:
        async with desk(new_sqlite, loopback=loopback, cogs=COGS) as opened:
            store_three(opened)
            answer = await opened.member.slash("/ask question:Yuri Ushakov said")
            first = answer.text
            assert "1 of 2" in first

        async with desk(new_sqlite, loopback=loopback, cogs=COGS) as opened:
            turned = await opened.member.click(answer.message, "Next ▶")

            assert turned.message.id == answer.message.id
            assert "2 of 2" in turned.text
            assert turned.text != first
            back = await opened.member.click(turned.message, "◀ Previous")
            assert "1 of 2" in back.text


async def test_nothing_is_made_up_where_nothing_answers(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)

        answer = await opened.member.slash("/ask question:zebra migration in Botswana")

        assert "Nothing in the archive answers “zebra migration in Botswana”" in answer.text
        assert "> " not in answer.text


async def test_the_nearest_title_opens_with_a_button(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        answer = await opened.member.slash("/ask question:grain rail since:2025-01-01")

        assert "only since 1 January 2025" in answer.text or "Nothing" in answer.text
        assert "Grain by rail" in answer.text
        article = await opened.member.click(answer.message, "Open")

        assert article.ephemeral
        assert f"> {GRAIN}" in article.text


@pytest.mark.parametrize("since", ["yesterday", "2024-13-01", "06/07/2024"])
async def test_a_day_that_is_none_is_refused_with_an_example(new_sqlite: str, since: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        answer = await opened.member.slash(f"/ask question:grain since:{since}")

        assert "is not usable as day" in answer.text
        assert "2024-06-19" in answer.text
        assert answer.ephemeral


async def test_a_double_click_on_post_here_posts_once(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        asked = await opened.admin.slash("/ask question:grain by rail")

        clicks = await asyncio.gather(
            *(opened.admin.click(asked.message, "Post here") for _ in range(2))
        )

        assert sorted(click.ephemeral for click in clicks) == [False, True]
        assert any("not posted twice" in click.text for click in clicks)


async def test_an_admin_posts_a_page_and_a_member_may_not(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        asked = await opened.member.slash("/ask question:grain by rail")
        refused = await opened.member.click(asked.message, "Post here")
        assert refused.ephemeral
        assert "post answers into a channel" in refused.text
        assert "/desk rights grant" in refused.text

        asked = await opened.admin.slash("/ask question:grain by rail")
        posted = await opened.admin.click(asked.message, "Post here")

        assert not posted.ephemeral
        assert f"> {GRAIN}" in posted.text
        assert f"Posted by <@{opened.admin.user.id}> with /ask" in posted.text
        assert posted.message in opened.member.sees()


async def test_posting_needs_the_persons_own_permission_at_the_click(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        asked = await opened.admin.slash("/ask question:grain by rail")
        channel = opened.loopback.desk.channel("general")
        opened.admin.set_overwrite(channel, opened.admin.user, deny=int(Permission.SEND_MESSAGES))

        refused = await opened.admin.click(asked.message, "Post here")

        assert refused.ephemeral
        assert "**Send Messages**" in refused.text


async def test_a_reworded_text_is_linked_and_never_quoted(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(
            opened.database,
            WORDS,
            title="Spun treaty",
            flags=frozenset((Flag.REWORDED, Flag.UNDATED)),
        )

        shown = await opened.member.slash("/article title:Spun treaty")

        assert "Reworded" in shown.text
        assert "Ushakov" not in shown.text
        assert "undated" in shown.text


async def test_a_misspelt_question_is_asked_again_with_one_click(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        answer = await opened.member.slash("/ask question:grrain raill since:2030-01-01")
        assert "Did you mean **grain rail**?" in answer.text

        again = await opened.member.click(answer.message, "Ask that")

        assert "“grain rail”" in again.text
        assert again.message.id == answer.message.id


async def test_a_hostile_question_does_nothing(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        hostile = "@everyone **x** [a](https://evil.example) ␟ ' OR 1=1 -- \u202e"

        answer = await opened.member.slash("/ask", {"question": hostile})

        assert "@everyone" not in answer.text
        assert "](https://" not in answer.text
        with pytest.raises(NotPossibleError):
            await opened.member.slash("/ask", {"question": "x" * 201})


async def test_a_long_question_still_has_its_pages(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        question = "Yuri Ushakov said " * 11
        answer = await opened.member.slash("/ask", {"question": question})

        turned = await opened.member.click(answer.message, "Next ▶")

        assert "2 of 2" in turned.text
        assert all(len(custom_id) <= 100 for custom_id in custom_ids(turned).values())
        assert date(2024, 6, 19).strftime("%d June %Y") in turned.text


async def test_an_extract_that_no_longer_matches_its_document_is_never_posted(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        asked = await opened.admin.slash("/ask question:grain by rail")
        with sqlite3.connect(new_sqlite.removeprefix("sqlite:///")) as connection:
            connection.execute("UPDATE versions SET text = replace(text, 'Grain', 'Brain')")
        connection.close()

        refused = await opened.admin.click(asked.message, "Post here")

        assert "no longer matches its document" in refused.text
        assert refused.ephemeral


async def test_a_click_that_posted_nothing_can_be_made_again_at_once(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_three(opened)
        asked = await opened.admin.slash("/ask question:grain by rail")
        with sqlite3.connect(new_sqlite.removeprefix("sqlite:///")) as connection:
            connection.execute("UPDATE versions SET text = replace(text, 'Grain', 'Brain')")
        connection.close()
        await opened.admin.click(asked.message, "Post here")

        again = await opened.admin.click(asked.message, "Post here")

        assert "no longer matches its document" in again.text


async def test_a_story_of_two_publishers_is_told_together_on_a_page_of_its_own(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for text, source in ((WIRE, "The Wire"), (DAILY, "The Daily")):
            given = Given(
                body=text.encode(),
                origin="paste",
                shelf_id=COMMON_SHELF,
                source=source,
                published_on=date(2024, 6, 19),
            )
            add_document(opened.database, opened.bot.jail, given, now=opened.bot.clock.now())

        answer = await opened.member.slash("/ask question:Putin Kim Jong Un treaty Pyongyang")
        turned = await opened.member.click(answer.message, "Next ▶")

        assert "The same story, told by 2 sources" in turned.text
        assert "The Wire · news" in turned.text
        assert "The Daily · " in turned.text
