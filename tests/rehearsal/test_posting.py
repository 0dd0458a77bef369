"""What the bot posts of its own accord: nonces, history, permissions, layouts, limits."""

import io

import discord
import pytest

from bot.rehearsal import deeds, text_of
from bot.rehearsal.permissions import Permission

from .desk import Briefing, desk, text_channel


async def test_the_same_nonce_gives_the_same_message() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")

        first = await channel.send("once", nonce="a-delivery")
        again = await channel.send("once", nonce="a-delivery")
        other = await channel.send("twice", nonce="another")

        assert first.id == again.id != other.id
        assert [one.content async for one in channel.history()] == ["twice", "once"]


async def test_a_nonce_swallows_a_post_to_another_channel() -> None:
    async with desk() as (discord_, client):
        there = await text_channel(client, discord_, "briefings").send("a", nonce="same")

        here = await text_channel(client, discord_, "general").send("b", nonce="same")

        assert here.id == there.id
        assert not discord_.desk.channel("general").messages


async def test_a_nonce_whose_message_was_deleted_is_unknown() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")
        message = await channel.send("gone", nonce="a-delivery")
        await message.delete()

        with pytest.raises(discord.NotFound) as refusal:
            await channel.send("gone", nonce="a-delivery")

        assert refusal.value.code == 10008


async def test_history_pages_both_ways() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")
        sent = [await channel.send(str(number)) for number in range(7)]

        async def words(**bounds: discord.Message | bool | int) -> str:
            return "".join([one.content async for one in channel.history(**bounds)])  # type: ignore[arg-type]  # -- bounds of every kind

        assert await words(limit=3) == "654"
        assert await words(before=sent[4]) == "3210"
        assert await words(after=sent[4], oldest_first=True) == "56"
        assert await words(after=sent[1], limit=2) == "23"
        assert await words(around=sent[3], limit=3) == "432"


@pytest.mark.parametrize(
    ("denied", "code"),
    [
        (Permission.VIEW_CHANNEL, 50001),
        (Permission.SEND_MESSAGES, 50013),
        (Permission.EMBED_LINKS, 50013),
        (Permission.ATTACH_FILES, 50013),
    ],
)
async def test_a_missing_permission_is_forbidden(denied: Permission, code: int) -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")
        bot = discord_.world.application.user
        discord_.admin.set_overwrite("briefings", bot, deny=denied)
        file = discord.File(io.BytesIO(b"x"), "x.txt")

        with pytest.raises(discord.Forbidden) as refusal:
            await channel.send("x", embed=discord.Embed(title="y"), file=file)

        assert refusal.value.code == code


async def test_without_the_right_to_read_history_it_is_empty() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")
        await channel.send("x")
        everyone = discord_.desk.roles[discord_.desk.id]
        denied = Permission.READ_MESSAGE_HISTORY
        discord_.admin.set_overwrite("briefings", everyone, deny=denied)

        assert [one async for one in channel.history()] == []


async def test_a_deleted_channel_is_unknown() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")
        discord_.admin.delete_channel("briefings")

        with pytest.raises(discord.NotFound) as refusal:
            await channel.send("x")

        assert refusal.value.code == 10003


async def test_a_layout_with_a_chart_reads_in_order() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "briefings")

        await channel.send(view=Briefing(), file=discord.File(io.BytesIO(b"PNG"), "chart.png"))

        shown = discord_.member.sees("briefings")[-1]
        assert text_of(shown).splitlines() == [
            "# DPRK–Russia",
            "“Words.”",
            "[Quote]",
            "───",
            "<chart.png: Contacts a month>",
            "[Show] [Source → https://example.org/a]",
            "<chart.png>",
        ]
        assert not discord_.violations


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("content", {"content": "x" * 2001}),
        ("embeds.0.description", {"embeds": [discord.Embed(description="x" * 4097)]}),
        ("embeds", {"embeds": [discord.Embed(description="x" * 3001)] * 2}),
        ("embeds.0.image.url", {"embeds": [discord.Embed().set_image(url="attachment://no.png")]}),
    ],
)
async def test_what_is_over_a_limit_is_refused_at_its_place(
    path: str, message: dict[str, object]
) -> None:
    async with desk() as (discord_, client):
        with pytest.raises(discord.HTTPException) as refusal:
            await text_channel(client, discord_, "general").send(**message)  # type: ignore[call-overload]  # -- messages of every kind

        assert refusal.value.code == 50035
        assert f"In {path}:" in refusal.value.text
        assert len(discord_.violations) == 1


async def test_a_layout_may_not_hold_more_than_four_thousand_characters() -> None:
    async with desk() as (discord_, client):
        view = discord.ui.LayoutView()
        view.add_item(discord.ui.TextDisplay("x" * 2500)).add_item(
            discord.ui.TextDisplay("y" * 2500)
        )

        with pytest.raises(discord.HTTPException, match="exceeds maximum: 4000"):
            await text_channel(client, discord_, "general").send(view=view)


async def test_an_empty_message_is_refused() -> None:
    async with desk() as (discord_, client):
        with pytest.raises(discord.HTTPException) as refusal:
            await text_channel(client, discord_, "general").send("")

        assert refusal.value.code == 50006


async def test_mentions_that_are_not_allowed_ping_nobody() -> None:
    async with desk() as (discord_, client):
        words = f"@everyone <@{discord_.member.user.id}>"
        channel = text_channel(client, discord_, "general")

        await channel.send(words)
        await channel.send(words, allowed_mentions=discord.AllowedMentions.all())

        quiet, loud = discord_.member.sees()
        assert not quiet.mention_everyone
        assert quiet.mentions == []
        assert loud.mention_everyone
        assert loud.mentions == [discord_.member.user]


async def test_a_direct_message_arrives_or_is_refused() -> None:
    async with desk() as (discord_, client):
        user = await client.fetch_user(discord_.member.user.id)

        await user.send("for you")
        discord_.member.user.accepts_dms = False
        with pytest.raises(discord.Forbidden) as refusal:
            await user.send("again")

        assert [one.content for one in discord_.member.sees("@")] == ["for you"]
        assert refusal.value.code == 50007


async def test_announcements_are_crossposted_and_threads_posted_to() -> None:
    async with desk() as (discord_, client):
        channel = text_channel(client, discord_, "announcements")
        message = await channel.send("news")
        await message.publish()
        await message.edit(content="better news")
        await message.add_reaction("✅")
        parent = discord_.desk.channel("general")
        made = deeds.add_channel(discord_.world, discord_.desk, "talk", kind=11, parent=parent)
        thread = await client.fetch_channel(made.id)
        assert isinstance(thread, discord.Thread)
        await thread.send("in a thread")

        shown = discord_.member.sees("announcements")[0]
        assert (shown.content, shown.flags, shown.reactions) == ("better news", 1, ["✅"])
        assert discord_.member.sees("talk")[0].content == "in a thread"
