"""A small bot of unmodified discord.py to be run at the loopback, with commands to show things."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands

from bot.rehearsal import Loopback
from bot.rehearsal.remote import Remote

Here = discord.Interaction[discord.Client]


class DeskBot(discord.Client):
    """Registers its commands at start, as the real bot does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            intents=discord.Intents.default(),
            guild_ready_timeout=0.0,
            allowed_mentions=discord.AllowedMentions.none(),
            **options,
        )
        self.tree = app_commands.CommandTree(self)
        self.events: list[str] = []
        furnish(self.tree)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the 5 s that discord.py waits between two log-ins."""

    async def on_resumed(self) -> None:
        self.events.append("resumed")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.events.append(f"joined {guild.name}")

    async def on_message(self, message: discord.Message) -> None:
        self.events.append(f"message {message.content!r}")


class ShardedBot(DeskBot, discord.AutoShardedClient):
    pass


@asynccontextmanager
async def running(loopback: Loopback | Remote, client: discord.Client) -> AsyncIterator[None]:
    """The client logged in, with its commands registered; closed afterwards."""
    await client.login(loopback.token)
    task = asyncio.create_task(client.connect())
    try:
        await client.wait_until_ready()
        yield
    finally:
        await client.close()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def desk() -> AsyncIterator[tuple[Loopback, DeskBot]]:
    """A loopback and a bot in it."""
    async with Loopback() as loopback:
        client = DeskBot(connector=loopback.connector())
        async with running(loopback, client):
            yield loopback, client


async def eventually(condition: Callable[[], bool], seconds: float = 1.0) -> None:
    """A person sees an answer before the bot has read the reply to it: wait for the bot."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 -- the bot rings no bell
            await asyncio.sleep(0.005)


def text_channel(client: discord.Client, loopback: Loopback, name: str) -> discord.TextChannel:
    channel = client.get_channel(loopback.desk.channel(name).id)
    assert isinstance(channel, discord.TextChannel)
    return channel


class Pager(discord.ui.View):
    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.page = 1

    @discord.ui.button(label="Next", custom_id="pager:next")
    async def turn(self, interaction: Here, button: discord.ui.Button[Any]) -> None:
        self.page += 1
        await interaction.response.edit_message(content=f"page {self.page}", view=self)

    @discord.ui.button(label="Post here", custom_id="pager:post")
    async def post(self, interaction: Here, button: discord.ui.Button[Any]) -> None:
        await interaction.response.defer()
        await interaction.followup.send("posted")

    @discord.ui.button(label="Silence", custom_id="pager:silence")
    async def silence(self, interaction: Here, button: discord.ui.Button[Any]) -> None:
        await asyncio.sleep(0)

    @discord.ui.select(
        placeholder="Language",
        custom_id="pager:language",
        options=[
            discord.SelectOption(label="English", value="en"),
            discord.SelectOption(label="한국어", value="ko"),
        ],
    )
    async def choose(self, interaction: Here, select: discord.ui.Select[Any]) -> None:
        await interaction.response.send_message(f"chose {select.values[0]}", ephemeral=True)

    @discord.ui.select(cls=discord.ui.ChannelSelect, placeholder="Where", custom_id="pager:where")
    async def where(self, interaction: Here, select: discord.ui.ChannelSelect[Any]) -> None:
        await interaction.response.send_message(f"in #{select.values[0].name}", ephemeral=True)


class Addition(discord.ui.Modal, title="Add an article"):
    heading: discord.ui.TextInput[Any] = discord.ui.TextInput(label="Title", max_length=50)
    kind: discord.ui.Label[Any] = discord.ui.Label(
        text="Kind",
        component=discord.ui.Select(options=[discord.SelectOption(label="Speech", value="s")]),
    )
    paper: discord.ui.Label[Any] = discord.ui.Label(
        text="Document", component=discord.ui.FileUpload(required=False)
    )

    async def on_submit(self, interaction: Here) -> None:
        assert isinstance(self.kind.component, discord.ui.Select)
        assert isinstance(self.paper.component, discord.ui.FileUpload)
        read = [(await one.read()).decode() for one in self.paper.component.values]
        words = f"{self.heading.value} {self.kind.component.values} {read}"
        await interaction.response.send_message(words, ephemeral=True)


class Briefing(discord.ui.LayoutView):
    def __init__(self) -> None:
        super().__init__(timeout=None)
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
        row.add_item(discord.ui.Button(label="Show", custom_id="briefing:show"))
        row.add_item(discord.ui.Button(label="Source", url="https://example.org/a"))
        gallery: discord.ui.MediaGallery[Any] = discord.ui.MediaGallery()
        gallery.add_item(media="attachment://chart.png", description="Contacts a month")
        container: discord.ui.Container[Any] = discord.ui.Container(
            discord.ui.TextDisplay("# DPRK–Russia"),
            discord.ui.Section(
                discord.ui.TextDisplay("“Words.”"),
                accessory=discord.ui.Button(label="Quote", custom_id="briefing:quote"),
            ),
            discord.ui.Separator(),
            gallery,
            row,
            accent_colour=0x336699,
        )
        self.add_item(container)


def furnish(tree: app_commands.CommandTree[Any]) -> None:
    tree.add_command(quotes)
    tree.add_command(pages)
    tree.add_command(add)
    tree.add_command(read)
    tree.add_command(slow)
    tree.add_command(where)
    tree.add_command(Subscriptions())
    tree.add_command(app_commands.ContextMenu(name="Check quote", callback=check))
    tree.add_command(app_commands.ContextMenu(name="Who", callback=who))


@app_commands.command(description="Quotes of a speaker")
async def quotes(
    interaction: Here, speaker: str, limit: app_commands.Range[int, 1, 10] = 5
) -> None:
    await interaction.response.send_message(f"{speaker} × {limit}", ephemeral=True)


@quotes.autocomplete("speaker")
async def speakers(interaction: Here, current: str) -> list[app_commands.Choice[str]]:
    names = [name for name in ("Lavrov", "Peskov", "Ushakov") if current.lower() in name.lower()]
    return [app_commands.Choice(name=name, value=name.lower()) for name in names]


@app_commands.command(description="Something to click")
async def pages(interaction: Here) -> None:
    embed = discord.Embed(title="Results", description="three").add_field(name="1", value="one")
    await interaction.response.send_message("page 1", embed=embed, view=Pager())


@app_commands.command(description="Open a form")
async def add(interaction: Here) -> None:
    await interaction.response.send_modal(Addition())


@app_commands.command(description="Read a file")
async def read(interaction: Here, document: discord.Attachment) -> None:
    words = (await document.read()).decode()
    await interaction.response.send_message(f"{document.filename}: {words}")


@app_commands.command(description="Defer first")
async def slow(interaction: Here, private: bool = True) -> None:
    await interaction.response.defer(ephemeral=private)
    await asyncio.sleep(0.02)
    await interaction.edit_original_response(content="done")
    await interaction.followup.send("and more", ephemeral=private)


@app_commands.command(description="Where am I")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def where(interaction: Here) -> None:
    place = "a guild" if interaction.guild_id else "private"
    await interaction.response.send_message(f"{place} for {interaction.user.name}")


@app_commands.default_permissions(manage_guild=True)
class Subscriptions(app_commands.Group, name="briefing", description="Briefings"):
    @app_commands.command(description="Subscribe a channel")
    @app_commands.choices(
        kind=[
            app_commands.Choice(name="Daily", value="d"),
            app_commands.Choice(name="W", value="w"),
        ]
    )
    async def subscribe(
        self,
        interaction: Here,
        channel: discord.TextChannel,
        time: str,
        kind: str = "d",
        copy: app_commands.AppCommandChannel | None = None,
    ) -> None:
        may = channel.permissions_for(channel.guild.me).send_messages
        words = f"#{channel.name} at {time}, {kind}, may post: {may}"
        await interaction.response.send_message(words, ephemeral=True)


async def check(interaction: Here, message: discord.Message) -> None:
    await interaction.response.send_message(f"checked {message.content!r}", ephemeral=True)


async def who(interaction: Here, member: discord.Member) -> None:
    await interaction.response.send_message(member.name, ephemeral=True)
