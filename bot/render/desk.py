"""Who may do what, as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.languages import say
from bot.render.layout import Button, Layout, Line, card, message, paginate

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


def role_layout(role_id: int, bundle: str | None, entry_id: int, *, locale: str) -> Layout:
    mention = Holder(role_id, is_role=True).mention
    undo = Button(say("button.undo", locale), f"deskundo:{entry_id}")
    if bundle is None:
        return message(say("desk.role.taken", locale, role=mention)).with_buttons(undo)
    told = say("desk.role.given", locale, role=mention, bundle=say(f"bundle.{bundle}", locale))
    readers = say("desk.role.readers", locale) if bundle == "reader" else ""
    return message(told, readers).with_buttons(undo)


def roles_layout(
    bundles: Mapping[str, Sequence[str]], held: Sequence[tuple[int, str]], *, locale: str
) -> Layout:
    """Each bundle with its rights, and the roles that stand for it."""
    lines = [_bundle(bundle, bundles[bundle], held, locale) for bundle in bundles]
    return paginate([card(*lines, heading=say("desk.roles", locale))])[0]


def _bundle(
    bundle: str, rights: Sequence[str], held: Sequence[tuple[int, str]], locale: str
) -> Line:
    roles = [Holder(role_id, is_role=True).mention for role_id, name in held if name == bundle]
    named = ", ".join(roles[:LONGEST_LIST])
    if len(roles) > LONGEST_LIST:
        named += f" {say('list.more', locale, number=len(roles) - LONGEST_LIST)}"
    may = "; ".join(say(f"right.{right}", locale) for right in rights)
    who = named or say("desk.role.nobody", locale)
    return Line(f"**{say(f'bundle.{bundle}', locale)}**: {who}\n-# {may}")
