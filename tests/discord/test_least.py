"""The bot answers once, and asks properly, at a Discord that sends little, or the same twice."""

from bot.rehearsal import Upload, deeds
from bot.rehearsal.wire import Json
from tests.bot.process.supervised import PATIENCE, supervised, until

from .contrary import Careless

CALLBACK = "/callback"
LEAST = {
    "channels": ("id", "name", "type", "permissions", "parent_id", "thread_metadata"),
    "users": ("id", "username"),
    "roles": ("id", "name"),
    "attachments": ("id", "filename", "url"),
}


def least_of_what_was_chosen(given: Json) -> Json:
    resolved = {
        kind: {
            number: {key: chosen[key] for key in LEAST[kind] if key in chosen} | {"colors": None}
            for number, chosen in of.items()
        }
        for kind, of in given["data"].get("resolved", {}).items()
        if kind in LEAST
    }
    return given | {"data": given["data"] | {"resolved": resolved | {"members": None}}}


async def test_of_what_was_chosen_the_least_is_enough(new_sqlite: str) -> None:
    manner = Careless()
    manner.change = least_of_what_was_chosen
    async with supervised(new_sqlite, manner=manner) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        home = next(one for one in loopback.desk.channels.values() if one.name == "general")
        deeds.add_channel(loopback.world, loopback.desk, "talk", kind=11, parent=home)
        paper = Upload("a.txt", b"Seoul and Moscow talked.\n\nThey met on Monday.", "text/plain")
        for line, files, heard in (
            ("/desk notices channel:#talk", None, "go to"),
            ("/desk rights grant right:documents who:@member", None, "documents"),
            ("/desk role give role:@Desk admins bundle:editor", None, "is now: **editor**"),
            ("/document add", {"file": paper}, "Seoul and Moscow talked"),
        ):
            assert heard in (await loopback.admin.slash(line, files)).text
        assert not loopback.violations


async def test_an_interaction_that_cannot_be_read_is_answered(new_sqlite: str) -> None:
    manner = Careless()
    async with supervised(new_sqlite, manner=manner) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        manner.change = lambda given: (
            given | {"data": given["data"] | {"resolved": {"channels": {"1": {"type": 0}}}}}
        )

        assert "it is our mistake" in (await loopback.admin.slash("/desk rights list")).text


async def test_an_interaction_that_is_sent_twice_is_done_once(new_sqlite: str) -> None:
    sent: list[Json] = []
    manner = Careless()
    async with supervised(new_sqlite, manner=manner) as (loopback, supervisor, _):
        assert await loopback.commands_registered(PATIENCE)
        await until(lambda: supervisor.vitals.connected)
        line = "/briefing subscribe channel:#briefings time:08:00 zone:Asia/Seoul"
        assert "is subscribed" in (await loopback.admin.slash(line)).text

        def kept(given: Json) -> Json:
            sent.append(given)
            return given

        manner.change = kept

        assert "Posted to" in (await loopback.admin.slash("/briefing now")).text
        posted = len(loopback.admin.sees("#briefings"))
        loopback.gateway.connected()[0].dispatch("INTERACTION_CREATE", sent[0])
        assert "About this desk" in (await loopback.member.slash("/about")).text

        responses = {key: count for key, count in loopback.rest.tally.items() if CALLBACK in key[0]}
        assert list(responses.values()) == [3]
        assert len(loopback.admin.sees("#briefings")) == posted
        assert not loopback.violations


async def test_each_request_says_who_makes_it(new_sqlite: str) -> None:
    async with supervised(new_sqlite) as (loopback, _, _):
        assert await loopback.commands_registered(PATIENCE)
        line = "/briefing subscribe channel:#briefings time:08:00 zone:Asia/Seoul"
        assert "is subscribed" in (await loopback.admin.slash(line)).text
        assert "Posted to" in (await loopback.admin.slash("/briefing now")).text

        assert loopback.rest.agents
        assert all(agent.startswith("DiscordBot (https://") for agent in loopback.rest.agents)
