"""How the messages of a delivery are told apart and found again in a channel."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from bot.posting.editions import COMPONENTS_V2, TEXT
from briefings.storage.deliveries import Claim

LONGEST_CONTENT = 2000  # UTF-16 units
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


def as_plain(body: dict[str, Any]) -> dict[str, Any] | None:
    """The same words without the cards, if they fit one message uncut."""
    content = "\n".join(shown_texts(body.get("components", ())))
    if not content or len(content.encode("utf-16-le")) // 2 > LONGEST_CONTENT:
        return None
    kept = {key: body[key] for key in ("allowed_mentions", "nonce", "enforce_nonce") if key in body}
    return kept | {"content": content, "flags": body["flags"] & ~COMPONENTS_V2}
