"""Past editions: found in the history, opened by their buttons, taken out as files."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from bot.rehearsal import Answer
from tests.bot.desk import Desk, desk
from tests.bot.made import WORDS, stored

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://source.example/a"


async def posted(opened: Desk, *, url: str | None = URL) -> None:
    """One briefing with one quote stands in #briefings."""
    stored(opened.database, WORDS, url=url)
    await opened.admin.slash("/briefing subscribe channel:#briefings")
    await opened.admin.slash("/briefing now")


def file_of(answer: Answer) -> tuple[str, str]:
    assert answer.ephemeral
    (attached,) = answer.message.attachments
    return attached.upload.filename, attached.upload.body.decode()


async def test_the_full_edition_is_a_markdown_file_with_every_citation(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        await posted(opened)
        post = opened.member.sees("#briefings")[-1]

        name, text = file_of(await opened.member.click(post, "Full edition"))

        assert name == "edition-1.md"
        assert text.startswith("# DPRK–Russia–ROK briefing, 20 June 2024\n")
        assert "\n> Kremlin adviser Yuri Ushakov said: “Both sides will sign a treaty.”\n" in text
        assert f"({URL}#:~:text=" in text
        assert f"characters 0–{len(WORDS)}, sha256 `" in text
        assert "accessed 20 June 2024" in text
        assert "published 19 June 2024" in text
        assert "- A treaty in Pyongyang" in text


async def test_the_buttons_show_quotes_and_sources_to_whoever_clicks(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        await posted(opened)
        post = opened.member.sees("#briefings")[-1]

        quotes = await opened.member.click(post, "Quotes")
        sources = await opened.member.click(post, "Sources")
        document = await opened.member.click(sources.message, "Open")

        assert quotes.ephemeral
        assert WORDS in quotes.text
        assert "**Heard**\n- “A treaty in Pyongyang”" in sources.text
        assert "A treaty in Pyongyang" in document.text


async def test_the_history_says_what_became_of_each_briefing_and_opens_it_in_private(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        nothing = await opened.admin.slash("/briefing history")
        await posted(opened)
        (post,) = opened.member.sees("#briefings")

        shown = await opened.admin.slash("/briefing history subscription:1")
        inside = await opened.admin.click(shown.message, "Open")

        assert "Nothing was due here yet" in nothing.text
        guild, channel = opened.loopback.desk.id, post.channel_id
        assert f"https://discord.com/channels/{guild}/{channel}/{post.id}" in shown.text
        assert "**posted**" in shown.text
        assert inside.ephemeral
        assert WORDS in inside.text
        assert "Edition 1, opened in private" in inside.text


async def test_a_long_history_has_pages_and_names_what_was_skipped(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        opened.loopback.world.clock.advance(timedelta(days=12))
        await opened.admin.slash("/briefing now")

        first = await opened.admin.slash("/briefing history")
        begun = first.text
        second = (await opened.admin.click(first.message, "Next ▶")).text
        back = await opened.admin.click(first.message, "◀ Previous")

        assert "[◀ Previous] [2 of 2, disabled] [Next ▶, disabled]" in second
        assert "**skipped: the desk was away**" in second
        assert back.text == begun != second


async def test_an_edition_comes_out_as_json_and_all_as_a_valid_atom_feed(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        await posted(opened)

        markdown = file_of(await opened.admin.slash("/briefing export format:markdown edition:1"))
        name, text = file_of(await opened.admin.slash("/briefing export format:json"))
        feed_name, feed = file_of(await opened.admin.slash("/briefing export format:atom"))

        assert markdown[0] == "edition-1.md"
        whole = json.loads(text)
        assert (name, whole["edition_id"]) == ("edition-1.json", 1)
        assert whole["sections"][0]["items"][0]["extract"]["words"] == WORDS
        root = ET.fromstring(feed)  # noqa: S314 -- our own words
        (entry,) = root.findall(f"{ATOM}entry")
        link = entry.find(f"{ATOM}link")
        assert feed_name == "editions.atom"
        assert link is not None
        assert link.get("href", "").endswith(str(opened.member.sees("#briefings")[0].id))
        assert WORDS in (entry.findtext(f"{ATOM}content") or "")


@pytest.mark.parametrize("line", ["format:markdown edition:1", "format:atom"])
async def test_where_nothing_was_posted_nothing_can_be_exported(line: str, new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        answer = await opened.admin.slash(f"/briefing export {line}")

        assert "There is no edition" in answer.text
        assert not answer.message.attachments


@pytest.mark.parametrize("custom_id", ["edition:full." + "9" * 20, "past:0." + "9" * 20])
async def test_a_button_with_an_impossible_number_is_called_stale(
    custom_id: str, new_sqlite: str
) -> None:
    async with desk(new_sqlite) as opened:
        await posted(opened)
        post = opened.admin.sees("#briefings")[-1]
        (row,) = [each for each in post.components if each["type"] == 1]
        row["components"][0]["custom_id"] = custom_id

        answer = await opened.admin.click(post, "Full edition")

        assert "belongs to an earlier version" in answer.text
