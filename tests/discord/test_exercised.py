"""What the bot offers and nobody tried is found."""

import pytest

from tests.rehearsal.desk import DeskBot, desk, running

from .conformance import conforming
from .exercised import Exercised


async def test_commands_components_and_modals_nobody_used_are_listed() -> None:
    async with desk() as (loopback, _):
        person = loopback.admin
        await person.slash("/pages")
        await person.slash("/add")
        await person.slash("/briefing subscribe", {"channel": "general", "time": "8"})
        exercised = Exercised()
        exercised.note(loopback.world)

        left = exercised.never_used()
        assert "component pager" in left
        assert "command quotes" in left
        assert "autocomplete quotes speaker" in left
        assert sum(one.startswith("modal ") for one in left) == 1
        assert "command briefing subscribe" not in left
        assert "command pages" not in left


async def test_a_silent_button_does_not_pass_for_conforming() -> None:
    async def press_it() -> None:
        async with conforming() as loopback:
            loopback.world.settings.acknowledge_within = 0.05
            client = DeskBot(connector=loopback.connector())
            async with running(loopback, client):
                shown = (await loopback.member.slash("/pages")).message
                await loopback.member.click(shown, "Silence")

    with pytest.raises(AssertionError, match="unanswered"):
        await press_it()
