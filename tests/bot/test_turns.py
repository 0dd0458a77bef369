"""Whoever brings documents waits for a turn, and nobody waits for somebody who brings too many."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.client.turns import Turns
from bot.rehearsal import Upload
from briefings.errors import BusyError
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.storage.articles import count_documents, list_documents
from briefings.storage.shelves import visible_shelves
from tests.bot.desk import desk
from tests.ingest.web import answer, serving

COGS = ("bot.cogs.documents", "bot.cogs.about")
TEXT = "Russian President Vladimir Putin met Kim Jong Un in Pyongyang {} times in {} years."


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    shared = reading_jail()
    yield shared
    shared.close()


class Line:
    """People of several guilds who take a turn each and note whose it was."""

    def __init__(self, turns: Turns) -> None:
        self.turns, self.order, self.at_once, self.most = turns, list[str](), 0, 0

    async def come(self, guild_id: int, name: str) -> None:
        async with self.turns.take(guild_id):
            self.at_once += 1
            self.most = max(self.most, self.at_once)
            self.order.append(name)
            await asyncio.sleep(0)
            self.at_once -= 1


async def test_guilds_take_turns_and_no_more_than_a_few_at_once() -> None:
    line = Line(Turns(2, most_waiting=100))
    people = [(1, f"much {number}") for number in range(6)] + [(2, "little"), (3, "other")]

    await asyncio.gather(*(line.come(guild_id, name) for guild_id, name in people))

    assert line.most == 2
    assert set(line.order) == {name for _, name in people}
    assert line.order.index("little") < line.order.index("much 4")
    assert line.order.index("other") < line.order.index("much 5")
    assert [each for each in line.order if "much" in each] == [f"much {n}" for n in range(6)]


async def test_who_brings_too_many_is_told_when_to_come_again_and_others_are_not() -> None:
    line = Line(Turns(1, most_waiting=4))
    done = asyncio.gather(
        *(line.come(1, str(number)) for number in range(5)), return_exceptions=True
    )
    other = asyncio.create_task(line.come(2, "other"))
    found = await done
    await other

    refused = [each for each in found if isinstance(each, BusyError)]
    assert [each.fields["minutes"] for each in refused] == [1, 1]
    assert line.order == ["0", "1", "other", "2"]


async def test_nobody_waits_longer_than_an_answer_may_take() -> None:
    turns = Turns(1, most_waiting=1000)
    turns._seconds = 700.0  # as measured of the turns before
    async with turns.take(1):
        with pytest.raises(BusyError) as refused:
            async with turns.take(2):
                pass

    assert refused.value.fields["minutes"] == 12


async def test_who_gives_up_waiting_keeps_nobody_from_their_turn() -> None:
    line = Line(Turns(1, most_waiting=10))
    async with line.turns.take(1):
        waiting = [asyncio.create_task(line.come(1, str(number))) for number in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        await asyncio.sleep(0)
    waiting[1].cancel()  # its turn has just come
    await asyncio.gather(*waiting, return_exceptions=True)

    assert line.order == ["2"]
    await line.come(1, "after")
    assert line.turns._running == 0


async def test_a_turn_that_fails_is_passed_on() -> None:
    turns = Turns(1, most_waiting=10)
    for _ in range(3):
        with pytest.raises(ValueError, match="broken"):
            async with turns.take(1):
                raise ValueError("broken")

    assert turns._running == 0


async def test_twenty_people_who_add_one_document_at_once_add_one(
    database_url: str, jail: Jail
) -> None:
    body = TEXT.format(3, 5).encode()
    async with desk(database_url, jail=jail, cogs=COGS) as opened:
        answers = await asyncio.gather(
            *(
                opened.admin.slash("/document add", {"file": Upload("a.txt", body, "text/plain")})
                for _ in range(20)
            )
        )

        assert sum("Added:" in answer.text for answer in answers) == 1
        assert sum("already here" in answer.text for answer in answers) == 19
        shelves = visible_shelves(opened.database, opened.loopback.desk.id)
        [row] = list_documents(opened.database, shelves=shelves)
        assert row.version == 1


async def test_twenty_people_who_add_one_page_at_once_add_one_document(
    database_url: str, jail: Jail
) -> None:
    served = iter(range(1000))

    def says(request: bytes) -> Iterator[bytes]:
        """The same article, in a page that is never twice the same."""
        story = TEXT.format(3, 5) + " The Kremlin said that more talks would follow in spring."
        page = f"<html><body><article><p>{story}</p></article><!-- {next(served)} --></body></html>"
        yield answer(page.encode())

    with serving({"/story": says}) as site:
        async with desk(database_url, jail=jail, cogs=COGS) as opened:
            opened.bot.fetcher = site.fetcher()
            link = site.url("/story")
            answers = await asyncio.gather(
                *(opened.admin.slash("/document add", {"link": link}) for _ in range(20))
            )

            assert sum("Added:" in answer.text for answer in answers) == 1
            assert sum("already here" in answer.text for answer in answers) == 19


async def test_fifty_uploads_do_not_keep_a_command_waiting(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        uploads = [
            asyncio.create_task(
                opened.admin.slash(
                    "/document add",
                    {"file": Upload("a.txt", TEXT.format(n + 2, n + 3).encode(), "text/plain")},
                )
            )
            for n in range(50)
        ]
        await asyncio.sleep(0.05)

        about = await opened.member.slash("/about")
        waiting = sum(not each.done() for each in uploads)
        answers = await asyncio.gather(*uploads)

        assert "How" in about.text or "desk" in about.text
        assert waiting >= 30
        assert sum("Added:" in answer.text for answer in answers) == 50
        shelves = visible_shelves(opened.database, opened.loopback.desk.id)
        assert count_documents(opened.database, shelves=shelves) == 50


async def test_too_many_uploads_are_refused_in_words(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        opened.bot.turns = Turns(1, most_waiting=2)

        answers = await asyncio.gather(
            *(
                opened.admin.slash(
                    "/document add",
                    {"file": Upload("a.txt", TEXT.format(n + 2, n + 3).encode(), "text/plain")},
                )
                for n in range(4)
            )
        )

        assert sum("Added:" in answer.text for answer in answers) == 2
        refused = [answer for answer in answers if "Try again in about 1 min" in answer.text]
        assert len(refused) == 2
        assert all(answer.ephemeral for answer in refused)
