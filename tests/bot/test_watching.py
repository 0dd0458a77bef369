"""/watch and /catchup end to end."""

import asyncio
from datetime import date, timedelta

from bot.rehearsal import Person
from briefings.model import Flag
from briefings.storage.holdings import held_of_person
from briefings.storage.watching import MOST_WATCHES
from tests.bot.desk import THURSDAY, Desk, desk, text_of_choices
from tests.bot.made import stored
from tests.compose.kept import kept

COGS = ("bot.cogs.watch", "bot.cogs.catchup", "bot.cogs.articles", "bot.cogs.privacy")
VISIT = "Russian President Vladimir Putin arrived in Pyongyang on Wednesday and met Kim Jong Un."
KOREAN = "김정은 국무위원장은 19일 평양에서 러시아 대표단을 만났다."
RUSSIAN = "Ким Чен Ын встретился в среду с министром обороны России в Пхеньяне."
FIRED = "North Korea fired two missiles towards South Korea on Monday, the army of Seoul said."
GRAIN = "Sergei Lavrov said on Tuesday that Russia would supply North Korea with grain shipments."


def store(opened: Desk, text: str, source: str, *, hours: float = 1) -> None:
    """What came in some hours ago."""
    now = opened.bot.clock.now() - timedelta(hours=hours)
    kept(opened.database, text, source=source, published_on=date(2024, 6, 19), now=now)


async def look(opened: Desk, person: Person) -> str:
    """The words of /catchup, once it is noted that they were shown."""
    done = opened.bot.wait_for(
        "app_command_completion", check=lambda _, command: command.name == "catchup", timeout=5
    )
    noted = asyncio.create_task(done)
    words = (await person.slash("/catchup")).text
    await noted
    return words


async def test_what_came_in_is_told_once_and_from_which_moment(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store(opened, FIRED, "Older", hours=30)
        store(opened, VISIT, "Daily")

        told = await look(opened, opened.member)
        again = await opened.member.slash("/catchup")
        opened.bot.clock.set(THURSDAY + timedelta(hours=2))
        store(opened, GRAIN, "Wire", hours=0.5)
        later = await opened.member.slash("/catchup")

        assert again.ephemeral
        assert "For the first time, so the last 24 hours" in told
        assert f"> {VISIT}" in told
        assert "Daily · " in told
        assert "published 19 June 2024" in told
        assert FIRED not in told
        assert "0 documents came in" in again.text
        assert "(20 June 2024, 08:00 Asia/Seoul). 0 documents" in again.text
        assert "Since you last looked: <t:" in again.text
        assert f"> {GRAIN}" in later.text
        assert VISIT not in later.text


async def test_one_who_looks_takes_nothing_from_another(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store(opened, VISIT, "Daily")

        await opened.member.slash("/catchup")
        other = await opened.admin.slash("/catchup")

        assert f"> {VISIT}" in other.text


async def test_the_mark_moves_at_the_end_or_when_it_is_pressed_and_can_be_taken_back(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for word in ("missiles", "envoys", "turbines", "helmets", "drones"):
            for edge in ("Vladimir Putin", "South Korea"):
                text = f"{edge} sent {word} to Kim Jong Un on Wednesday, " + f"{word} again, " * 60
                store(opened, f"{text}it was said.", f"Daily {word} {edge}")
            await opened.member.slash(f"/watch add phrase:{word}")

        first = await opened.member.slash("/catchup")
        shown = first.text
        again = await opened.member.slash("/catchup")
        same = again.text
        seen = await opened.member.click(again.message, "Seen")
        marked = seen.text
        empty = (await opened.member.slash("/catchup")).text
        undone = await opened.member.click(seen.message, "Not seen yet")
        back = (await opened.member.slash("/catchup")).text
        turned = await opened.member.click(first.message, "Next ▶")

        assert "Nothing counts as seen before" in shown
        assert "10 documents came in" in same
        assert "your next `/catchup` counts from" in marked
        assert "0 documents came in" in empty
        assert "Not seen yet" in undone.text
        assert "10 documents came in" in back
        assert turned.text != shown


async def test_what_is_stored_late_is_not_lost(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store(opened, VISIT, "Daily")
        await look(opened, opened.member)
        store(opened, GRAIN, "Wire", hours=0.5)  # its reading began before somebody looked

        later = await opened.member.slash("/catchup")

        assert f"> {GRAIN}" in later.text
        assert VISIT not in later.text


async def test_a_name_is_found_in_three_languages_and_says_why(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for text, source in ((KOREAN, "Ilbo"), (RUSSIAN, "Izvestnik"), (FIRED, "Wire")):
            store(opened, text, source)

        added = await opened.member.slash("/watch add name:Ким Чен Ын")
        answer = await opened.member.slash("/catchup")

        assert "You watch for **Kim Jong Un** (name, in every script and form)" in added.text
        watched = answer.text.partition("What you watch for")[2]
        assert "Watched: **Kim Jong Un** (name" in watched
        assert f"> {KOREAN}" in watched
        assert f"> {RUSSIAN}" in watched
        assert answer.text.count(RUSSIAN) == 1
        assert watched.index("Watched: **Kim") < watched.index(FIRED)


async def test_phrases_go_by_stems_and_by_the_very_words_in_quotation_marks(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store(opened, GRAIN, "Wire")
        store(opened, FIRED, "Daily")

        await opened.member.slash("/watch add phrase:grain shipment")
        loose = (await opened.member.slash("/catchup")).text
        await opened.admin.slash('/watch add phrase:"grain shipment"')
        exact = (await opened.admin.slash("/catchup")).text

        assert "Watched: **grain shipment** (phrase" in loose
        assert loose.index(GRAIN) < loose.index(FIRED)
        assert "Watched:" not in exact


async def test_the_sentence_that_holds_most_of_what_is_watched_for_is_shown(
    new_sqlite: str,
) -> None:
    text = "Kim Jong Un met Vladimir Putin in Pyongyang on Wednesday.\n\n"
    both = "Kim Jong Un praised the new harbour of Rason before reporters."
    async with desk(new_sqlite, cogs=COGS) as opened:
        store(opened, text + both, "Daily")

        await opened.member.slash("/watch add name:김정은")
        await opened.member.slash("/watch add phrase:new harbours")
        answer = await opened.member.slash("/catchup")

        assert "**Kim Jong Un** (name, in every script and form), **new harbours** (" in answer.text
        assert answer.text.partition("Watched:")[2].split("> ")[1].startswith(both)


async def test_a_reworded_text_is_linked_and_not_quoted_and_copies_are_told_once(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, "Kim grain tale spun.", flags=frozenset({Flag.REWORDED}))
        store(opened, GRAIN, "Wire")
        store(opened, GRAIN + " ", "Daily")

        await opened.member.slash("/watch add phrase:grain")
        answer = await opened.member.slash("/catchup")

        assert "spun" not in answer.text
        assert "A treaty in Pyongyang" in answer.text
        assert answer.text.count(f"> {GRAIN}") == 1
        assert "also in" in answer.text


async def test_a_speaker_is_watched_for_and_taken_off_the_list(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store(opened, GRAIN, "Wire")
        store(opened, FIRED, "Daily")

        await opened.member.slash("/watch add speaker:Lavrov")
        answer = (await opened.member.slash("/catchup")).text
        offered = await opened.member.autocomplete("/watch remove watch:lav")
        listed = await opened.member.slash("/watch list")
        gone = await opened.member.slash(f"/watch remove watch:{text_of_choices(offered)[0]}")
        empty = await opened.member.slash("/watch list")

        assert "Lavrov** (speaker)" in answer
        assert "reported speech" in answer
        assert "Lavrov** (speaker)" in listed.text
        assert "no longer watch for" in gone.text
        assert "You watch for nothing yet" in empty.text


async def test_a_watch_is_one_thing_and_there_are_only_so_many(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        nothing = await opened.member.slash("/watch add")
        both = await opened.member.slash("/watch add name:Vladimir Putin phrase:grain")
        marks = await opened.member.slash("/watch add phrase:!!!")
        for number in range(MOST_WATCHES):
            await opened.member.slash(f"/watch add phrase:word {number}")
        full = await opened.member.slash("/watch add phrase:one more")
        unknown = await opened.admin.slash("/watch add name:Zzyzx Qwerty")

        assert "one name, one speaker or one phrase" in nothing.text
        assert "one name, one speaker or one phrase" in both.text
        assert "one to eight words" in marks.text
        assert f"You watch for {MOST_WATCHES} things here" in full.text
        assert "knows no such name" in unknown.text


async def test_it_is_the_persons_to_have_and_to_erase(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        user_id = opened.member.user.id
        await opened.member.slash("/watch add name:Vladimir Putin")
        await look(opened, opened.member)
        held = held_of_person(opened.database, user_id)

        asked = await opened.member.slash("/privacy delete scope:me")
        await opened.member.click(asked.message, "Erase it")

        assert {len(held["watches"]), len(held["looks"])} == {1}
        assert held_of_person(opened.database, user_id) == {}
        assert "You watch for nothing yet" in (await opened.member.slash("/watch list")).text
