"""What anybody in Discord can do without any bot: look, write, moderate, found a guild."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import deeds, posts
from .directory import direct_channel
from .interactions import NotPossibleError
from .permissions import Permission, in_guild
from .wire import Upload
from .world import Channel, Guild, Message, Role, User, World


@dataclass(slots=True)
class Actor:
    """Somebody at Discord's client, looking at #general of a guild unless told otherwise."""

    world: World
    user: User
    guild: Guild | None

    def place(self, at: Channel | str | None = None) -> Channel:
        """The channel meant: itself, its name in the guild, "@" for the direct one with the bot,
        "@somebody" for the one with somebody else.
        """
        if isinstance(at, Channel):
            return self._allowed(at, Permission.VIEW_CHANNEL)
        if at is None and self.guild is None:
            at = "@"
        if at is not None and at.startswith("@"):
            named_so = [one for one in self.world.users.values() if one.name == at[1:]]
            other = named_so[0] if named_so else self.world.application.user
            return direct_channel(self.world, self.user, other)
        if self.guild is None:
            raise NotPossibleError("this person looks at no guild")
        named = self.guild.channel((at or "general").removeprefix("#"))
        return self._allowed(named, Permission.VIEW_CHANNEL)

    def sees(self, at: Channel | str | None = None) -> list[Message]:
        """The messages of a channel that this person sees, oldest first."""
        channel = self.place(at)
        mine = (None, self.user.id)
        return [one for one in channel.messages.values() if one.visible_to in mine]

    def write(
        self, text: str, *, at: Channel | str | None = None, files: Sequence[Upload] = ()
    ) -> Message:
        """Write a message into a channel."""
        channel = self._allowed(self.place(at), Permission.SEND_MESSAGES)
        return deeds.write(self.world, channel, self.user, text, files)

    def delete(self, message: Message) -> None:
        channel = self.world.channels[message.channel_id]
        if message.author != self.user:
            self._allowed(channel, Permission.MANAGE_MESSAGES | Permission.MANAGE_GUILD)
        posts.remove(self.world, channel, message)

    def delete_channel(self, at: Channel | str) -> None:
        channel = self._allowed(self.place(at), Permission.MANAGE_CHANNELS)
        deeds.remove_channel(self.world, channel)

    def set_overwrite(
        self, at: Channel | str, target: Role | User, *, allow: int = 0, deny: int = 0
    ) -> None:
        channel = self._allowed(self.place(at), Permission.MANAGE_ROLES)
        deeds.set_overwrite(self.world, channel, target, allow=allow, deny=deny)

    def found_guild(self, name: str, *, bot: bool = True) -> Guild:
        """Make a guild, with a #general, and invite the bot there."""
        guild = deeds.found_guild(self.world, name, owner=self.user, bot=False)
        deeds.add_channel(self.world, guild, "general")
        if bot:
            deeds.invite_bot(self.world, guild)
        return guild

    def remove_bot(self, guild: Guild) -> None:
        """Kick the bot out of a guild this person owns or manages."""
        if not in_guild(guild, self.user.id) & Permission.MANAGE_GUILD:
            raise NotPossibleError(f"{self.user.name} does not manage {guild.name}")
        deeds.remove_bot(self.world, guild)

    def _allowed(self, channel: Channel, permission: Permission) -> Channel:
        if not deeds.may(self.world, self.user, channel, permission):
            raise NotPossibleError(f"{self.user.name} may not do that in #{channel.name}")
        return channel
