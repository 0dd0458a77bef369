import asyncio

from bot.posting.pacer import Pacer


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


async def test_a_halt_holds_back_also_those_who_wait_already() -> None:
    pacer = Pacer(1000)
    waiting = asyncio.create_task(turns(pacer, 20))
    await asyncio.sleep(0)
    started = asyncio.get_running_loop().time()
    pacer.halt(0.1)

    assert (await waiting)[-1] - started >= 0.1
