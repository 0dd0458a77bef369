"""The bot says the same to people at a Discord that uses every freedom its description leaves."""

import re
from pathlib import Path

from bot.rehearsal import Loopback, Upload
from bot.rehearsal.faults import slow_down
from bot.rehearsal.manner import Manner
from bot.rehearsal.payloads import arriving_guild
from bot.rehearsal.wire import Json
from bot.rehearsal.world import Message
from tests.bot.desk import desk
from tests.bot.process.supervised import PATIENCE, supervised, until

from .conformance import event_errors
from .contrary import Careless, Change, Contrary, without, without_new

PASTED = "Vladimir Putin met Kim Jong Un in Pyongyang. “We will sign,” Putin said on Wednesday."
SEEDS = (1, 2)


async def sitting(loopback: Loopback) -> list[str]:
    """What people hear who try a little of everything."""
    admin, member = loopback.admin, loopback.member
    lines = (
        "/about", "/quotes speaker:ushakof", "/source list", "/desk rights list", "/document list",
        "/briefing subscribe channel:#briefings time:08:00 zone:Asia/Seoul", "/briefing list",
        "/desk notices channel:#general", "/desk role give role:@Desk admins bundle:editor",
        "/briefing preview",
    )  # fmt: skip
    heard = [(await admin.slash(line)).text for line in lines]
    asked = await admin.slash("/ask question:diplomatic equidistanse treaty")
    heard += [asked.text, (await admin.click(asked.message, "Next ▶")).text]
    typed = await member.autocomplete("/article title:trea")
    heard.append(str([choice["name"] for choice in typed.choices]))
    form = await admin.slash("/document add title:Pasted")
    added = await admin.submit(form, {"text": PASTED})
    heard += [added.text, str((await admin.click(added.message, "Correct")).modal)]
    paper = Upload("a.txt", b"Seoul and Moscow talked.\n\nThey met on Monday.", "text/plain")
    heard.append((await admin.slash("/document add", {"file": paper})).text)
    written = member.write("Kim Jong Un will visit Moscow, the Kremlin said on Tuesday.")
    heard.append((await admin.message_menu("Add to archive", written)).text)
    heard.append((await member.slash("/document add")).text)
    heard.append((await member.slash("/about", at="@")).text)
    heard.append((await admin.slash("/briefing now")).text)
    await until(lambda: admin.sees("#briefings"))
    heard += [f"{one.content} {one.components}" for one in everything_posted(loopback)]
    return [alike(words) for words in heard]


def everything_posted(loopback: Loopback) -> list[Message]:
    """What the bot said to everybody."""
    bot, places = loopback.world.application.user, loopback.desk.channels.values()
    posted = [one for place in places for one in place.messages.values() if one.author is bot]
    return [one for one in posted if one.visible_to is None]


def alike(words: str) -> str:
    """Without ids and moments, and the marker that is made of them."""
    return re.sub(r"\d{10,}|tm-[0-9a-f]{10}|'id': \d+", "·", words)


class Watched(Contrary):
    """Notes what is not as described, the fields that nobody knows apart."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.wrong: list[str] = []

    def message(self, message: Json) -> Json:
        worded = super().message(message)
        if message["op"] == 0:
            self.wrong += event_errors(message["t"], without_new(worded["d"]))
        return worded


async def heard_at(url: str, manner: Manner | None = None) -> list[str]:
    async with supervised(url, manner=manner) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        heard = await sitting(loopback)
        assert not loopback.violations
        assert supervisor.vitals.malformed == 0
        assert supervisor.vitals.starts == 1
        return heard


async def test_people_hear_the_same(tmp_path: Path) -> None:
    plain = await heard_at(f"sqlite:///{tmp_path}/plain.sqlite3")
    for seed in SEEDS:
        manner = Watched(seed)

        heard = await heard_at(f"sqlite:///{tmp_path}/{seed}.sqlite3", manner)

        assert heard == plain
        assert not manner.wrong
        assert manner.left_out > 50
        assert manner.nulls > 10
        assert manner.added > 500


ROOT_FIELDS = ("channel", "member", "user", "message", "guild", "context", "guild_locale", "locale")
CARELESS: dict[str, Change] = {
    "null for what is absent": lambda given: dict.fromkeys(ROOT_FIELDS) | given,
    "null in what was given": lambda given: (
        given | {"data": {"resolved": None, "options": None, "guild_id": None} | given["data"]}
    ),
    "no limit of size": lambda given: without(given, "attachment_size_limit", "version"),
    "nobody added the application": lambda given: without(given, "authorizing_integration_owners"),
    "no entitlements": lambda given: given | {"entitlements": None},
    "a channel by its id": lambda given: without(given, "channel", "context"),
    "little of a channel": lambda given: (
        given | {"channel": {"id": given["channel_id"], "type": 0}, "channel_id": None}
    ),
    "no guild": lambda given: without(given, "guild", "guild_locale", "locale", "app_permissions"),
    "a user beside the member": lambda given: given | {"user": given["member"]["user"]},
    "a user without the member's": lambda given: (
        given | {"user": given["member"]["user"], "member": without(given["member"], "user")}
    ),
    "little of a user": lambda given: (
        given
        | {
            "member": given["member"]
            | {"user": without(given["member"]["user"], "avatar", "flags")}
        }
    ),
}


async def test_an_interaction_of_which_something_is_missing_is_answered(new_sqlite: str) -> None:
    manner = Careless()
    async with supervised(new_sqlite, manner=manner) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        plain = (await loopback.admin.slash("/desk rights list")).text
        for name, change in CARELESS.items():
            manner.change = change

            answer = await loopback.admin.slash("/desk rights list")

            assert answer.text == plain, name
            assert supervisor.vitals.malformed == 0, name


async def test_a_gateway_may_be_as_contrary(new_sqlite: str) -> None:
    async with supervised(new_sqlite, manner=Contrary(3)) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        gateway, world, guild = loopback.gateway, loopback.world, loopback.desk
        session = gateway.connected()[0]
        outage = {"id": str(guild.id), "unavailable": True}

        def asks_for_a_heartbeat() -> None:
            assert session.socket is not None
            session.socket.send({"op": 1, "d": None})

        def says_what_nobody_knows() -> None:
            assert session.socket is not None
            session.socket.send({"op": 42, "d": {"of": "tomorrow"}})
            session.dispatch("SOMETHING_OF_TOMORROW", {"id": "1"})

        for trouble in (
            asks_for_a_heartbeat,
            says_what_nobody_knows,
            lambda: session.dispatch("GUILD_DELETE", outage),
            lambda: session.dispatch("GUILD_CREATE", arriving_guild(world, guild)),
            lambda: renumber(loopback),
            gateway.cut,
            gateway.ask_to_reconnect,
            lambda: gateway.invalidate(resumable=True),
        ):
            trouble()
            answer = await loopback.admin.slash("/desk rights list")
            assert answer.text.startswith("### Rights")
        assert not everything_posted(loopback)
        assert not loopback.violations
        assert (supervisor.vitals.malformed, supervisor.vitals.starts) == (0, 1)


def renumber(loopback: Loopback) -> None:
    """The commands under other ids, as if they had been registered anew."""
    world = loopback.world
    for scope, commands in world.application.commands.items():
        numbered = {world.new_id(): command for command in commands.values()}
        world.application.commands[scope] = {
            number: command | {"id": str(number)} for number, command in numbered.items()
        }


class Silent(Manner):
    """A Discord in which the guild is out: it never arrives, but its people are there."""

    def message(self, message: Json) -> Json:
        return message | {"t": "NOTHING"} if message.get("t") == "GUILD_CREATE" else message


async def test_a_guild_that_never_arrives_is_served_all_the_same(new_sqlite: str) -> None:
    async with supervised(new_sqlite, manner=Silent()) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        admin = loopback.admin
        for line, heard in (
            ("/briefing subscribe channel:#briefings time:08:00 zone:Asia/Seoul", "is subscribed"),
            ("/desk notices channel:#general", "go to"),
            ("/briefing now", "Posted to"),
        ):
            assert heard in (await admin.slash(line)).text
        await until(lambda: admin.sees("#briefings"))
        form = await admin.slash("/privacy delete scope:server")
        assert "is erased" in (await admin.submit(form, {"name": "Desk"})).text
        assert not loopback.violations


async def test_commands_are_registered_once_whatever_the_list_looks_like(new_sqlite: str) -> None:
    async with Loopback(manner=Contrary(4)) as loopback:
        for _ in range(3):
            async with desk(new_sqlite, loopback=loopback):
                pass

        put = "PUT /applications/{application_id}/commands"
        assert loopback.rest.tally[put, 200] == 1


async def test_a_person_is_answered_in_spite_of_two_refusals_in_a_row(new_sqlite: str) -> None:
    async with supervised(new_sqlite) as (loopback, _, _):
        assert await loopback.commands_registered(PATIENCE)
        for operation in ("POST /interactions/*", "PATCH /webhooks/*"):
            loopback.faults.add(slow_down(operation, via=False, times=2))

            assert "About this desk" in (await loopback.member.slash("/about")).text
