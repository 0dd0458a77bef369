"""/briefing end to end."""

import pytest

from bot.rehearsal.faults import POST_MESSAGE, refused, slow_down
from tests.bot.desk import Desk, desk, text_of_choices
from tests.bot.made import WORDS, stored

COGS = ("bot.cogs.briefings", "bot.cogs.articles")


async def subscribe(opened: Desk, line: str = "") -> None:
    answer = await opened.admin.slash(f"/briefing subscribe channel:#briefings {line}")
    assert "is subscribed" in answer.text


async def test_a_channel_is_subscribed_and_the_answer_says_when_the_first_one_comes(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        answer = await opened.admin.slash(
            "/briefing subscribe channel:#briefings time:8.30 zone:Europe/Moscow weekdays:mon-fri"
        )

        assert answer.ephemeral
        assert "Monday to Friday at **08:30**, Europe/Moscow" in answer.text
        assert "Edges: DPRK–Russia, Russia–ROK, DPRK–ROK" in answer.text
        assert "(20 June 2024, 08:30 Europe/Moscow)" in answer.text
        listed = await opened.admin.slash("/briefing list")
        channel = opened.loopback.desk.channel("briefings")
        assert f"**<#{channel.id}>** · Monday to Friday at **08:30**" in listed.text


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("time:25:00", "a time of day such as 08:00"),
        ("time:morning", "a time of day such as 08:00"),
        ("zone:Mars/Olympus", "a time zone of the IANA list"),
        ("zone:KST", "Do you mean **Asia/Seoul**?"),
        ("weekdays:someday", "days such as “mon,wed,fri”"),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_an_example(
    new_sqlite: str, given: str, hint: str
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        answer = await opened.admin.slash(f"/briefing subscribe {given}")

        assert hint in answer.text
        assert answer.ephemeral
        listed = await opened.admin.slash("/briefing list")
        assert "No channel receives a briefing yet" in listed.text


async def test_the_same_briefing_twice_is_refused_and_another_time_is_not(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened)

        again = await opened.admin.slash("/briefing subscribe channel:#briefings")

        assert "already receives this very briefing" in again.text
        await subscribe(opened, "edges:DPRK–Russia")
        listed = await opened.admin.slash("/briefing list")
        assert listed.text.count("every day at **08:00**") == 2


async def test_zones_and_subscriptions_are_offered_while_typing(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened)

        zones = await opened.admin.autocomplete("/briefing subscribe zone:seo")
        own = await opened.admin.autocomplete("/briefing unsubscribe subscription:brief")

        assert text_of_choices(zones)[0] == "Asia/Seoul"
        assert text_of_choices(own) == ["#briefings, 08:00 Asia/Seoul"]


async def test_a_subscription_ends(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened)

        ended = await opened.admin.slash("/briefing unsubscribe")
        again = await opened.admin.slash("/briefing unsubscribe")

        assert "no longer receives" in ended.text
        assert "No channel of this server receives a briefing yet" in again.text


async def test_with_several_subscriptions_one_has_to_be_chosen(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened)
        await subscribe(opened, "time:18:00")

        unclear = await opened.admin.slash("/briefing preview")
        wrong = await opened.admin.slash("/briefing preview subscription:999")

        assert "more than one" in unclear.text
        assert "There is no subscription “999”" in wrong.text


async def test_a_preview_is_private_and_verbatim(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, WORDS)
        await subscribe(opened)

        answer = await opened.admin.slash("/briefing preview")

        assert answer.ephemeral
        assert "Preview: only you see this" in answer.text
        assert "20 June 2024" in answer.text
        assert not opened.member.sees("#briefings")


async def test_a_briefing_speaks_the_language_of_its_channel(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened, "language:Korean")

        answer = await opened.admin.slash("/briefing preview")

        assert "북한–러시아–한국" in answer.text
        assert "2024년 6월 20일" in answer.text


async def test_another_guilds_subscription_cannot_be_touched(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened)
        guild = opened.admin.found_guild("Elsewhere")
        other = opened.loopback.people["admin"]

        answer = await other.slash(
            "/briefing unsubscribe subscription:1", at=guild.channel("general")
        )

        assert "There is no subscription “1”" in answer.text
        assert "#briefings" not in answer.text


async def test_now_says_so_where_nobody_posts(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await subscribe(opened)

        answer = await opened.admin.slash("/briefing now")

        assert "posts no briefings" in answer.text


async def test_now_tells_that_nothing_was_posted_and_why(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        opened.loopback.faults.add(refused(POST_MESSAGE, 403, 50013))

        answer = await opened.admin.slash("/briefing now")

        assert "Nothing was posted" in answer.text
        assert "Send Messages" in answer.text


async def test_now_says_that_it_will_be_tried_again(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        opened.loopback.faults.add(slow_down(POST_MESSAGE, after=600.0))

        answer = await opened.admin.slash("/briefing now")

        assert "is tried again" in answer.text
