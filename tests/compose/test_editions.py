"""What becomes news, what stays out, and why; in small worlds made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest

from briefings.compose import compose
from briefings.compose.selection import ITEMS_AT_MOST
from briefings.model import (
    Article,
    BlockKind,
    Edge,
    Edition,
    Flag,
    Kind,
    Medium,
    Mood,
    Role,
    Section,
)
from tests.compose.building import Told, article, everything, printed, window, words

NOW = datetime(2025, 5, 10, 23, tzinfo=UTC)  # 08:00 on the 11th in Seoul
TODAY = date(2025, 5, 10)
YESTERDAY = NOW - timedelta(days=1)
ZONE = "Asia/Seoul"
MET = "Lavrov met Choe Son Hui in the Russian capital and praised North Korea for its help."
SANCTIONS = "South Korea imposed sanctions on nine companies and two ships from Russia on Friday."
BALLOONS = "North Korea floated more than three hundred balloons across the border to South Korea."
DRILL = "Russia and China flew bombers together near the islands in a drill on Saturday."


def edition(
    *articles: Article,
    edges: Sequence[Edge] = (),
    shown: frozenset[str] = frozenset(),
    until: datetime = NOW,
    since: datetime | None = None,
    language: str = "en",
) -> Edition:
    spell = window(until, since=since)
    return compose(articles, window=spell, zone=ZONE, edges=edges, language=language, shown=shown)


def section(found: Edition, wanted: Section) -> list[str]:
    return [
        item.extract.words
        for each in found.sections
        if each.section is wanted
        for item in each.items
    ]


def news(document_id: int, *told: Told | str, published: datetime = YESTERDAY) -> Article:
    return article(document_id, *told, published=published)


def test_each_edge_has_its_section_in_a_fixed_order_and_a_quiet_one_stays_empty() -> None:
    found = edition(news(1, BALLOONS), news(2, MET), news(3, Told(DRILL, day=TODAY)))

    assert [each.section for each in found.sections] == list(Section)
    assert section(found, Section.DPRK_RUSSIA) == [MET]
    assert section(found, Section.RUSSIA_ROK) == []
    assert section(found, Section.DPRK_ROK) == [BALLOONS]
    assert section(found, Section.TRIANGLE) == [DRILL]


def test_a_briefing_of_one_edge_holds_that_edge_alone() -> None:
    found = edition(news(1, BALLOONS), news(2, MET), edges=[Edge.DPRK_ROK])

    assert [each.section for each in found.sections] == [Section.DPRK_ROK]
    assert words(printed(found)) == [BALLOONS]
    assert [(each.document_id, each.reason) for each in found.left_out] == [(2, "other-edge")]
    assert found.edges == (Edge.DPRK_ROK,)


def test_without_anything_new_every_section_is_quiet_and_old_articles_are_not_news() -> None:
    old = news(1, MET, BALLOONS, SANCTIONS, published=NOW - timedelta(days=30))
    found = edition(old, since=NOW - timedelta(days=1))

    assert everything(found) == []
    assert (found.heard, found.background, found.left_out) == ((), (), ())


def test_an_empty_archive_gives_an_empty_edition() -> None:
    assert everything(edition()) == []


def test_what_an_earlier_briefing_printed_is_never_printed_again() -> None:
    digest = sha256(MET.encode()).hexdigest()
    found = edition(news(1, MET), news(2, BALLOONS), shown=frozenset({digest}))

    assert words(printed(found)) == [BALLOONS]
    assert [(each.document_id, each.reason) for each in found.left_out] == [(1, "shown")]


@pytest.mark.parametrize(
    ("flawed", "reason"),
    [
        (article(1, MET, first_seen=YESTERDAY), "undated"),
        (article(1, MET, published=YESTERDAY, flags=[Flag.REWORDED]), "reworded"),
        (article(1, MET, flags=[Flag.REWORDED, Flag.UNDATED]), "reworded"),
        (article(1, MET, published=NOW - timedelta(days=9), first_seen=YESTERDAY), "older"),
        (article(1, MET, published=NOW + timedelta(days=9), first_seen=YESTERDAY), "future"),
        (
            article(1, "The weather was fine in the whole of the country.", published=YESTERDAY),
            "no-edge",
        ),
        (article(1, Told(MET, weight=0.0), published=YESTERDAY), "nothing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_document_that_gives_no_news_is_left_out_with_its_reason(
    flawed: Article, reason: str
) -> None:
    found = edition(flawed, news(2, BALLOONS))

    assert words(printed(found)) == [BALLOONS]
    assert [(each.document_id, each.reason) for each in found.left_out] == [(1, reason)]
    assert [each.document_id for each in found.heard] == [2]


def test_where_every_document_is_undated_nothing_is_news() -> None:
    found = edition(*(article(n, MET, BALLOONS, first_seen=YESTERDAY) for n in range(1, 4)))

    assert everything(found) == []
    assert {each.reason for each in found.left_out} == {"undated"}


def test_a_removed_document_and_one_from_after_the_window_do_not_exist() -> None:
    removed = article(1, MET, published=YESTERDAY, removed_at=NOW)
    later = article(2, BALLOONS, published=YESTERDAY, first_seen=NOW)
    found = edition(removed, later)

    assert (everything(found), found.left_out) == ([], ())


def test_only_the_latest_version_of_a_document_speaks() -> None:
    first = article(1, MET, published=YESTERDAY)
    second = article(1, BALLOONS, published=YESTERDAY, version=2)

    assert words(printed(edition(second, first))) == [BALLOONS]


def test_a_small_archive_is_accounted_for_whole_and_a_big_one_by_what_came_in() -> None:
    old = [article(n, MET, first_seen=NOW - timedelta(days=40)) for n in range(3, 40)]
    since = NOW - timedelta(days=3)
    small = edition(*old[:5], news(2, BALLOONS), since=since)
    big = edition(*old, news(2, BALLOONS), since=since)

    assert [each.reason for each in small.left_out] == ["undated"] * 5
    assert big.left_out == ()


def test_what_came_in_before_the_window_is_not_called_older_than_the_look_back() -> None:
    since = NOW - timedelta(days=1)
    before = news(1, MET, published=NOW - timedelta(days=2))
    found = edition(before, news(2, BALLOONS), since=since)

    assert [each.document_id for each in found.heard] == [2]
    assert found.left_out == ()


def test_two_copies_of_a_wire_story_are_one_item_that_names_both() -> None:
    copy = article(2, MET, published=YESTERDAY, source="TASS", near_duplicate_of=1)
    found = edition(news(1, MET), copy)

    assert [(item.extract.document_id, item.also_in) for item in printed(found)] == [(1, (2,))]
    assert [(each.document_id, each.reason) for each in found.left_out] == [(2, "near-duplicate")]


def test_copies_nobody_flagged_merge_by_their_words_too() -> None:
    retold = MET.replace("praised", "thanked")
    found = edition(
        news(1, MET, SANCTIONS), news(2, MET.replace(",", "")), news(3, retold, BALLOONS)
    )
    (item,) = (item for item in printed(found) if item.extract.document_id == 1 and item.also_in)

    assert words([item]) == [MET]
    assert item.also_in == (2, 3)


def test_a_copy_of_a_story_that_was_news_before_is_no_news() -> None:
    old = news(1, MET, published=NOW - timedelta(days=20))
    copy = article(2, MET, published=YESTERDAY, near_duplicate_of=1)
    found = edition(old, copy, since=NOW - timedelta(days=2))

    assert everything(found) == []
    assert [(each.document_id, each.reason) for each in found.left_out] == [(2, "near-duplicate")]


def test_a_copy_speaks_where_its_original_is_reworded() -> None:
    original = article(1, MET, published=YESTERDAY, flags=[Flag.REWORDED])
    found = edition(original, article(2, MET, published=YESTERDAY, near_duplicate_of=1))

    assert [item.extract.document_id for item in printed(found)] == [2]


def test_news_stands_newest_first_by_event_date_and_else_by_publication() -> None:
    found = edition(
        news(1, Told(BALLOONS, day=TODAY - timedelta(days=2))),
        news(2, Told("North Korea fired shells toward an island of South Korea.", day=TODAY)),
        news(3, "South Korea closed the road that leads to North Korea.", published=YESTERDAY),
    )

    assert [item.extract.document_id for item in printed(found)] == [2, 3, 1]


def test_an_old_event_in_a_new_document_is_background_and_one_line_an_edge() -> None:
    old = Told("North Korea blew up the liaison office of South Korea.", day=date(2020, 6, 16))
    older = Told("South Korea met North Korea in a summit on the border.", day=date(2018, 4, 27))
    found = edition(news(1, BALLOONS, old, older))

    assert [item.role for item in printed(found)] == [Role.EVENT, Role.BACKGROUND]
    assert printed(found)[1].extract.words == old.words


def test_background_alone_is_no_news() -> None:
    old = Told("North Korea blew up the liaison office of South Korea.", day=date(2020, 6, 16))

    assert everything(edition(news(1, old))) == []


def test_background_keeps_the_sentence_that_says_what_became_of_it() -> None:
    treaty = Told(
        "Russia and North Korea had a treaty stating, “Each shall help the other at once.”",
        day=date(1961, 7, 6),
        speaker="a treaty",
        said=date(1961, 7, 6),
        medium=Medium.TREATY,
    )
    became = Told("In 2000, this treaty was replaced.", day=date(2000, 2, 9), paragraph=False)
    found = edition(news(1, MET, treaty, became))

    assert words(printed(found)) == [MET, treaty.words, became.words]
    assert [item.medium for item in printed(found)] == [None, Medium.TREATY, None]


def test_the_archive_gives_background_only_where_an_edge_has_news() -> None:
    old = news(
        1,
        Told("North Korea blew up the liaison office of South Korea.", day=date(2020, 6, 16)),
        Told("Russia joined the sanctions on North Korea in that year.", day=date(2017, 9, 11)),
        published=NOW - timedelta(days=300),
    )
    found = edition(old, news(2, MET), since=NOW - timedelta(days=2))

    assert words(printed(found)) == [
        MET,
        "Russia joined the sanctions on North Korea in that year.",
    ]
    assert [each.document_id for each in found.background] == [1]


def test_a_forecast_is_labelled_and_there_is_one_an_edge() -> None:
    guesses = [
        Told(f"North Korea may {deed} against South Korea soon.", mood=Mood.FORECAST)
        for deed in ("fly more drones", "close the last border road", "test a bigger missile")
    ]
    found = edition(news(1, BALLOONS, *guesses))

    assert [item.role for item in printed(found)] == [Role.EVENT, Role.FORECAST]


def test_a_forecast_is_dropped_when_a_later_document_reports_the_outcome() -> None:
    plan = Told(
        "Lavrov will visit North Korea on Friday.", mood=Mood.FORECAST, day=date(2025, 5, 9)
    )
    visit = Told("Lavrov visited North Korea on Friday for two days.", day=date(2025, 5, 9))
    before = edition(news(1, plan, published=NOW - timedelta(days=2)))
    after = edition(news(1, plan, published=NOW - timedelta(days=2)), news(2, visit))

    assert words(printed(before)) == [plan.words]
    assert words(printed(after)) == [visit.words]


def test_a_sentence_that_leans_on_the_one_before_is_not_shown_alone() -> None:
    leaning = "This pleased North Korea and annoyed South Korea for some days."

    assert words(printed(edition(news(1, BALLOONS, leaning)))) == [BALLOONS]


@pytest.mark.parametrize("block", [BlockKind.CAPTION, BlockKind.HEADING, BlockKind.FURNITURE])
def test_captions_headings_and_furniture_are_not_shown(block: BlockKind) -> None:
    assert words(printed(edition(news(1, BALLOONS, Told(MET, block=block))))) == [BALLOONS]


def test_a_quotation_carries_its_speaker_medium_and_date_of_saying() -> None:
    told = Told(
        "Peskov said Friday that Russia and North Korea “will go on as two good neighbours do.”",
        speaker="Peskov",
        said=date(2025, 5, 9),
        medium=Medium.WRITTEN,
    )
    (item,) = printed(edition(news(1, told)))

    assert (item.role, item.speaker, item.medium) == (Role.QUOTE, "Peskov", Medium.WRITTEN)
    assert item.when is not None
    assert (item.when.first, item.published_on) == (date(2025, 5, 9), date(2025, 5, 9))


def test_a_fragment_stays_inside_its_sentence_which_is_an_event() -> None:
    told = Told("Seoul threatened Pyongyang with “hard measures” on Friday.", speaker="Seoul")
    (item,) = printed(edition(news(1, told)))

    assert (item.role, item.extract.words) == (Role.EVENT, told.words)


def test_the_writers_gloss_behind_a_dash_is_cut_from_what_was_said() -> None:
    told = Told(
        "Putin thanked Seoul for sending no weapons — likely a threat.",
        speaker="Putin",
        reported="Seoul for sending no weapons",
    )
    (item,) = printed(edition(news(1, told)))

    assert item.role is Role.STATEMENT
    assert item.extract.words[: item.cut_at].endswith("no weapons")


def test_a_date_inside_reported_words_does_not_make_the_saying_old() -> None:
    told = Told(
        "Cho Tae-yul said that Russia trained troops of North Korea in 2021.",
        speaker="Cho Tae-yul",
        reported="Russia trained troops of North Korea in 2021",
        day=date(2021, 6, 1),
    )
    (item,) = printed(edition(news(1, told)))

    assert (item.role, item.when) == (Role.STATEMENT, None)


def test_the_bottom_line_is_two_events_of_different_edges_and_sources() -> None:
    found = edition(news(1, Told(MET, weight=0.9), Told(SANCTIONS, weight=0.8)), news(2, BALLOONS))

    assert {item.extract.words for item in found.bottom_line} == {MET, BALLOONS}
    assert set(words(found.bottom_line)) <= set(words(printed(found)))


def test_one_source_alone_still_gives_a_bottom_line_of_two_edges() -> None:
    found = edition(news(1, Told(MET, weight=0.9), BALLOONS))

    assert set(words(found.bottom_line)) == {MET, BALLOONS}


def test_an_editorial_keeps_its_label_on_every_item() -> None:
    found = edition(article(1, MET, published=YESTERDAY, kind=Kind.EDITORIAL))

    assert [item.kind for item in everything(found)] == [Kind.EDITORIAL, Kind.EDITORIAL]


def test_a_report_is_heard_beside_an_opinion_piece_with_many_weightier_sentences() -> None:
    claims = [
        Told(f"North Korea {deed} on Thursday.", day=TODAY, weight=0.9)
        for deed in (
            "fired shells at a ship of South Korea",
            "arrested two fishermen of South Korea",
            "cut the last telephone line to South Korea",
            "moved its loudspeakers up to the fence of South Korea",
        )
    ]
    opinion = article(1, *claims, published=YESTERDAY, kind=Kind.EDITORIAL)
    found = edition(opinion, news(2, Told(BALLOONS, weight=0.1)))

    assert BALLOONS in section(found, Section.DPRK_ROK)
    assert len(section(found, Section.DPRK_ROK)) > 1


def test_a_flood_of_articles_stays_a_briefing() -> None:
    many = [
        news(
            n,
            f"North Korea {deed} number {n} near the town {n * 7} of South Korea in case {n * 3}.",
        )
        for n, deed in enumerate(
            ["seized boat", "shelled hill", "freed sailor", "cut line"] * 25, 1
        )
    ]
    found = edition(
        *many, *(news(n, MET.replace("praised", f"praised {n}")) for n in range(200, 300))
    )

    assert len(printed(found)) <= ITEMS_AT_MOST
    assert len(found.left_out) == 25
    assert len(found.left_out) + found.unlisted + len(found.heard) == 200
    assert {each.reason for each in found.left_out} <= {"no-room", "near-duplicate"}


def test_the_order_in_which_articles_come_does_not_matter() -> None:
    world = [news(1, MET, SANCTIONS), news(2, BALLOONS), article(3, MET), news(4, MET)]

    assert edition(*world) == edition(*reversed(world))


def test_a_person_may_date_a_document_that_is_silent() -> None:
    silent = article(1, MET, flags=[Flag.UNDATED], first_seen=YESTERDAY)
    dated = replace(silent, published_on=TODAY)

    assert words(printed(edition(dated))) == [MET]


def told_three_times() -> list[Article]:
    russian = Told("Путин встретился в Кремле с министром Цой Сон Хи.", day=TODAY, weight=0.9)
    korean = Told(
        "푸틴이 모스크바 크렘린궁에서 최선희 외무상을 접견했다고 통신이 보도했다.", day=TODAY
    )
    return [
        news(1, Told("Putin met the minister Choe Son Hui on Saturday in the palace.", day=TODAY)),
        article(2, russian, published=YESTERDAY, language="ru"),
        article(3, korean, published=YESTERDAY, language="ko"),
    ]


@pytest.mark.parametrize(("language", "speaking"), [("en", 1), ("ru", 2), ("ko", 3)])
def test_one_event_told_in_three_languages_is_one_item_in_the_channels_own(
    language: str, speaking: int
) -> None:
    (item,) = printed(edition(*told_three_times(), language=language))

    assert item.extract.document_id == speaking
    assert set(item.also_in) == {1, 2, 3} - {speaking}


def test_words_in_quotation_marks_that_nobody_is_named_for_are_not_shown() -> None:
    nobodys = (
        "“We condemn what North Korea does to help Russia in this war,” the two said in Seoul."
    )

    assert words(printed(edition(news(1, BALLOONS, nobodys)))) == [BALLOONS]


def test_a_name_in_quotation_marks_does_not_hide_its_sentence() -> None:
    named = "Russia and North Korea held the drill “Shield of the East” near their border."

    assert words(printed(edition(news(1, named)))) == [named]


def test_the_land_an_act_is_done_in_places_it_where_nobody_else_acts() -> None:
    told = "The Pentagon said that soldiers of North Korea were in Kursk for some weeks."

    assert section(edition(news(1, told)), Section.DPRK_RUSSIA) == [told]


def test_an_event_with_its_source_behind_it_may_be_the_bottom_line() -> None:
    fired = Told(
        "North Korea fired two missiles into the sea on Saturday, South Korea said.",
        weight=0.9,
        speaker="South Korea",
        reported="North Korea fired two missiles into the sea on Saturday",
    )
    found = edition(news(1, fired, BALLOONS))

    assert words(found.bottom_line)[0] == fired.words
    assert found.bottom_line[0].role is Role.STATEMENT


def test_a_plan_is_a_forecast_though_it_is_told_as_a_fact() -> None:
    (item,) = printed(edition(news(1, Told("Lavrov will visit North Korea.", day=TODAY))))

    assert item.role is Role.FORECAST


def test_an_opinion_pieces_claim_is_no_event() -> None:
    claim = "South Korea has pushed North Korea into the arms of its neighbours for years."
    piece = article(1, claim, BALLOONS + " It is so.", published=YESTERDAY, kind=Kind.EDITORIAL)

    assert Role.EVENT not in {item.role for item in printed(edition(piece))}


def test_the_town_a_report_was_written_in_acts_in_nothing() -> None:
    told = "SEOUL, May 10 (Yonhap) -- Lavrov met Kim Jong Un of North Korea near the sea."

    assert section(edition(news(1, told)), Section.DPRK_RUSSIA) == [told]


def test_an_arrival_told_by_two_sources_is_one_item() -> None:
    first = Told("Lavrov arrived in North Korea on Saturday for a three-day visit.", day=TODAY)
    second = Told(
        "The minister Lavrov arrived in the port in North Korea Saturday for his visit.", day=TODAY
    )
    (item,) = printed(edition(news(1, first), news(2, second)))

    assert {item.extract.document_id, *item.also_in} == {1, 2}


def test_the_next_day_of_something_old_is_old() -> None:
    old = Told("South Korea stopped its loudspeakers near North Korea.", day=date(2025, 2, 11))
    next_day = "North Korea stopped its own against South Korea the next day."
    found = edition(news(1, BALLOONS, old, next_day))

    assert [(item.role, item.extract.words) for item in printed(found)] == [
        (Role.EVENT, BALLOONS),
        (Role.BACKGROUND, old.words),
    ]


def test_a_standing_position_is_shown_beside_news_and_never_alone() -> None:
    stance = Told("South Korea keeps its sanctions against Russia in place.", mood=Mood.STATE)
    alone = edition(news(1, stance))
    beside = edition(news(1, stance, Told(SANCTIONS, day=TODAY)))

    assert everything(alone) == []
    assert [item.role for item in printed(beside)] == [Role.EVENT, Role.POSITION]


def test_where_one_edge_has_all_the_news_the_bottom_line_hears_two_sources() -> None:
    found = edition(
        news(1, MET, "Lavrov thanked North Korea for the soldiers it had trained."),
        news(2, "Putin sent a telegram to Kim Jong Un about the new bridge."),
    )

    assert {item.source for item in found.bottom_line} == {"Source 1", "Source 2"}


@pytest.mark.parametrize(
    ("speaker", "role"), [("Analysts", Role.FORECAST), ("Lavrov", Role.STATEMENT)]
)
def test_what_analysts_expect_is_a_forecast_and_what_a_minister_announces_a_statement(
    speaker: str, role: Role
) -> None:
    reported = "the pact may draw Russia deeper into a war beside North Korea"
    told = Told(
        f"{speaker} said that {reported}.", mood=Mood.FORECAST, speaker=speaker, reported=reported
    )
    (item,) = printed(edition(news(1, told)))

    assert (item.role, item.speaker) == (role, speaker)


def test_a_speaker_is_heard_in_one_language_a_day() -> None:
    english = Told("Putin said Russia “will stand by Pyongyang for all time”.", speaker="Putin")
    russian = Told(
        "Путин сказал: «Россия и Цой Сон Хи — “друзья на все времена и дни”».", speaker="Путин"
    )
    found = edition(news(1, english), article(2, russian, published=YESTERDAY, language="ru"))

    assert words(printed(found)) == [english.words]
