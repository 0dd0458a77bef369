"""What a person can do in Discord's client, and no more.

A deed that the client would not offer raises `NotPossibleError`, and the bot hears nothing of it.
"""

from collections.abc import Mapping, Sequence

from .actors import Actor
from .answers import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL
from .command_limits import MESSAGE as MESSAGE_MENU
from .command_limits import SLASH
from .command_limits import USER as USER_MENU
from .component_limits import BUTTON, LINK, SELECTS, STRING_SELECT, walk
from .forms import filled_in
from .interactions import Answer, NotPossibleError, begin, finished, owners_of
from .offers import offered
from .options import Reader
from .payloads import message_json
from .typed import Typed, merged, read
from .wire import Json
from .world import Channel, Message, User

CHOOSES = {5: ("user",), 6: ("role",), 7: ("user", "role"), 8: ("channel",)}  # kinds of selects


class Person(Actor):
    """Somebody at Discord's client, who uses what the bot offers."""

    def commands(self, at: Channel | str | None = None, kind: int = SLASH) -> list[Json]:
        """What the command picker offers here."""
        return offered(self.world, self.user, self.place(at), kind)

    async def slash(
        self,
        line: str,
        options: Mapping[str, object] | None = None,
        *,
        at: Channel | str | None = None,
    ) -> Answer:
        """Type a command, as "/quotes speaker:ushakof limit:3", options also by name."""
        channel = self.place(at)
        typed = read(line, self.commands(channel), locale=self.user.locale)
        payload = self._payload(typed, options or {}, channel)
        return await self._run(channel, payload, typed.command, label=typed.label)

    async def autocomplete(
        self,
        line: str,
        focused: str | None = None,
        *,
        at: Channel | str | None = None,
    ) -> Answer:
        """Stop typing in an option, the last one unless named, and see what is offered."""
        channel = self.place(at)
        typed = read(line, self.commands(channel), locale=self.user.locale)
        name = focused or next(reversed(typed.values), "")
        options = typed.leaf.get("options") or []
        option: Json = next((one for one in options if one["name"] == name), {})
        if not option.get("autocomplete"):
            raise NotPossibleError(f"{typed.label} offers nothing for {name!r}")
        payload = self._payload(typed, {}, channel, focused=name)
        return await self._run(
            channel, payload, typed.command, label=f"{typed.label} {name}:", kind=AUTOCOMPLETE
        )

    async def choose(self, line: str, choice: str, *, at: Channel | str | None = None) -> Answer:
        """Stop typing in the last option, take the first choice offered whose name has these
        words, and send the command.
        """
        offer = await self.autocomplete(line, at=at)
        taken = [one for one in offer.choices if choice in one["name"]]
        if not taken:
            names = ", ".join(one["name"] for one in offer.choices)
            raise NotPossibleError(f"{choice!r} is not offered, but: {names}")
        typed = read(line, self.commands(at), locale=self.user.locale)
        option = next(reversed(typed.values))
        return await self.slash(line, {option: taken[0]["value"]}, at=at)

    def _payload(
        self,
        typed: Typed,
        options: Mapping[str, object],
        channel: Channel,
        *,
        focused: str | None = None,
    ) -> Json:
        given = merged(typed, options, locale=self.user.locale)
        reader = Reader(self.world, self.user, channel)
        values: list[Json] = []
        for option in typed.leaf.get("options") or []:
            name = option["name"]
            if name in given:
                value = reader.value(option, given[name], focused=name == focused)
                values.append({"name": name, "type": option["type"], "value": value})
                if name == focused:
                    values[-1]["focused"] = True
            elif option.get("required") and focused is None:
                raise NotPossibleError(f"{typed.label} requires {name!r}")
        for step in reversed(typed.path):
            values = [{"name": step["name"], "type": step["type"], "options": values}]
        payload = _named(typed.command) | {"options": values}
        return payload | ({"resolved": reader.resolved} if reader.resolved else {})

    async def message_menu(self, name: str, message: Message) -> Answer:
        """Choose an entry of a message's context menu."""
        channel = self.world.channels[message.channel_id]
        resolved = {"messages": {str(message.id): message_json(message)}}
        return await self._menu(MESSAGE_MENU, name, channel, message.id, resolved)

    async def user_menu(self, name: str, user: User, *, at: Channel | str | None = None) -> Answer:
        """Choose an entry of a user's context menu."""
        reader = Reader(self.world, self.user, self.place(at))
        reader.thing(("user",), user)
        return await self._menu(USER_MENU, name, self.place(at), user.id, reader.resolved)

    async def _menu(
        self, kind: int, name: str, channel: Channel, target: int, resolved: Json
    ) -> Answer:
        found = [one for one in self.commands(channel, kind) if one["name"] == name]
        if not found:
            raise NotPossibleError(f"the menu has no entry {name!r}")
        payload = _named(found[0]) | {"target_id": str(target), "resolved": resolved}
        return await self._run(channel, payload, found[0], label=name)

    async def _run(
        self, channel: Channel, payload: Json, command: Json, *, label: str, kind: int = COMMAND
    ) -> Answer:
        owners = owners_of(self.world, self.user, channel, command)
        interaction = begin(
            self.world, self.user, channel, payload, kind=kind, label=label, owners=owners
        )
        return await finished(self.world, interaction)

    async def click(self, message: Message, button: str) -> Answer:
        """Click a button, named by its custom_id or its label."""
        found = self._component(message, button, (BUTTON,))
        if found.get("style") == LINK:
            raise NotPossibleError(f"[{button}] is a link and opens {found.get('url')}")
        payload: Json = {"custom_id": found["custom_id"], "component_type": BUTTON}
        return await self._use(message, payload, f"[{button}]")

    async def select(self, message: Message, select: str, values: Sequence[object]) -> Answer:
        """Choose in a select, named by its custom_id or placeholder; by label, value or thing."""
        found = self._component(message, select, SELECTS)
        if not found["min_values"] <= len(values) <= found["max_values"]:
            raise NotPossibleError(
                f"{select!r} takes {found['min_values']} to {found['max_values']}"
            )
        reader = Reader(self.world, self.user, self.world.channels[message.channel_id])
        if found["type"] == STRING_SELECT:
            chosen = [_option(found, value) for value in values]
        else:
            kinds = CHOOSES[found["type"]]
            chosen = [reader.thing(kinds, value, found) for value in values]
        payload = {"custom_id": found["custom_id"], "component_type": found["type"]}
        payload |= {"values": chosen}
        if reader.resolved:
            payload["resolved"] = reader.resolved
        return await self._use(message, payload, f"select {select!r}")

    def _component(self, message: Message, name: str, kinds: Sequence[int]) -> Json:
        if message.visible_to not in (None, self.user.id):
            raise NotPossibleError("that message is not visible to this person")
        channel = self.world.channels.get(message.channel_id)
        if channel is None or message.id not in channel.messages:
            raise NotPossibleError("that message is gone")
        here = [part for _, part in walk(message.components) if part.get("type") in kinds]
        for key in ("custom_id", "label", "placeholder"):
            for part in here:
                if part.get(key) == name and not part.get("disabled"):
                    return part
        raise NotPossibleError(f"there is nothing to use called {name!r}")

    async def _use(self, message: Message, payload: Json, label: str) -> Answer:
        channel = self.world.channels[message.channel_id]
        begun = begin(
            self.world,
            self.user,
            channel,
            payload,
            kind=COMPONENT,
            label=label,
            owners=owners_of(self.world, self.user, channel, None),
            message=message,
        )
        return await finished(self.world, begun)

    async def submit(self, answer: Answer, values: Mapping[str, object]) -> Answer:
        """Fill in the modal that an answer opened, by labels or custom_ids, and send it."""
        opened = answer.interaction
        if opened.modal is None:
            raise NotPossibleError("no modal is open")
        modal, opened.modal = opened.modal, None
        channel = self.world.channels[opened.channel_id]
        reader = Reader(self.world, self.user, channel)
        payload: Json = {"custom_id": modal["custom_id"]}
        payload["components"] = filled_in(modal, values, reader)
        if reader.resolved:
            payload["resolved"] = reader.resolved
        begun = begin(
            self.world,
            self.user,
            channel,
            payload,
            kind=MODAL,
            label=f"modal {modal['title']!r}",
            owners=opened.metadata["authorizing_integration_owners"],
            message=opened.message,
            parent=opened,
        )
        return await finished(self.world, begun)


def _named(command: Json) -> Json:
    named: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    return named | ({"guild_id": command["guild_id"]} if "guild_id" in command else {})


def _option(select: Json, value: object) -> str:
    for option in select["options"]:
        if value in (option["value"], option["label"]):
            return str(option["value"])
    raise NotPossibleError(f"{value!r} is none of the options")
