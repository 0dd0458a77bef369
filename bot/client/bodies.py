"""Answers of Discord as JSON, whatever else their Content-Type says.

discord.py reads as JSON only what calls itself `application/json` to the letter, and stumbles over
what calls itself so and is not. A proxy between us and Discord may say
`application/json; charset=utf-8`, or put its own page under the old name.
"""

import json
from typing import Any

import aiohttp
from discord import http
from discord.webhook import async_

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


def read_any_json() -> None:
    """From now on, in the whole process."""
    for module in (http, async_):
        vars(module)["json_or_text"] = json_or_text
