"""The command tree: errors climb the ladder, names are translated, syncs happen when needed."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands

from bot.errors import answer_error
from bot.languages import CATALOGUES, FALLBACK, say
from bot.languages import language_for as catalogue_for

ABSENT: tuple[object, ...] = (None, False, "", [], {})
COMPARED = (
    "type",
    "name",
    "description",
    "name_localizations",
    "description_localizations",
    "options",
    "required",
    "choices",
    "value",
    "autocomplete",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "default_member_permissions",
    "contexts",
    "integration_types",
    "nsfw",
)

log = logging.getLogger(__name__)


def described(key: str, /, **fields: object) -> app_commands.locale_str:
    """A description of the catalogue, in English and ready for the translator."""
    return app_commands.locale_str(say(key, FALLBACK, **fields), key=key)


def named(path: str) -> app_commands.locale_str:
    """The name of the command at "group.command", in English and ready for the translator."""
    return app_commands.locale_str(path.rpartition(".")[2], key=f"command.{path}.name")


def listed(family: str, members: Iterable[str], /) -> app_commands.locale_str:
    """Several phrases of a family with commas between, ready for the translator."""
    keys = [f"{family}.{member}" for member in members]
    return app_commands.locale_str(", ".join(say(key, FALLBACK) for key in keys), keys=keys)


class Catalogue(app_commands.Translator):
    """The catalogue as discord.py's translator. What has no key, or no translation, stays."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        language = catalogue_for(str(locale))
        if language == FALLBACK or str(locale).partition("-")[0] != language:
            return None
        own, keys = CATALOGUES[language], string.extras.get("keys", ())
        if keys and all(key in own for key in keys):
            return ", ".join(own[key] for key in keys)
        return own.get(str(string.extras.get("key", "")))


class DeskTree(app_commands.CommandTree[Any]):
    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        if interaction.type is discord.InteractionType.autocomplete:
            self.client.calls.offers(interaction)
        return True

    async def _call(self, interaction: discord.Interaction[Any]) -> None:
        """As discord.py's, which lets an interaction that it cannot read go unanswered."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever something malformed makes of it
            await answer_error(interaction, error)

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            log.error("autocomplete failed", exc_info=error)
            return  # answered with nothing, see `Calls`
        await answer_error(interaction, error)

    async def payloads(self) -> list[dict[str, Any]]:
        """What a sync would send."""
        if self.translator is None:
            await self.set_translator(Catalogue())
        assert self.translator is not None
        return [
            dict(await command.get_translated_payload(self, self.translator))
            for command in self.get_commands()
        ]


async def sync_if_changed(tree: DeskTree) -> bool:
    """Register the commands, globally and nowhere else, unless Discord has these already."""
    own = _by_name(await tree.payloads())
    client = tree.client
    route = discord.http.Route(
        "GET",
        "/applications/{application_id}/commands?with_localizations=true",
        application_id=client.application_id,
    )
    if own == _by_name(await client.http.request(route)):
        return False
    await tree.sync()
    log.info("commands registered: count=%d", len(own))
    return True


def _by_name(payloads: Iterable[Mapping[str, Any]]) -> dict[tuple[int, str], dict[str, Any]]:
    return {(each.get("type", 1), each["name"]): comparable(each) for each in payloads}


def comparable(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a command that we set, with nothing that says "default"."""
    kept = {key: payload[key] for key in COMPARED if payload.get(key) not in ABSENT}
    for key in ("options", "choices"):
        if key in kept:
            kept[key] = [comparable(each) for each in kept[key]]
    for key in ("contexts", "integration_types"):
        if key in kept:
            kept[key] = sorted(kept[key])
    if "default_member_permissions" in kept:
        kept["default_member_permissions"] = str(kept["default_member_permissions"])
    return kept
