"""BriefingBot: discord.py's client with a clock, an archive and one way into the library."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal, ParamSpec, TypeVar, cast

import aiohttp
import discord
from discord.ext import commands

from bot.client.callers import READ_ONLY, Caller, Right, guild_of, is_manager, role_ids
from bot.client.calls import Calls
from bot.client.cooldowns import Cooldowns
from bot.client.fetching import new_fetcher
from bot.client.recall import Recall, key_of
from bot.client.tree import DeskTree, sync_if_changed
from bot.client.turns import Turns
from bot.client.upstream import connect_to, speak_to
from bot.client.welcome import place_for_welcome
from bot.clock import Clock
from bot.errors import StaleError, answer_error
from bot.languages import say
from bot.responses import defer
from bot.settings import Settings
from bot.views import Deed, typed_values
from briefings.ingest.jail import Jail
from briefings.storage.database import Database
from briefings.storage.quotas import Room
from briefings.storage.rights import rules_of
from briefings.storage.shelves import shelf_of, visible_shelves

P = ParamSpec("P")
R = TypeVar("R")
Interaction = discord.Interaction[Any]
Channel = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.ForumChannel
    | discord.CategoryChannel
    | discord.Thread
    | discord.abc.PrivateChannel
)

Answers = Literal["private", "same", "later"]

log = logging.getLogger(__name__)


class BriefingBot(commands.AutoShardedBot):
    """Interactions only: no privileged intent, no prefix, nobody is ever mentioned.

    `call` is the one seam to the library. `verbs` says what presses of buttons and modals do.
    `fetcher` brings what comes from the web; whoever takes something in waits for a turn. easel:
    where charts are drawn; None for this process.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        jail: Jail,
        *,
        easel: Jail | None = None,
        clock: Clock | None = None,
        extensions: Sequence[str] = (),
        connector: aiohttp.BaseConnector | None = None,
        guild_ready_timeout: float | None = None,
        http_trace: aiohttp.TraceConfig | None = None,
    ) -> None:
        ready = (
            settings.discord.ready_seconds if guild_ready_timeout is None else guild_ready_timeout
        )
        speak_to(settings.discord.api)
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=DeskTree,
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.CustomActivity(settings.discord.presence),
            connector=connector,
            guild_ready_timeout=ready,
            http_trace=http_trace or aiohttp.TraceConfig(),
            shard_count=settings.discord.shard_count or None,
            shard_ids=list(settings.discord.shards) or None,  # type: ignore[arg-type]  # None: all
        )
        self.settings = settings
        self.database = database
        self.jail = jail
        self.easel = easel
        self.clock = clock or Clock()
        self.fetcher = new_fetcher(settings.intake)
        self.turns = Turns(settings.intake.at_once, most_waiting=settings.intake.waiting)
        self.verbs: dict[str, Deed] = {}
        limits = settings.discord
        self.cooldowns = Cooldowns(limits.costly_at_once, limits.costly_per_minute)
        database.room = room_of_a_guild(settings)
        self._here: set[int] = set()  # guilds that somebody added the bot to some time ago
        self.clicks: dict[str, float] = {}  # on *Post here*, lately
        self.post_due: Callable[[], Awaitable[int]] | None = None  # set by whoever posts
        self._homes: dict[int, int] = {}  # the guilds of channels that were looked up before
        self._names = tuple(extensions)
        self._recall = Recall(database)
        self.calls = Calls(settings.discord.threads)

    async def call(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a library function in one of a few threads, see `Calls`."""
        return await self.calls.run(partial(function, *args, **kwargs))

    async def recall(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """`call` for a question that every interaction asks; see `Recall` for how old its answer
        may be."""
        key, writes = key_of(function, args, kwargs), self.database.writes
        found = self._recall.find(key)
        if found is not None:
            return cast("R", found.value)
        value = await self.call(function, *args, **kwargs)
        self._recall.keep(key, value, writes=writes)
        return value

    def get_channel(self, id: int, /) -> Channel | None:  # noqa: A002 -- discord.py's name
        """As discord.py's, which looks through all guilds for it, each time."""
        home = self.get_guild(self._homes.get(id, 0))
        if home is not None and (known := home.get_channel_or_thread(id)) is not None:
            return known
        found = super().get_channel(id)
        if found is not None and not isinstance(found, discord.abc.PrivateChannel):
            self._homes[id] = found.guild.id
        return found

    async def setup_hook(self) -> None:
        for name in self._names:
            await self.load_extension(name)
        await sync_if_changed(cast("DeskTree", self.tree))

    async def launch_shards(self) -> None:
        """As many as were asked for or are recommended, where Discord says."""
        recommended, gateway, _ = await self.http.get_bot_gateway()
        self.shard_count = self.shard_count or recommended
        connect_to(gateway)
        await super().launch_shards()

    async def close(self) -> None:
        """Leave Discord, then let the calls under way finish."""
        self.fetcher.close()
        await super().close()
        await asyncio.to_thread(self.calls.shutdown)

    async def caller(self, interaction: Interaction) -> Caller:
        """Who this is and what they may do and see, by the archive's rows of this moment."""
        guild_id, rights = guild_of(interaction), cast("frozenset[str]", READ_ONLY)
        if guild_id is not None:
            rules = await self.recall(rules_of, self.database, guild_id)
            rights = rules.rights(
                user_id=interaction.user.id,
                role_ids=role_ids(interaction),
                is_manager=is_manager(interaction),
            )
        shelves = await self.recall(visible_shelves, self.database, guild_id)
        locale = str(interaction.locale)
        return Caller(interaction.user.id, guild_id, locale, rights, tuple(shelves))

    async def require(
        self,
        interaction: Interaction,
        right: Right,
        *,
        answers: Answers = "private",
        costly: bool = False,
    ) -> Caller:
        """The start of every deed: defer, then refuse whoever lacks the right.

        answers: with a private message, by changing the same message, or later and by itself.
        costly: what one person may do so often and no oftener, whatever their rights.
        """
        if answers == "private":
            await defer(interaction)
        elif answers == "same":
            await defer(interaction, same=True)
        caller = await self.caller(interaction)
        caller.require(right)
        if costly:
            self.cooldowns.take(caller.user_id, asyncio.get_running_loop().time())
        return caller

    async def anybody(self, interaction: Interaction) -> Caller:
        """As `require`, for what is a person's own whatever their rights are."""
        await defer(interaction)
        return await self.caller(interaction)

    async def shelf(self, caller: Caller) -> int:
        """The guild's own shelf, for what is added or removed."""
        return await self.call(shelf_of, self.database, caller.guild)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Commands go through the tree; presses of buttons and modals come here."""
        custom_id = str(cast("dict[str, Any]", interaction.data or {}).get("custom_id", ""))
        if interaction.type is discord.InteractionType.component:
            await self.pressed(interaction, custom_id, {})
        elif interaction.type is discord.InteractionType.modal_submit:
            await self.pressed(interaction, custom_id, typed_values(interaction))

    async def pressed(
        self, interaction: Interaction, custom_id: str, typed: Mapping[str, str]
    ) -> None:
        verb, _, state = custom_id.partition(":")
        try:
            deed = self.verbs.get(verb)
            if deed is None:
                raise StaleError(f"nobody answers to {custom_id!r}")
            await deed(interaction, state, typed)
            self.dispatch("press_completion", interaction)
        except Exception as error:  # noqa: BLE001 -- the top of the ladder for presses
            await answer_error(interaction, error)

    async def on_connect(self) -> None:
        self._here |= {guild.id for guild in self.guilds}

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self._here.discard(guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say once how to set the desk up, where somebody will read it. What comes back after an
        outage may look like a new guild, but was named at log-in."""
        if guild.id in self._here:
            return
        self._here.add(guild.id)
        log.info("joined: guild_id=%d", guild.id)
        channel = place_for_welcome(guild)
        if channel is not None:
            try:
                await channel.send(say("welcome", str(guild.preferred_locale)), silent=True)
            except discord.HTTPException as refused:
                log.info("no welcome: guild_id=%d code=%s", guild.id, refused.code)


def room_of_a_guild(settings: Settings) -> Room:
    archive, briefing = settings.archive, settings.briefing
    return Room(
        archive.documents_per_guild, archive.megabytes_per_guild, briefing.subscriptions_per_guild
    )
