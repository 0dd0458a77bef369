"""The rules of interactions: once, in time, of the right type, to the right people."""

import asyncio
from datetime import timedelta
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.rehearsal import Loopback, NotPossibleError

from .desk import Briefing, DeskBot, Here, eventually, running


async def with_command(loopback: Loopback, command: app_commands.Command[Any, ..., Any]) -> DeskBot:
    client = DeskBot(connector=loopback.connector())
    client.tree.add_command(command)
    return client


async def test_a_second_acknowledgement_is_refused() -> None:
    codes: list[int] = []

    @app_commands.command(description="Answers twice")
    async def twice(interaction: Here) -> None:
        await interaction.response.send_message("once")
        again = discord.InteractionResponse(interaction)
        with pytest.raises(discord.HTTPException) as refusal:
            await again.send_message("twice")
        codes.append(refusal.value.code)

    async with Loopback() as loopback, running(loopback, await with_command(loopback, twice)):
        answer = await loopback.member.slash("/twice")
        await eventually(lambda: bool(codes))

        assert answer.text == "once"
        assert codes == [40060]
        assert len(loopback.violations) == 1


async def test_an_answer_after_the_time_is_unknown() -> None:
    codes: list[int] = []

    @app_commands.command(description="Answers late")
    async def late(interaction: Here) -> None:
        await asyncio.sleep(0.1)
        with pytest.raises(discord.NotFound) as refusal:
            await interaction.response.send_message("late")
        codes.append(refusal.value.code)

    async with Loopback() as loopback:
        loopback.world.settings.acknowledge_within = 0.05
        async with running(loopback, await with_command(loopback, late)):
            answer = await loopback.member.slash("/late")
            await eventually(lambda: bool(codes))

            assert answer.acknowledged_after is None
            assert codes == [10062]


async def test_a_token_lives_fifteen_minutes() -> None:
    kept: list[Here] = []

    @app_commands.command(description="Kept")
    async def keep(interaction: Here) -> None:
        kept.append(interaction)
        await interaction.response.send_message("now")

    async with Loopback() as loopback, running(loopback, await with_command(loopback, keep)):
        await loopback.member.slash("/keep")
        await kept[0].edit_original_response(content="soon after")

        loopback.world.clock.advance(timedelta(minutes=16))

        with pytest.raises(discord.HTTPException) as refusal:
            await kept[0].edit_original_response(content="too late")
        assert refusal.value.code == 50027


async def test_the_first_follow_up_fills_in_what_was_deferred() -> None:
    @app_commands.command(description="Follows up")
    async def follow(interaction: Here) -> None:
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send("first")
        await interaction.followup.send("second", ephemeral=True)
        await interaction.delete_original_response()

    async with Loopback() as loopback, running(loopback, await with_command(loopback, follow)):
        answer = await loopback.member.slash("/follow")
        await loopback.world.until(lambda: answer.text == "second", 1)

        assert answer.text == "second"
        assert answer.ephemeral
        assert not loopback.violations


async def test_an_ephemeral_answer_is_in_nobody_elses_channel() -> None:
    async with Loopback() as loopback:
        client = DeskBot(connector=loopback.connector())
        async with running(loopback, client):
            await loopback.member.slash("/quotes speaker:a")

            channel = client.get_partial_messageable(loopback.desk.channel("general").id)
            assert [one async for one in channel.history()] == []
            assert loopback.admin.sees() == []
            assert len(loopback.member.sees()) == 1


async def test_a_choice_with_too_long_a_name_is_a_violation() -> None:
    @app_commands.command(description="Many")
    async def many(interaction: Here, which: str) -> None: ...

    @many.autocomplete("which")
    async def names(interaction: Here, current: str) -> list[app_commands.Choice[str]]:
        choices = [app_commands.Choice(name="x" * 101, value="v")]
        with pytest.raises(discord.HTTPException):
            await interaction.response.autocomplete(choices)
        return []

    async with Loopback() as loopback:
        loopback.world.settings.acknowledge_within = 0.2
        async with running(loopback, await with_command(loopback, many)):
            await loopback.member.autocomplete("/many which:")

            assert "Must be 100 or fewer in length" in loopback.violations[0]


async def test_a_layout_may_not_stand_beside_the_old_words() -> None:
    @app_commands.command(description="Becomes a layout")
    async def become(interaction: Here) -> None:
        await interaction.response.send_message("words")
        view = discord.ui.LayoutView().add_item(discord.ui.TextDisplay("layout"))
        with pytest.raises(discord.HTTPException, match="content"):
            await interaction.edit_original_response(view=view)
        await interaction.edit_original_response(content=None, view=view)

    async with Loopback() as loopback, running(loopback, await with_command(loopback, become)):
        answer = await loopback.member.slash("/become")
        await loopback.world.until(lambda: answer.text == "layout", 1)

        assert answer.text == "layout"


async def test_a_user_install_works_where_the_bot_is_not() -> None:
    async with Loopback() as loopback:
        client = DeskBot(connector=loopback.connector())
        async with running(loopback, client):
            world, admin, member = loopback.world, loopback.admin, loopback.member
            elsewhere = admin.found_guild("Elsewhere", bot=False).channel("general")
            with pytest.raises(NotPossibleError):
                await admin.slash("/where", at=elsewhere)

            world.application.user_installs |= {admin.user.id, member.user.id}

            assert (await admin.slash("/where", at=elsewhere)).text == "a guild for admin"
            assert (await member.slash("/where", at="@admin")).text == "private for member"
            assert len(admin.sees("@member")) == 1
            with pytest.raises(NotPossibleError):  # a command for guilds that have the bot
                await admin.slash("/quotes speaker:a", at=elsewhere)


async def test_a_button_in_a_layout_is_found_by_label() -> None:
    @app_commands.command(description="A briefing")
    async def brief(interaction: Here) -> None:
        view = Briefing()
        view.clear_items()
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
        button: discord.ui.Button[Any] = discord.ui.Button(label="Show")

        async def show(pressed: discord.Interaction[Any]) -> None:
            await pressed.response.send_message("shown", ephemeral=True)

        button.callback = show  # type: ignore[assignment]  # -- as discord.py's examples do
        view.add_item(discord.ui.Container(row.add_item(button)))
        await interaction.response.send_message(view=view)

    async with Loopback() as loopback, running(loopback, await with_command(loopback, brief)):
        shown = await loopback.member.slash("/brief")

        assert shown.text == "[Show]"
        assert (await loopback.admin.click(shown.message, "Show")).text == "shown"
