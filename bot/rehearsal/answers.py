"""REST operations by which the bot answers interactions: the callback, and its webhook."""

import asyncio
from collections.abc import Callable

from . import posts
from .command_limits import check_choices
from .component_limits import check_modal
from .limits import refuse_emptiness
from .payloads import message_json
from .wire import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    Call,
    Json,
    Problems,
    RefusalError,
    Reply,
    unknown,
)
from .world import Channel, Interaction, Message, World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5  # types of interactions
MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, OPEN_MODAL = 4, 5, 6, 7, 8, 9  # of callbacks
ALLOWED = {
    COMMAND: {MESSAGE, DEFER, OPEN_MODAL},
    COMPONENT: {MESSAGE, DEFER, DEFER_UPDATE, UPDATE, OPEN_MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL: {MESSAGE, DEFER, DEFER_UPDATE, UPDATE},
}


def callback(world: World, call: Call) -> Reply:
    interaction = world.interactions.get(call.path["interaction_token"])
    if interaction is None or str(interaction.id) != call.path["interaction_id"]:
        raise unknown("interaction")
    waited = asyncio.get_running_loop().time() - interaction.started
    if interaction.callback is not None:
        raise RefusalError(400, 40060, "Interaction has already been acknowledged.")
    if interaction.late or waited > world.settings.acknowledge_within:
        raise unknown("interaction")
    kind = call.json.get("type")
    allowed = ALLOWED[interaction.type]
    if kind not in allowed or (kind in (DEFER_UPDATE, UPDATE) and interaction.message is None):
        raise _wrong_type(sorted(allowed))
    FIRST[kind](world, interaction, call)
    interaction.callback = kind
    interaction.acknowledged_after = waited
    world.changed()
    if call.query.get("with_response") not in ("true", "1", "True"):
        return Reply(204)
    return Reply(200, _described(interaction, kind))


def _wrong_type(allowed: list[int]) -> RefusalError:
    choices = ", ".join(map(str, allowed))
    problems = Problems()
    problems.add(("type",), "BASE_TYPE_CHOICES", f"Value must be one of {{{choices}}}.")
    return RefusalError(400, 50035, "Invalid Form Body", problems.tree)


def _described(interaction: Interaction, kind: int) -> Json:
    about: Json = {"id": str(interaction.id), "type": interaction.type}
    resource: Json = {"type": kind}
    message = interaction.message if kind in (UPDATE, DEFER_UPDATE) else interaction.original
    if message is not None and kind != CHOICES:
        about["response_message_id"] = str(message.id)
        about["response_message_loading"] = kind == DEFER
        about["response_message_ephemeral"] = bool(message.flags & EPHEMERAL)
    if message is not None and kind in (MESSAGE, UPDATE):
        resource["message"] = message_json(message)
    if kind not in (MESSAGE, UPDATE):
        return {"interaction": about}
    return {"interaction": about, "resource": resource}


def _say(world: World, interaction: Interaction, call: Call) -> None:
    _add(world, interaction, call.json.get("data") or {}, call)
    interaction.original = interaction.messages[-1]


def _defer(world: World, interaction: Interaction, call: Call) -> None:
    channel = world.channels[interaction.channel_id]
    flags = (call.json.get("data") or {}).get("flags") or 0
    if flags & ~(EPHEMERAL | COMPONENTS_V2):
        raise RefusalError(400, 50035, "Invalid Form Body")
    interaction.ephemeral = bool(flags & EPHEMERAL)
    message = Message(world.new_id(), channel.id, world.application.user, world.clock.now())
    message.flags = flags & EPHEMERAL | LOADING
    _mark(world, interaction, message)
    interaction.original, interaction.pending = message, True
    interaction.messages.append(message)
    posts.place(world, channel, message)


def _defer_update(world: World, interaction: Interaction, call: Call) -> None:
    interaction.original, interaction.pending = interaction.message, True


def _update(world: World, interaction: Interaction, call: Call) -> None:
    message = _used(interaction)
    posts.revise(world, message, call.json.get("data") or {}, call.uploads)
    interaction.original = message
    _touch(world, interaction, message)


def _used(interaction: Interaction) -> Message:
    if interaction.message is None:
        raise unknown("Message")
    return interaction.message


def _choices(world: World, interaction: Interaction, call: Call) -> None:
    choices = (call.json.get("data") or {}).get("choices") or []
    problems = Problems()
    if len(choices) > 25:
        problems.add(("data", "choices"), "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    check_choices(problems, ("data", "choices"), choices)
    problems.refuse()
    interaction.choices = choices


def _open_modal(world: World, interaction: Interaction, call: Call) -> None:
    modal = call.json.get("data") or {}
    problems = Problems()
    check_modal(problems, modal)
    problems.refuse()
    shown = posts.shown_components(world, modal["components"], {})
    interaction.modal = modal | {"components": shown}


FIRST: dict[int, Callable[[World, Interaction, Call], None]] = {
    MESSAGE: _say,
    DEFER: _defer,
    DEFER_UPDATE: _defer_update,
    UPDATE: _update,
    CHOICES: _choices,
    OPEN_MODAL: _open_modal,
}


def _add(world: World, interaction: Interaction, body: Json, call: Call) -> Message:
    channel = world.channels[interaction.channel_id]
    me = world.application.user
    message = posts.compose(world, channel, body, author=me, uploads=call.uploads)
    _mark(world, interaction, message)
    interaction.messages.append(message)
    posts.place(world, channel, message)
    return message


def _mark(world: World, interaction: Interaction, message: Message) -> None:
    message.webhook_id = world.application.id
    message.interaction = interaction.metadata
    if interaction.type == COMMAND:
        message.type = 20 if "target_id" not in interaction.payload else 23
    if message.flags & EPHEMERAL:
        message.visible_to = interaction.user.id
        for attachment in message.attachments:
            attachment.ephemeral = True


def _touch(world: World, interaction: Interaction, message: Message) -> None:
    if message not in interaction.touched and message not in interaction.messages:
        interaction.touched.append(message)
    interaction.pending = False
    posts.announce_edit(world, world.channels[message.channel_id], message)


def by_token(world: World, call: Call) -> Interaction:
    """The interaction of the path.

    Raises:
        RefusalError: 10015 when it never was or is not acknowledged, 50027 after 15 minutes.
    """
    interaction = world.interactions.get(call.path["webhook_token"])
    known = interaction is not None and call.path["webhook_id"] == str(world.application.id)
    if interaction is None or not known or interaction.callback is None:
        raise unknown("Webhook")
    if world.clock.now() - interaction.created_at > world.settings.token_life:
        raise RefusalError(401, 50027, "Invalid Webhook Token")
    return interaction


def _answer(world: World, call: Call) -> tuple[Interaction, Channel, Message]:
    """The message of the path, `@original` or an id among those of this interaction."""
    interaction = by_token(world, call)
    channel = world.channels.get(interaction.channel_id)
    if channel is None:
        raise unknown("Channel")
    name = call.path.get("message_id", "@original")
    mine = [*interaction.messages, *interaction.touched]
    if interaction.original is not None:
        mine.append(interaction.original)
    if interaction.message is not None:
        mine.append(interaction.message)
    message = (
        interaction.original
        if name == "@original"
        else next((one for one in mine if str(one.id) == name), None)
    )
    if message is None or message.id not in channel.messages:
        raise unknown("Message")
    return interaction, channel, message


def follow_up(world: World, call: Call) -> Reply:
    """A further message; the first after a deferral takes the place of the promised one."""
    interaction = by_token(world, call)
    if interaction.pending and interaction.callback == DEFER:
        original = interaction.original
        refuse_emptiness(call.json, call.uploads)
        if original is not None:
            _settle(world, original, call)
            _touch(world, interaction, original)
            return Reply(200, message_json(original))
    message = _add(world, interaction, call.json, call)
    if interaction.callback == DEFER_UPDATE:
        interaction.pending = False
        world.changed()
    return Reply(200, message_json(message))


def _settle(world: World, message: Message, call: Call) -> None:
    """Fill in or edit; the first filling in of a deferred answer is no edit."""
    loading = message.flags & LOADING
    posts.revise(world, message, call.json, call.uploads)
    message.flags &= ~LOADING
    if message.visible_to is not None:
        message.flags |= EPHEMERAL
    if loading:
        message.edited_at = None


def fetch(world: World, call: Call) -> Json:
    return message_json(_answer(world, call)[2])


def edit(world: World, call: Call) -> Json:
    interaction, _, message = _answer(world, call)
    _settle(world, message, call)
    _touch(world, interaction, message)
    return message_json(message)


def delete(world: World, call: Call) -> None:
    interaction, channel, message = _answer(world, call)
    interaction.pending = False
    if message in interaction.messages:
        interaction.messages.remove(message)
    posts.remove(world, channel, message)
