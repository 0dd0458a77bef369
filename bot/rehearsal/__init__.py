"""A Discord on loopback: unmodified discord.py logs in to it, and people act in it.

For end-to-end tests, for faults and load, and for a rehearsal without a token::

    async with Loopback(clock=clock) as discord_:
        client = MyBot(connector=discord_.connector(), guild_ready_timeout=0.0)
        running = asyncio.create_task(client.start(discord_.token))
        await discord_.commands_registered()
        answer = await discord_.member.slash("/quotes speaker:ushakof")
        assert answer.ephemeral
        assert "Ushakov" in answer.text
        assert not discord_.violations

What the bot does after its answer is visible may come later: wait for it with
`answer.settled(...)` or `discord_.world.until(...)`. Deeds without a person are in `deeds`, faults
in `faults`, and what tests shorten in `discord_.world.settings`.

`python -m bot.rehearsal` serves the same from a process of its own, so that the bot can be killed
and started again (`remote.rehearsing()` starts it, and acts in it through `control`); the bot gets
`connector(port)`.
"""

from .connector import LoopbackConnector, connector
from .interactions import Answer, NotPossibleError
from .people import Person
from .server import TOKEN, Loopback
from .text import modal_text, text_of
from .wire import Upload

__all__ = [
    "TOKEN",
    "Answer",
    "Loopback",
    "LoopbackConnector",
    "NotPossibleError",
    "Person",
    "Upload",
    "connector",
    "modal_text",
    "text_of",
]
