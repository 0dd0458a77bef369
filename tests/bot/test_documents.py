"""/document end to end: what was understood, and a clear answer to everything that is no use."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal import Answer, Upload
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from briefings.storage.articles import count_documents
from briefings.storage.shelves import shelf_of, visible_shelves
from tests.bot.desk import Desk, desk, text_of_choices
from tests.bot.made import stored

COGS = ("bot.cogs.documents", "bot.cogs.articles")
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = (
    "Russian President Vladimir Putin arrived in Pyongyang on Wednesday. "
    "Kremlin adviser Yuri Ushakov said: “Both sides will sign a treaty of partnership today.” "
    "North Korean leader Kim Jong Un met him at the airport."
)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    """One for all: starting it takes a second."""
    shared = reading_jail()
    yield shared
    shared.close()


async def add(opened: Desk, body: bytes, name: str = "a.txt", **options: object) -> Answer:
    kind = {"txt": "text/plain", "json": "application/json", "html": "text/html"}
    kind_of_file = kind.get(name.rpartition(".")[2], "application/octet-stream")
    upload = Upload(name, body, kind_of_file)
    return await opened.admin.slash("/document add", {"file": upload, **options})


def kept(opened: Desk) -> int:
    shelves = visible_shelves(opened.database, opened.loopback.desk.id)
    return count_documents(opened.database, shelves=shelves)


async def test_the_answer_shows_what_was_understood(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answer = await add(
            opened,
            TEXT.encode(),
            source="Hankyoreh",
            published="2024-06-19",
            title="A treaty in Pyongyang",
        )

        assert answer.ephemeral
        for part in (
            "Added: “A treaty in Pyongyang”",
            "Source: **Hankyoreh**",
            "Date: **19 June 2024**",
            "Language: **English**",
            "DPRK–Russia",
            "3 sentences, 1 quote",
        ):
            assert part in answer.text
        shown = await opened.admin.click(answer.message, "Quotes")
        assert "Both sides will sign a treaty of partnership today." in shown.text


async def test_without_a_file_a_form_opens_and_its_text_is_taken_in(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        form = await opened.admin.slash("/document add source:Hankyoreh")
        answer = await opened.admin.submit(
            form, {"Text": TEXT, "Title": "Treaty", "Date of publication": "2024-06-19"}
        )

        assert "Added: “Treaty”" in answer.text
        assert "Source: **Hankyoreh**" in answer.text
        assert answer.ephemeral


async def test_a_form_survives_a_restart_and_a_wrong_date_is_explained(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as first:
        loopback = first.loopback
        form = await first.admin.slash("/document add")
        await first.bot.close()
        async with desk(new_sqlite, loopback=loopback, jail=jail, cogs=COGS) as opened:
            answer = await opened.admin.submit(form, {"text": TEXT, "date": "19 June"})

            [given_back] = answer.message.attachments
            assert "is not usable as day" in answer.text
            assert given_back.upload.body.decode() == TEXT
            assert kept(opened) == 0


async def test_a_document_without_a_date_says_that_it_is_never_news(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answer = await add(opened, TEXT.encode())

        assert "none found" in answer.text
        assert "never counts as news" in answer.text


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n ", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "cannot be read"),
        ("a.exe", b"MZ" + bytes(range(256)) * 40, "not text"),
        ("a.html", b"<html><body><nav>Home | About</nav></body></html>", "No article text"),
        ("a.json", b"{}", "No article text"),
    ],
    ids=["empty", "blank", "image", "program", "no text", "empty json"],
)
async def test_what_is_no_use_gets_its_own_answer_and_nothing_is_kept(
    new_sqlite: str, jail: Jail, name: str, body: bytes, says: str
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answer = await add(opened, body, name)

        assert says in answer.text
        assert answer.ephemeral
        assert kept(opened) == 0


async def test_a_file_above_the_limit_is_refused_before_it_is_downloaded(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answer = await add(opened, b"word " * 1_800_000)

        assert "too large" in answer.text
        assert "8,192 KiB" in answer.text
        assert kept(opened) == 0


async def test_a_truncated_json_is_repaired_and_the_answer_says_so(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        seed = (SEEDS / "000_4225edd9b7bd6094.txt").read_bytes()

        answer = await add(opened, seed, "a.json")

        assert "Added: “" in answer.text
        assert "Date: **11 October 2023**" in answer.text
        assert "Truncated" in answer.text
        assert "Repaired" in answer.text


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Президент России Владимир Путин прибыл в Пхеньян с визитом. " * 4),
        (
            "euc-kr",
            "블라디미르 푸틴 러시아 대통령이 평양을 방문했다. 김정은 국무위원장이 맞이했다. " * 4,
        ),
        ("utf-16", TEXT),
    ],
)
async def test_another_encoding_is_read(
    new_sqlite: str, jail: Jail, encoding: str, words: str
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answer = await add(opened, words.encode(encoding), title="Visit")

        assert "Added: “Visit”" in answer.text
        shown = await opened.admin.click(answer.message, "Show in archive")
        assert words.partition(".")[0] in shown.text


async def test_the_same_file_twice_is_said_to_be_here_already(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened, TEXT.encode(), title="Treaty")

        again = await add(opened, TEXT.encode(), title="Treaty")

        assert "already here" in again.text
        assert "“Treaty”" in again.text
        assert kept(opened) == 1


async def test_a_removed_document_that_comes_again_is_said_to_be_restorable(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened, TEXT.encode(), title="Treaty")
        await opened.admin.slash("/document remove document:Treaty")

        again = await add(opened, TEXT.encode(), title="Treaty")

        assert "was here and has been removed" in again.text
        assert "/document restore" in again.text


async def test_two_people_adding_one_file_at_once_add_it_once(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answers = await asyncio.gather(*(add(opened, TEXT.encode()) for _ in range(4)))

        added = [answer for answer in answers if "Added:" in answer.text]
        assert len(added) == 1
        assert sum("already here" in answer.text for answer in answers) == 3
        assert kept(opened) == 1


async def test_a_message_is_taken_in_from_its_menu(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        words = opened.member.write(TEXT)
        file = opened.member.write("see file", files=[Upload("a.txt", b"Putin met Kim. " * 9)])
        nothing = opened.member.write(" ", files=[Upload("a.txt", b"")])

        added = await opened.admin.message_menu("Add to archive", words)
        from_file = await opened.admin.message_menu("Add to archive", file)
        empty = await opened.admin.message_menu("Add to archive", nothing)
        refused = await opened.member.message_menu("Add to archive", words)

        assert "Added: “Russian President Vladimir Putin arrived" in added.text
        assert "Added: “Putin met Kim." in from_file.text
        assert "empty" in empty.text
        assert "You lack the right" in refused.text
        assert added.ephemeral


async def test_nearly_the_same_text_is_marked(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        seed = (SEEDS / "004_eacfebea647882d6.txt").read_bytes()
        await add(opened, seed, title="Editorial")

        copy = await add(opened, seed + b"\nCorrected.\n", "b.txt", title="Copy")

        assert "Near-duplicate" in copy.text
        assert "Nearly the same words as document" in copy.text


async def test_hostile_text_is_shown_harmless(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        hostile = (
            "@everyone # [Putin](https://evil.example) met Kim Jong Un in Pyongyang <@1>. " * 3
        )

        answer = await add(
            opened, hostile.encode(), "@everyone.txt", title="**@everyone** <@1> # x"
        )
        shown = await opened.admin.click(answer.message, "Show in archive")

        for text in (answer.text, shown.text):
            assert "@everyone" not in text
            assert "](https://evil" not in text
            assert "<@1>" not in text.replace("\\<@", "")


async def test_documents_are_listed_removed_and_restored(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened, TEXT.encode(), title="Treaty", source="Hankyoreh")

        listed = await opened.member.slash("/document list")
        assert "**Treaty**" in listed.text
        offered = await opened.admin.autocomplete("/document remove document:trea")
        assert text_of_choices(offered) == ["Treaty — undated, Hankyoreh"]
        document = str(offered.choices[0]["value"])
        removed = await opened.admin.slash("/document remove", {"document": document})
        assert "“Treaty” is removed" in removed.text
        assert "no document here yet" in (await opened.member.slash("/document list")).text
        gone = await opened.admin.slash("/document list removed:true")
        assert "**Treaty**" in gone.text
        offered = await opened.admin.autocomplete("/document restore document:tre")
        assert [choice["value"] for choice in offered.choices] == [document]
        restored = await opened.admin.slash("/document restore", {"document": "treaty"})
        assert "“Treaty” is back" in restored.text
        shown = await opened.member.slash("/document show document:Treaty")
        assert "What is known of “Treaty”" in shown.text


async def test_a_member_reads_and_changes_nothing(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened, TEXT.encode(), title="Treaty")
        upload = Upload("b.txt", TEXT.encode(), "text/plain")

        for answer in (
            await opened.member.slash("/document add", {"file": upload}),
            await opened.member.slash("/document add"),
            await opened.member.slash("/document remove document:Treaty"),
            await opened.member.slash("/document restore document:Treaty"),
            await opened.member.slash("/document list removed:true"),
        ):
            assert "You lack the right “add, remove and restore documents”" in answer.text
            assert answer.modal is None
        assert not (await opened.member.autocomplete("/document remove document:t")).choices
        assert kept(opened) == 1


async def test_the_common_shelf_cannot_be_changed_from_a_guild(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        common = stored(opened.database)
        shelf_of(opened.database, opened.loopback.desk.id)

        answer = await opened.admin.slash("/document remove", {"document": str(common.document_id)})

        assert "stands on the common shelf" in answer.text
        assert kept(opened) == 1


async def test_a_long_list_is_paged(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        for number in range(20):
            stored(opened.database, f"Putin met Kim {number} times.", title=f"Visit {number}")

        first = await opened.member.slash("/document list")
        second = await opened.member.click(first.message, "Next ▶")

        assert "2 of 3" in second.text
        opening = await opened.member.click(second.message, "Open")
        assert "Putin met Kim" in opening.text


async def test_an_intake_that_is_interrupted_keeps_nothing_by_halves(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        adding = asyncio.create_task(add(opened, TEXT.encode(), title="Treaty"))
        await asyncio.sleep(0.02)
        await opened.bot.close()
        adding.cancel()
        await asyncio.gather(adding, return_exceptions=True)
        before = kept(opened)
        opened.loopback.world.violations.clear()  # the answer died with the bot, as it must

        async with desk(new_sqlite, loopback=opened.loopback, jail=jail, cogs=COGS) as again:
            answer = await add(again, TEXT.encode(), title="Treaty")

            assert ("already here" in answer.text) == (before == 1)
            assert kept(again) == 1
        opened.loopback.world.interactions.clear()
