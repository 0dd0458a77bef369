"""Titles and speakers while somebody types: forgiving, true to the archive, bounded."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefings.model import Actor, NameKind
from briefings.search import ask, suggest_sources, suggest_speakers, suggest_titles
from briefings.search import postings as bounds
from briefings.search.standing import standing
from briefings.search.titleindex import TitleIndex
from briefings.storage.articles import remove_document, restore_document, store_article
from briefings.storage.database import Database
from briefings.storage.index import speaker_rows
from briefings.storage.names import NewName, add_name
from briefings.storage.shelves import COMMON_SHELF, shelf_of
from tests.storage.examples import NOW, new

COMMON = (COMMON_SHELF,)
TITLES = (
    "Kim Jong Un inspects a missile factory",
    "Kim Jong Il remembered in Pyongyang",
    "Putin and Kim sign a treaty on mutual aid",
    "Seoul protests against the treaty with Moscow",
    "Ushakov explains what the visit was for",
    "우샤코프 보좌관, 방북 일정 설명",
    "김대중 전 대통령 회고록 출간",
    "Жуков посетил выставку в Москве",
    "Factory workers leave for the Far East",
)


def index(titles: tuple[str, ...] = TITLES) -> TitleIndex:
    made = TitleIndex()
    for key, title in enumerate(titles):
        made.put(key, title, key)
    return made


def first(typed: str, made: TitleIndex | None = None) -> str | None:
    found = (made or index()).search(typed, limit=5)
    return TITLES[found[0].key] if found else None


def keep(database: Database, title: str, **changes: Any) -> int:
    return store_article(database, new(title, title=title, **changes), now=NOW).document_id


def offered(database: Database, typed: str, shelves: tuple[int, ...] = COMMON) -> list[str]:
    return [hit.title for hit in suggest_titles(database, typed, shelves=shelves)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("treaty mutul aid", TITLES[2]),
        ("aid treaty kim", TITLES[2]),
        ("protets agianst moscow", TITLES[3]),
        ("seo", TITLES[3]),
        ("workers leave fo", TITLES[8]),
        ("김정은", TITLES[0]),
        ("Ким Чен Ын", TITLES[0]),
        ("Kim Jong Il", TITLES[1]),
        ("Kim Dae-jung", TITLES[6]),
        ("Zhukov", TITLES[7]),
        ("주코프", TITLES[7]),
        ("회고록", TITLES[6]),
    ],
)
def test_a_title_is_found_by_what_little_is_remembered_of_it(typed: str, title: str) -> None:
    assert first(typed) == title


def test_a_name_is_found_in_its_own_script_and_in_the_other() -> None:
    found = index().search("ushakov", limit=5)

    assert [TITLES[each.key] for each in found] == [TITLES[4], TITLES[5]]


@pytest.mark.parametrize(
    "typed",
    [
        "Moon Ram-gil",
        "Mun Ramgil",
        "Ramgil Mun",
        "Moon Ram Gil",
        "Мун Рам Гиль",
        "mun ramkil talks",
    ],
)
@pytest.mark.parametrize("settled", [False, True])
def test_a_korean_name_in_latin_letters_finds_it_in_hangul_with_a_particle_too(
    typed: str, settled: bool
) -> None:
    made = index(("영화 우람길 감독", "대사 문람길의 방문", "주택 정책 문민길", "교수 라미율"))
    if settled:
        made.settle()

    assert made.search(typed, limit=5)[0].key == 1


@pytest.mark.parametrize("typed", ["Nam Moo-sung", "Nam Moo-sun", "nam moosung"])
def test_of_names_that_sound_the_same_the_one_spelt_so_comes_first(typed: str) -> None:
    made = index(("남무성은 제재 문제 언급", "남여정와 발언에 반응"))

    assert made.search(typed, limit=5)[0].key == 0


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Putin", "푸틴은 아침에 도착했다"),
        ("Lavrov", "라브로프와의 면담이 길어졌다"),
        ("Kim Jong Un", "김정은이 공장을 둘러봤다"),
        ("Putin", "У Путина спросили о погоде"),
        ("Вилсон", "Wilson opens a school"),
        ("Гамильтон", "Hamilton writes a letter"),
        ("Шварц", "Schwartz repairs the clock"),
        ("Бодлеро", "Baudeleau sells his boat"),
        ("Kozlov", "코즐로프가 배를 팔았다"),
    ],
)
def test_a_name_is_found_as_other_scripts_write_and_inflect_it(typed: str, title: str) -> None:
    made = index((title, *TITLES[4:7], "The clock of the tower is late"))

    assert [each.key for each in made.search(typed, limit=5)][:1] == [0]


def test_a_word_that_nothing_is_like_hides_no_title() -> None:
    assert first("ushakov explains qzxw visit") == TITLES[4]


def test_guarded_names_never_merge() -> None:
    for typed, other in (("Kim Jong Il", 0), ("김정일", 0), ("Kim Jong Un", 1), ("김정은", 1)):
        assert other not in {each.key for each in index().search(typed, limit=25)}


def test_the_newest_of_equal_titles_comes_first() -> None:
    made = TitleIndex()
    for key, day in ((1, 5), (2, 9), (3, 7)):
        made.put(key, "Same title", day)

    assert [each.key for each in made.search("same title", limit=3)] == [2, 3, 1]


@pytest.mark.parametrize("settled", [False, True])
def test_work_is_bounded_however_common_the_words(
    settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_POSTINGS", 100)
    monkeypatch.setattr(bounds, "MOST_CHECKED", 200)
    made = index(tuple(f"Talks in Moscow, part {number}" for number in range(2000)))
    if settled:
        made.settle()

    found = made.search("talks in moscow part", limit=25)

    assert len(found) == 25
    assert 0 < made.looked_at <= 100 + 3 * 200


@pytest.mark.parametrize("settled", [False, True])
def test_replaced_titles_leave_no_trace_and_their_room_is_used_again(settled: bool) -> None:
    made = index()
    if settled:
        made.settle()
    for _ in range(600):
        for key, title in enumerate(TITLES):
            made.put(key, title)

    assert len(made) == len(TITLES)
    assert [made.crowded, first("missile factory", made), made.crowded] == [True, TITLES[0], False]
    made.put(0, "Quite another")
    assert first("missile factory", made) != TITLES[0]
    made.drop(0)
    assert len(made) == len(TITLES) - 1


@pytest.mark.parametrize("at", range(len(TITLES) + 1))
def test_settling_at_any_moment_changes_no_answer(at: int) -> None:
    plain, settled = index(), index(TITLES[:at])
    settled.settle()
    for key, title in enumerate(TITLES[at:], at):
        settled.put(key, title, key)

    for typed in ("treaty mutul aid", "seo", "김정은", "주코프", "factory", "kim", "the treaty"):
        assert settled.search(typed, limit=5) == plain.search(typed, limit=5)


def test_suggestions_follow_every_change_also_of_other_processes(
    database: Database, open_again: Callable[[], Database]
) -> None:
    elsewhere = open_again()
    one = keep(database, "Treaty signed")
    assert offered(database, "traety") == offered(elsewhere, "traety") == ["Treaty signed"]
    gone: dict[str, Any] = {"shelf_id": COMMON_SHELF, "by": 1, "interaction_id": None, "now": NOW}

    remove_document(elsewhere, one, **gone)
    assert offered(database, "treaty") == []
    assert ask(database, "pyongyang", shelves=COMMON).hits == ()
    restore_document(elsewhere, one, **gone)
    assert offered(database, "treaty") == ["Treaty signed"]
    assert [hit.article.document_id for hit in ask(database, "pyongyng", shelves=COMMON).hits] == [
        one
    ]
    changed = new("other bytes", title="Pact concluded", document_id=one)
    store_article(elsewhere, changed, now=NOW)

    assert offered(database, "treaty") == []
    assert offered(database, "pcat concluded") == ["Pact concluded"]


def test_a_name_that_a_desk_added_finds_titles_for_that_desk_alone(database: Database) -> None:
    own, others = shelf_of(database, 77), shelf_of(database, 78)
    keep(database, "박하늘은 협상을 끝냈다")
    named = NewName("Park Skylark", (("ko", "박하늘"),), NameKind.PERSON, Actor.ROK)
    add_name(database, named, guild_id=77, by=9, interaction_id=None, now=NOW)

    assert offered(database, "park skylark", (COMMON_SHELF, own)) == ["박하늘은 협상을 끝냈다"]
    assert offered(database, "park skylark", (COMMON_SHELF, others)) == []


def test_nothing_typed_offers_the_newest(database: Database) -> None:
    reading = replace(new().reading, extraction=replace(new().reading.extraction, published=None))
    for number in range(5):
        keep(database, f"Title {number}", reading=reading)

    assert offered(database, " ?")[:2] == ["Title 4", "Title 3"]


def test_what_has_no_date_stands_among_the_newest_by_the_day_it_came(database: Database) -> None:
    own = shelf_of(database, 77)
    undated = replace(new().reading.extraction, published=None, published_on=None)
    keep(database, "Came on the 20th", reading=replace(new().reading, extraction=undated))
    keep(database, "Of the 21st", published_on=date(2024, 6, 21), shelf_id=own)
    keep(database, "Of the 19th", published_on=date(2024, 6, 19))

    expected = ["Of the 21st", "Came on the 20th", "Of the 19th"]
    assert offered(database, "", (COMMON_SHELF, own)) == expected
    assert offered(database, "") == expected[1:]


def test_another_guilds_titles_and_speakers_are_never_offered(database: Database) -> None:
    own = shelf_of(database, 77)
    keep(database, "Secret treaty", shelf_id=own)

    assert offered(database, "secret treaty") == []
    assert offered(database, "secret treaty", (COMMON_SHELF, own)) == ["Secret treaty"]
    assert suggest_speakers(database, "putin", shelves=COMMON) == ()
    assert suggest_speakers(database, "putim", shelves=(own,)) == ("Vladimir Putin",)


@pytest.mark.parametrize("most", [0, 500])
def test_speakers_follow_every_change_also_of_other_processes(
    database: Database,
    open_again: Callable[[], Database],
    most: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefings.search.standing.MOST_HEARD", most)
    elsewhere = open_again()
    one, _ = keep(database, "First"), keep(database, "Second")
    gone: dict[str, Any] = {"shelf_id": COMMON_SHELF, "by": 1, "interaction_id": None, "now": NOW}
    seen = []
    for deed, key in (
        (None, 0),
        (remove_document, one),
        (remove_document, 2),
        (restore_document, 2),
    ):
        if deed is not None:
            deed(elsewhere, key, **gone)
        with standing(database).speakers(database, COMMON) as speakers:
            assert tuple(speakers.rows) == speaker_rows(database, shelves=COMMON)
            seen.append([row.count for row in speakers.rows])
        assert suggest_speakers(database, "putni", shelves=COMMON) == (
            ("Vladimir Putin",) if seen[-1] else ()
        )

    assert seen == [[2, 2], [1, 1], [], [1, 1]]


def test_sources_are_offered_as_typed_misspelt_or_in_another_script(database: Database) -> None:
    own = shelf_of(database, 77)
    for name in ("The Moscow Times", "Yonhap News", "한겨레", "Коммерсантъ", "Yonhap TV"):
        keep(database, f"Title in {name}", source=name)
    keep(database, "Secret", source="Our newsletter", shelf_id=own)

    def sources(typed: str, shelves: tuple[int, ...] = COMMON) -> tuple[str, ...]:
        return suggest_sources(database, typed, shelves=shelves)

    assert sources("") == ("Yonhap TV", "Коммерсантъ", "한겨레", "Yonhap News", "The Moscow Times")
    assert sources("yonh") == ("Yonhap TV", "Yonhap News")
    assert sources("mosocw tmes") == ("The Moscow Times",)
    assert sources("hangyore") == ("한겨레",)
    assert sources("kommersant") == ("Коммерсантъ",)
    assert sources("newsletter") == ()
    assert sources("newsletter", (COMMON_SHELF, own)) == ("Our newsletter",)


HOSTILE = [
    '"',
    '"* OR NEAR(',
    "a AND NOT b",
    "%' -- _",
    "\0\ud800",
    "😀🇰🇵",
    "\u202e\u200fputin\u202c",
    "the of and",
    "x" * 10_000,
    "ab " * 3_400,
    "가" * 10_000,
    '"' * 9_999,
    "-" * 9_999,
    "speaker:" * 1_250,
    "since:\0",
    "़ा﷽",
    "kim " * 2_500,
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_typing_is_only_typing(database: Database, typed: str) -> None:
    keep(database, "Putin visits Pyongyang")

    suggest_titles(database, typed, shelves=COMMON)
    suggest_speakers(database, typed, shelves=COMMON)
    suggest_sources(database, typed, shelves=COMMON)
    if "since" not in typed and "speaker" not in typed:
        ask(database, typed, shelves=COMMON)

    assert offered(database, "pyongyang") == ["Putin visits Pyongyang"]


def test_many_threads_see_one_index(database: Database) -> None:
    for number in range(30):
        keep(database, f"Treaty number {number}")
    seen: list[int] = []
    threads = [
        threading.Thread(target=lambda: seen.append(len(offered(database, "treaty number"))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == [25] * 8
