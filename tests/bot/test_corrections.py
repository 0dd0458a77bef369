"""Documents are corrected, undone, compared, retracted and exported in Discord."""

import json
from collections.abc import Iterator

import pytest

from bot.rehearsal import Answer, Upload
from briefings.ingest.documents import reading_jail
from briefings.ingest.jail import Jail
from tests.bot.desk import Desk, desk
from tests.bot.made import stored

COGS = ("bot.cogs.documents", "bot.cogs.articles")
TEXT = (
    "Russian President Vladimir Putin arrived in Pyongyang on Wednesday. "
    "Kremlin adviser Yuri Ushakov said: “Both sides will sign a treaty of partnership today.” "
    "North Korean leader Kim Jong Un met him at the airport."
)
CHANGED = TEXT.replace("will sign", "have signed").replace("at the airport", "at the palace")
BOTH = (TEXT, CHANGED)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    shared = reading_jail()
    yield shared
    shared.close()


async def add(opened: Desk, text: str = TEXT, **options: object) -> Answer:
    upload = Upload("a.txt", text.encode(), "text/plain")
    named = {"title": "Treaty", "source": "Hankyoreh"} | options
    return await opened.admin.slash("/document add", {"file": upload, **named})


async def test_what_was_understood_is_corrected_and_the_correction_undone(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        added = await add(opened)

        form = await opened.admin.click(added.message, "Correct")
        corrected = await opened.admin.submit(
            form,
            {
                "Title": "A treaty",
                "Source": "Kyunghyang",
                "Date of publication": "2024-06-20",
                "Kind": "editorial",
            },
        )

        for part in (
            "Corrected: “A treaty”",
            "Source: **Kyunghyang**",
            "Date: **20 June 2024**",
            "kind: **editorial**",
            "Opinion",
        ):
            assert part in corrected.text
        undone = await opened.admin.click(corrected.message, "Undo")
        assert "“Treaty” is as it was before the correction" in undone.text
        again = await opened.admin.click(corrected.message, "Undo")
        assert "Something has changed since" in again.text
        shown = await opened.admin.slash("/document show document:Treaty")
        assert "Source: **Hankyoreh**" in shown.text
        assert "none found" in shown.text


async def test_buttons_and_forms_survive_a_restart(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as first:
        loopback = first.loopback
        added = await add(first)
        form = await first.admin.click(added.message, "Correct")
        await first.bot.close()
        async with desk(new_sqlite, loopback=loopback, jail=jail, cogs=COGS) as opened:
            corrected = await opened.admin.submit(form, {"Title": "A treaty"})
            undone = await opened.admin.click(added.message, "Undo")

            assert "Corrected: “A treaty”" in corrected.text
            assert "“A treaty” is as it was before; nothing is lost" in undone.text
            listed = await opened.admin.slash("/document list removed:true")
            assert "**A treaty**" in listed.text


async def test_a_member_may_neither_correct_nor_undo(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        added = await add(opened)
        stands = added.message.components
        listed = await opened.member.slash("/document show document:Treaty")
        assert "correct:" not in str(listed.message.components)
        listed.message.components = stands  # as if the buttons had been posted for everybody

        for label in ("Correct", "Undo"):
            refused = await opened.member.click(listed.message, label)
            assert "You lack the right" in refused.text
            assert refused.modal is None


async def test_the_common_shelf_is_corrected_by_nobody(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        stored(opened.database)

        shown = await opened.admin.slash("/document show document:treaty")
        refused = await opened.admin.click(shown.message, "Correct")

        assert "stands on the common shelf" in refused.text


async def test_a_correction_of_what_was_changed_meanwhile_is_refused(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        added = await add(opened)
        form = await opened.admin.click(added.message, "Correct")
        wrong = await opened.admin.click(added.message, "Correct")
        await add(opened, CHANGED)

        late = await opened.admin.submit(form, {"Title": "A treaty"})
        odd = await opened.admin.submit(wrong, {"Date of publication": "June"})

        assert "Something has changed since" in late.text
        assert "is not usable as day" in odd.text


async def test_a_form_opened_before_a_correction_does_not_write_over_it(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        added = await add(opened)
        early = await opened.admin.click(added.message, "Correct")
        assert "Left empty, it stays as it is" in str(early.modal)
        late = await opened.admin.click(added.message, "Correct")
        await opened.admin.submit(early, {"Source": "Yonhap"})

        refused = await opened.admin.submit(late, {"Title": "A treaty"})

        assert "Something has changed since" in refused.text
        assert "Yonhap" in (await opened.admin.slash("/document show document:Treaty")).text


async def test_a_number_is_an_id_and_never_another_document_with_it_in_the_title(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened)
        await add(opened, "Choe Son Hui is in Moscow to see Sergei Lavrov.", title="Part 1 of 2")
        await opened.admin.slash("/document remove document:1")

        for line in ("remove", "show", "export format:JSON", "retract reason:wrong"):
            again = await opened.admin.slash(f"/document {line} document:1")
            assert "There is no document “1”" in again.text
        assert "There is no document “1”" in (await opened.admin.slash("/article title:1")).text
        assert "Part 1 of 2" in (await opened.admin.slash("/document list")).text
        await opened.admin.slash("/document remove document:2")
        assert "“Treaty” is back" in (await opened.admin.slash("/document restore document:1")).text


async def test_a_source_too_long_for_its_field_outlives_another_correction(
    new_sqlite: str, jail: Jail
) -> None:
    long = "The Committee for the Peaceful Reunification of the Fatherland, " * 2 + "Pyongyang"
    page = f'<meta property="og:site_name" content="{long}"><p>{TEXT}</p>'
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        upload = Upload("a.html", page.encode(), "text/html")
        added = await opened.admin.slash("/document add title:Treaty", {"file": upload})
        form = await opened.admin.click(added.message, "Correct")

        await opened.admin.submit(form, {"Title": "A treaty"})
        answer = await opened.member.slash("/document export format:JSON document:A treaty")

        (written,) = json.loads(answer.message.attachments[0].upload.body)
        assert (written["title"], written["source"]) == ("A treaty", long)


async def test_a_changed_copy_is_a_new_version_that_shows_what_changed(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened)

        second = await add(opened, CHANGED)
        changes = await opened.admin.click(second.message, "What changed")
        history = await opened.member.slash("/document history document:Treaty")
        same = await opened.member.click(history.message, "What changed")

        assert "Version 2 of “Treaty”" in second.text
        assert changes.text.index("**Quotes**") < changes.text.index("**Text**")
        assert "➖ Both sides will sign a treaty of partnership today." in changes.text
        assert "➕ Both sides have signed a treaty of partnership today." in changes.text
        assert "➖ airport.\n➕ palace." in changes.text
        assert "3 words went · 3 words came" in changes.text
        assert same.text == changes.text
        assert "**Version 2** came in" in history.text
        undone = await opened.admin.click(second.message, "Undo")
        assert "as it was before" in undone.text
        shown = await opened.admin.slash("/article title:Treaty")
        assert "will sign" in shown.text


async def test_a_version_is_chosen_where_nothing_else_tells(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened)
        offered = await opened.admin.autocomplete("/document add version_of:trea")

        second = await add(
            opened,
            "Quite another wording of what was said about the treaty.",
            version_of=offered.choices[0]["value"],
        )
        form = await opened.admin.slash("/document add version_of:Treaty")
        third = await opened.admin.submit(form, {"Text": "A third wording about the treaty."})

        assert "Version 2 of" in second.text
        assert "Version 3 of" in third.text


async def test_ten_files_come_in_by_the_form_each_with_its_own_line(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        form = await opened.admin.slash("/document add")
        files = [
            Upload(f"{number}.txt", f"Putin met Kim Jong Un {number} times. {TEXT}".encode())
            for number in range(8)
        ]
        files += [Upload("empty.txt", b""), Upload("again.txt", files[0].body)]

        answer = await opened.admin.submit(
            form, {"Or files": files, "Source": "Wire", "Date of publication": "2024-06-19"}
        )

        assert "8 of 10 documents added" in answer.text
        assert answer.text.count("Wire · 19 June 2024 · English · DPRK–Russia · 1 quote") == 8
        assert "**empty.txt**\n**The document is empty**" in answer.text
        assert "**again.txt**\n**This document is already here**" in answer.text
        details = await opened.admin.click(answer.message, "Details")
        assert "What is known of" in details.text


async def test_two_files_that_are_versions_of_one_document_both_open_it(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        form = await opened.admin.slash("/document add")
        files = [Upload(f"{n}.txt", f"Treaty\n\n{text}".encode()) for n, text in enumerate(BOTH)]

        answer = await opened.admin.submit(form, {"Or files": files, "Source": "Wire"})

        assert "2 of 2 documents added" in answer.text
        assert "version 2" in answer.text
        details = await opened.admin.click(answer.message, "Details")
        assert "What is known of “Treaty”" in details.text


async def test_words_and_a_file_may_come_in_one_form(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        both = await opened.admin.slash("/document add")
        neither = await opened.admin.slash("/document add")
        one = await opened.admin.slash("/document add")

        together = await opened.admin.submit(
            both, {"Text": TEXT, "Or files": [Upload("a.txt", b"Lavrov went to Pyongyang. " * 9)]}
        )
        nothing = await opened.admin.submit(neither, {})
        file = await opened.admin.submit(
            one, {"Title": "Visit", "Or files": [Upload("b.txt", b"Lavrov went to Seoul. " * 9)]}
        )

        assert "2 of 2 documents added" in together.text
        assert "The document is empty" in nothing.text
        assert "Added: “Visit”" in file.text


@pytest.mark.parametrize(
    ("day", "odd"),
    [("2024-06-19", False), ("1950-06-25", False), ("2034-01-01", True), ("0019-06-20", True)],
)
async def test_an_unlikely_day_is_taken_with_a_warning(
    new_sqlite: str, jail: Jail, day: str, odd: bool
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        answer = await add(opened, published=day)

        assert "Added:" in answer.text
        assert ("is an unlikely date of publication" in answer.text) == odd


async def test_what_a_document_says_of_itself_stands_beside_what_is_shown(
    new_sqlite: str, jail: Jail
) -> None:
    page = (
        "<html><head><title>Treaty signed</title>"
        '<meta property="article:published_time" content="2024-06-19T08:00:00+09:00"></head>'
        f"<body><article><h1>Treaty signed</h1><p>{TEXT}</p></article></body></html>"
    )
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        upload = Upload("a.html", page.encode(), "text/html")
        answer = await opened.admin.slash(
            "/document add", {"file": upload, "title": "A pact", "published": "2024-06-20"}
        )

        assert "The document calls itself “Treaty signed”" in answer.text
        assert "The document itself says 19 June 2024" in answer.text


async def test_a_retracted_document_is_marked_and_the_reasons_are_kept(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened)
        offered = await opened.admin.autocomplete(
            "/document retract document:tre reason:x", "document"
        )
        key = offered.choices[0]["value"]

        retracted = await opened.admin.slash(
            "/document retract reason:it was wrong", {"document": key}
        )
        refused = await opened.member.slash(
            "/document retract reason:it was wrong", {"document": key}
        )
        await opened.admin.slash("/document remove reason:no use", {"document": key})
        history = await opened.admin.slash("/document restore", {"document": key})
        history = await opened.admin.slash("/document history", {"document": key})

        assert "“Treaty” is marked as retracted" in retracted.text
        assert "You lack the right" in refused.text
        assert "**Retracted**: it was wrong" in history.text
        assert "**Removed**: no use" in history.text
        assert f"<@{opened.admin.user.id}>" in history.text
        shown = await opened.admin.slash("/article title:Treaty")
        assert "Retracted: its source has taken it back" in shown.text


async def test_a_second_retraction_keeps_its_reason_too(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened)
        offered = await opened.admin.autocomplete("/document show document:tre", "document")
        key = {"document": offered.choices[0]["value"]}
        for reason in ("no such visit", "no such visit", "the name was wrong"):
            await opened.admin.slash(f"/document retract reason:{reason}", key)
        history = await opened.admin.slash("/document history", key)

        assert history.text.count("**Retracted**: no such visit") == 1
        assert history.text.count("**Retracted**: the name was wrong") == 1


async def test_of_two_documents_with_one_title_none_is_taken_for_the_other(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened, published="2024-06-19")
        await add(opened, CHANGED[:40] + "Something else. " * 9, source="Kyunghyang")
        asked = {
            line: (await opened.admin.slash(f"/document {line}")).text
            for line in (
                "history document:treaty",
                "show document:Treaty",
                "remove document:Treaty",
                "export format:JSON document:Treaty",
            )
        }
        offered = await opened.admin.autocomplete("/document show document:tre", "document")
        for each in offered.choices:
            removed = await opened.admin.slash("/document remove", {"document": each["value"]})
            assert "is removed" in removed.text
        restored = await opened.admin.slash("/document restore document:treaty")
        by_number = await opened.admin.slash(
            f"/document restore document:{offered.choices[0]['value']}"
        )

        for text in (*asked.values(), restored.text):
            assert "Several documents are called “Treaty”" in text
            assert "Hankyoreh, 19 June 2024" in text
            assert "Kyunghyang" in text
        assert "Several" not in by_number.text


async def test_a_title_that_hides_its_direction_is_exported_as_it_reads(
    new_sqlite: str, jail: Jail
) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened, title="Tre\u202eaty\u200b of \u2066June")
        answer = await opened.admin.slash("/document export format:Markdown")
        words = answer.message.attachments[0].upload.body.decode()

        assert not set("\u202e\u200b\u2066") & set(words)
        assert "# Treaty of June" in words


async def test_documents_are_exported_in_every_format(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        nothing = await opened.admin.slash("/document export format:JSON")
        await add(opened, published="2024-06-19")
        await add(opened, "Lavrov went to Seoul and met the minister there. " * 3, title="Visit")
        offered = await opened.member.autocomplete("/document export format:JSON document:trea")
        one = offered.choices[0]["value"]

        assert "There is no document" in nothing.text
        for form, begins in (
            ("Markdown", "# Treaty"),
            ("BibTeX", "@article{hankyoreh2024-"),
            ("RIS", "TY  - NEWS"),
        ):
            answer = await opened.member.slash(f"/document export format:{form}", {"document": one})
            [file] = answer.message.attachments
            assert file.upload.body.decode().startswith(begins)
            assert "1 document is in the file" in answer.text
        whole = await opened.admin.slash("/document export format:CSL-JSON")
        assert "2 documents are in the file" in whole.text
        [file] = whole.message.attachments
        assert [each["title"] for each in json.loads(file.upload.body)] == ["Visit", "Treaty"]


async def test_a_long_history_is_turned_by_its_buttons(new_sqlite: str, jail: Jail) -> None:
    async with desk(new_sqlite, jail=jail, cogs=COGS) as opened:
        await add(opened)
        for number in range(24):
            await add(opened, f"{TEXT} They met {number + 2} times in {number + 2000} places.")

        first = await opened.admin.slash("/document history document:Treaty")
        assert "**Version 25** came in" in first.text
        second = await opened.admin.click(first.message, "Next ▶")
        assert "**Version 15** came in" in second.text
        words = await opened.admin.click(second.message, "What changed")
        assert "What version" in words.text
