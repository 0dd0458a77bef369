"""/briefing now with everything in place: one post, verbatim, silent about everybody."""

from tests.bot.desk import desk
from tests.bot.made import WORDS, stored


async def test_now_posts_the_briefing_once_to_its_channel(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS, url=None)
        await opened.admin.slash("/briefing subscribe channel:#briefings")

        answer = await opened.admin.slash("/briefing now")

        assert "Posted to" in answer.text
        posts = opened.member.sees("#briefings")
        assert len(posts) == 1
        assert posts[0].author.id == opened.loopback.world.application.user.id
        assert not posts[0].mentions
        assert not posts[0].mention_everyone


async def test_the_buttons_of_a_posted_briefing_answer_each_reader_in_private(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS, url=None)
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        await opened.admin.slash("/briefing now")
        (post,) = opened.member.sees("#briefings")

        shown = await opened.member.click(post, "Open")

        assert shown.ephemeral
        assert WORDS in shown.text
