"""/desk, and who may do what: every refusal names the right and who can give it."""

import pytest

from bot.rehearsal import Answer, Loopback
from bot.rehearsal.permissions import Permission
from tests.bot.desk import Desk, desk

COGS = ("bot.cogs.desk", "bot.cogs.about", "bot.cogs.briefings", "bot.cogs.quotes")


def show_to_members(opened: Desk, *names: str) -> None:
    """What a manager does under Integrations, so that the handler's own check is what refuses."""
    application = opened.loopback.world.application
    for name in names:
        application.allowed[opened.loopback.desk.id, name] = {opened.member.user.id: True}


def refused(answer: Answer, right: str) -> bool:
    return (
        answer.ephemeral
        and f"You lack the right “{right}”" in answer.text
        and "/desk rights grant" in answer.text
    )


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("/briefing subscribe", "set up and post briefings"),
        ("/briefing unsubscribe", "set up and post briefings"),
        ("/briefing edit length:full", "set up and post briefings"),
        ("/briefing pause", "set up and post briefings"),
        ("/briefing resume", "set up and post briefings"),
        ("/briefing skip", "set up and post briefings"),
        ("/briefing list", "set up and post briefings"),
        ("/briefing preview", "set up and post briefings"),
        ("/briefing now", "set up and post briefings"),
        ("/desk notices channel:#general", "set rights and the channel for notices"),
        ("/desk rights list", "set rights and the channel for notices"),
    ],
)
async def test_a_member_is_refused_by_the_handler_too(
    new_sqlite: str, line: str, right: str
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        show_to_members(opened, "briefing", "desk")

        assert refused(await opened.member.slash(line), right)


async def test_a_right_is_granted_listed_and_taken_back(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        show_to_members(opened, "briefing")
        options = {"right": "briefings", "who": opened.member.user}

        granted = await opened.admin.slash("/desk rights grant", options)
        assert f"<@{opened.member.user.id}> may now" in granted.text
        assert "Integrations" in granted.text
        listed = await opened.admin.slash("/desk rights list")
        assert f"**set up and post briefings**: <@{opened.member.user.id}>" in listed.text
        assert "**ask, read articles and quotes**: everybody" in listed.text
        allowed = await opened.member.slash("/briefing list")
        assert "No channel receives a briefing yet" in allowed.text

        revoked = await opened.admin.slash("/desk rights revoke", options)
        assert "may no longer" in revoked.text
        assert refused(await opened.member.slash("/briefing list"), "set up and post briefings")


async def test_reading_can_be_kept_to_a_role(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        role = next(
            role for role in opened.loopback.desk.roles.values() if role.name == "Desk admins"
        )
        await opened.admin.slash("/desk rights grant", {"right": "read", "who": role})

        answer = await opened.member.slash("/quotes")
        offered = await opened.member.autocomplete("/quotes speaker:a")

        assert refused(answer, "ask, read articles and quotes")
        assert not offered.choices
        assert not refused(await opened.admin.slash("/quotes"), "ask, read articles and quotes")


async def test_a_channel_the_bot_cannot_use_is_refused_with_all_that_is_missing(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        silence(opened.loopback)

        for line in ("/desk notices channel:#briefings", "/briefing subscribe channel:#briefings"):
            answer = await opened.admin.slash(line)

            assert "**Send Messages**, **Read Message History**" in answer.text
            assert "Edit Channel › Permissions" in answer.text
            assert answer.ephemeral


async def test_notices_go_to_a_channel(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        answer = await opened.admin.slash("/desk notices channel:#general")

        channel = opened.loopback.desk.channel("general")
        assert answer.text == f"Notices about briefings go to <#{channel.id}> from now on."


def silence(loopback: Loopback) -> None:
    """Take from the bot what it needs in #briefings."""
    deny = Permission.SEND_MESSAGES | Permission.READ_MESSAGE_HISTORY
    loopback.people["director"].set_overwrite(
        "briefings", loopback.world.application.user, deny=int(deny)
    )
