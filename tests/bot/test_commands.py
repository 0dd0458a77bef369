"""The whole command tree, as Discord gets it: limits, words, who may use what where."""

import re
from collections.abc import Iterator
from typing import Any

import discord

from bot.client.tree import DeskTree, comparable, sync_if_changed
from bot.client.wording import MANAGERS
from tests.bot.desk import Desk, desk

NAME = re.compile(r"[a-z][a-z_]{0,31}")
ANYBODY = {"privacy"}  # what is kept of a person is theirs everywhere
READING = {
    "ask",
    "article",
    "quotes",
    "check",
    "Check the quotes",
    "timeline",
    "catchup",
    "watch",
    "about",
}
MANAGED = {"briefing", "desk"}
PROPER_NAMES = {"Markdown", "JSON", "BibTeX", "RIS", "CSL-JSON", "Atom"}  # of formats


def tree(opened: Desk) -> DeskTree:
    found = opened.bot.tree
    assert isinstance(found, DeskTree)
    return found


def options(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield payload
    for option in payload.get("options") or []:
        yield from options(option)


def slash_commands(payloads: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are typed; menus of messages have a label and no description."""
    return [payload for payload in payloads if payload.get("type", 1) == 1]


async def test_every_name_and_description_is_worded_and_within_limits(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        payloads = await tree(opened).payloads()

        for payload in slash_commands(payloads):
            for part in options(payload):
                assert NAME.fullmatch(part["name"]), part["name"]
                assert 1 <= len(part["description"]) <= 100, part
                assert part["description"] != "…", f"{part['name']} has no description"
                choices = part.get("choices") or []
                assert len(choices) <= 25
                assert all(1 <= len(choice["name"]) <= 100 for choice in choices)
            assert sum(len(part["description"]) for part in options(payload)) < 4000


async def test_names_descriptions_and_choices_come_in_korean_and_russian_too(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        for payload in slash_commands(await tree(opened).payloads()):
            for part in options(payload):
                descriptions, names = part["description_localizations"], part["name_localizations"]
                assert {"ko", "ru"} <= set(descriptions), part["name"]
                assert {"ko", "ru"} <= set(names or ()), part["name"]
                assert all(len(each) <= 100 for each in descriptions.values())
                for name in names.values():
                    assert re.fullmatch(r"[-_\w]{1,32}", name), name
                    assert name == name.lower()
                for choice in part.get("choices") or []:
                    worded = set(choice.get("name_localizations") or ())
                    assert worded >= {"ko", "ru"} or choice["name"] in PROPER_NAMES, choice


async def test_menus_of_messages_are_named_in_korean_and_russian_too(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        payloads = await tree(opened).payloads()
        menus = [payload for payload in payloads if payload not in slash_commands(payloads)]

        assert menus
        assert all({"ko", "ru"} <= set(menu["name_localizations"]) for menu in menus)


async def test_names_beside_each_other_differ_in_every_language(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        payloads = slash_commands(await tree(opened).payloads())
        families = [payloads] + [
            part["options"]
            for payload in payloads
            for part in options(payload)
            if "options" in part
        ]

        for family in families:
            for language in ("ko", "ru"):
                names = [part["name_localizations"][language] for part in family]
                assert len(set(names)) == len(names), names


async def test_a_person_is_answered_in_their_own_language(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        reader = opened.loopback.add_person("독자", opened.loopback.desk, locale="ko")

        answer = await reader.slash("/quotes")

        assert "인용문을 찾지 못했습니다" in answer.text


async def test_what_changes_something_is_kept_to_guilds_and_what_is_managed_to_managers(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        commands = {command.name: command for command in tree(opened).get_commands()}

        assert set(commands) == READING | MANAGED | ANYBODY | {
            "document",
            "feed",
            "source",
            "Add to archive",
            "why",
        }
        for name, command in commands.items():
            installs, contexts = command.allowed_installs, command.allowed_contexts
            assert installs is not None
            assert contexts is not None
            assert installs.guild
            assert installs.user == (name in READING | ANYBODY)
            assert contexts.dm_channel == (name in READING | ANYBODY)
            wanted = MANAGERS if name in MANAGED else None
            assert command.default_permissions == wanted


async def test_nobody_is_ever_mentioned_and_no_privileged_intent_is_asked_for(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        quiet = opened.bot.allowed_mentions

        assert quiet is not None
        assert not any((quiet.everyone, quiet.users, quiet.roles, quiet.replied_user))
        assert opened.bot.intents == discord.Intents(guilds=True)


async def test_commands_are_registered_once_and_again_only_when_they_change(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        assert not await sync_if_changed(tree(opened))

        opened.bot.tree.remove_command("about")

        assert await sync_if_changed(tree(opened))
        assert not await sync_if_changed(tree(opened))


async def test_the_bot_introduces_itself_once_where_it_is_read(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        guild = opened.admin.found_guild("New")

        general = guild.channel("general")
        assert await opened.loopback.world.until(lambda: bool(general.messages), 5)
        (message,) = general.messages.values()
        assert "/briefing subscribe" in message.content
        assert message.flags & 1 << 12, "silently"


def test_a_default_said_or_left_unsaid_is_the_same_command() -> None:
    said = {"name": "a", "description": "b", "required": False, "options": [], "nsfw": False}

    assert comparable(said | {"id": "1", "version": "2"}) == {"name": "a", "description": "b"}
