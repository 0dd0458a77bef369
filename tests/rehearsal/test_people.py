"""What people do reaches unmodified discord.py, and its answers reach them."""

import pytest

from bot.rehearsal import NotPossibleError, Upload, deeds, text_of
from bot.rehearsal.permissions import Permission

from .desk import desk, eventually


async def test_a_slash_command_is_answered_in_private() -> None:
    async with desk() as (discord_, _):
        answer = await discord_.member.slash("/quotes speaker:Yuri Ushakov limit:3")

        assert answer.text == "Yuri Ushakov × 3"
        assert answer.ephemeral
        assert answer.acknowledged_after is not None
        assert discord_.member.sees()[-1] == answer.message
        assert not discord_.admin.sees()
        assert not discord_.violations


@pytest.mark.parametrize(
    "line",
    [
        "/quotez speaker:a",
        "/quotes",
        "/quotes speaker:a limit:11",
        "/quotes speaker:a limit:many",
        "/quotes writer:a",
        "/briefing subscribe channel:#general time:08:00",  # not for a member
    ],
)
async def test_what_the_client_marks_red_never_reaches_the_bot(line: str) -> None:
    async with desk() as (discord_, _):
        with pytest.raises(NotPossibleError):
            await discord_.member.slash(line)

        assert not discord_.world.interactions


async def test_a_typed_line_gives_channels_and_choices() -> None:
    async with desk() as (discord_, _):
        answer = await discord_.admin.slash(
            "/briefing subscribe channel:#briefings time:08:00 kind:Daily"
        )

        assert answer.text == "#briefings at 08:00, d, may post: True"


async def test_a_guild_may_open_an_admin_command_to_a_member() -> None:
    async with desk() as (discord_, _):
        member = discord_.member
        discord_.world.application.allowed[discord_.desk.id, "briefing"] = {member.user.id: True}

        answer = await member.slash("/briefing subscribe", {"channel": "general", "time": "9"})

        assert answer.text.startswith("#general at 9")


async def test_autocomplete_offers_choices() -> None:
    async with desk() as (discord_, _):
        answer = await discord_.member.autocomplete("/quotes speaker:kov")

        assert answer.choices == [
            {"name": "Peskov", "value": "peskov"},
            {"name": "Ushakov", "value": "ushakov"},
        ]


async def test_a_deferred_answer_is_waited_for() -> None:
    async with desk() as (discord_, _):
        answer = await discord_.member.slash("/slow private:false")
        await answer.settled(2)

        assert answer.text == "done\n\nand more"
        assert not answer.ephemeral
        assert answer.messages[0].edited_at is None


async def test_buttons_and_selects_work() -> None:
    async with desk() as (discord_, _):
        member = discord_.member
        shown = (await member.slash("/pages")).message

        turned = await member.click(shown, "Next")
        posted = await member.click(shown, "pager:post")
        chosen = await member.select(shown, "Language", ["한국어"])
        place = await member.select(shown, "Where", ["#announcements"])

        assert turned.message is shown
        assert shown.content == "page 2"
        assert posted.text == "posted"
        assert chosen.text == "chose ko"
        assert place.text == "in #announcements"
        assert not discord_.violations


async def test_a_message_reads_as_plain_text() -> None:
    async with desk() as (discord_, _):
        answer = await discord_.member.slash("/pages")

        assert answer.text == (
            "page 1\nResults\nthree\n1: one\n[Next] [Post here] [Silence]\n"
            "[Language: English | 한국어]\n[Where: ]"
        )


async def test_silence_is_a_violation() -> None:
    async with desk() as (discord_, _):
        discord_.world.settings.acknowledge_within = 0.05
        shown = (await discord_.member.slash("/pages")).message

        answer = await discord_.member.click(shown, "Silence")

        assert answer.acknowledged_after is None
        assert discord_.violations == ["unanswered interaction: [Silence], after 0.05 s"]


async def test_a_modal_takes_words_a_choice_and_a_file() -> None:
    async with desk() as (discord_, _):
        opened = await discord_.member.slash("/add")
        paper = Upload("speech.txt", b"Good morning", "text/plain")

        answer = await discord_.member.submit(
            opened, {"Title": "A speech", "Kind": ["Speech"], "Document": [paper]}
        )

        assert answer.text == "A speech ['s'] ['Good morning']"
        with pytest.raises(NotPossibleError, match="no modal"):
            await discord_.member.submit(opened, {})


async def test_a_modal_refuses_what_its_fields_do() -> None:
    async with desk() as (discord_, _):
        opened = await discord_.member.slash("/add")

        with pytest.raises(NotPossibleError, match="between 0 and 50"):
            await discord_.member.submit(opened, {"Title": "x" * 51, "Kind": ["s"]})


async def test_a_file_given_to_an_option_can_be_read() -> None:
    async with desk() as (discord_, _):
        document = Upload("보도.txt", "말".encode(), "text/plain")

        answer = await discord_.member.slash("/read", {"document": document})

        assert answer.text == "보도.txt: 말"


async def test_menus_on_messages_and_users_work() -> None:
    async with desk() as (discord_, _):
        written = discord_.admin.write("He said so.")

        checked = await discord_.member.message_menu("Check quote", written)
        named = await discord_.member.user_menu("Who", discord_.admin.user)

        assert checked.text == "checked 'He said so.'"
        assert named.text == "admin"


async def test_a_direct_channel_and_a_user_install_are_told_apart() -> None:
    async with desk() as (discord_, _):
        member = discord_.member
        discord_.world.application.user_installs.add(member.user.id)

        private = await member.slash("/where", at="@")
        public = await member.slash("/where")

        assert private.text == "private for member"
        assert public.text == "a guild for member"
        with pytest.raises(NotPossibleError):
            await discord_.admin.slash("/quotes speaker:a", at=discord_.member.place("@"))


async def test_text_of_an_edited_message_is_the_new_one() -> None:
    async with desk() as (discord_, client):
        answer = await discord_.member.slash("/pages")
        await discord_.member.click(answer.message, "Next")

        assert text_of(answer.message).startswith("page 2")
        assert client.user is not None


async def test_a_person_takes_what_autocomplete_offers() -> None:
    async with desk() as (discord_, _):
        answer = await discord_.member.choose("/quotes limit:2 speaker:u", "Ushak")

        assert answer.text == "ushakov × 2"
        with pytest.raises(NotPossibleError, match="not offered, but: Lavrov"):
            await discord_.member.choose("/quotes speaker:lav", "Putin")
        with pytest.raises(NotPossibleError):
            await discord_.member.autocomplete("/quotes")


async def test_the_bot_hears_of_its_own_new_roles() -> None:
    async with desk() as (discord_, client):
        bot = discord_.world.application.user
        me = client.guilds[0].me
        strong = deeds.add_role(discord_.world, discord_.desk, "Strong", Permission.ADMINISTRATOR)

        deeds.set_roles(discord_.world, discord_.desk, bot, strong)
        await eventually(lambda: me.guild_permissions.administrator)

        deeds.set_role(discord_.world, discord_.desk, strong, 0)
        await eventually(lambda: not me.guild_permissions.administrator)
