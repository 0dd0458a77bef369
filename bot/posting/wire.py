"""The two requests of posting, made so that nothing is repeated behind our back.

discord.py repeats a request by itself after some answers and not after others. A post that must
arrive exactly once checks its lease before each try, so each try is made here, once.
"""

import json
from typing import Any

import aiohttp
from discord.http import Route

from bot.posting.answers import Answer
from bot.posting.pacer import Pacer

HISTORY_PAGE = 100  # Discord's own limit


class Wire:
    """Posts and reads messages over `session`, whose headers carry the token."""

    def __init__(self, session: aiohttp.ClientSession, *, pacer: Pacer, try_seconds: float) -> None:
        self._session = session
        self._pacer = pacer
        self._timeout = aiohttp.ClientTimeout(total=try_seconds)

    async def turn(self) -> None:
        await self._pacer.turn()

    def halt(self, seconds: float) -> None:
        self._pacer.halt(seconds)

    async def post(self, channel_id: int, payload: dict[str, Any]) -> Answer:
        """One try. Raises aiohttp.ClientError or TimeoutError when no answer came."""
        url = f"{Route.BASE}/channels/{channel_id}/messages"
        async with self._session.post(url, json=payload, timeout=self._timeout) as response:
            return await _answer(response)

    async def delete(self, channel_id: int, message_id: int) -> None:
        """Take one of our own messages back. Raises as `post` does; that it is gone is no error."""
        await self._pacer.turn()
        url = f"{Route.BASE}/channels/{channel_id}/messages/{message_id}"
        async with self._session.delete(url, timeout=self._timeout) as response:
            if response.status != 404:
                response.raise_for_status()

    async def history(self, channel_id: int, *, after: int) -> list[dict[str, Any]] | None:
        """Messages newer than the snowflake `after`, oldest first, or None where we may not look.

        Raises aiohttp.ClientError or TimeoutError when no answer came.
        """
        url = f"{Route.BASE}/channels/{channel_id}/messages"
        found: list[dict[str, Any]] = []
        while True:
            await self._pacer.turn()
            async with self._session.get(
                url,
                params={"after": str(after), "limit": str(HISTORY_PAGE)},
                timeout=self._timeout,
            ) as response:
                if response.status in (403, 404):
                    return None
                response.raise_for_status()
                page = sorted(await response.json(), key=lambda message: int(message["id"]))
            found += page
            if len(page) < HISTORY_PAGE:
                return found
            after = int(page[-1]["id"])


async def _answer(response: aiohttp.ClientResponse) -> Answer:
    raw = await response.read()
    try:
        body = json.loads(raw)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        return Answer(response.status, message="not JSON", from_discord=False)
    proxied = response.status != 429 or "Via" in response.headers
    return Answer(
        response.status,
        code=int(body.get("code") or 0),
        message=str(body.get("message", "")),
        message_id=int(body["id"]) if "id" in body else None,
        retry_after=float(body["retry_after"]) if "retry_after" in body else None,
        from_discord=proxied,
    )
