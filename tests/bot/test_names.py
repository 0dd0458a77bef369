"""/desk name: added, refused, listed, taken back, and read again on demand."""

import pytest

from bot.rehearsal import Answer
from tests.bot.desk import Desk, desk

COGS = ("bot.cogs.desk", "bot.cogs.documents", "bot.cogs.articles", "bot.cogs.quotes")
STORY = """An envoy travels

The envoy Park Ha-neul met Russian diplomats in Vladivostok on Wednesday to speak about trade.

“We have agreed on direct flights from the autumn on,” Park Ha-neul told reporters.
"""
PARK = {"full": "Park Ha-neul", "side": "rok", "korean": "박하늘", "russian": "Пак Ха Ныль"}


async def add(opened: Desk, **options: str) -> Answer:
    return await opened.admin.slash("/desk name add", options or PARK)


async def test_a_name_is_added_listed_and_taken_back(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        assert "no names yet" in (await opened.admin.slash("/desk name list")).text

        added = await add(opened)
        assert added.ephemeral
        assert "**Park Ha-neul** · person, South Korea" in added.text
        assert "박하늘" in (await opened.admin.slash("/desk name list")).text

        offered = await opened.admin.autocomplete("/desk name remove full:박")
        assert [choice["value"] for choice in offered.choices] == ["Park Ha-neul"]
        removed = await opened.admin.slash("/desk name remove", {"full": "박하늘"})
        assert "taken back" in removed.text
        assert "no longer looked for" in removed.text
        assert "It holds" not in removed.text
        assert "no names yet" in (await opened.admin.slash("/desk name list")).text
        again = await opened.admin.slash("/desk name remove", {"full": "박하늘"})
        assert "There is no added name" in again.text


async def test_known_names_are_offered_and_take_further_forms(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        offered = await opened.admin.autocomplete("/desk name add full:vladimir pu")
        assert [choice["value"] for choice in offered.choices] == ["Vladimir Putin"]

        answer = await add(opened, full="Vladimir Putin", english="Vlad the Visitor, VVP")

        assert "**Vladimir Putin** · person, Russia" in answer.text
        assert "Vlad the Visitor · VVP" in answer.text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"full": "Kim Jong Un", "english": "Kim Jong Il"}, "already means Kim Jong Il"),
        ({"full": "Kim Jong Un", "korean": "김여정"}, "already means Kim Yo Jong"),
        ({"full": "Park Ha-neul"}, "given with its side"),
        ({"full": "Park Ha-neul", "side": "rok", "russian": "Pak"}, "in Cyrillic letters"),
        ({"full": "The", "side": "rok"}, "told from common words"),
    ],
)
async def test_what_would_mislead_is_refused_in_words(
    new_sqlite: str, options: dict[str, str], said: str
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        assert said in (await add(opened, **options)).text
        assert "no names yet" in (await opened.admin.slash("/desk name list")).text


async def test_documents_that_are_here_are_read_again_by_a_button(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        paste = await opened.admin.slash("/document add")
        await opened.admin.submit(paste, {"text": STORY})
        added = await add(opened)
        assert "1 document of this server names it" in added.text

        done = await opened.admin.click(added.message, "Read them again")

        assert "1 document has been read again" in done.text
        found = await opened.admin.slash("/quotes speaker:박하늘")
        assert "We have agreed on direct flights" in found.text
        removed = await opened.admin.slash("/desk name remove", {"full": "박하늘"})
        assert "1 document of this server was read with it." in removed.text


async def test_a_korean_admin_is_answered_in_korean(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        opened.admin.user.locale = "ko"

        answer = await add(opened)

        assert "인물, 한국" in answer.text


async def test_who_lacks_the_right_is_refused_and_offered_nothing(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        application = opened.loopback.world.application
        application.allowed[opened.loopback.desk.id, "desk"] = {opened.member.user.id: True}

        for line in ("/desk name add full:Putin", "/desk name list", "/desk name remove full:x"):
            assert "You lack the right" in (await opened.member.slash(line)).text
        for line in ("/desk name add full:pu", "/desk name remove full:p"):
            assert not (await opened.member.autocomplete(line)).choices
