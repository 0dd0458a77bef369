"""Why a briefing did not arrive, in words."""

from bot.languages import say

_KNOWN = {
    "discord-404": "gone",
    "discord-10003": "gone",
    "discord-10004": "gone",
    "discord-50001": "hidden",
    "discord-50013": "forbidden",
    "discord-200000": "automod",
    "discord-240000": "link",
    "no-history": "unknown",
    "drifted-extract": "drifted",
    "asked": "asked",
}


def reason_label(reason: str | None, locale: str) -> str:
    """The catalogue's sentence for a delivery's or a subscription's reason."""
    return say(f"notice.reason.{_KNOWN.get(reason or '', 'other')}", locale)
