"""The world as the JSON objects of Discord's API."""

from datetime import datetime

from .wire import Json
from .world import (
    Application,
    Attachment,
    Channel,
    Guild,
    Member,
    Message,
    Role,
    User,
    World,
)


def stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")


def user_json(user: User) -> Json:
    return {
        "id": str(user.id),
        "username": user.name,
        "discriminator": "0",
        "global_name": user.display_name,
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }


def member_json(member: Member) -> Json:
    return {
        "user": user_json(member.user),
        "nick": member.nick,
        "roles": [str(role_id) for role_id in member.roles],
        "joined_at": stamp(member.joined_at),
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "premium_since": None,
        "flags": 0,
        "pending": False,
        "mute": False,
        "deaf": False,
    }


def role_json(role: Role) -> Json:
    rendered: Json = {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(int(role.permissions)),
        "position": role.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": role.managed_by is not None,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    if role.managed_by is not None:
        rendered["tags"] = {"bot_id": str(role.managed_by)}
    return rendered


def channel_json(world: World, channel: Channel) -> Json:
    last = next(reversed(channel.messages), None)
    rendered: Json = {
        "id": str(channel.id),
        "type": channel.type,
        "last_message_id": None if last is None else str(last),
        "flags": 0,
    }
    if channel.guild_id is None:
        me = world.application.user.id
        others = [user_json(user) for user in channel.recipients if user.id != me]
        return rendered | {"recipients": others}
    rendered |= {
        "guild_id": str(channel.guild_id),
        "name": channel.name,
        "parent_id": None if channel.parent_id is None else str(channel.parent_id),
        "rate_limit_per_user": 0,
    }
    return rendered | (_thread(world, channel) if channel.is_thread else _place(channel))


def _place(channel: Channel) -> Json:
    return {
        "topic": channel.topic,
        "position": channel.position,
        "nsfw": channel.nsfw,
        "permission_overwrites": [
            {
                "id": str(overwrite.id),
                "type": int(overwrite.for_member),
                "allow": str(int(overwrite.allow)),
                "deny": str(int(overwrite.deny)),
            }
            for overwrite in channel.overwrites.values()
        ],
    }


def _thread(world: World, channel: Channel) -> Json:
    return {
        "owner_id": str(channel.owner_id),
        "thread_metadata": {
            "archived": channel.archived,
            "archive_timestamp": stamp(world.clock.now()),
            "auto_archive_duration": 1440,
            "locked": channel.locked,
        },
        "message_count": len(channel.messages),
        "member_count": 1,
        "total_message_sent": len(channel.messages),
    }


def guild_json(guild: Guild) -> Json:
    """As REST gives it: without members and channels."""
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner_id),
        "preferred_locale": guild.locale,
        "roles": [role_json(role) for role in guild.roles.values()],
        "features": [],
        "emojis": [],
        "stickers": [],
        "region": "deprecated",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "verification_level": 0,
        "default_message_notifications": 1,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_members": 500_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "widget_enabled": False,
        **dict.fromkeys(NOTHING_OF_A_GUILD),
    }


NOTHING_OF_A_GUILD = (
    "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id",
    "afk_channel_id", "system_channel_id", "widget_channel_id", "max_presences", "vanity_url_code",
    "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data",
)  # fmt: skip
ONLY_REST = ("nsfw", "home_header")


def changed_guild(guild: Guild) -> Json:
    """As the gateway gives it in GUILD_UPDATE."""
    rendered = {key: part for key, part in guild_json(guild).items() if key not in ONLY_REST}
    return rendered | {"hub_type": None}


def arriving_guild(world: World, guild: Guild) -> Json:
    """As GUILD_CREATE brings it when the bot joins; at log-in it also says "not unavailable"."""
    mine = [member for member in guild.members.values() if member.user == world.application.user]
    threads = [channel for channel in guild.channels.values() if channel.is_thread]
    places = [channel for channel in guild.channels.values() if not channel.is_thread]
    arrived = stamp(mine[0].joined_at) if mine else stamp(world.clock.now())
    return changed_guild(guild) | {
        "joined_at": arrived,
        "large": False,
        "member_count": len(guild.members),
        "members": [member_json(member) for member in mine],
        "channels": [channel_json(world, channel) for channel in places],
        "threads": [channel_json(world, thread) for thread in threads],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def attachment_json(attachment: Attachment) -> Json:
    rendered: Json = {
        "id": str(attachment.id),
        "filename": attachment.upload.filename,
        "size": len(attachment.upload.body),
        "url": attachment.url,
        "proxy_url": attachment.url.replace("cdn.discordapp.com", "media.discordapp.net"),
        "content_type": attachment.upload.content_type,
    }
    if attachment.description is not None:
        rendered["description"] = attachment.description
    if attachment.title is not None:
        rendered["title"] = attachment.title
    if attachment.ephemeral:
        rendered["ephemeral"] = True
    return rendered


def message_json(message: Message) -> Json:
    rendered: Json = {
        "id": str(message.id),
        "type": message.type,
        "channel_id": str(message.channel_id),
        "author": user_json(message.author),
        "content": message.content,
        "timestamp": stamp(message.created_at),
        "edited_timestamp": None if message.edited_at is None else stamp(message.edited_at),
        "tts": message.tts,
        "pinned": message.pinned,
        "flags": message.flags,
        "mention_everyone": message.mention_everyone,
        "mentions": [user_json(user) for user in message.mentions],
        "mention_roles": [str(role_id) for role_id in message.mention_roles],
        "attachments": [attachment_json(attachment) for attachment in message.attachments],
        "embeds": message.embeds,
        "components": message.components,
    }
    if message.nonce is not None:
        rendered["nonce"] = message.nonce
    if message.reference is not None:
        rendered["message_reference"] = message.reference
    if message.interaction is not None:
        rendered["interaction_metadata"] = message.interaction
    if message.webhook_id is not None:
        rendered |= {
            "webhook_id": str(message.webhook_id),
            "application_id": str(message.webhook_id),
        }
    return rendered


def application_json(world: World, application: Application) -> Json:
    return {
        "id": str(application.id),
        "name": application.user.name,
        "description": application.description,
        "bot": user_json(application.user),
        "owner": user_json(application.owner),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "00" * 32,
        "flags": application.privileged_intents,
        "flags_new": str(application.privileged_intents),
        "redirect_uris": [],
        "approximate_guild_count": len(world.guilds_of_bot()),
        "approximate_user_install_count": len(application.user_installs),
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {"0": {}, "1": {}},
        "type": None,
        "team": None,
        "icon": None,
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
    }
