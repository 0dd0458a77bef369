import asyncio

import pytest

from bot.posting.pacer import LaterError, Pacer


async def turns(pacer: Pacer, count: int) -> list[float]:
    loop = asyncio.get_running_loop()
    at: list[float] = []

    async def one() -> None:
        await pacer.turn()
        at.append(loop.time())

    await asyncio.gather(*(one() for _ in range(count)))
    return at


async def test_turns_are_never_closer_than_the_rate_allows() -> None:
    at = await turns(Pacer(100), 12)

    assert at[-1] - at[0] >= 11 / 100 - 0.002


async def test_a_halt_turns_away_also_those_who_wait_already() -> None:
    pacer = Pacer(20)
    waiting = asyncio.create_task(turns(pacer, 3))
    await asyncio.sleep(0.01)

    pacer.halt(0.2)

    with pytest.raises(LaterError) as refusal:
        await waiting
    assert 0 < refusal.value.seconds <= 0.2
    with pytest.raises(LaterError):
        await pacer.turn()


async def test_after_a_halt_turns_are_given_again() -> None:
    pacer = Pacer(1000)
    pacer.halt(0.02)

    await asyncio.sleep(0.03)

    assert len(await turns(pacer, 2)) == 2
