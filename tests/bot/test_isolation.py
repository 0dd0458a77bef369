"""What one server has, another never sees: each command and each offer while typing, both ways."""

from collections.abc import Iterator

import pytest

from bot.rehearsal import Upload
from bot.rehearsal.world import Channel
from briefings.ingest.opml import to_opml
from tests.bot.desk import Desk, desk
from tests.discord.exercised import Exercised

MARKS = ("Marimbaville", "Celestograd")  # words that stand in everything of one server
READING = [
    "/ask question:envoy {theirs} trade",
    "/ask question:envoy met diplomats",
    "/article title:{theirs}",
    "/article title:1",
    "/article title:2",
    "/quotes about:flights",
    "/quotes speaker:{theirs}",
    "/check quote:We agreed on flights to",
    "/check quote:We never agreed on flights to anybody",
    "/timeline about:{theirs}",
    "/timeline",
    "/why document:1",
    "/why document:2",
    "/why document:{theirs} briefing:1",
    "/watch add name:Vladimir Putin",
    "/watch add phrase:envoy",
    "/watch list",
    "/watch remove watch:envoy",
    "/watch add phrase:flights",
    "/catchup",
    "/document list",
    "/document list removed:true",
    "/document show document:1",
    "/document show document:2",
    "/document history document:1",
    "/document history document:2",
    "/document export format:JSON document:1",
    "/document export format:JSON document:2",
    "/document export format:Markdown",
    "/document remove document:{other}",
    "/document retract document:{other} reason:x",
    "/feed list",
    "/feed export",
    "/feed test feed:{other}",
    "/feed pause feed:{other}",
    "/feed remove feed:{other}",
    "/briefing list",
    "/briefing history",
    "/briefing preview",
    "/briefing pause subscription:{other}",
    "/briefing unsubscribe subscription:{other}",
    "/desk name list",
    "/desk rights list",
    "/desk role list",
    "/desk audit",
    "/source list",
    "/source grade source:{theirs} reliability:A",
    "/privacy export scope:server",
    "/about",
]

CHANGING = {
    "Add to archive",
    "Check the quotes",
    "briefing edit",
    "briefing export",
    "briefing now",
    "briefing resume",
    "briefing skip",
    "briefing subscribe",
    "desk name add",
    "desk name remove",
    "desk notices",
    "desk rights grant",
    "desk rights revoke",
    "desk role give",
    "desk role take",
    "document add",
    "document restore",
    "feed add",
    "feed import",
    "feed resume",
    "privacy delete",
}
"""Commands that are not tried here: what they find, those above find too."""


async def fill(opened: Desk, at: Channel, mark: str) -> None:
    person = opened.admin
    form = await person.slash(f"/document add title:{mark} envoy source:{mark} Wire", at=at)
    words = (
        f"The envoy of {mark}, Park Ha-neul, met Russian diplomats in Pyongyang on Monday.\n\n"
        f"“We agreed on flights to {mark},” Vladimir Putin told reporters in {mark}."
    )
    assert "Added" in (await person.submit(form, {"text": words})).text
    feeds = to_opml([(f"{mark} feed", f"http://127.0.0.1/{mark}")])
    await person.slash("/feed import", {"file": Upload("f.opml", feeds, "text/xml")}, at=at)
    for line in (
        "/desk name add full:Park {mark} side:rok",
        "/source grade source:{mark} Wire reliability:B family:{mark}",
        "/briefing subscribe sources:{mark} Wire",
    ):
        answer = await person.slash(line.format(mark=mark), at=at)
        assert "our mistake" not in answer.text
        assert "not usable" not in answer.text, answer.text


def words(line: str) -> list[str]:
    """The command's own, without its options."""
    before, colon, _ = line.partition(":")
    path = before[1:].split()
    return path[:-1] if colon else path


def offered_in(opened: Desk) -> set[str]:
    exercised = Exercised()
    exercised.note(opened.loopback.world)
    return exercised.offered


def offers(opened: Desk) -> Iterator[str]:
    """Every option of every command that offers something while one types."""
    for offered in sorted(offered_in(opened)):
        kind, *path, option = offered.split()
        if kind == "autocomplete":
            yield f"/{' '.join(path)} {option}:"


def leaks(told: str, mark: str, *, asked: bool) -> bool:
    """Whether anything of the other server is told; its name may be, if asked for."""
    ways = ("{} envoy", "{} Wire", "{} feed", "of {}", "to {}", "in {}", "Park {}", "127.0.0.1/{}")
    return any(way.format(mark) in told for way in ways) if asked else mark in told


@pytest.mark.parametrize("mine", [0, 1])
async def test_nothing_of_one_server_is_shown_in_another(new_sqlite: str, mine: int) -> None:
    async with desk(new_sqlite) as opened:
        here = opened.loopback.desk.channel("general")
        there = opened.admin.found_guild("Elsewhere").channel("general")
        places = (here, there)
        for place, mark in zip(places, MARKS, strict=True):
            await fill(opened, place, mark)
        own, theirs, place = MARKS[mine], MARKS[1 - mine], places[mine]

        seen = ""
        for line in READING:
            typed = line.format(theirs=theirs, other=2 - mine)
            answer = await opened.admin.slash(typed, at=place)
            seen += answer.text
            assert not leaks(answer.text, theirs, asked=theirs in typed), (typed, answer.text)
            assert "our mistake" not in answer.text, typed
        assert own in seen
        tried = {f"command {' '.join(words(line))}" for line in READING}
        offered_here = {each for each in offered_in(opened) if each.startswith("command ")}
        assert offered_here == tried | {f"command {each}" for each in CHANGING}

        asked = 0
        for start in offers(opened):
            for typed in ("", theirs[:4], theirs):
                offered = await opened.admin.autocomplete(f"{start}{typed}", at=place)
                assert theirs not in str(offered.choices).replace(typed or " ", ""), start
                asked += 1
        assert asked >= 45
