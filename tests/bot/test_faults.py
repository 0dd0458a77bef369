"""When the line to Discord breaks: the answer arrives, or the person is told, and nothing hangs."""

import pytest

from bot.rehearsal.faults import Fault, broken, dropped, refused
from tests.bot.desk import desk
from tests.bot.made import WORDS, stored

COGS = ("bot.cogs.articles", "bot.cogs.about")
EDIT = "PATCH /webhooks/*"


@pytest.mark.parametrize(
    "fault",
    [
        dropped(EDIT, applied=False),
        dropped(EDIT, applied=True),
        broken(EDIT),
        broken(EDIT, applied=True),
    ],
    ids=["cut before", "cut after", "503 before", "503 after"],
)
async def test_an_answer_arrives_over_a_broken_line(new_sqlite: str, fault: Fault) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)
        opened.loopback.faults.add(fault)

        answer = await opened.member.slash("/article title:treaty")

        assert f"> {WORDS}" in answer.text
        assert len(answer.messages) == 1


async def test_what_discord_refuses_is_apologised_for(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)
        opened.loopback.faults.add(refused(EDIT, 400, 50035))

        answer = await opened.member.slash("/article title:treaty")

        assert "it is our mistake" in answer.text
        assert "HTTPException" in caplog.text


async def test_the_bot_goes_on_when_nothing_can_be_told(
    new_sqlite: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        opened.loopback.world.settings.patience = 0.3
        opened.loopback.faults.add(*(refused(EDIT, 403, 50001) for _ in range(2)))

        await opened.member.slash("/about")

        assert "no answer possible" in caplog.text
        assert "verbatim" in (await opened.member.slash("/about")).text
        opened.loopback.violations.clear()  # the unanswered one, as it was meant
