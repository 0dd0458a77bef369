"""Where Discord is, and how its answers are read: where discord.py takes more for granted than
Discord promises. All of this is of the whole process, as it is in discord.py.

It goes to the gateway that Discord names for the first connection alone, and not where the number
of shards is given. It reads as JSON only what calls itself `application/json` to the letter, and
stumbles over what calls itself so and is not; but a proxy on the way may say
`application/json; charset=utf-8`, or put its own page under the old name.
"""

import json
from typing import Any

import aiohttp
from discord import http
from discord.gateway import DiscordWebSocket
from discord.webhook import async_
from yarl import URL

JSON = "application/json"


async def json_or_text(response: aiohttp.ClientResponse) -> dict[str, Any] | str:
    """The body; as text where it is no JSON."""
    text = await response.text(encoding="utf-8")
    if response.content_type != JSON:
        return text
    try:
        read: dict[str, Any] = json.loads(text)
    except ValueError:
        return text
    return read


def speak_to(api: str) -> None:
    """The API at that address, "" for Discord's own; whatever JSON it sends is read."""
    for module in (http, async_):
        vars(module)["json_or_text"] = json_or_text
    if api:
        http.Route.BASE = api.rstrip("/")


def connect_to(gateway: str) -> None:
    """That address of the gateway, for each connection that is no resumption."""
    DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)
