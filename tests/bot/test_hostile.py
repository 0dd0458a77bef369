"""Documents full of what breaks others, through every answer and over the wire.

The loopback refuses what Discord refuses, so a payload above a limit fails these tests.
"""

import random

import pytest

from bot.rehearsal import Answer
from briefings.model import Flag
from tests.bot.desk import Desk, desk
from tests.bot.made import stored
from tests.bot.render.test_clean import LIVE, generated

NAMES = "Yuri Ushakov said: “"


async def answers(opened: Desk, document: int) -> list[Answer]:
    """What a reader sees of it, by every way."""
    person = opened.admin
    article = await person.slash("/article", {"title": str(document)})
    seen = [article, await person.click(article.message, "Show in archive")]
    seen.append(await person.slash("/document show", {"document": str(document)}))
    seen.append(await person.slash("/document list"))
    seen.append(await person.slash("/quotes"))
    seen.append(await person.slash("/ask question:Yuri Ushakov treaty"))
    seen.append(await person.autocomplete("/article title:a"))
    await person.slash("/briefing subscribe channel:#briefings")
    seen.append(await person.slash("/briefing preview"))
    await person.slash("/briefing now")
    return seen


@pytest.mark.parametrize("seed", range(6))
async def test_generated_texts_do_nothing_in_any_answer(new_sqlite: str, seed: int) -> None:
    source = random.Random(seed)
    pieces = [each.replace("\ud800", "").replace("\x00", "") for each in generated(400)]
    async with desk(new_sqlite) as opened:
        text = NAMES + " ".join(source.choices(pieces, k=60)).replace("”", "") + " treaty.”"
        kept = stored(
            opened.database,
            text,
            title=" ".join(source.choices(pieces, k=9)),
            url=source.choice((None, "https://source.example/" + "a)b" * 30, "javascript:x")),
        )

        for answer in await answers(opened, kept.document_id):
            assert "our mistake" not in answer.text, answer.text
            for line in answer.text.splitlines():
                assert not LIVE["something unseen"].search(line)
                assert "@everyone" not in line
                assert "@here" not in line
                assert "](https://evil" not in line


@pytest.mark.parametrize("size", [900, 3_000, 12_000, 60_000])
async def test_a_sentence_of_any_length_is_shown_whole_or_pointed_to(
    new_sqlite: str, size: int
) -> None:
    async with desk(new_sqlite) as opened:
        words = "*treaty* " * (size // 9)
        kept = stored(opened.database, f"{NAMES}{words}”", url=None)

        for answer in await answers(opened, kept.document_id):
            assert "our mistake" not in answer.text
        article = await opened.admin.slash("/article", {"title": str(kept.document_id)})
        whole = f"> {NAMES}" + words.replace("*", "\\*").rstrip()
        assert whole in article.text or "more than one message can hold" in article.text


async def test_a_reworded_text_shows_its_words_nowhere_but_in_the_archive(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        kept = stored(
            opened.database,
            f"{NAMES}Chilly Battle of the treaty.”",
            title="Spun",
            flags=frozenset((Flag.REWORDED, Flag.UNDATED)),
        )

        _, archive, *others = await answers(opened, kept.document_id)

        assert "Chilly Battle" in archive.text
        assert "Reworded" in archive.text
        for answer in others:
            assert "Chilly Battle" not in answer.text
        for message in opened.member.sees("#briefings"):
            assert "Chilly Battle" not in str(message.components)


async def test_answers_leave_nothing_behind_in_the_process(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database)
        for _ in range(5):
            shown = await opened.member.slash("/article title:treaty")
            await opened.member.click(shown.message, "Quotes")
            await opened.admin.slash("/document add")

        kept = opened.bot._connection._view_store
        assert not kept._views
        assert not kept._modals
        assert not kept._synced_message_views
        assert not kept._dynamic_items
