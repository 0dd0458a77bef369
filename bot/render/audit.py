"""The audit log, one line for each deed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.languages import say
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, Line, card, message

GREY = 0x6B7280
ENTRIES_ON_A_PAGE = 8
LONGEST_CHANGE = 140  # of what something was, and of what it is
MENTIONS = {"role": "<@&{}>", "channel": "<#{}>", "user": "<@{}>"}
HOLDER = "holder"  # of a right: of which kind it is


@dataclass(frozen=True, slots=True)
class Logged:
    """A deed as far as it is shown. by: None for the program itself."""

    entry_id: int
    action: str
    by: int | None
    at: datetime
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    erased: bool
    undoable: bool


def audit_page(
    logged: Sequence[Logged], page: int, pages: int, *, broken_at: int | None, locale: str
) -> Layout:
    heading = say("audit.heading", locale)
    if not logged:
        return message(say("audit.none", locale), heading=heading, colour=GREY)
    lines = [_line(each, locale) for each in logged]
    sound = say("audit.sound", locale) if broken_at is None else ""
    broken = say("audit.broken", locale, entry=broken_at) if broken_at is not None else ""
    layout = Layout((card(*lines, heading=heading),), footer=f"-# {sound or broken}")
    if pages == 1:
        return layout
    return layout.with_buttons(
        Button(say("button.previous", locale), f"audit:{max(page - 1, 0)}", disabled=page == 0),
        Button(say("button.next", locale), f"audit:{page + 1}", disabled=page == pages - 1),
    )


def _line(logged: Logged, locale: str) -> Line:
    who = say("audit.program", locale) if logged.by is None else f"<@{logged.by}>"
    if logged.erased:
        who = say("audit.erased", locale)
    action = labels.phrase("action", logged.action, locale)
    top = f"**{action}** · {who} · <t:{int(logged.at.timestamp())}:f> · {logged.entry_id}"
    changed = _changed(logged.before, logged.after)
    undo = Button(say("button.undo", locale), f"deskundo:{logged.entry_id}")
    return Line(f"{top}\n-# {changed}" if changed else top, undo if logged.undoable else None)


def _changed(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> str:
    """What is no longer, then what is instead; what stayed the same is left out."""
    was, now = before or {}, after or {}
    gone = {key: value for key, value in was.items() if now.get(key) != value}
    come = {key: value for key, value in now.items() if was.get(key) != value}
    parts = [_shown(each) for each in (gone, come) if each]
    return " → ".join(parts)


def _shown(words: Mapping[str, Any]) -> str:
    """Roles, channels and people by their names, which Discord puts in for its mentions."""
    known = {key: value for key, value in words.items() if value is not None}
    if known.get(HOLDER) in MENTIONS and f"{HOLDER}_id" in known:
        known[f"{known.pop(HOLDER)}_id"] = known.pop(f"{HOLDER}_id")
    named = [
        mention.format(known.pop(f"{kind}_id"))
        for kind, mention in MENTIONS.items()
        if str(known.get(f"{kind}_id", "")).isdecimal()
    ]
    told = "; ".join(f"{key}: {value}" for key, value in known.items())
    return " ".join((*named, clean_line(told, LONGEST_CHANGE))).strip()
