"""The requests of posting, made so that nothing is repeated behind our back.

discord.py repeats a request by itself after some answers and not after others. A post that must
arrive exactly once checks its lease before each try, so each try is made here, once.
"""

import json
import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from discord.http import Route

from bot.posting.answers import NO_ANSWER, REMOVED_SINCE, Answer, Reaction, reaction
from bot.posting.marks import Upload
from bot.posting.pacer import LaterError, Pacer

log = logging.getLogger(__name__)


HISTORY_PAGE = 100  # Discord's own limit
MOST_PAGES = 50  # of one look: 5,000 messages
LONGEST_HALT = 36  # times the first one
LONGEST_WAIT = 3600.0  # seconds; a longer retry_after is asked for again
Message = dict[str, Any]


class TokenRefusedError(Exception):
    """Discord does not know our token any more (401)."""


@dataclass(frozen=True, slots=True)
class History:
    """Our own messages in a channel, oldest first. complete: what is not among them is not there;
    otherwise nothing follows from what is missing."""

    messages: tuple[Message, ...]
    complete: bool


class Wire:
    """Posts, edits and reads messages over `session`, whose headers carry the token.

    wait_seconds: before what was not answered is tried again, where Discord does not say.
    halt_seconds: how long nothing is asked after an answer that smells of a ban; each further one
    doubles it.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        pacer: Pacer,
        try_seconds: float,
        wait_seconds: float = 60.0,
        halt_seconds: float = 600.0,
    ) -> None:
        self._session = session
        self._wait = wait_seconds
        self._pacer = pacer
        self._timeout = aiohttp.ClientTimeout(total=try_seconds)
        self._halt_seconds = halt_seconds
        self._halts = 0

    async def turn(self) -> None:
        """Raises LaterError while everything is halted."""
        await self._pacer.turn()

    async def post(self, channel_id: int, payload: Message, files: Sequence[Upload] = ()) -> Answer:
        """One try, in a turn that has been waited for; NO_ANSWER where none came."""
        path = f"/channels/{channel_id}/messages"
        return await self._ask("POST", path, body=payload, files=files)

    async def edit(self, channel_id: int, message_id: int, payload: Message) -> Answer:
        await self._pacer.turn()
        path = f"/channels/{channel_id}/messages/{message_id}"
        return await self._ask("PATCH", path, body=payload)

    async def knock(self, channel_id: int) -> Answer:
        """Whether we may post there, without posting: we say that we are typing."""
        await self._pacer.turn()
        return await self._ask("POST", f"/channels/{channel_id}/typing")

    async def delete(self, channel_id: int, message_id: int) -> None:
        """Take one of our own messages back; that it is gone is no error. Raises LaterError."""
        await self._pacer.turn()
        path = f"/channels/{channel_id}/messages/{message_id}"
        answer = await self._ask("DELETE", path)
        if answer.status not in (204, 403, 404):
            raise self._later(answer)

    async def history(self, channel_id: int, *, after: int, author: int) -> History:
        """The author's messages newer than the snowflake `after`. Raises LaterError."""
        found: list[Message] = []
        start, seen = after, False
        for _ in range(MOST_PAGES):
            page = await self._page(channel_id, start)
            if page is None:
                return History((), complete=False)
            seen = seen or bool(page)
            found += [each for each in page if str(each["author"]["id"]) == str(author)]
            if len(page) < HISTORY_PAGE:
                complete = seen or await self._may_look(channel_id, after)
                return History(tuple(found), complete)
            start = int(page[-1]["id"])
        return History(tuple(found), complete=False)

    async def _page(self, channel_id: int, after: int) -> list[Message] | None:
        """None where the channel is closed to us."""
        await self._pacer.turn()
        url = f"{Route.BASE}/channels/{channel_id}/messages"
        asked = {"after": str(after), "limit": str(HISTORY_PAGE)}
        try:
            async with self._session.get(
                url, params=asked, timeout=self._timeout, allow_redirects=False
            ) as response:
                if response.status == 200:
                    self._halts = 0
                    page: list[Message] = json.loads(await response.read())
                    return sorted(page, key=lambda message: int(message["id"]))
                answer = await _answer(response)
        except (aiohttp.ClientError, TimeoutError, ValueError):
            answer = NO_ANSWER
        self._heed(answer)
        if answer.from_discord and answer.status in (403, 404):
            return None
        raise self._later(answer)

    async def _may_look(self, channel_id: int, nowhere: int) -> bool:
        """Without Read Message History Discord shows an empty channel instead of refusing. But it
        refuses to look for one message, where it otherwise says that there is none. Raises
        LaterError."""
        await self._pacer.turn()
        answer = await self._ask("GET", f"/channels/{channel_id}/messages/{nowhere}")
        if answer.code == REMOVED_SINCE or answer.message_id is not None:
            return True
        if answer.from_discord and answer.status in (403, 404):
            return False
        raise self._later(answer)

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        body: Message | None = None,
        files: Sequence[Upload] = (),
    ) -> Answer:
        sent: Message = {"data": _form(body, files)} if files else {"json": body}
        try:
            async with self._session.request(
                method, Route.BASE + path, **sent, timeout=self._timeout, allow_redirects=False
            ) as response:
                answer = await _answer(response)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.info("no answer: method=%s error=%s", method, type(error).__name__)
            return NO_ANSWER
        self._pacer.answered()
        self._heed(answer)
        return answer

    def _later(self, answer: Answer) -> LaterError:
        """When to try again what was not answered as it should be."""
        return LaterError(min(answer.retry_after or self._wait, LONGEST_WAIT))

    def _heed(self, answer: Answer) -> None:
        """What an answer means for all requests. Raises TokenRefusedError."""
        met = reaction(answer)
        if met is Reaction.STOP:
            raise TokenRefusedError
        if met is Reaction.HALT and not self._pacer.left_of_halt:
            self._halts += 1
            seconds = self._halt_seconds * min(2 ** (self._halts - 1), LONGEST_HALT)
            log.warning("halted: status=%d seconds=%.0f", answer.status, seconds)
            self._pacer.halt(seconds)
        elif answer.everywhere and answer.retry_after:
            self._pacer.halt(min(answer.retry_after, LONGEST_WAIT))
        elif 200 <= answer.status < 300:
            self._halts = 0


def _form(body: Message | None, files: Sequence[Upload]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(body), content_type="application/json")
    for number, file in enumerate(files):
        form.add_field(
            f"files[{number}]", file.body, filename=file.name, content_type=file.content_type
        )
    return form


async def _answer(response: aiohttp.ClientResponse) -> Answer:
    status, raw = response.status, await response.read()
    if status == 204:
        return Answer(status)
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        return Answer(status, from_discord=False)
    went_well = 200 <= status < 300
    return Answer(
        status,
        code=_whole(body.get("code")) or 0,
        message_id=_whole(body.get("id")) if went_well else None,
        retry_after=_seconds(body.get("retry_after"), response.headers),
        from_discord=status != 429 or "Via" in response.headers,
        everywhere=status == 429 and body.get("global") is True,
    )


def _whole(given: object) -> int | None:
    return int(given) if isinstance(given, int | str) and str(given).isdecimal() else None


def _seconds(given: object, headers: Mapping[str, str]) -> float | None:
    """A finite number of seconds, or None."""
    told = given if isinstance(given, int | float | str) else headers.get("Retry-After")
    try:
        seconds = float(told) if told is not None else math.nan
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None
