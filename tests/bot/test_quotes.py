"""/quotes end to end."""

from bot.rehearsal import Upload
from bot.render.labels import via_label
from briefings.model import Flag
from tests.bot.desk import desk, movable_clock, text_of_choices
from tests.bot.made import WORDS, stored
from tests.discord.conformance import conforming

COGS = ("bot.cogs.quotes", "bot.cogs.articles")


async def test_a_quote_has_speaker_date_source_and_link(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        answer = await opened.member.slash("/quotes speaker:Ushakov")

        assert answer.ephemeral
        assert "Quotes of Yuri Ushakov" in answer.text
        assert "> “Both sides will sign a treaty.”" in answer.text
        assert "via Hankyoreh · news · published 19 June 2024" in answer.text
        assert "#:~:text=%E2%80%9CBoth%20sides" in answer.text


async def test_speakers_are_offered_and_misspellings_understood(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        offered = await opened.member.autocomplete("/quotes speaker:ush")
        answer = await opened.member.slash("/quotes speaker:Ushakow")

        assert text_of_choices(offered) == ["Yuri Ushakov"]
        assert "Both sides will sign" in answer.text


async def test_filters_by_subject_and_edge(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        found = await opened.member.slash("/quotes about:treaty edge:dprk-russia")
        other = await opened.member.slash("/quotes about:fisheries")

        assert "about “treaty” · only DPRK–Russia" in found.text
        assert "Both sides will sign" in found.text
        assert "No quote found" in other.text


async def test_an_unknown_speaker_gets_the_known_ones(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database)

        answer = await opened.member.slash("/quotes speaker:Zzyzx Qwerty")

        assert "No quote found" in answer.text
        assert "Speakers in the archive: Yuri Ushakov" in answer.text


async def test_reworded_texts_have_no_quotes(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, flags=frozenset((Flag.REWORDED,)))

        answer = await opened.member.slash("/quotes")

        assert "No quote found" in answer.text
        assert "Both sides" not in answer.text


async def test_many_quotes_are_paged_over_a_restart_and_posted(new_sqlite: str) -> None:
    async with conforming(clock=movable_clock()) as loopback:
        async with desk(new_sqlite, loopback=loopback, cogs=COGS) as opened:
            for number in range(12):
                text = WORDS.replace("a treaty", f"{number} treaties")
                stored(opened.database, text, title=f"Treaty {number}")
            answer = await opened.admin.slash("/quotes speaker:Yuri Ushakov")
            assert "1 of 3" in answer.text
            first = answer.text

        async with desk(new_sqlite, loopback=loopback, cogs=COGS) as opened:
            turned = await opened.admin.click(answer.message, "Next ▶")
            assert "2 of 3" in turned.text
            assert not set(lines_of(first)) & set(lines_of(turned.text))
            posted = await opened.admin.click(turned.message, "Post here")

            assert not posted.ephemeral
            assert lines_of(posted.text) == lines_of(turned.text)


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("> ")]


async def test_a_quote_of_a_retracted_document_says_so_wherever_it_stands(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        stored(opened.database, flags=frozenset((Flag.RETRACTED,)))

        found = await opened.member.slash("/quotes speaker:Ushakov")
        shown = await opened.member.slash("/article title:treaty")
        inside = await opened.member.click(shown.message, "Quotes")

        assert "“A treaty in Pyongyang” · ⚠ **retracted**" in found.text
        assert "⚠ Retracted" in inside.text


async def test_two_who_speak_in_one_sentence_are_both_named(new_sqlite: str) -> None:
    words = (
        "Russian President Vladimir Putin said supplying arms would be “a very big mistake,” and "
        "Kremlin spokesman Dmitry Peskov added that “Moscow will respond.”"
    )
    async with desk(new_sqlite, cogs=(*COGS, "bot.cogs.documents")) as opened:
        upload = Upload("a.txt", f"{words} North Korea was silent.".encode(), "text/plain")
        added = await opened.admin.slash("/document add", {"file": upload})

        inside = await opened.member.slash("/quotes about:Moscow mistake")
        of_one = await opened.admin.click(added.message, "Quotes")

        for answer in (inside, of_one):
            for name in ("Vladimir Putin", "Dmitry Peskov"):
                assert f"**{name}**\n> {words}" in answer.text


def test_nothing_comes_via_a_source_that_is_not_known() -> None:
    assert via_label("Yonhap", "en") == "via Yonhap"
    assert [via_label("", locale) for locale in ("en", "ko", "ru")] == [
        "source not given", "출처 미상", "источник не указан",
    ]  # fmt: skip
