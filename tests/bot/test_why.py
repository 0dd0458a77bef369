"""/why end to end: a briefing is posted, and each document asked about."""

from datetime import UTC, date, datetime, timedelta

from bot.rehearsal import Answer
from tests.bot.desk import Desk, desk, text_of_choices
from tests.compose.kept import kept

VIEW_CHANNEL = 1 << 10
SEEN = datetime(2024, 6, 19, 20, 0, tzinfo=UTC)
NEWS = (
    "Vladimir Putin met Kim Jong Un in Pyongyang on 19 June 2024. "
    "Kremlin spokesperson Dmitry Peskov said North Korea and Russia would sign a treaty. "
    "It was warm."
)


def file(opened: Desk, text: str, source: str, **given: object) -> None:
    known = {"published_on": date(2024, 6, 19), "now": SEEN} | given
    kept(opened.database, text, source=source, **known)  # type: ignore[arg-type]  # by name


async def brief(opened: Desk, **options: str) -> None:
    given = "".join(f" {name}:{value}" for name, value in options.items())
    await opened.admin.slash(f"/briefing subscribe channel:#briefings{given}")
    await opened.admin.slash("/briefing now")


async def asked(opened: Desk, title: str, *more: str) -> Answer:
    return await opened.member.slash(" ".join((f"/why document:{title}", *more)))


async def test_what_is_in_it_is_told_sentence_by_sentence(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        file(opened, NEWS, "Wire")
        await brief(opened)

        answer = await asked(opened, "Vladimir Putin met")

        assert answer.ephemeral
        assert "**It is in this briefing, as news.**" in answer.text
        assert "● **In the briefing**\n> Vladimir Putin met Kim Jong Un" in answer.text
        assert "event · DPRK ↔ Russia · rank 1 of 1 there" in answer.text
        assert "> It was warm." in answer.text
        assert "○ **" in answer.text


async def test_each_reason_is_told(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        file(opened, NEWS, "Wire")
        file(opened, NEWS + " Rain fell.", "Copy Post", now=SEEN + timedelta(minutes=5))
        file(opened, "Vladimir Putin phoned Kim Jong Un.", "Undated Post", published_on=None)
        file(opened, "Kim Jong Un wrote to Putin.", "Old Post", published_on=date(2024, 1, 2))
        file(opened, "The harbour of Rotterdam was closed on Tuesday.", "Far Post")
        await brief(opened)
        file(opened, "Putin left Kim Jong Un in June.", "Late Post", now=SEEN + timedelta(days=9))

        answers = {
            "Copy Post": "It tells the same as another document, which speaks for both.",
            "Undated Post": "It has no date of publication, so that it is never news.",
            "Old Post": "It is older than this briefing looks back.",
            "Far Post": "It is about none of the three edges.",
            "Late Post": "It came in only after this briefing had been composed.",
        }
        found = {}
        for number, source in enumerate(answers, 2):
            answer = await asked(opened, str(number))
            assert source in answer.text
            found[source] = answer.text

        for source, reason in answers.items():
            assert f"**{reason}**" in found[source], found[source]
        assert "It repeats “Vladimir Putin met" in found["Copy Post"]


async def test_sources_and_edges_of_the_briefing_count(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        file(opened, NEWS, "Wire")
        file(opened, "Seoul and Moscow opened talks on 19 June 2024.", "Desk")
        await brief(opened, sources="Desk", edges="dprk-rok")

        other = await asked(opened, "1")
        edge = await asked(opened, "2")

        assert "**This briefing is confined to other sources.**" in other.text
        assert "**It is about another edge than this briefing is.**" in edge.text


async def test_what_was_shown_before_is_told_of_the_next_briefing(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        file(opened, NEWS, "Wire")
        await brief(opened)
        opened.loopback.world.clock.advance(timedelta(hours=1))
        await opened.admin.slash("/briefing now")

        offered = await opened.member.autocomplete("/why briefing:")
        newest, first = (str(each["value"]) for each in offered.choices)
        later = await asked(opened, "1", f"briefing:{newest}")
        earlier = await asked(opened, "1", f"briefing:{first}")

        assert all("#briefings" in name for name in text_of_choices(offered))
        assert "It came in before the window of this briefing" in later.text
        assert "**It is in this briefing, as news.**" in earlier.text


async def test_a_change_since_is_told(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        form = await opened.admin.slash("/document add title:Meeting published:2024-06-19")
        added = await opened.admin.submit(form, {"text": NEWS})
        assert "Added" in added.text, added.text
        opened.loopback.world.clock.advance(timedelta(minutes=1))
        await brief(opened)
        opened.loopback.world.clock.advance(timedelta(hours=1))
        form = await opened.admin.slash("/document add version_of:Meeting published:2024-06-19")
        await opened.admin.submit(form, {"text": NEWS.replace("warm", "cold and wet")})

        answer = await asked(opened, "1")

        assert "**The document has changed since**" in answer.text
        assert "It was warm." in answer.text
        assert "cold and wet" not in answer.text


async def test_nobody_is_told_of_a_channel_that_they_do_not_see(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        file(opened, NEWS, "Wire")
        await brief(opened)
        opened.admin.set_overwrite("briefings", opened.member.user, deny=VIEW_CHANNEL)

        hidden = await asked(opened, "1")
        picked = await asked(opened, "1", "briefing:1")
        offered = await opened.member.autocomplete("/why briefing:")
        admin = await opened.admin.slash("/why document:1")

        assert "No briefing yet" in hidden.text
        assert "There is no edition “1” here" in picked.text
        assert not offered.choices
        assert "as news" in admin.text


async def test_another_server_is_told_nothing_of_a_briefing(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        file(opened, NEWS, "Wire")
        await brief(opened)
        elsewhere = opened.admin.found_guild("Elsewhere").channel("general")

        own = await opened.admin.slash("/why document:1", at=elsewhere)
        theirs = await opened.admin.slash("/why document:1 briefing:1", at=elsewhere)

        assert "No briefing yet" in own.text
        assert "There is no edition “1” here" in theirs.text


async def test_a_shorter_form_leaves_out_what_the_full_edition_has(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        for number in range(9):
            meeting = f"Vladimir Putin met envoy number {number} of North Korea on 19 June 2024"
            file(opened, f"{meeting} about {'abcdefghi'[number] * 9} cargo.", f"Wire {number}")
        file(opened, NEWS, "Gazette")
        await brief(opened, length="short")

        answers = [(await asked(opened, str(number))).text for number in range(1, 11)]

        assert any("It is in this briefing, as news." in text for text in answers)
        assert all("our mistake" not in text for text in answers)
        assert any("not in what this channel was given" in text for text in answers) or any(
            "tells the same" in text for text in answers
        )
