"""/check and *Check the quotes*, end to end."""

import pytest

from tests.bot.desk import desk
from tests.bot.made import stored

COGS = ("bot.cogs.check", "bot.cogs.articles")


async def test_words_that_were_said_so_have_speaker_date_source_and_link(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        answer = await opened.member.slash("/check quote:“both sides will sign a treaty”")

        assert answer.ephemeral
        assert "✓ Verbatim in the archive" in answer.text
        assert "These very words are quoted as **Yuri Ushakov**’s." in answer.text
        assert (
            "> Kremlin adviser Yuri Ushakov said: “Both sides will sign a treaty.”" in answer.text
        )
        assert "via Hankyoreh · news · published 19 June 2024" in answer.text
        assert "#:~:text=" in answer.text


async def test_altered_words_are_marked_and_listed(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        answer = await opened.member.slash("/check quote:Both sides will not sign a *treaty*")

        assert "≠ Not in these words" in answer.text
        assert "Both sides will __**[+not]**__ sign a treaty" in answer.text
        assert "• put in: “not”" in answer.text
        assert "A negation is among what differs." in answer.text
        assert "a \\*treaty\\*" in answer.text  # what was typed makes no markdown


async def test_what_is_not_in_the_archive_is_not_called_false(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        answer = await opened.member.slash("/check quote:Nobody will ever cross that bridge again")

        assert "? Not in the archive" in answer.text
        assert "That says nothing on whether they were said." in answer.text


async def test_the_answer_can_be_posted_where_its_words_fit_the_button(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)
        answer = await opened.admin.slash("/check quote:Both sides will sign speaker:Ushakov")

        posted = await opened.admin.click(answer.message, "Post here")
        long = await opened.admin.slash(f"/check quote:Both sides {'and more ' * 60}")

        assert not posted.ephemeral
        assert "Verbatim in the archive" in posted.text
        assert "with /check" in posted.text
        assert "Post here" not in str(long.message.components)


async def test_every_quotation_of_a_message_is_checked(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)
        said = opened.member.write(
            "Putin said: “Both sides will sign a treaty.” And “both sides will break the treaty”!"
        )

        answer = await opened.member.message_menu("Check the quotes", said)

        assert answer.ephemeral
        assert "Asked: “Both sides will sign a treaty.”, by Putin" in answer.text
        assert "✗ Somebody else’s words" in answer.text or "given to another" in answer.text
        assert "~~[−sign a]~~ __**[+break the]**__" in answer.text


async def test_a_posted_answer_of_the_bot_itself_can_be_checked(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=("bot.cogs.check", "bot.cogs.quotes")) as opened:
        stored(opened.database)
        quotes = await opened.admin.slash("/quotes speaker:Ushakov")
        posted = await opened.admin.click(quotes.message, "Post here")

        answer = await opened.admin.message_menu("Check the quotes", posted.message)

        assert "✓ Verbatim in the archive" in answer.text


async def test_a_message_without_quotations_is_told_so(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        answer = await opened.member.message_menu(
            "Check the quotes", opened.member.write("A “word” and nothing else.")
        )

        assert "No quotation in this message" in answer.text


@pytest.mark.parametrize(
    ("locale", "verdict"), [("ko", "보관소의 원문과 일치"), ("ru", "Есть в архиве дословно")]
)
async def test_it_speaks_korean_and_russian(new_sqlite: str, locale: str, verdict: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)
        person = opened.loopback.add_person("reader", opened.loopback.desk, locale=locale)

        answer = await person.slash("/check", {"quote": "Both sides will sign a treaty"})

        assert verdict in answer.text


async def test_too_long_a_quotation_is_refused_kindly(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        answer = await opened.member.slash("/check", {"quote": "to be " * 600 + "?"})

        assert "has to be 4,000 characters and 700 words at most" in answer.text
