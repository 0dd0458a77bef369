"""How an interaction begins, and what a person gets to see of its answer."""

import asyncio
from dataclasses import dataclass
from typing import Any

from .answers import COMPONENT, DEFER_UPDATE, MODAL
from .limits import FILE_BYTES
from .payloads import channel_json, member_json, message_json, user_json
from .permissions import ELSEWHERE
from .text import text_of
from .wire import EPHEMERAL, Json
from .world import Channel, Interaction, Message, User, World


class NotPossibleError(Exception):
    """Discord's client would not let the person do that, and the bot hears nothing of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. It is live: a message that is edited later is seen edited."""

    world: World
    interaction: Interaction

    @property
    def messages(self) -> list[Message]:
        """New messages of the bot, and existing ones it edited, oldest first."""
        return [*self.interaction.touched, *self.interaction.messages]

    @property
    def message(self) -> Message:
        return self.messages[-1]

    @property
    def ephemeral(self) -> bool:
        return any(message.flags & EPHEMERAL for message in self.interaction.messages)

    @property
    def text(self) -> str:
        return "\n\n".join(text_of(message) for message in self.messages)

    @property
    def modal(self) -> Json | None:
        return self.interaction.modal

    @property
    def choices(self) -> list[Json]:
        """Of an autocomplete: name and value."""
        return self.interaction.choices or []

    @property
    def acknowledged_after(self) -> float | None:
        """Seconds; None when the bot never answered, which a person sees as "did not respond"."""
        return self.interaction.acknowledged_after

    @property
    def complete(self) -> bool:
        return self.interaction.callback is not None and not self.interaction.pending

    async def settled(self, messages: int, seconds: float = 5.0) -> bool:
        """Wait until the answer consists of at least so many messages."""
        return await self.world.until(lambda: len(self.messages) >= messages, seconds)


def begin(
    world: World,
    user: User,
    channel: Channel,
    payload: Json,
    *,
    kind: int,
    label: str,
    owners: Json,
    message: Message | None = None,
    parent: Interaction | None = None,
) -> Interaction:
    """Start an interaction and tell the bot. `owners` says for whom the application is installed:
    {"0": guild or 0} and/or {"1": user}.
    """
    interaction = Interaction(
        id=world.new_id(),
        token=f"interaction-{world.new_id():x}",
        type=kind,
        user=user,
        channel_id=channel.id,
        guild_id=channel.guild_id,
        payload=payload,
        created_at=world.clock.now(),
        started=asyncio.get_running_loop().time(),
        label=label,
        message=message,
    )
    interaction.metadata = _metadata(interaction, owners, parent)
    world.interactions[interaction.token] = interaction
    world.publish("INTERACTION_CREATE", interaction_json(world, interaction), channel.guild_id)
    return interaction


def _metadata(interaction: Interaction, owners: Json, parent: Interaction | None) -> Json:
    metadata: Json = {
        "id": str(interaction.id),
        "type": interaction.type,
        "user": user_json(interaction.user),
        "authorizing_integration_owners": owners,
    }
    if interaction.type == COMPONENT and interaction.message is not None:
        metadata["interacted_message_id"] = str(interaction.message.id)
    if interaction.type == MODAL and parent is not None:
        metadata["triggering_interaction_metadata"] = parent.metadata
    return metadata


def interaction_json(world: World, interaction: Interaction) -> Json:
    """As INTERACTION_CREATE brings it to the bot."""
    channel = world.channels[interaction.channel_id]
    rights = world.rights(world.application.user.id, channel) or ELSEWHERE
    rendered: Json = {
        "id": str(interaction.id),
        "application_id": str(world.application.id),
        "type": interaction.type,
        "token": interaction.token,
        "version": 1,
        "data": interaction.payload,
        "channel_id": str(channel.id),
        "channel": channel_json(world, channel),
        "locale": interaction.user.locale,
        "app_permissions": str(int(rights)),
        "attachment_size_limit": FILE_BYTES,
        "entitlements": [],
        "authorizing_integration_owners": interaction.metadata["authorizing_integration_owners"],
        "context": world.context(channel),
    }
    if interaction.message is not None:
        rendered["message"] = message_json(interaction.message)
    if interaction.guild_id is None:
        return rendered | {"user": user_json(interaction.user)}
    guild = world.guilds[interaction.guild_id]
    member = member_json(guild.members[interaction.user.id])
    member["permissions"] = str(int(world.rights(interaction.user.id, channel)))
    return rendered | {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": member,
    }


async def finished(world: World, interaction: Interaction) -> Answer:
    """Wait, bounded, for the acknowledgement and then for what was deferred."""
    answer = Answer(world, interaction)
    within = world.settings.acknowledge_within
    if not await world.until(lambda: interaction.callback is not None, within):
        interaction.late = True
        world.violation(f"unanswered interaction: {interaction.label}, after {within} s")
        return answer
    if interaction.callback == DEFER_UPDATE:
        await world.until(lambda: not interaction.pending, world.settings.quiet)
        interaction.pending = False
    elif not await world.until(lambda: not interaction.pending, world.settings.patience):
        patience = world.settings.patience
        world.violation(f"deferred and forgotten: {interaction.label}, after {patience} s")
    return answer


def owners_of(world: World, user: User, channel: Channel, command: Json | None) -> Json:
    """For whom the application is installed here, as far as the command allows such an install.

    Raises:
        NotPossibleError: when it is not installed for this place.
    """
    kinds: list[int] = (command or {}).get("integration_types") or [0]
    if command is None:
        kinds = [0, 1]
    owners: dict[str, Any] = {}
    guild = world.guilds.get(channel.guild_id or 0)
    here = guild is not None and world.application.user.id in guild.members
    if 0 in kinds and (here or world.context(channel) == 1):
        owners["0"] = str(channel.guild_id or 0)
    if 1 in kinds and user.id in world.application.user_installs:
        owners["1"] = str(user.id)
    if not owners:
        raise NotPossibleError("the application is not installed here")
    return owners
