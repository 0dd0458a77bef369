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


async def test_lost_time_is_made_up_for_and_still_no_second_has_more_turns_than_allowed() -> None:
    """A clock of our own: the event loop wakes 8 ms too late each time, and once by a whole
    second; a fifth of the time would be lost, were each turn counted from the last."""
    pacer, clock = Pacer(45), Waking(late=0.008)

    with clock:
        at = []
        for number in range(450):
            clock.at += 1.0 if number == 200 else 0.0
            await pacer.turn()
            at.append(clock.at)

    assert all(
        sum(start <= moment < start + 1.0 for moment in at[number : number + 60]) <= 45
        for number, start in enumerate(at)
    )
    assert at[199] - at[0] <= 199 / 45 + 0.15
    assert at[-1] - at[0] <= 449 / 45 + 1.1


async def test_what_was_held_up_on_the_way_counts_as_sent_when_it_arrives() -> None:
    """Discord hears nothing for 0.4 s, then everything that was sent meanwhile at once."""
    pacer, clock = Pacer(45), Waking(late=0.0)

    with clock:
        arrived: list[float] = []
        stuck = (clock.at + 2.0, clock.at + 2.4)
        for _ in range(300):
            await pacer.turn()
            arrived.append(stuck[1] if stuck[0] < clock.at <= stuck[1] else clock.at)
            if not stuck[0] < clock.at <= stuck[1]:
                pacer.answered()

    assert arrived.count(stuck[1]) >= 17
    assert all(
        sum(start <= moment < start + 1.0 for moment in arrived[number:]) <= 45 + 2
        for number, start in enumerate(arrived)
    )
    assert arrived[-1] - arrived[0] <= 300 / 45 + 0.5


async def test_workers_that_share_the_rate_keep_to_it_together() -> None:
    pacer, clock = Pacer(45), Waking(late=0.0)
    pacer.share(4)

    with clock:
        start = clock.at
        for _ in range(46):
            await pacer.turn()

    assert clock.at - start >= 45 * 4 / 45 - 0.001


class Waking:
    """Stands in for the running loop's clock and for sleeping."""

    def __init__(self, *, late: float) -> None:
        self.at, self._late = 1000.0, late
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        self._patch.setattr(asyncio.get_running_loop(), "time", lambda: self.at)
        self._patch.setattr(asyncio, "sleep", self._sleep)

    def __exit__(self, *raised: object) -> None:
        self._patch.undo()

    async def _sleep(self, seconds: float) -> None:
        self.at += max(0.0, seconds) + self._late
