"""Names that a desk added, in words."""

from collections.abc import Sequence

from bot.languages import count, say
from bot.render import labels
from bot.render.clean import clean_line
from bot.render.layout import Button, Layout, card, message, paginate
from briefings.model import AddedName

GREEN = 0x4F7A5B
GREY = 0x6B7280
LONGEST_FORMS = 300


def name_changed(key: str, name: AddedName, entry_id: int, *, held: int, locale: str) -> Layout:
    """What was added or taken back; held: documents that would be read otherwise now."""
    heading = say(key, locale, name=clean_line(name.shown, labels.LONGEST_NAME))
    if key == "desk.name.removed":
        left = count("desk.name.left", locale, held) if held else ""
        again = " ".join(filter(None, (say("desk.name.gone", locale), left)))
    else:
        again = count("desk.name.held", locale, held) if held else say("desk.name.fresh", locale)
    shown = message(_row(name, locale), f"-# {again}", heading=heading, colour=GREEN)
    if not held:
        return shown
    return shown.with_buttons(Button(say("button.read_again", locale), f"reread:{entry_id}"))


def names_pages(rows: Sequence[AddedName], locale: str) -> tuple[Layout, ...]:
    heading = say("desk.name.list", locale)
    if not rows:
        return (message(say("desk.name.none", locale), heading=heading, colour=GREY),)
    return paginate([card(*(_row(row, locale) for row in rows), heading=heading)])


def _row(name: AddedName, locale: str) -> str:
    forms = say("separator", locale).join(form for _, form in name.forms)
    return say(
        "desk.name.row",
        locale,
        name=clean_line(name.shown, labels.LONGEST_NAME),
        kind=say(f"namekind.{name.kind}", locale),
        side=say(f"actor.{name.actor}", locale),
        forms=clean_line(forms, LONGEST_FORMS),
    )
