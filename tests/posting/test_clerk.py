"""What deliveries write at the same time is one transaction, and each is told its own end."""

import asyncio
from datetime import date

import pytest

from bot.posting.clerk import MOST_AT_ONCE, Clerk
from briefings.storage.database import Database
from briefings.storage.deliveries import Claim
from briefings.storage.tables import Worker
from tests.bot.desk import THURSDAY
from tests.posting.desk import posting


def claimed(number: int) -> Claim:
    return Claim(
        delivery_id=number,
        epoch=1,
        owner="",
        subscription_id=number,
        guild_id=1,
        channel_id=number,
        slot_date=date(2024, 6, 20),
        slot_key="slot",
        due_at=THURSDAY,
        expires_at=THURSDAY,
        late=False,
        skipped=0,
        lease_seconds=180,
    )


def sign(database: Database, claim: Claim, *, sound: bool = True) -> str:
    with database.begin() as session:
        session.add(Worker(worker_id=f"w{claim.delivery_id}", seen_at=THURSDAY))
        if not sound:
            raise KeyError(claim.delivery_id)
        return f"w{claim.delivery_id}"


def signed(database: Database) -> set[int]:
    with database.reading() as session:
        return {int(row.worker_id[1:]) for row in session.query(Worker) if row.worker_id[1:]}


async def test_many_are_written_in_a_few_transactions_and_each_is_told_its_own(
    database_url: str,
) -> None:
    async with posting(database_url) as poster:
        clerk, before, many = Clerk(poster.bot), poster.database.writes, 4 * MOST_AT_ONCE

        told = await asyncio.gather(*(clerk.write(sign, claimed(each)) for each in range(many)))

        assert told == [f"w{each}" for each in range(many)]
        assert poster.database.writes - before <= 5
        assert await clerk.write(sign, claimed(many)) == f"w{many}"  # and it goes on


async def test_one_that_fails_fails_alone_and_writes_nothing(database_url: str) -> None:
    async with posting(database_url) as poster:
        clerk = Clerk(poster.bot)

        ends = await asyncio.gather(
            *(clerk.write(sign, claimed(each), sound=each != 3) for each in range(1, 7)),
            return_exceptions=True,
        )

        assert [str(end) for end in ends] == ["w1", "w2", "3", "w4", "w5", "w6"]
        assert isinstance(ends[2], KeyError)
        assert signed(poster.database) >= {1, 2, 4, 5, 6}
        assert 3 not in signed(poster.database)


async def test_who_has_stopped_waiting_holds_nobody_up(new_sqlite: str) -> None:
    async with posting(new_sqlite) as poster:
        clerk = Clerk(poster.bot)
        first, second = (asyncio.create_task(clerk.write(sign, claimed(each))) for each in (1, 2))
        await asyncio.sleep(0)
        first.cancel()

        assert await second == "w2"
        with pytest.raises(asyncio.CancelledError):
            await first
