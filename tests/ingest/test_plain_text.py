"""Pasted text, Markdown and pages scraped into one line."""

from datetime import UTC, date, datetime

import pytest

from briefings.ingest.extract import extract
from briefings.ingest.furniture import is_furniture
from briefings.ingest.labels import is_credited, label_of, names_of, rights_holder
from briefings.ingest.repeats import find_repeats
from briefings.model import BlockKind, Extraction, Kind

LEAD = "North Korea and Russia signed a treaty in Pyongyang on Wednesday, state media reported."
MORE = "Seoul called it a threat. It will review its policy, the presidential office said."


def words(found: Extraction, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind is kind]


def read(text: str, file_name: str = "") -> Extraction:
    return extract(text.encode(), file_name=file_name)


def test_a_pasted_article_has_title_byline_date_and_paragraphs() -> None:
    found = read(
        f"A treaty for two\n\nBy Jane Roe\nJune 19, 2024\n\n{LEAD}\n\n{MORE}\n\nRelated stories"
    )

    assert (found.title, found.author) == ("A treaty for two", "Jane Roe")
    assert found.published_on == date(2024, 6, 19)
    assert words(found, BlockKind.BODY) == [LEAD, MORE]
    assert words(found, BlockKind.FURNITURE) == ["Related stories"]


def test_header_lines_over_a_pasted_article_are_its_metadata() -> None:
    found = read(
        "Title: A treaty for two\nSource: Peninsula Notes\nAuthor: Jane Roe\n"
        f"Date: 2024-06-19 16:18 +09:00\nURL: https://a.example/1\n\n{LEAD}\n\n{MORE}"
    )

    assert found.title == "A treaty for two"
    assert (found.publisher, found.author) == ("Peninsula Notes", "Jane Roe")
    assert found.url == "https://a.example/1"
    assert found.published == datetime(2024, 6, 19, 7, 18, tzinfo=UTC)
    assert words(found, BlockKind.BODY) == [LEAD, MORE]


def test_hard_wrapped_lines_are_joined_without_moving_a_character() -> None:
    wrapped = (
        "North Korea and Russia signed a treaty in Pyongyang on Wednesday, the\n"
        "state media of both countries reported, and promised each other help\n"
        "in case of an attack by a third country, whatever the reason for the\n"
        "attack might be. Seoul called the treaty a threat and said it would\n"
        "review its policy.\n\nThe Kremlin did not answer.\n"
    )
    found = read(wrapped)

    assert len(words(found, BlockKind.BODY)) == 2
    assert found.text == wrapped.replace("the\nstate", "the state").replace(
        "help\nin", "help in"
    ).replace("the\nattack", "the attack").replace("would\nreview", "would review")
    assert found.repairs == ("unwrapped",)


def test_markdown_headings_items_and_front_matter_are_read() -> None:
    found = read(
        "---\ntitle: A treaty for two\nauthor: Jane Roe\ndate: 2024-06-19\n---\n"
        "# A treaty for two\n\n"
        f"{LEAD}\n\n## What it says\n\n- Help in case of attack.\n- Trade in roubles.\n\n"
        f"> {MORE}\n\n***\n",
        "treaty.md",
    )

    assert found.media_type == "text/markdown"
    assert (found.title, found.author) == ("A treaty for two", "Jane Roe")
    assert found.published_on == date(2024, 6, 19)
    assert words(found, BlockKind.HEADING) == ["What it says"]
    assert words(found, BlockKind.BODY) == [
        LEAD, "Help in case of attack.", "Trade in roubles.", MORE,
    ]  # fmt: skip


def test_a_korean_and_a_russian_text_come_apart_as_well() -> None:
    korean = read(
        "북러 조약 서명\n\n홍길동 기자\n입력 2024.06.19 16:18\n\n"
        "러시아와 북한이 19일 평양에서 조약에 서명했다고 조선중앙통신이 보도했다.\n\n"
        "▶ 관련기사 바로가기\n저작권자 ⓒ 한빛통신, 무단 전재 및 재배포 금지"
    )
    russian = read(
        "Договор подписан\n\n19 июня 2024, 16:18\n\n"
        "Россия и КНДР подписали договор о партнерстве, сообщили в Кремле.\n\n"
        "Читайте также: Что известно о визите\nПодписывайтесь на наш канал"
    )

    assert (korean.title, korean.author) == ("북러 조약 서명", "홍길동")
    assert korean.published_on == russian.published_on == date(2024, 6, 19)
    assert len(words(korean, BlockKind.BODY)) == len(words(russian, BlockKind.BODY)) == 1


SENTENCES = " ".join(
    f"The envoy said on day {day} that talks about point {day} of the list went on."
    for day in range(25)
)


def test_a_scrape_without_copies_comes_apart_at_names_and_date() -> None:
    found = read(
        "Opinion Why the bridge at Tumangang mattersBy Jane RoeJune 19, 2024 "
        f"A train crosses the bridge (Yonhap) {LEAD} {SENTENCES} WHAT COMES NEXT {MORE} "
        "© Peninsula Notes. All rights reserved."
    )

    assert found.kind is Kind.EDITORIAL
    assert found.title == "Why the bridge at Tumangang matters"
    assert (found.author, found.published_on) == ("Jane Roe", date(2024, 6, 19))
    assert words(found, BlockKind.CAPTION) == ["A train crosses the bridge (Yonhap)"]
    assert words(found, BlockKind.HEADING) == ["WHAT COMES NEXT"]
    assert words(found, BlockKind.BODY) == [f"{LEAD} {SENTENCES}", MORE]
    assert found.publisher == "Peninsula Notes"


def test_a_long_line_without_seams_is_one_paragraph() -> None:
    assert words(read(SENTENCES), BlockKind.BODY) == [SENTENCES]


def test_only_runs_of_twenty_words_are_copies() -> None:
    twelve = "the risks posed by the visit and the growing partnership of the two"
    twenty = "it has to be said once more that " + twelve

    assert not find_repeats(f"Given {twelve} states. Despite {twelve} powers.")
    [repeat] = find_repeats(f"First: {twenty}. Second: {twenty}.")
    assert repeat.first.of(f"First: {twenty}. Second: {twenty}.") == f"{twenty}."


@pytest.mark.parametrize(
    "line",
    ["Related stories", "Most viewed articles", "Read more: Why it matters", "Share this article",
     "Please direct questions or comments to [english@hani.co.kr]", "Edited by Alannah Hill", "|",
     "Sign up for our newsletter", "© 2024 Peninsula Notes", "관련기사", "많이 본 뉴스",
     "We and our 842 partners use cookies to give you the best experience.", "Reporting from Seoul",
     "Correction: An earlier version of this article gave the wrong length.",
     "This article was amended on 20 June 2024.", "(With inputs from agencies)",
     "(This story has not been edited by our staff.)", "Scroll down for video",
     "무단 전재 및 재배포 금지",
     "Читайте также", "Поделиться", "someone@paper.example", "Advertisement", "12 comments",
     "(Reporting by Jane Roe; Editing by John Doe)", "Follow us on Telegram", "#Russia #DPRK"],
)  # fmt: skip
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["More than 300 people came.", "Related parties will meet in June, the ministry said.",
     "Top officials were there.", "Share prices fell in Seoul.", "Follow the money, he said.",
     "Copyright law has to change, she said.", "Support for the treaty is thin.",
     "Contact between the two ended in 2020.", "Read in Moscow, the text sounds different.",
     "Analysis: the text leaves much open.", "Latest figures show growth.",
     "An earlier version of this treaty was signed in 1961.", "This story was not told in Moscow.",
     "An earlier version of the draft had no such clause.", "We use the same terms, he said.",
     "This report was not confirmed by Seoul.", "Reporting from Kyiv, he said, was hard.",
     "Read the full statement here and you will find no such word, she said.",
     "2024", "Print runs fell.",
     "관련 부처가 회의를 열었다.",
     "Реклама запрещена, сообщили в ведомстве."],
)  # fmt: skip
def test_sentences_that_open_like_furniture_are_not(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("[Editorial] Seoul’s part", Kind.EDITORIAL),
     ("Analysis: what now", Kind.ANALYSIS),
     ("Opinion | What now", Kind.EDITORIAL), ("[칼럼] 북러", Kind.EDITORIAL),
     ("[사설] 북러 밀착", Kind.EDITORIAL),
     ("[속보] 발사", Kind.NEWS),
     ("Breaking Bad Habits in Seoul", None), ("Opinion polls show a lead", None),
     ("Analysis Shows Missile Was New", None), ("News-hungry readers", None)],
)  # fmt: skip
def test_a_label_is_told_from_a_first_word(title: str, kind: Kind | None) -> None:
    label = label_of(title)

    assert (label[0] if label else None) == kind


@pytest.mark.parametrize(
    ("line", "name"),
    [("By John Lee", "John Lee"), ("by Olga Kim and Sam Reed", "Olga Kim and Sam Reed"),
     ("홍길동 기자", "홍길동"), ("(서울=연합뉴스) 홍길동 기자", "홍길동"),
     ("Автор: Иван Петров", "Иван Петров"),
     ("By the way, it rained.", None), ("By noon the talks were over", None)],
)  # fmt: skip
def test_a_byline_gives_its_names(line: str, name: str | None) -> None:
    assert names_of(line) == name


def test_captions_and_rights_are_known_by_their_credits() -> None:
    assert is_credited("Kim Jong-un shakes hands with Putin on Sept. 13, 2023. (AP/Yonhap)")
    assert is_credited("This photo released by state media shows a launch.")
    assert is_credited("악수하는 북러 정상 [사진=연합뉴스]")
    assert not is_credited("The ministry said (and meant it) that talks go on.")
    assert rights_holder("© Korea Risk Group. All rights reserved. |") == "Korea Risk Group"
    assert rights_holder("Copyright 2024 Peninsula Notes, all rights reserved") == "Peninsula Notes"
