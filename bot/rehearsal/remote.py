"""A client of the control API: act in a rehearsal that runs in a process of its own."""

import asyncio
import base64
import json
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

import aiohttp

from .connector import LOOPBACK, LoopbackConnector
from .control import SECRET
from .faults import Fault
from .wire import Json, Upload


class RemoteError(Exception):
    """The rehearsal refused; the text is its reason."""


class Remote:
    """Deeds by name, as in `control.DEEDS`; answers and messages come as JSON with a "text"."""

    def __init__(self, port: int, secret: str, token: str) -> None:
        self.port = port
        self.token = token  # what the bot has to log in with
        self._session = aiohttp.ClientSession(
            connector=LoopbackConnector(port), headers={SECRET: secret}
        )

    async def close(self) -> None:
        await self._session.close()

    async def call(self, deed: str, **arguments: Any) -> Any:
        """Any deed of the control API.

        Raises:
            RemoteError: when it was refused.
        """
        asked = {"deed": deed} | _packed(arguments)
        url = f"http://{LOOPBACK}:{self.port}/rehearsal/call"
        async with self._session.post(url, json=asked) as response:
            if response.content_type != "application/json":
                raise RemoteError(f"{response.status} {response.reason}")
            said: Json = await response.json()
        if "error" in said:
            raise RemoteError(said["error"])
        return said["result"]

    async def slash(
        self, person: str, line: str, options: Mapping[str, object] | None = None, **more: Any
    ) -> Json:
        answer: Json = await self.call(
            "slash", person=person, line=line, options=dict(options or {}), **more
        )
        return answer

    async def click(self, person: str, message: Json, button: str) -> Json:
        answer: Json = await self.call("click", person=person, message=message["id"], button=button)
        return answer

    async def submit(self, person: str, answer: Json, values: Mapping[str, object]) -> Json:
        done: Json = await self.call(
            "submit", person=person, token=answer["token"], values=dict(values)
        )
        return done

    async def messages(self, at: str | int) -> list[Json]:
        """All messages of a channel, by its id or name, oldest first."""
        shown: list[Json] = await self.call("messages", at=at)
        return shown

    async def fault(self, *faults: Fault) -> None:
        await self.call("add_faults", faults=[asdict(fault) for fault in faults])

    async def wait(self, **condition: Any) -> bool:
        """`sessions=2`, or `messages=3, at="briefings"`, or `commands=True`; within `seconds`."""
        done: bool = await self.call("wait", **condition)
        return done

    async def violations(self) -> Sequence[str]:
        told: Json = await self.call("state")
        return list(told["violations"])


def _packed(value: Any) -> Any:
    if isinstance(value, Upload):
        packed = base64.b64encode(value.body).decode()
        return {
            "filename": value.filename,
            "base64": packed,
            "content_type": value.content_type,
        }
    if isinstance(value, dict):
        return {key: _packed(one) for key, one in value.items()}
    return [_packed(one) for one in value] if isinstance(value, list | tuple) else value


@asynccontextmanager
async def rehearsing(*arguments: str) -> AsyncIterator[Remote]:
    """Start `python -m bot.rehearsal` with these arguments, and end it afterwards."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.rehearsal", *arguments, stdout=asyncio.subprocess.PIPE
    )
    try:
        if process.stdout is None:
            raise RemoteError("the rehearsal has no output")
        said = json.loads(await process.stdout.readline())
        remote = Remote(said["port"], said["secret"], said["token"])
        try:
            yield remote
        finally:
            await remote.close()
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
