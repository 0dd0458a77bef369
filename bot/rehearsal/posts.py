"""Deeds on messages: compose, edit, remove. Used by REST, by answers to interactions, by people."""

import re
from collections.abc import Sequence

from .component_limits import BUTTON, CONTAINER, FILE, SELECTS, SEPARATOR, STRING_SELECT, TEXT, walk
from .limits import check_message, refuse_emptiness
from .payloads import attachment_json, member_json, message_json
from .wire import COMPONENTS_V2, Json, RefusalError, Upload
from .world import Attachment, Channel, Message, User, World

MENTION = re.compile(r"<@!?(\d+)>|<@&(\d+)>|@(everyone|here)\b")
MAY_BE_SET = 1 << 2 | 1 << 6 | 1 << 12 | COMPONENTS_V2  # flags a bot may give a message


def compose(
    world: World, channel: Channel, body: Json, *, author: User, uploads: Sequence[Upload] = ()
) -> Message:
    """A new message, checked, not yet in any channel.

    Raises:
        RefusalError: 50035, 50006 or 40005.
    """
    check_message(body, uploads)
    refuse_emptiness(body, uploads)
    message = Message(world.new_id(), channel.id, author, world.clock.now())
    message.flags = (body.get("flags") or 0) & MAY_BE_SET
    message.tts = bool(body.get("tts"))
    if body.get("nonce") is not None:
        message.nonce = str(body["nonce"])
    _fill(world, message, body, uploads)
    return message


def revise(world: World, message: Message, body: Json, uploads: Sequence[Upload] = ()) -> None:
    """Edit a message in place: only what the body names changes.

    Raises:
        RefusalError: 50035, 50006 or 40005.
    """
    kept = _kept(message, body)
    flags = message.flags & COMPONENTS_V2 | (body.get("flags") or 0)
    becomes = {part: body.get(part, getattr(message, part)) for part in ("content", "embeds")}
    becomes |= {"components": body.get("components", message.components), "attachments": kept}
    checked = body | {"flags": flags}
    if flags & COMPONENTS_V2:  # and what stays of the old message may not be beside it either
        checked |= {part: becomes[part] for part in ("content", "embeds")}
    check_message(checked, uploads, kept=[one.upload.filename for one in kept])
    refuse_emptiness(becomes, uploads)
    message.attachments = kept
    if "flags" in body:
        message.flags = message.flags & ~MAY_BE_SET | flags & MAY_BE_SET
    _fill(world, message, body, uploads)
    message.edited_at = world.clock.now()


def _kept(message: Message, body: Json) -> list[Attachment]:
    if body.get("attachments") is None:
        return message.attachments
    ids = {str(entry.get("id")) for entry in body["attachments"]}
    return [attachment for attachment in message.attachments if str(attachment.id) in ids]


def _fill(world: World, message: Message, body: Json, uploads: Sequence[Upload]) -> None:
    described = {str(entry.get("id")): entry for entry in body.get("attachments") or []}
    for upload in uploads:
        words = described.get(str(upload.number), {})
        attachment = attach(world, upload, message.channel_id)
        attachment.description, attachment.title = words.get("description"), words.get("title")
        message.attachments.append(attachment)
    files = {attachment.upload.filename: attachment for attachment in message.attachments}
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = [_shown_embed(embed, files) for embed in body["embeds"] or []]
    if "components" in body:
        message.components = shown_components(world, body["components"] or [], files)
        for _, component in walk(message.components):
            component.pop("required", None)  # means something in modals only, and is not returned
    _ping(world, message, body.get("allowed_mentions"))


def attach(world: World, upload: Upload, channel_id: int) -> Attachment:
    attachment = Attachment(world.new_id(), upload, channel_id)
    world.attachments[attachment.id] = attachment
    return attachment


def _shown_embed(embed: Json, files: dict[str, Attachment]) -> Json:
    shown = {key: value for key, value in embed.items() if value is not None}
    shown |= {"type": "rich"}
    for part in ("image", "thumbnail"):
        if part in shown:
            shown[part] = {"url": _address(shown[part]["url"], files)}
            shown[part]["proxy_url"] = shown[part]["url"]
    if "fields" in shown:
        shown["fields"] = [{"inline": False} | field for field in shown["fields"]]
    return shown


def _address(url: str, files: dict[str, Attachment]) -> str:
    attachment = files.get(url.removeprefix("attachment://"))
    return attachment.url if attachment and url.startswith("attachment://") else url


def shown_components(
    world: World, components: Sequence[Json], files: dict[str, Attachment]
) -> list[Json]:
    """Components as Discord returns them: numbered, defaults filled in, files resolved."""
    shown = [_copied(component) for component in components]
    taken = {component["id"] for _, component in walk(shown) if component.get("id")}
    number = 0
    for _, component in walk(shown):
        if not component.get("id"):
            number += 1
            while number in taken:
                number += 1
            component["id"] = number
        _defaults(component)
        for holder, key in _media(component):
            holder[key] = _resolved(world, holder[key], files)
    return shown


def _copied(component: Json) -> Json:
    """Own lists and objects, without nulls, so that the request stays as the bot sent it."""
    copy: Json = {}
    for key, value in component.items():
        if isinstance(value, dict):
            copy[key] = _copied(value)
        elif isinstance(value, list):
            copy[key] = [_copied(one) if isinstance(one, dict) else one for one in value]
        elif value is not None:
            copy[key] = value
    return copy


def _defaults(component: Json) -> None:
    kind = component.get("type")
    if kind in SELECTS:
        component.setdefault("min_values", 1)
        component.setdefault("max_values", 1)
    if kind == STRING_SELECT:
        component.setdefault("options", [])
    if kind == CONTAINER:
        component.setdefault("accent_color", None)
    if kind == SEPARATOR:
        component.setdefault("divider", True)
        component.setdefault("spacing", 1)
    if kind in (CONTAINER, FILE, 11):
        component.setdefault("spoiler", False)
    if kind == BUTTON and component.get("url") is None:
        component.pop("url", None)


def _media(component: Json) -> list[tuple[Json, str]]:
    """Where the component holds a media item: (object, key)."""
    places = [(item, "media") for item in component.get("items") or []]
    for item, _ in places:
        item.setdefault("description", None)
        item.setdefault("spoiler", False)
    if "media" in component:
        component.setdefault("description", None)
        places.append((component, "media"))
    if "file" in component:
        places.append((component, "file"))
    return places


def _resolved(world: World, item: Json, files: dict[str, Attachment]) -> Json:
    url = item["url"]
    attachment = files.get(url.removeprefix("attachment://"))
    if attachment is None or not url.startswith("attachment://"):
        return {"id": str(world.new_id()), "url": url, "proxy_url": url}
    rendered = attachment_json(attachment)
    return {
        "id": rendered["id"],
        "attachment_id": rendered["id"],
        **{key: rendered[key] for key in ("url", "proxy_url", "content_type")},
    }


def _ping(world: World, message: Message, allowed: Json | None) -> None:
    """Whom the message notifies: what it mentions and `allowed_mentions` lets through."""
    texts = [message.content]
    texts += [part["content"] for _, part in walk(message.components) if part.get("type") == TEXT]
    kinds = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or [])
    users, roles = (
        {str(one) for one in (allowed or {}).get(kind) or []} for kind in ("users", "roles")
    )
    message.mentions, message.mention_roles, message.mention_everyone = [], [], False
    for user_id, role_id, everyone in MENTION.findall("\n".join(texts)):
        if everyone:
            message.mention_everyone |= "everyone" in kinds
        elif role_id and ("roles" in kinds or role_id in roles):
            message.mention_roles = sorted({*message.mention_roles, int(role_id)})
        elif user_id and ("users" in kinds or user_id in users):
            user = world.users.get(int(user_id))
            if user is not None and user not in message.mentions:
                message.mentions.append(user)


def place(world: World, channel: Channel, message: Message) -> None:
    """Put a composed message into its channel; those who may see it hear of it."""
    channel.messages[message.id] = message
    if message.visible_to is None:
        world.publish("MESSAGE_CREATE", event(world, channel, message), channel.guild_id)
    else:
        world.changed()


def announce_edit(world: World, channel: Channel, message: Message) -> None:
    if message.visible_to is None:
        world.publish("MESSAGE_UPDATE", event(world, channel, message), channel.guild_id)
    else:
        world.changed()


def event(world: World, channel: Channel, message: Message) -> Json:
    payload = message_json(message)
    if channel.guild_id is None:
        return payload
    payload["guild_id"] = str(channel.guild_id)
    member = world.guilds[channel.guild_id].members.get(message.author.id)
    if member is not None and message.webhook_id is None:
        payload["member"] = {
            key: part for key, part in member_json(member).items() if key != "user"
        }
    return payload


def remove(world: World, channel: Channel, message: Message) -> None:
    channel.messages.pop(message.id, None)
    gone = {"id": str(message.id), "channel_id": str(channel.id)}
    if channel.guild_id is not None:
        gone["guild_id"] = str(channel.guild_id)
    if message.visible_to is None:
        world.publish("MESSAGE_DELETE", gone, channel.guild_id)
    else:
        world.changed()


def repeated(world: World, author: User, body: Json) -> Message | None:
    """The message that an enforced nonce already stands for, if any.

    Raises:
        RefusalError: 10008, when that message was deleted meanwhile.
    """
    if body.get("nonce") is None or not body.get("enforce_nonce"):
        return None
    known = world.nonces.get((author.id, str(body["nonce"])))
    if known is None or world.clock.now() - known[0] > world.settings.nonce_window:
        return None
    channel = world.channels.get(known[1])
    if channel is None or known[2] not in channel.messages:
        raise RefusalError(404, 10008, "Unknown Message")
    return channel.messages[known[2]]


def remember(world: World, message: Message) -> None:
    if message.nonce is not None:
        key = (message.author.id, message.nonce)
        world.nonces[key] = (message.created_at, message.channel_id, message.id)
