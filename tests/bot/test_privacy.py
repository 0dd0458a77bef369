"""/privacy: what is kept as a file, erased on demand, and after a server has gone."""

from datetime import timedelta
from typing import Any

from bot.rehearsal import Person
from briefings.storage.articles import count_documents
from briefings.storage.audit import entries
from briefings.storage.holdings import held_of_guild, held_of_person
from briefings.storage.proof import prove
from briefings.storage.rights import rules_of
from briefings.storage.shelves import visible_shelves
from briefings.storage.subscriptions import subscriptions
from tests.bot.desk import Desk, desk

COGS = (
    "bot.cogs.desk",
    "bot.cogs.sources",
    "bot.cogs.documents",
    "bot.cogs.briefings",
    "bot.cogs.privacy",
    "bot.cogs.departures",
)
STORY = "An envoy travels\n\nThe envoy Park Ha-neul met Russian diplomats in Vladivostok."


async def fill(opened: Desk, person: Person) -> None:
    form = await person.slash("/document add title:Envoy source:Wire")
    assert "Added" in (await person.submit(form, {"text": STORY})).text
    await person.slash("/source grade source:Wire reliability:B")
    await person.slash("/briefing subscribe channel:#briefings")
    await person.slash("/desk notices channel:#general")


def documents(opened: Desk) -> int:
    shelves = visible_shelves(opened.database, opened.loopback.desk.id)
    return count_documents(opened.database, shelves=shelves[1:]) if shelves[1:] else 0


async def test_a_person_sees_what_is_kept_of_them_and_has_it_erased(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await fill(opened, opened.admin)
        user_id = opened.admin.user.id
        exported = await opened.admin.slash("/privacy export scope:me")
        assert exported.ephemeral
        assert "This is all that is kept" in exported.text

        asked = await opened.admin.slash("/privacy delete scope:me")
        assert held_of_person(opened.database, user_id)
        done = await opened.admin.click(asked.message, "Erase it")

        assert "You are forgotten" in done.text
        assert "Backups" in done.text
        assert held_of_person(opened.database, user_id) == {}
        assert documents(opened) == 1
        log = await opened.admin.slash("/desk audit")
        assert "erased" in log.text
        assert str(user_id) not in log.text
        assert "the chain of their hashes holds" in log.text


async def test_anybody_may_ask_for_what_is_their_own_also_in_direct_messages(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await opened.admin.slash("/desk rights grant", {"right": "read", "who": opened.admin.user})

        here = await opened.member.slash("/privacy export scope:me")
        there = await opened.member.slash("/privacy delete scope:me", at="@")

        assert "0 rows" in here.text
        assert "Erase what is kept of you?" in there.text


async def test_nobody_erases_somebody_else_with_their_button(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await fill(opened, opened.admin)
        asked = await opened.member.slash("/privacy delete scope:me")
        row = next(each for each in asked.message.components if each["type"] == 1)
        row["components"][0]["custom_id"] = f"forgetme:{opened.admin.user.id}"

        refused = await opened.member.click(asked.message, "Erase it")

        assert "pressed by the person" in refused.text
        assert held_of_person(opened.database, opened.admin.user.id)


async def test_a_server_is_erased_by_typing_its_name_and_nothing_else(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await fill(opened, opened.admin)
        guild = opened.loopback.desk
        exported = await opened.admin.slash("/privacy export scope:server")
        assert "This is all that is kept" in exported.text

        form = await opened.admin.slash("/privacy delete scope:server")
        wrong = await opened.admin.submit(form, {"name": guild.name.upper() + "!"})
        assert "nothing was erased" in wrong.text
        assert documents(opened) == 1

        form = await opened.admin.slash("/privacy delete scope:server")
        done = await opened.admin.submit(form, {"name": guild.name})

        assert "All of this server is erased" in done.text
        assert "messages that were posted" in done.text
        held = held_of_guild(opened.database, guild.id)
        assert not any(rows for table, rows in held.items() if table != "audit_log")
        assert all(row["by"] is None for row in held["audit_log"])
        assert not subscriptions(opened.database, guild_id=guild.id)
        assert prove(opened.database).broken_at is None
        assert "There is no document here" in (await opened.admin.slash("/document list")).text


async def test_a_member_cannot_export_or_erase_the_server(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await fill(opened, opened.admin)

        for line in ("/privacy export scope:server", "/privacy delete scope:server"):
            answer = await opened.member.slash(line)

            assert "You lack the right" in answer.text
            assert answer.modal is None
        assert documents(opened) == 1


async def test_a_server_that_removed_the_bot_is_erased_later_unless_it_comes_back(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        await fill(opened, opened.admin)
        cog: Any = opened.bot.get_cog("Departures")
        guild = opened.bot.get_guild(opened.loopback.desk.id)
        assert guild is not None
        clock = opened.loopback.world.clock
        await cog.on_guild_remove(guild)

        clock.set(clock.now() + timedelta(days=31))
        await cog.on_tick(0)
        assert documents(opened) == 1  # it is here after all

        await cog.on_guild_remove(guild)
        opened.bot._connection._remove_guild(guild)
        clock.set(clock.now() + timedelta(days=29))
        await cog.on_tick(0)
        assert documents(opened) == 1
        clock.set(clock.now() + timedelta(days=2))
        await cog.on_tick(0)

        assert documents(opened) == 0
        assert entries(opened.database, guild.id)[0].action == "erase-guild"
        assert rules_of(opened.database, guild.id).rights(
            user_id=1, role_ids=(), is_manager=False
        ) == {"read"}
