"""What is remembered of the archive is never older than a write of this process."""

from bot.client import recall
from briefings.storage.database import Database
from briefings.storage.shelves import shelf_of, visible_shelves
from tests.bot.desk import desk

GUILD = 77


async def test_an_answer_is_remembered_until_this_process_writes(new_sqlite: str) -> None:
    asked: list[int] = []

    def shelves(database: Database, guild_id: int) -> tuple[int, ...]:
        asked.append(guild_id)
        return visible_shelves(database, guild_id)

    async with desk(new_sqlite, cogs=()) as opened:
        bot, database = opened.bot, opened.database
        assert await bot.recall(shelves, database, GUILD) == (1,)
        assert await bot.recall(shelves, database, GUILD) == (1,)
        assert asked == [GUILD]

        own = await bot.call(shelf_of, database, GUILD)

        assert await bot.recall(shelves, database, GUILD) == (1, own)
        assert asked == [GUILD, GUILD]


async def test_a_write_while_the_archive_was_asked_makes_its_answer_void(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=()) as opened:
        bot, database = opened.bot, opened.database

        def slow(database: Database, guild_id: int) -> tuple[int, ...]:
            seen = visible_shelves(database, guild_id)
            shelf_of(database, guild_id)
            return seen

        assert await bot.recall(slow, database, GUILD) == (1,)
        assert len(await bot.recall(slow, database, GUILD)) == 2


async def test_no_more_than_so_many_answers_are_remembered(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=()) as opened:
        memory = recall.Recall(opened.database)
        for number in range(recall.MOST + 10):
            memory.keep(number, number, writes=opened.database.writes)

        assert memory.find(9) is None
        assert memory.find(10) is not None


async def test_another_processes_write_is_seen_after_a_moment(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=()) as opened:
        memory = recall.Recall(opened.database)
        memory.keep("key", 1, writes=opened.database.writes)
        found = memory.find("key")

        assert found is not None
        assert 0 < found.until - opened.bot.loop.time() <= recall.SECONDS <= 1
