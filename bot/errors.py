"""What a person hears when something fails: what, why, what to do; anything else gets a reference.

The ladder is climbed once, at the top: by the command tree, and by presses of buttons and modals.
"""

import logging
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.languages import knows, say
from bot.render import labels
from bot.render.clean import clean_line
from bot.responses import edit_answer, passing, response_type, say_first
from briefings.errors import (
    ArchiveError,
    BriefingsError,
    DriftedExtractError,
    NotAllowedError,
    UnusableDocumentError,
)

LONGEST_FIELD = 200
KILOBYTE = 1024
LINK_FIELDS = ("host", "port", "status", "limit")
UNKNOWN_INTERACTION = 10062

log = logging.getLogger(__name__)


class MissingPermissionsError(BriefingsError):
    """The bot lacks `permissions` (Discord's names) in the channel `channel`."""

    code = "missing-permissions"


class NotYourChannelError(BriefingsError):
    """The person lacks `permissions` where the bot was to post for them."""

    code = "not-your-channel"


class AlreadySubscribedError(BriefingsError):
    """The channel `channel` has this very briefing; `subscription` is its number. reason: "paused"
    where it is."""

    code = "already-subscribed"


class NoSubscriptionError(BriefingsError):
    """The guild has none yet."""

    code = "no-subscription"


class NothingToChangeError(BriefingsError):
    """Nothing was given, or what is there already."""

    code = "nothing-to-change"


class SeveralSubscriptionsError(BriefingsError):
    """The guild has more than one, and the person did not say which."""

    code = "several-subscriptions"


class ZoneMeantError(BriefingsError):
    """`given` is no time zone by itself; `zone` is probably meant."""

    code = "zone-meant"


class NotPostingError(BriefingsError):
    """This process does not post; it may be starting or ending."""

    code = "not-posting"


class OnlyInGuildError(BriefingsError):
    code = "only-guild"


class CommonShelfError(BriefingsError):
    """A document of the common shelf, which no guild can change."""

    code = "common-shelf"


class JustPostedError(BriefingsError):
    """A second click on *Post here* right after the first."""

    code = "just-posted"


class CooldownError(BriefingsError):
    """Too much of what costs much, in too short a time; `seconds` until there is more."""

    code = "cooldown"


class SeveralDocumentsError(BriefingsError):
    """More than one document is called `title`; `found` names them by number, source and day."""

    code = "several-documents"


class StaleError(BriefingsError):
    """A button whose subject is gone, or that an earlier version made."""

    code = "stale"


def cause_of(error: BaseException) -> BaseException:
    """The error that a command or a transformer raised, without discord.py's wrapping."""
    if isinstance(error, app_commands.CommandInvokeError):
        return cause_of(error.original)
    if isinstance(error, app_commands.TransformerError) and error.__cause__:
        return cause_of(error.__cause__)
    return error


def explain(error: BaseException, locale: str, reference: str) -> str:
    """The sentence for a person; `reference` finds the log entry."""
    if isinstance(error, app_commands.NoPrivateMessage):
        return say("error.only-guild", locale)
    if isinstance(error, app_commands.CommandSignatureMismatch | app_commands.CommandNotFound):
        return say("error.stale", locale)
    if not isinstance(error, BriefingsError):
        key = "error.line" if passing(error) else "error.unknown"
        return say(key, locale, reference=reference)
    fields = {name: _shown(value) for name, value in error.fields.items()}
    if isinstance(error, UnusableDocumentError):
        return _unusable(error, fields, locale)
    return say(*_key(error, locale), **_worded(error, fields, locale) | {"reference": reference})


def _key(error: BriefingsError, locale: str) -> tuple[str, str]:
    """By the error's reason, where the catalogue tells reasons apart."""
    keys = (f"error.{error.code}.{error.fields.get('reason')}", f"error.{error.code}")
    return next((key for key in keys if knows(key)), "error.error"), locale


def _shown(value: object) -> str:
    return clean_line(str(value), LONGEST_FIELD)


def _unusable(error: UnusableDocumentError, fields: dict[str, str], locale: str) -> str:
    key = f"unusable.{error.reason}"
    sizes = {name: _in_kilobytes(error.fields.get(name)) for name in ("size", "limit")}
    fields |= sizes
    return say(key if knows(key) else "unusable.broken", locale, **fields)


def _in_kilobytes(size: object) -> str:
    return f"{-(-size // KILOBYTE):,} KiB" if isinstance(size, int) else "?"


def _worded(error: BriefingsError, fields: dict[str, str], locale: str) -> dict[str, str]:
    """The error's fields in the person's words: rights, names of values, permissions."""
    worded = {"text": _shown(error), "title": "", "what": "thing", "wanted": "", "given": ""}
    worded |= {"name": "", "right": ""} | dict.fromkeys(LINK_FIELDS, "?") | fields
    worded["reason"] = labels.phrase("reason", fields.get("reason", ""), locale)
    worded["what"] = labels.phrase("what", worded["what"], locale)
    if isinstance(error, NotAllowedError):
        worded["right"] = labels.phrase("right", str(error.fields.get("right", "")), locale)
    if error.code == "bad-value":
        worded["name"] = labels.phrase("name", str(error.fields.get("name", "")), locale)
        worded["wanted"] = labels.phrase("wanted", str(error.fields.get("wanted", "")), locale)
    missing = error.fields.get("permissions")
    if isinstance(missing, tuple | list):
        worded["missing"] = ", ".join(
            f"**{labels.phrase('permission', str(each), locale)}**" for each in missing
        )
    return worded


def reference_of(interaction: discord.Interaction[Any]) -> str:
    """Short, and the same for one interaction in the log and in the answer."""
    return f"{interaction.id:x}"[-10:]


async def answer_error(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Log what is worth it, and tell the person privately."""
    error = cause_of(error)
    interaction.client.dispatch("interaction_error", interaction, error)
    reference = reference_of(interaction)
    if isinstance(error, discord.NotFound) and error.code == UNKNOWN_INTERACTION:
        log.warning("too late for Discord: reference=%s", reference)
    elif not isinstance(error, BriefingsError | app_commands.AppCommandError):
        log.error("interaction failed: reference=%s", reference, exc_info=error)
    elif isinstance(error, ArchiveError | DriftedExtractError):
        log.warning("interaction refused: reference=%s error=%r", reference, error)
    sentence = explain(error, str(interaction.locale), reference)
    try:
        await tell(interaction, sentence)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as lost:
        log.warning("no answer possible: reference=%s error=%s", reference, type(lost).__name__)


async def tell(interaction: discord.Interaction[Any], sentence: str) -> None:
    """One private sentence, whatever was answered before."""
    quiet = discord.AllowedMentions.none()
    responded = response_type(interaction)
    if responded is None:
        await say_first(interaction, sentence, ephemeral=True, allowed_mentions=quiet)
    elif responded is discord.InteractionResponseType.deferred_channel_message:
        # as a layout, since the answer may have become one before something failed
        view = discord.ui.LayoutView(timeout=None).add_item(discord.ui.TextDisplay(sentence))
        view.stop()
        await edit_answer(interaction, view)
    else:
        await interaction.followup.send(sentence, ephemeral=True, allowed_mentions=quiet)
