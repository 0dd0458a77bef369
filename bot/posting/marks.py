"""How the messages of a delivery are told apart and found again in a channel."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from bot.posting.editions import COMPONENTS_V2, TEXT
from bot.render.clean import width
from bot.render.layout import PICTURE
from bot.render.plain import readable
from briefings.storage.deliveries import Claim

LONGEST_CONTENT = 2000  # UTF-16 units
LONGEST_HEADING = 400
GALLERY = 12  # the component type of pictures
KEPT = frozenset({"allowed_mentions", "nonce", "enforce_nonce"})
TEXT_FILE = "briefing.txt"
DISCORD_EPOCH_MS = 1_420_070_400_000
HISTORY_MARGIN = timedelta(hours=24)


def marker_of(claimed: Claim) -> str:
    """What makes a delivery's messages findable in a channel's history; short, for people.

    The due time is in it, so that an archive begun anew does not repeat the markers of the old one.
    """
    name = f"{claimed.channel_id}:{claimed.delivery_id}:{claimed.due_at.timestamp()}"
    return f"tm-{blake2b(name.encode(), digest_size=5).hexdigest()}"


def since(due_at: datetime) -> int:
    """A snowflake of a moment safely before anything of a delivery can have been posted."""
    milliseconds = (due_at - HISTORY_MARGIN).timestamp() * 1000
    return max(0, int(milliseconds) - DISCORD_EPOCH_MS) << 22


def footer_of(payload: str) -> str:
    """The last small line, which is different for each message there ever is."""
    components = json.loads(payload)["components"]
    return str([each["content"] for each in components if each["type"] == TEXT][-1])


def messages_with(footer: str, messages: Iterable[dict[str, Any]]) -> Iterator[int]:
    """The ids of the messages that show the footer, as a card or as plain text."""
    for message in messages:
        texts = (*shown_texts(message.get("components") or ()), message.get("content") or "")
        if any(footer in text.split("\n") for text in texts):
            yield int(message["id"])


def shown_texts(components: Iterable[dict[str, Any]]) -> Iterator[str]:
    for component in components:
        if component["type"] == TEXT:
            yield component["content"]
        yield from shown_texts(component.get("components", ()))


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A message and what is attached to it."""

    body: dict[str, Any]
    files: tuple[Upload, ...] = ()


def with_picture(body: dict[str, Any], picture: bytes | None) -> Shape:
    """The frozen message as it goes out: with its picture, or without a place for one."""
    if picture is not None:
        return Shape(body, (Upload(PICTURE, picture, "image/png"),))
    shown = [each for each in body.get("components", ()) if each["type"] != GALLERY]
    rest = {key: value for key, value in body.items() if key != "attachments"}
    return Shape(rest | {"components": shown} if shown else rest)


def simpler(shape: Shape) -> Shape | None:
    """The same words without the cards: in one message, or else in a file, never cut. None where
    it is plain already."""
    body = shape.body
    texts = list(shown_texts(body.get("components", ())))
    if not texts:
        return None
    kept = {key: value for key, value in body.items() if key in KEPT}
    kept["flags"] = body["flags"] & ~COMPONENTS_V2
    content = "\n".join(texts)
    if width(content) <= LONGEST_CONTENT:
        return Shape(kept | {"content": content})
    heading = texts[0].split("\n")[0]
    lines = [heading] if heading.startswith("#") and width(heading) <= LONGEST_HEADING else []
    text = readable("\n\n".join(texts)) + "\n"
    file = Upload(TEXT_FILE, text.encode(), "text/plain; charset=utf-8")
    return Shape(kept | {"content": "\n".join([*lines, texts[-1]])}, (file,))
