"""What a person sees of the world, as JSON for the page."""

from bot.rehearsal.answers import COMMAND
from bot.rehearsal.command_limits import MESSAGE as MESSAGE_MENU
from bot.rehearsal.command_limits import SLASH
from bot.rehearsal.directory import direct_channel
from bot.rehearsal.gateway import Gateway
from bot.rehearsal.payloads import message_json
from bot.rehearsal.people import Person
from bot.rehearsal.permissions import Permission, in_guild
from bot.rehearsal.wire import EPHEMERAL, Json
from bot.rehearsal.world import Channel, Message, World

LATEST = 200  # messages of a channel that are shown
OF_BROWSERS = "unknown address: GET 127.0.0.1"  # which ask for icons and the like unbidden


def places(person: Person) -> list[Channel]:
    """The channels that this person sees, the direct one with the bot last."""
    world = person.world
    here = person.guild.channels.values() if person.guild else ()
    mine = direct_channel(world, person.user, world.application.user)
    return [*(one for one in here if world.rights(person.user.id, one)), mine]


def channel_shown(person: Person, channel: Channel) -> Json:
    rights = person.world.rights(person.user.id, channel)
    seen = [one for one in person.sees(channel) if one.author != person.user]
    return {
        "id": str(channel.id),
        "name": channel.name or person.world.application.user.name,
        "type": channel.type,
        "topic": channel.topic,
        "mayWrite": bool(rights & Permission.SEND_MESSAGES),
        "last": str(seen[-1].id) if seen else "0",
    }


def message_shown(world: World, message: Message) -> Json:
    """As Discord's API gives it, and what the client knows besides."""
    shown = message_json(message) | {"ephemeral": bool(message.flags & EPHEMERAL)}
    about = message.interaction or {}
    if about.get("type") == COMMAND:
        labels = (
            one.label for one in world.interactions.values() if str(one.id) == about.get("id")
        )
        shown["used"] = next(labels, "")
    return shown


def commands_stamp(world: World) -> str:
    """Changes when the bot registers its commands anew."""
    newest = [
        int(command["version"])
        for scope in world.application.commands.values()
        for command in scope.values()
    ]
    return str(max(newest, default=0))


def commands_shown(person: Person, channel: Channel) -> Json:
    return {
        "slash": person.commands(channel, SLASH),
        "message": person.commands(channel, MESSAGE_MENU),
    }


def roster(person: Person) -> Json:
    """Names for ids: what mentions are shown with, and what selects and options offer."""
    world, guild = person.world, person.guild
    roles = guild.roles.values() if guild else ()
    return {
        "users": {
            str(one.id): {"name": one.display_name or one.name, "bot": one.bot}
            for one in world.users.values()
        },
        "roles": {str(one.id): one.name for one in roles},
        "manages": bool(guild and in_guild(guild, person.user.id) & Permission.MANAGE_GUILD),
    }


def world_shown(person: Person, channel: Channel, gateway: Gateway, *, without: set[int]) -> Json:
    """Everything but the commands. `without`: messages the person has dismissed."""
    world = person.world
    seen = [one for one in person.sees(channel) if one.id not in without]
    return {
        "version": world.version,
        "now": world.clock.now().isoformat(),
        "guild": person.guild.name if person.guild else "",
        "bot": {
            "id": str(world.application.id),
            "name": world.application.user.name,
            "online": bool(gateway.connected()),
        },
        "person": {
            "id": str(person.user.id),
            "name": person.user.name,
            "locale": person.user.locale,
        },
        "channel": str(channel.id),
        "channels": [channel_shown(person, one) for one in places(person)],
        "messages": [message_shown(world, one) for one in seen[-LATEST:]],
        "commands": commands_stamp(world),
        "violations": [one for one in world.violations if not one.startswith(OF_BROWSERS)][-5:],
        **roster(person),
    }
