"""Who may do what, as a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.languages import say
from bot.render.layout import Layout, Line, card, paginate

READ = "read"
LONGEST_LIST = 20  # holders of one right that are named


@dataclass(frozen=True, slots=True)
class Holder:
    """A role or a member, shown as a mention that notifies nobody."""

    holder_id: int
    is_role: bool

    @property
    def mention(self) -> str:
        return f"<@&{self.holder_id}>" if self.is_role else f"<@{self.holder_id}>"


def rights_layout(
    rights: Sequence[str], held: Sequence[tuple[str, Holder]], *, locale: str
) -> Layout:
    lines = [_row(right, held, locale) for right in rights]
    note = Line(say("desk.rights.note", locale))
    return paginate([card(*lines, note, heading=say("desk.rights", locale))])[0]


def _row(right: str, held: Sequence[tuple[str, Holder]], locale: str) -> Line:
    holders = [holder for name, holder in held if name == right]
    named = ", ".join(holder.mention for holder in holders[:LONGEST_LIST])
    if len(holders) > LONGEST_LIST:
        named += f" {say('list.more', locale, number=len(holders) - LONGEST_LIST)}"
    nobody = "desk.rights.everybody" if right == READ else "desk.rights.managers"
    who = named or say(nobody, locale)
    return Line(say("desk.rights.row", locale, right=say(f"right.{right}", locale), who=who))
