"""Every command by everybody everywhere: what is meant to be refused is refused, in private."""

import pytest

from bot.rehearsal import NotPossibleError, Person
from briefings.storage.articles import count_documents
from briefings.storage.rights import grant, grants
from briefings.storage.subscriptions import subscriptions
from tests.bot.desk import Desk, desk
from tests.bot.made import NOW, WORDS, stored

READING = ["/ask question:treaty", "/article title:treaty", "/quotes", "/about"]
CHANGING = {
    "/document add": "documents",
    "/document remove document:1": "documents",
    "/document restore document:1": "documents",
    "/document list removed:true": "documents",
    "/feed add url:http://127.0.0.1/": "documents",
    "/feed list": "documents",
    "/feed test feed:1": "documents",
    "/feed pause feed:1": "documents",
    "/feed resume feed:1": "documents",
    "/feed remove feed:1": "documents",
    "/feed export": "documents",
    "/briefing subscribe": "briefings",
    "/briefing edit": "briefings",
    "/briefing pause": "briefings",
    "/briefing resume": "briefings",
    "/briefing skip": "briefings",
    "/briefing unsubscribe": "briefings",
    "/briefing list": "briefings",
    "/briefing preview": "briefings",
    "/briefing now": "briefings",
    "/desk notices channel:#general": "desk",
    "/desk rights list": "desk",
    "/desk rights grant right:desk who:@member": "desk",
    "/desk role give role:@Desk admins bundle:admin": "desk",
    "/desk role take role:@Desk admins": "desk",
    "/desk role list": "desk",
    "/desk audit": "desk",
    "/privacy export scope:server": "desk",
    "/privacy delete scope:server": "desk",
    "/source grade source:x reliability:A": "documents",
    "/desk rights revoke right:desk who:@member": "desk",
}
RIGHTS = ("read", "post", "documents", "briefings", "desk")


def offer(opened: Desk, person: Person) -> None:
    """Let Discord show this person every command, so that the bot's own check decides."""
    for name in ("briefing", "desk"):
        key = (opened.loopback.desk.id, name)
        opened.loopback.world.application.allowed[key] = {person.user.id: True}


def give(opened: Desk, person: Person, right: str) -> None:
    grant(
        opened.database,
        guild_id=opened.loopback.desk.id,
        holder="user",
        holder_id=person.user.id,
        right=right,
        by=1,
        interaction_id=None,
        now=NOW,
    )


def unchanged(opened: Desk, rights: int) -> bool:
    guild_id = opened.loopback.desk.id
    return (
        len(grants(opened.database, guild_id=guild_id)) == rights
        and not subscriptions(opened.database, guild_id=guild_id)
        and count_documents(opened.database, shelves=(1,)) == 1
    )


@pytest.mark.parametrize("held", RIGHTS)
async def test_one_right_opens_its_own_commands_and_no_others(new_sqlite: str, held: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS)
        person = opened.member
        offer(opened, person)
        give(opened, person, held)
        for line, right in CHANGING.items():
            if right == held:
                continue

            answer = await person.slash(line)

            assert "You lack the right" in answer.text, line
            assert answer.ephemeral
            assert answer.modal is None
        assert unchanged(opened, rights=1)
        for line in READING:
            assert "You lack" not in (await person.slash(line)).text


@pytest.mark.parametrize("held", ["documents", "briefings", "desk"])
async def test_a_right_that_is_held_is_enough(new_sqlite: str, held: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS)
        offer(opened, opened.member)
        give(opened, opened.member, held)
        for line in (line for line, right in CHANGING.items() if right == held):
            answer = await opened.member.slash(line)

            assert "You lack the right" not in answer.text, line
            assert "our mistake" not in answer.text, line


async def test_who_may_not_read_is_refused_everywhere(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS)
        give(opened, opened.admin, "read")
        for line in [*READING, "/document list", "/document show document:1"]:
            answer = await opened.member.slash(line)

            assert "You lack the right “ask, read articles and quotes”" in answer.text, line
            assert "treaty" not in answer.text.replace("“treaty”", "")
        for line in ("/article title:t", "/quotes speaker:U", "/document show document:t"):
            assert not (await opened.member.autocomplete(line)).choices


async def test_in_direct_messages_there_is_nothing_but_reading(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS)
        for line in READING:
            answer = await opened.admin.slash(line, at="@")

            assert "our mistake" not in answer.text
        for line in CHANGING:
            if line.startswith("/privacy"):
                assert "inside a server only" in (await opened.admin.slash(line, at="@")).text
                continue
            with pytest.raises(NotPossibleError):
                await opened.admin.slash(line, at="@")


async def test_a_persons_own_app_reads_the_common_shelf_and_posts_nothing(
    new_sqlite: str,
) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS)
        person, world = opened.member, opened.loopback.world
        world.application.user_installs.add(person.user.id)
        elsewhere = person.found_guild("Elsewhere", bot=False).channel("general")

        answer = await person.slash("/article title:treaty", at=elsewhere)
        posted = await person.click(answer.message, "Post here")

        assert WORDS in answer.text
        assert answer.ephemeral
        assert "inside a server only" in posted.text
        assert posted.ephemeral


async def test_a_button_cannot_be_pressed_beyond_its_pressers_rights(new_sqlite: str) -> None:
    async with desk(new_sqlite) as opened:
        stored(opened.database, WORDS)
        shown = await opened.admin.slash("/article title:treaty")
        posted = await opened.admin.click(shown.message, "Post here")
        give(opened, opened.admin, "read")
        button = shown.message.components[-1]["components"][0]
        posted.message.components.append({"type": 1, "id": 900, "components": [button]})

        for label in ("Quotes",):
            answer = await opened.member.click(posted.message, label)

            assert "You lack the right" in answer.text
            assert answer.ephemeral
