"""/timeline end to end."""

from datetime import date

from briefings.storage.database import Database
from tests.bot.desk import desk
from tests.compose.kept import kept

COGS = ("bot.cogs.timeline", "bot.cogs.articles")
VISIT = "Russian President Vladimir Putin arrived in Pyongyang on Wednesday and met Kim Jong Un."
ELSEWHERE = VISIT.replace("Wednesday", "Tuesday")
EARLIER = "Kim Jong Un met Vladimir Putin in Russia in September 2023."


def keep_all(database: Database) -> None:
    kept(database, VISIT, source="Daily")
    kept(database, ELSEWHERE, source="Wire")
    kept(database, EARLIER, source="Review", published_on=date(2024, 6, 18))


async def test_each_line_has_its_date_as_worded_and_as_read(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        keep_all(opened.database)

        answer = await opened.member.slash("/timeline about:Putin Kim Jong Un")

        assert answer.ephemeral
        assert f"> {VISIT}" in answer.text
        assert "“Wednesday” = 2024-06-19 (day), counted from 20 June 2024" in answer.text
        assert "“September 2023” = 2023-09 (month)\n" in answer.text
        assert "Daily · " in answer.text
        assert "published 20 June 2024" in answer.text
        assert "(https://daily.example/a)" in answer.text
        shown = [answer.text.index(words) for words in ("September 2023", "Tuesday", "Wednesday")]
        assert shown == sorted(shown)
        assert answer.text.count("another day for the same") == 1


async def test_the_days_are_given_in_words_and_nothing_is_said_to_be_there(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        keep_all(opened.database)

        lately = await opened.member.slash("/timeline since:this week")
        never = await opened.member.slash("/timeline since:July 2024 edge:dprk-rok")
        refused = await opened.member.slash("/timeline until:whenever")

        assert "September 2023" not in lately.text
        assert "since 17 June 2024" in lately.text
        assert "No dated event found" in never.text
        assert "only DPRK–ROK · since 1 July 2024" in never.text
        assert "whenever" in refused.text
        assert "It has to be a day" in refused.text


async def test_pages_turn_and_go_into_the_channel(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for day in range(1, 29, 4):
            text = f"Kim Jong Un visited {day} Russian soldiers on {day} May 2024."
            kept(opened.database, text, source=f"Daily {day}")

        last = await opened.admin.slash("/timeline")
        shown = last.text
        first = await opened.admin.click(last.message, "◀ Previous")
        posted = await opened.admin.click(first.message, "Post here")

        assert "on 25 May 2024" in shown
        assert "[2 of 2, disabled]" in shown
        assert "on 1 May 2024" in first.text
        assert "on 1 May 2024" in posted.text
        assert not posted.ephemeral


async def test_what_one_answer_does_not_hold_is_a_button_away(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for number in range(80):
            text = "\n\n".join(
                f"Kim Jong Un met Vladimir Putin for talk {number} on {day} {month} 2023."
                for day, month in ((1 + number % 28, "March"), (1 + number % 28, "May"))
            )
            kept(opened.database, text, source=f"Daily {number}")

        answer = await opened.member.slash("/timeline since:2023")
        shown = answer.text
        later = await opened.member.click(answer.message, "Later days")

        assert "There is more from 24 May 2023 on." in shown
        assert "since 24 May 2023" in later.text
