"""Quotas of a server and cooldowns of a person: refused in words, nothing half done."""

import pytest

from bot.client.cooldowns import Cooldowns
from bot.errors import CooldownError
from bot.settings import BriefingSettings, DiscordSettings, Settings
from bot.settings.sections import ArchiveSettings
from briefings.storage.articles import list_documents
from briefings.storage.shelves import visible_shelves
from briefings.storage.subscriptions import subscriptions
from tests.bot.desk import Desk, desk

COGS = ("bot.cogs.documents", "bot.cogs.briefings", "bot.cogs.ask", "bot.cogs.privacy")


async def paste(opened: Desk, words: str) -> str:
    form = await opened.admin.slash("/document add source:Wire")
    return (await opened.admin.submit(form, {"text": f"A title\n\n{words} " * 40})).text


def held(opened: Desk) -> int:
    shelves = visible_shelves(opened.database, opened.loopback.desk.id)[1:]
    return len(list_documents(opened.database, shelves=shelves)) if shelves else 0


@pytest.mark.parametrize(
    ("archive", "said"),
    [
        (ArchiveSettings(documents_per_guild=1), "This server has its 1 documents"),
        (ArchiveSettings(megabytes_per_guild=0), "take up 0 MB"),
    ],
)
async def test_a_full_shelf_takes_no_more_and_says_so(
    new_sqlite: str, archive: ArchiveSettings, said: str
) -> None:
    async with desk(new_sqlite, cogs=COGS, settings=Settings(archive=archive)) as opened:
        room = archive.documents_per_guild if archive.megabytes_per_guild else 0
        if room:
            assert "Added" in await paste(opened, "Envoys of Russia met in Pyongyang.")

        answer = await paste(opened, "Trains left Vladivostok for Rason on Monday.")

        assert said in answer
        assert held(opened) == room


async def test_a_server_has_so_many_subscriptions_and_no_more(database_url: str) -> None:
    settings = Settings(briefing=BriefingSettings(subscriptions_per_guild=1))
    async with desk(database_url, cogs=COGS, settings=settings) as opened:
        await opened.admin.slash("/briefing subscribe channel:#briefings")
        answer = await opened.admin.slash("/briefing subscribe channel:#general")

        assert "This server has its 1 subscriptions" in answer.text
        assert len(subscriptions(opened.database, guild_id=opened.loopback.desk.id)) == 1
        await opened.admin.slash("/briefing unsubscribe")
        again = await opened.admin.slash("/briefing subscribe channel:#general")
        assert "is subscribed" in again.text


async def test_who_asks_too_much_is_told_when_to_ask_again(new_sqlite: str) -> None:
    settings = Settings(discord=DiscordSettings(costly_at_once=2, costly_per_minute=1))
    async with desk(new_sqlite, cogs=COGS, settings=settings) as opened:
        for person in (opened.admin, opened.member):
            for _ in range(2):
                assert "Try again in" not in (await person.slash("/ask question:treaty")).text

            refused = await person.slash("/ask question:treaty")

            assert "That was a lot in a short time" in refused.text
            assert refused.ephemeral


def test_a_bucket_fills_again_and_a_refusal_costs_nothing() -> None:
    cooldowns = Cooldowns(at_once=3, per_minute=6)
    for _ in range(3):
        cooldowns.take(1, now=100.0)
    for second in range(9):
        with pytest.raises(CooldownError) as refused:
            cooldowns.take(1, now=100.0 + second)
        assert 10 - second <= int(str(refused.value.fields["seconds"])) <= 11 - second
    cooldowns.take(1, now=110.01)
    cooldowns.take(2, now=110.01)
    for _ in range(3):
        cooldowns.take(1, now=10_000.0)
    with pytest.raises(CooldownError):
        cooldowns.take(1, now=10_000.0)
