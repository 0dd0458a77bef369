"""Layouts as discord.py's views, and buttons, pagers and modals that survive a restart.

Nothing is remembered in the process: a button's custom_id says what to do ("verb:state"), and a
pager's query is spread over the custom_ids of its own buttons, which Discord hands back with each
click. So views and modals go out stopped, which is how discord.py is told not to keep them, and
the client hears every press itself, whichever version of the bot made the button.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, cast

import discord
from discord import ui

from bot.languages import say
from bot.render.clean import width
from bot.render.layout import LONGEST_CUSTOM_ID, Button, Layout, Line
from bot.responses import edit_answer, response_type, say_first

SEPARATOR = "\u241f"  # between the fields of a pager's query; no field keeps one
TURNED = re.compile(
    r"(?P<verb>[a-z]+):(?P<action>go|at|post)\.(?P<page>\d+)\.(?P<place>\d):(?P<part>.*)", re.DOTALL
)

Interaction = discord.Interaction[Any]
Deed = Callable[[Interaction, str, Mapping[str, str]], Awaitable[None]]


def to_view(layout: Layout) -> ui.LayoutView:
    """The layout as a view that discord.py sends and does not keep. Needs a running loop."""
    view = ui.LayoutView(timeout=None)
    for card in layout.cards:
        shown = [to_item(line) for line in (*card.opening, *card.lines)]
        if card.colour is None:
            for item in shown:
                view.add_item(item)
        else:
            view.add_item(ui.Container(*shown, accent_colour=card.colour))
    if layout.footer:
        view.add_item(ui.TextDisplay(layout.footer))
    if layout.buttons:
        view.add_item(ui.ActionRow(*(to_button(button) for button in layout.buttons)))
    view.stop()
    return view


def to_item(line: Line) -> ui.Item[Any]:
    text: ui.TextDisplay[Any] = ui.TextDisplay(line.text)
    return ui.Section(text, accessory=to_button(line.button)) if line.button else text


def to_button(button: Button) -> ui.Button[Any]:
    if button.url:
        return ui.Button(label=button.label, url=button.url)
    return ui.Button(
        label=button.label,
        custom_id=button.custom_id,
        style=discord.ButtonStyle[button.style],
        disabled=button.disabled,
    )


def form(title: str, custom_id: str, *fields: ui.Label[Any]) -> ui.Modal:
    """A modal; what is typed arrives with its custom_id."""
    modal = ui.Modal(title=title, custom_id=custom_id)
    for field in fields:
        modal.add_item(field)
    modal.stop()
    return modal


def text_field(
    name: str,
    label: str,
    *,
    hint: str,
    paragraph: bool = False,
    required: bool = False,
    default: str | None = None,
    longest: int = 200,
) -> ui.Label[Any]:
    box: ui.TextInput[Any] = ui.TextInput(
        custom_id=name,
        style=discord.TextStyle.paragraph if paragraph else discord.TextStyle.short,
        required=required,
        default=default or None,
        max_length=longest,
    )
    return ui.Label(text=label, description=hint, component=box)


def choice_field(
    name: str, label: str, choices: Sequence[tuple[str, str]], *, chosen: str
) -> ui.Label[Any]:
    """choices: (value, label) of each."""
    options = [
        discord.SelectOption(label=words, value=value, default=value == chosen)
        for value, words in choices
    ]
    box: ui.Select[Any] = ui.Select(custom_id=name, options=options, required=True)
    return ui.Label(text=label, component=box)


def files_field(name: str, label: str, *, hint: str, most: int) -> ui.Label[Any]:
    box: ui.FileUpload[Any] = ui.FileUpload(
        custom_id=name, required=False, min_values=0, max_values=most
    )
    return ui.Label(text=label, description=hint, component=box)


def typed_values(interaction: Interaction) -> dict[str, str]:
    """What was typed or chosen in a modal, by the names of its fields."""
    found: dict[str, str] = {}
    for row in cast("dict[str, Any]", interaction.data or {}).get("components", ()):
        inside = row.get("components") or [row.get("component") or {}]
        found |= {each["custom_id"]: each["value"] for each in inside if "value" in each}
        found |= {each["custom_id"]: each["values"][0] for each in inside if each.get("values")}
    return found


def attached(interaction: Interaction) -> list[discord.Attachment]:
    """The files that were put into a modal."""
    resolved = cast("dict[str, Any]", interaction.data or {}).get("resolved", {})
    state = interaction._state  # noqa: SLF001 -- as discord.py itself makes an attachment
    return [
        discord.Attachment(data=each, state=state)
        for each in resolved.get("attachments", {}).values()
    ]


def turn_buttons(
    verb: str, page: int, pages: int, query: Sequence[str], locale: str
) -> tuple[Button, ...]:
    """Previous · 2 of 5 · next · post here. A query that does not fit leaves the buttons out."""
    state = SEPARATOR.join(field.replace(SEPARATOR, " ") for field in query)
    wanted = [
        ("go", page - 1, say("button.previous", locale), page <= 0),
        ("at", page, say("button.page", locale, page=page + 1, pages=pages), True),
        ("go", page + 1, say("button.next", locale), page >= pages - 1),
        ("post", page, say("button.post", locale), False),
    ]
    starts = [
        f"{verb}:{action}.{max(at, 0)}.{place}:" for place, (action, at, _, _) in enumerate(wanted)
    ]
    parts = split_state(state, [LONGEST_CUSTOM_ID - len(start) for start in starts])
    if parts is None:
        return ()
    keep = [0, 1, 2, 3] if pages > 1 or parts[0] or parts[2] else [1, 3]
    return tuple(
        Button(wanted[at][2], starts[at] + parts[at], disabled=wanted[at][3]) for at in keep
    )


def again_buttons(verb: str, query: Sequence[str], label: str) -> tuple[Button, ...]:
    """A button that asks another question, if the question fits into it."""
    state = SEPARATOR.join(field.replace(SEPARATOR, " ") for field in query)
    custom_id = f"{verb}:go.0.1:{state}"
    return (Button(label, custom_id),) if width(custom_id) <= LONGEST_CUSTOM_ID else ()


def split_state(state: str, rooms: Sequence[int]) -> list[str] | None:
    """`state` in parts that fit the rooms, the second and the last room first (those two buttons
    are always there); None where it does not fit."""
    parts = ["", "", "", ""]
    for at in (1, 3, 0, 2):
        end = len(state)
        while width(state[:end]) > rooms[at]:
            end -= 1
        parts[at], state = state[:end], state[end:]
    return None if state else parts


def turned(interaction: Interaction, custom_id: str) -> tuple[str, int, list[str]] | None:
    """What a pager's button asks for: (action, page, query); None if the message lost the rest."""
    pressed = TURNED.fullmatch(custom_id)
    if pressed is None or interaction.message is None:
        return None
    found = [TURNED.fullmatch(each) for each in custom_ids(interaction.message)]
    parts = {
        int(each["place"]): each["part"]
        for each in found
        if each and each["verb"] == pressed["verb"]
    }
    state = "".join(parts.get(place, "") for place in (1, 3, 0, 2))
    return pressed["action"], int(pressed["page"]), state.split(SEPARATOR)


def custom_ids(message: discord.Message) -> list[str]:
    rows = [each for each in message.components if isinstance(each, discord.ActionRow)]
    return [str(getattr(each, "custom_id", "") or "") for row in rows for each in row.children]


async def show(interaction: Interaction, layout: Layout) -> None:
    """The layout as the answer: in the message that was deferred, else as a private one."""
    view, quiet = to_view(layout), discord.AllowedMentions.none()
    if response_type(interaction) is not None:
        await edit_answer(interaction, view)
    else:
        await say_first(interaction, view=view, ephemeral=True, allowed_mentions=quiet)


async def show_all(interaction: Interaction, layouts: Sequence[Layout]) -> None:
    """The first layout as the answer, the others as private messages after it."""
    first, *others = layouts
    await show(interaction, first)
    for layout in others:
        await interaction.followup.send(
            view=to_view(layout), ephemeral=True, allowed_mentions=discord.AllowedMentions.none()
        )
