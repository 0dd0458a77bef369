"""Both sides speak as Discord describes, and the watch that says so can fail."""

import io
from typing import Any

import discord
import pytest

from bot.rehearsal import Loopback, Person, Upload, deeds
from bot.rehearsal.rest import OPERATIONS
from tests.rehearsal.desk import Briefing, DeskBot, desk, text_channel

from .conformance import TOLERANCES, tolerated, watch
from .schemas import api, event_validator, openapi, request_validator

PNG = b"PNG"


@pytest.mark.parametrize(("method", "template"), OPERATIONS)
def test_each_operation_of_the_loopback_is_one_of_discord(method: str, template: str) -> None:
    assert method.lower() in openapi()["paths"][template]


async def test_whatever_people_and_the_bot_do_is_as_described() -> None:
    async with desk() as (loopback, client):
        wrong = watch(loopback)
        await client.tree.sync()
        await people_act(loopback.member)
        await bot_posts(loopback, client)
        await bot_looks(loopback, client)
        await bot_errs(loopback, client)
        world_changes(loopback)
        loopback.gateway.invalidate()
        await loopback.world.until(lambda: loopback.world.identified == 2, 5)
        await client.wait_until_ready()

        assert not wrong
        assert set(tolerated) == set(TOLERANCES), "a tolerance that nothing needs"


async def people_act(person: Person) -> None:
    slow = await person.slash("/slow")
    await slow.settled(2)
    await person.autocomplete("/quotes speaker:kov")
    shown = (await person.slash("/pages")).message
    for button in ("Next", "Post here"):
        await person.click(shown, button)
    await person.select(shown, "Language", ["en"])
    await person.select(shown, "Where", ["#briefings"])
    opened = await person.slash("/add")
    paper = Upload("a.txt", b"words", "text/plain")
    await person.submit(opened, {"Title": "A", "Kind": ["s"], "Document": [paper]})
    await person.slash("/read", {"document": paper})
    await person.slash("/where", at="@")
    await person.message_menu("Check quote", person.write("He said so."))
    await person.user_menu("Who", person.user)


async def bot_posts(loopback: Loopback, client: DeskBot) -> None:
    channel = text_channel(client, loopback, "announcements")
    chart = discord.File(io.BytesIO(PNG), "chart.png")
    layout = await channel.send(view=Briefing(), file=chart, silent=True, nonce="n")
    await layout.publish()
    await layout.edit(view=Briefing())
    embed = discord.Embed(title="t", url="https://example.org", timestamp=layout.created_at)
    embed.set_footer(text="f").set_author(name="a").add_field(name="n", value="v")
    embed.set_image(url="attachment://chart.png")
    message = await channel.send("x", embed=embed, file=discord.File(io.BytesIO(PNG), "chart.png"))
    await message.reply("y")
    await message.add_reaction("✅")
    await message.delete()
    user = await client.fetch_user(loopback.member.user.id)
    await user.send("for you")


async def bot_looks(loopback: Loopback, client: DeskBot) -> None:
    guild = client.guilds[0]
    await client.application_info()
    await client.fetch_guild(guild.id, with_counts=False)
    await guild.fetch_channels()
    await guild.fetch_roles()
    await guild.fetch_member(loopback.member.user.id)
    await guild.query_members("mem")
    await client.tree.fetch_commands()
    channel = text_channel(client, loopback, "announcements")
    async with channel.typing():
        messages = [message async for message in channel.history()]
    await channel.fetch_message(messages[0].id)
    await client.fetch_channel(channel.id)


def world_changes(loopback: Loopback) -> None:
    world, desk_ = loopback.world, loopback.desk
    strong = deeds.add_role(world, desk_, "Strong", 8)
    deeds.set_roles(world, desk_, world.application.user, strong)
    deeds.set_role(world, desk_, strong, 0)
    deeds.rename_guild(world, desk_, "Desk of another name")
    channel = deeds.add_channel(world, desk_, "new")
    thread = deeds.add_channel(world, desk_, "talk", kind=11, parent=channel)
    deeds.archive_thread(world, thread)
    deeds.remove_channel(world, thread)
    deeds.remove_channel(world, channel)
    deeds.remove_bot(world, loopback.admin.found_guild("Elsewhere"))


async def bot_errs(loopback: Loopback, client: DeskBot) -> None:
    channel = text_channel(client, loopback, "general")
    with pytest.raises(discord.NotFound):
        await client.fetch_channel(1)
    with pytest.raises(discord.HTTPException):
        await channel.send("x" * 2001)
    loopback.admin.set_overwrite("general", loopback.world.application.user, deny=1 << 11)
    with pytest.raises(discord.Forbidden):
        await channel.send("x")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"contents": "a typo"}, []),
        ({"content": 5}, ["content"]),
        ({"components": [{"type": 10, "contents": "a typo"}]}, ["components", 0]),
        ({"components": [{"type": 17, "components": [{"type": 10, "content": 3}]}]},
         ["components", 0, "components", 0, "content"]),
        ({"components": [{"type": 99}]}, ["components", 0, "type"]),
        ({"attachments": [{"id": "0", "describe": "a typo"}]}, ["attachments", 0]),
    ],
)  # fmt: skip
def test_an_error_points_at_the_field_that_is_wrong(body: Any, place: list[str | int]) -> None:
    validator = request_validator("POST", "/channels/{channel_id}/messages")

    assert validator is not None
    assert place in [list(error.instance_path) for error in validator.iter_errors(body)]


async def test_the_watch_sees_a_malformed_reply_and_event() -> None:
    async with desk() as (loopback, client):
        wrong = watch(loopback)
        loopback.desk.name = None  # type: ignore[assignment]  # -- what must not happen

        await client.fetch_guild(loopback.desk.id, with_counts=False)
        loopback.world.publish("GUILD_UPDATE", {"id": 5}, loopback.desk.id)

        assert 'reply GET /guilds/{guild_id}: name: null is not of type "string"' in wrong
        assert 'event GUILD_UPDATE: id: 5 is not of type "string"' in wrong


def test_each_operation_is_compiled_once() -> None:
    first = request_validator("POST", "/channels/{channel_id}/messages")

    assert request_validator("POST", "/channels/{channel_id}/messages") is first
    assert event_validator("NOTHING_LIKE_IT") is None
    assert api().raw("SnowflakeType")["type"] == "string"
