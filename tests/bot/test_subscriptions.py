"""What a subscription may ask for: set, changed, paused, skipped, listed."""

import asyncio
from datetime import timedelta

import pytest

from bot.client import Caller, Right
from bot.cogs.desk.auditing import undoable_by
from bot.rehearsal import deeds
from bot.rehearsal.permissions import Permission
from briefings.errors import NotAllowedError
from briefings.model import SubscriptionState
from briefings.storage.subscriptions import set_state, subscription
from briefings.storage.undoing import GRADINGS, SUBSCRIPTIONS
from tests.bot.desk import THURSDAY, Desk, desk, text_of_choices
from tests.bot.made import WORDS, stored

COGS = ("bot.cogs.briefings", "bot.cogs.articles")
POSTING = (*COGS, "bot.cogs.schedule")
DAY = timedelta(days=1)


async def listed(opened: Desk) -> str:
    return (await opened.admin.slash("/briefing list")).text


async def test_every_option_is_kept_and_listed(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, WORDS)

        answer = await opened.admin.slash(
            "/briefing subscribe channel:#briefings time:07:15 weekdays:월-금 language:ko "
            "length:short sources:hankyoreh quiet:23:00-06:30 look_back:48 chart:False"
        )

        text = await listed(opened)
        assert text.count("\n-# ") == 2
        for told in (answer.text, text):
            assert "Monday to Friday at **07:15**" in told
            assert "short: 6 extracts at most · Korean · looks back 48 h" in told
            assert "only Hankyoreh · quiet 23:00–06:30 · no chart" in told


async def test_each_option_can_be_changed_and_taken_away(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, WORDS)
        await opened.admin.slash("/briefing subscribe channel:#briefings")

        changed = await opened.admin.slash(
            "/briefing edit time:18:30 zone:moscow weekdays:пн,ср edges:dprk-rok language:ru "
            "length:full sources:Hankyoreh quiet:01:00-02:00 look_back:24 chart:False "
            "channel:#general"
        )
        cleared = await opened.admin.slash("/briefing edit clear:quiet")

        assert "Monday, Wednesday at **18:30**, Europe/Moscow" in changed.text
        assert "full · Russian · looks back 24 h · only Hankyoreh · quiet 01:00" in changed.text
        assert "quiet" not in cleared.text
        held = subscription(opened.database, 1)
        assert (held.quiet, held.sources) == (None, ("Hankyoreh",))
        assert held.channel_id == opened.loopback.desk.channel("general").id


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("", "no option was given"),
        ("length:standard", "set so already"),
        ("sources:Nobody's Paper", "the name of a source in this archive"),
        ("quiet:always", "two local times such as 23:00-07:00"),
        ("quiet:08:00-08:00", "two local times such as 23:00-07:00"),
        ("role:@everyone", "a role other than @everyone"),
    ],
)
async def test_what_cannot_be_changed_so_is_refused_and_said(
    new_sqlite: str, line: str, hint: str
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, WORDS)
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        before = subscription(opened.database, 1)

        answer = await opened.admin.slash(f"/briefing edit {line}")

        assert hint in answer.text
        assert subscription(opened.database, 1) == before


async def test_a_role_that_the_bot_may_not_mention_is_refused_with_the_permissions_name(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        world, guild = opened.loopback.world, opened.loopback.desk
        deeds.add_role(world, guild, "analysts")
        channel, bot = guild.channel("briefings"), world.application.user
        line = "/briefing subscribe channel:#briefings role:@analysts"

        refused = await opened.admin.slash(line)
        deeds.set_overwrite(world, channel, bot, allow=Permission.MENTION_EVERYONE)
        await world.until(lambda: False, 0.05)
        taken = await opened.admin.slash(line)

        assert "Mention @everyone, @here, and All Roles" in refused.text
        assert "mentions <@&" in taken.text


async def test_a_role_is_notified_of_news_and_nobody_of_nothing_new(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=POSTING) as opened:
        world, guild = opened.loopback.world, opened.loopback.desk
        role = deeds.add_role(world, guild, "analysts")
        channel, bot = guild.channel("briefings"), world.application.user
        deeds.set_overwrite(world, channel, bot, allow=Permission.MENTION_EVERYONE)
        await world.until(lambda: False, 0.05)
        stored(opened.database, WORDS, url=None)
        await opened.admin.slash("/briefing subscribe channel:#briefings role:@analysts")

        await opened.admin.slash("/briefing now")
        world.clock.advance(timedelta(hours=1))
        await opened.admin.slash("/briefing now")

        news, quiet = channel.messages.values()
        assert (news.mention_roles, quiet.mention_roles) == ([role.id], [])
        assert not news.flags & 1 << 12
        news.mention_roles = []  # it was asked for; the desk's own check forbids every other


async def test_paused_by_a_person_it_stays_so_until_a_person_resumes(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=POSTING) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings")

        paused = await opened.admin.slash("/briefing pause")
        opened.loopback.world.clock.advance(2 * DAY)
        assert opened.bot.post_due is not None
        await opened.bot.post_due()

        assert "is paused" in paused.text
        assert f"paused by <@{opened.admin.user.id}>" in await listed(opened)
        assert not opened.loopback.desk.channel("briefings").messages
        now = await opened.admin.slash("/briefing now")
        assert "`/briefing resume`" in now.text
        twin = await opened.admin.slash("/briefing subscribe channel:#briefings")
        assert "it is paused" in twin.text
        assert "`/briefing resume`" in twin.text
        resumed = await opened.admin.slash("/briefing resume")
        assert "23 June 2024, 08:00" in resumed.text
        assert "active" in await listed(opened)


async def test_paused_by_the_program_is_told_apart(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings")

        set_state(
            opened.database, 1, SubscriptionState.PAUSED, "discord-10003", now=THURSDAY, by=None
        )

        assert "paused: the channel is gone" in await listed(opened)


async def test_the_next_one_is_skipped_and_the_one_after_comes(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=POSTING) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings time:09:00")
        clock, channel = opened.loopback.world.clock, opened.loopback.desk.channel("briefings")
        assert opened.bot.post_due is not None

        answer = await opened.admin.slash("/briefing skip")
        assert "20 June 2024, 09:00" in answer.text
        assert "21 June 2024, 09:00" in answer.text
        clock.advance(timedelta(hours=2))
        await opened.bot.post_due()
        assert not channel.messages
        clock.advance(DAY)
        await opened.bot.post_due()

        [post] = channel.messages.values()
        assert "21 June 2024" in str(post.components)


async def test_a_new_time_on_a_day_that_is_skipped_gives_no_post_for_it(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings time:09:00")
        await opened.admin.slash("/briefing skip")

        answer = await opened.admin.slash("/briefing edit time:20:00")

        assert "21 June 2024, 20:00" in answer.text


async def test_two_requests_at_one_moment_give_one_post(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=POSTING) as opened:
        stored(opened.database, WORDS, url=None)
        await opened.admin.slash("/briefing subscribe channel:#briefings")

        answers = await asyncio.gather(
            opened.admin.slash("/briefing now"), opened.admin.slash("/briefing now")
        )

        assert ["Posted to" in answer.text for answer in answers] == [True, True]
        assert len(opened.loopback.desk.channel("briefings").messages) == 1


async def test_without_a_choice_a_guild_with_several_is_asked_which(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        none = await opened.admin.slash("/briefing now")
        assert "No channel of this server receives a briefing yet" in none.text
        assert "“”" not in none.text

        await opened.admin.slash("/briefing subscribe channel:#briefings")
        await opened.admin.slash("/briefing subscribe channel:#briefings time:18:00")
        unclear = await opened.admin.slash("/briefing pause")

        assert "more than one briefing" in unclear.text


async def test_sources_are_completed_one_after_the_other(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, WORDS)

        offered = await opened.admin.autocomplete("/briefing subscribe sources:Hankyoreh, han")

        assert text_of_choices(offered) == ["Hankyoreh, Hankyoreh"]


async def test_what_was_changed_paused_skipped_or_ended_is_taken_back_by_its_button(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=(*COGS, "bot.cogs.desk")) as opened:
        made = await opened.admin.slash("/briefing subscribe channel:#briefings time:08:00")
        before = await listed(opened)

        for line in ("edit time:21:45 language:ru", "pause", "skip", "unsubscribe"):
            done = await opened.admin.slash(f"/briefing {line}")
            assert await listed(opened) != before
            undone = await opened.admin.click(done.message, "Undo")
            assert undone.text.startswith("Undone: **")
            assert await listed(opened) == before

        await opened.admin.click(made.message, "Undo")
        assert "08:00" not in await listed(opened)


async def test_the_first_briefing_is_called_so_once_and_history_says_who_let_one_pass(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        made = await opened.admin.slash("/briefing subscribe channel:#briefings time:08:00")
        edited = await opened.admin.slash("/briefing edit length:full")
        skipped = await opened.admin.slash("/briefing skip")

        assert "First briefing: " in made.text
        assert "Next briefing: " in edited.text
        assert "Next briefing: " in skipped.text
        past = await opened.admin.slash("/briefing history")
        assert "**skipped: on request**" in past.text


def test_who_may_set_up_briefings_takes_that_back_and_nothing_else() -> None:
    def kinds(*rights: Right) -> frozenset[str] | None:
        return undoable_by(Caller(1, 2, "en", frozenset({Right.READ, *rights}), ()))

    assert kinds(Right.DESK) is None
    assert kinds(Right.BRIEFINGS) == SUBSCRIPTIONS
    assert kinds(Right.BRIEFINGS, Right.DOCUMENTS) == SUBSCRIPTIONS | GRADINGS
    with pytest.raises(NotAllowedError):
        kinds()
