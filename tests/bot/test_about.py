"""/about, and what every command shares: one sync, one welcome, one clear refusal."""

from tests.bot.desk import desk

ABOUT = ("bot.cogs.about",)


async def test_about_says_what_the_desk_does_and_never_does(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=ABOUT) as opened:
        answer = await opened.member.slash("/about")

        assert answer.ephemeral
        assert "verbatim extract" in answer.text
        assert "0 documents" in answer.text
