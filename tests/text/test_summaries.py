"""What a summary may and may not hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.model import Actor, BlockKind, Edge, Kind, Mood, Sentence, Span
from briefings.text.features import roots, specificity, stands_alone
from briefings.text.summaries import summarise
from briefings.text.weights import MOST_SENTENCES, weigh
from tests.text.seed_sentences import Document, document

LEAD = "Russian President Vladimir Putin arrived in North Korea on Wednesday, his first in years."
TREATY = "Putin and Kim signed a treaty on mutual defense in Pyongyang on Wednesday evening."
PROTEST = "South Korea summoned the Russian ambassador on Friday to protest against the treaty."
BACKGROUND = "Russia and North Korea share a short border on the Tumen river."


def summary_of(held: Document, kind: Kind = Kind.NEWS, edge: Edge | None = None) -> list[str]:
    return [held.shown(i) for i in summarise(held.text, held.sentences, kind=kind, edge=edge)]


@pytest.mark.parametrize(
    "furniture",
    [
        "Please Register to create posts and topics.",
        "Scroll down for video and more pictures of the visit",
        "By Tom Ashworth",
        "By Tom Ashworth for MailOnline .",
        "By .",
        "Emma Glanfield and Jill Reilly for MailOnline .",
        "The opinions expressed in this commentary are solely his.",
        "PUBLISHED: 18:02 EST, 3 August 2014",
        "18:02 EST, 3 August 2014 .",
        "Follow @koreapro for more news on Russia and North Korea",
        "© Korea Risk Group. All rights reserved.",
        "Related stories about Russia and North Korea",
        "Please direct questions or comments to [english@hani.co.kr]",
        "Additional reporting by Kim Su-jin in Seoul",
        "무단 전재 및 재배포 금지, 저작권자 연합뉴스",
        "Читайте также: Путин прибыл в Пхеньян",
        "english@hani.co.kr",
        "* * *",
        "ПХЕНЬЯН, 19 июня — РИА Новости.",
        "МОСКВА, 19 июня. /ТАСС/.",
        "SEOUL, June 19 (Reuters) -",
    ],
)
def test_furniture_weighs_nothing(furniture: str) -> None:
    held = document([furniture, LEAD, TREATY])

    assert held.sentences[0].weight == 0
    assert min(sentence.weight for sentence in held.sentences[1:]) > 0
    assert furniture not in summary_of(held)


@pytest.mark.parametrize("block", [kind for kind in BlockKind if kind is not BlockKind.BODY])
def test_only_the_body_is_extracted(block: BlockKind) -> None:
    held = document([LEAD, TREATY, PROTEST], blocks=[block, BlockKind.BODY, BlockKind.BODY])

    assert held.sentences[0].weight == 0
    assert summary_of(held) == [TREATY, PROTEST]


def test_a_text_all_in_capitals_keeps_its_sentences() -> None:
    held = document([line.upper() for line in (LEAD, TREATY, PROTEST)])

    assert all(sentence.weight > 0 for sentence in held.sentences)


def test_the_rest_of_a_broken_sentence_is_never_shown() -> None:
    rest = "arrived in North Korea on Wednesday for talks with Kim Jong Un, officials said."
    held = document([rest, LEAD, TREATY, "iPhone sales in Russia and South Korea fell in May."])

    assert [sentence.weight > 0 for sentence in held.sentences] == [False, True, True, True]


def test_a_text_without_capitals_keeps_its_sentences() -> None:
    held = document([line.lower() for line in (LEAD, TREATY, PROTEST)])

    assert all(sentence.weight > 0 for sentence in held.sentences)


def test_a_second_copy_weighs_nothing() -> None:
    held = document([LEAD, TREATY, LEAD.replace(",", "")])

    assert held.sentences[2].weight == 0


def test_a_near_copy_is_not_shown_beside_its_twin() -> None:
    twin = "Vladimir Putin, the Russian President, arrived on Wednesday in North Korea, his first."
    held = document([LEAD, twin, PROTEST, BACKGROUND])

    assert twin not in summary_of(held)


@pytest.mark.parametrize(
    "opening",
    [
        "This", "That", "These", "Those", "Such a visit", "It", "They", "He", "His aides",
        "Thus it", "Second, he", "In return, Moscow", "Since then, it", "But Seoul", "The move",
        "In addition, Seoul", "In addition to this, Seoul", "On the same day, Seoul",
        "In 2000, this treaty", "In his speech, he", "The two sides", "As a result, Seoul",
        "“He", "The latter", "Yet with it, Moscow",
    ],
)  # fmt: skip
def test_a_hanging_opener_does_not_stand_alone(opening: str) -> None:
    assert not stands_alone(f"{opening} changed everything for the region.", "en")


@pytest.mark.parametrize(
    "sentence",
    [
        LEAD,
        "It’s time to reflect on whether this approach has worked.",
        "First Deputy Prime Minister Denis Manturov visited Seoul.",
        "Second World War veterans met in Moscow.",
        "Both Seoul and Washington protested.",
        "Since Yoon took office, he has gone all-in on the alliance.",
        "In a speech on Tuesday, Putin praised North Korea.",
        "In response to North Korea’s balloons, Seoul suspended the agreement.",
        "In addition to oil, Russia sends North Korea wheat.",
        "This week North Korea fired two missiles.",
        "Third-country banks helped Moscow pay Pyongyang.",
        "Instead of Moscow, Kim chose Vladivostok.",
        "So far North Korea has not replied to Seoul.",
        "Thisted is a town in Denmark.",
        "Hershey sells chocolate.",
        "Itochu bought a mine.",
    ],
)
def test_a_named_opening_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence, "en")


@pytest.mark.parametrize(
    ("language", "sentence", "alone"),
    [
        ("ko", "그는 이에 대해 유감을 표명했다.", False),
        ("ko", "이는 안보리 결의 위반이다.", False),
        ("ko", "두 정상은 조약에 서명했다.", False),
        ("ko", "양국은 협력을 강화하기로 했다.", False),
        ("ko", "하지만 러시아는 부인했다.", False),
        ("ko", "이날 회담은 두 시간 진행됐다.", False),
        ("ko", "이란 대통령이 평양을 방문했다.", True),
        ("ko", "푸틴 대통령이 평양에 도착했다.", True),
        ("ko", "이 대통령은 러시아와 대화하겠다고 밝혔다.", True),
        ("ko", "그리스 외교부는 환영했다.", True),
        ("ru", "Он прибыл в Пхеньян утром.", False),
        ("ru", "Однако Сеул возразил.", False),
        ("ru", "При этом стороны подписали договор.", False),
        ("ru", "Этот договор вступил в силу.", False),
        ("ru", "Ономастика изучает имена.", True),
        ("ru", "Путин прибыл в Пхеньян.", True),
    ],
)
def test_korean_and_russian_openers_are_known(language: str, sentence: str, alone: bool) -> None:
    assert stands_alone(sentence, language) is alone


def test_the_first_sentence_names_the_triangle_where_the_document_is_about_it() -> None:
    scene = (
        "Thousands of people with flowers lined the wide streets from the airport to the centre."
    )
    held = document([scene, LEAD, TREATY, PROTEST])

    assert summary_of(held)[0] == LEAD


def test_world_news_needs_no_corner_of_the_triangle() -> None:
    held = document(
        [
            "A ferry carrying 212 people ran aground off the coast of Norway on Sunday night.",
            "All passengers were taken off within four hours, the coast guard said.",
            "The captain left the marked channel, according to investigators in Bergen.",
        ]
    )

    assert len(summary_of(held)) == 3


def test_a_leaning_sentence_is_shown_only_behind_the_one_it_leans_on() -> None:
    lines = [
        LEAD,
        BACKGROUND,
        "Analysts watched the visit closely from abroad.",
        "He left at noon.",
    ]
    held = document(lines)

    summary = summarise(held.text, held.sentences, kind=Kind.NEWS)

    assert all(held.sentences[i].stands_alone or i - 1 in summary for i in summary)


def test_an_event_is_shown_where_there_is_one() -> None:
    lines = [
        "The relationship between Russia and North Korea is of great importance to South Korea.",
        "Russia has an opportunity to use relations with North Korea as leverage against the West.",
        "North Korea remains a country whose economy depends on trade with China and Russia.",
        "The alliance of South Korea and the United States is the cornerstone of security.",
        "In the end the two met.",
        "Putin met Kim in Vladivostok in 2019.",
    ]
    held = document(lines, kind=Kind.ANALYSIS)
    chosen = summarise(held.text, held.sentences, kind=Kind.ANALYSIS)

    assert Mood.EVENT in {held.sentences[i].mood for i in chosen}


def test_forecasts_are_at_most_half() -> None:
    lines = [f"Russia may send North Korea shipment number {i} of oil and rice." for i in range(8)]
    held = document([*lines, PROTEST, TREATY], kind=Kind.ANALYSIS)
    chosen = summarise(held.text, held.sentences, kind=Kind.ANALYSIS)
    forecasts = [i for i in chosen if held.sentences[i].mood is Mood.FORECAST]

    assert len(forecasts) * 2 <= len(chosen)


def test_the_limit_drops_sentences_and_never_cuts_one() -> None:
    held = document([LEAD, TREATY, PROTEST, BACKGROUND])

    chosen = summarise(held.text, held.sentences, kind=Kind.NEWS, limit_characters=180)

    assert 1 <= len(chosen) <= 2
    assert sum(len(held.shown(i)) for i in chosen) <= 180


def test_an_edge_nobody_mentions_gives_nothing() -> None:
    held = document([LEAD, TREATY])

    assert summary_of(held, edge=Edge.DPRK_ROK) == []


def test_one_end_is_enough_where_the_document_has_only_that_edge() -> None:
    alone = "Kim inspected a guard of honour at the airport on Wednesday."
    held = document([LEAD, alone, "Vietnam welcomed guests with cakes and tea on Thursday."])

    assert summary_of(held, edge=Edge.DPRK_RUSSIA) == [LEAD, alone]


def test_an_empty_document_has_an_empty_summary() -> None:
    assert weigh("", (), kind=Kind.NEWS, language="en") == ()
    assert summarise("", (), kind=Kind.NEWS) == ()


def test_korean_news_keeps_its_lead() -> None:
    lines = [
        "블라디미르 푸틴 러시아 대통령이 19일 북한 평양에 도착했다고 조선중앙통신이 보도했다.",
        "푸틴 대통령과 김정은 북한 국무위원장은 포괄적 전략 동반자 조약에 서명했다.",
        "한국 정부는 20일 조약을 규탄하고 우크라이나 무기 지원 문제를 재검토하겠다고 밝혔다.",
        "그는 베트남으로 떠났다.",
        "무단 전재 및 재배포 금지",
    ]
    held = document(lines, language="ko")

    assert summary_of(held) == lines[:3]


def test_specific_sentences_are_worth_more_than_general_ones() -> None:
    assert specificity(PROTEST) > 0 > specificity("Various complex issues must be seen by us.")


def test_roots_join_inflections() -> None:
    assert set(roots("Weapons for Russia’s soldiers")) == set(roots("a weapon, Russia, a soldier"))
    assert roots("북한은") == roots("북한이")


def sentences_of(lines: list[str]) -> tuple[str, list[Sentence]]:
    text, sentences = "", []
    for line in lines:
        sentences.append(Sentence(Span(len(text), len(text) + len(line)), BlockKind.BODY))
        text += line + " "
    return text, sentences


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(alphabet=st.sampled_from("abc ABC.,?“”北가나 й1"), max_size=60),
            st.sampled_from(list(BlockKind)),
            st.sampled_from(list(Mood)),
            st.frozensets(st.sampled_from(list(Actor))),
            st.booleans(),
            st.floats(0, 1),
        ),
        max_size=25,
    ),
    st.sampled_from(list(Kind)),
    st.sampled_from([None, *Edge]),
    st.integers(0, 1200),
)
def test_a_summary_of_anything_is_valid(
    drawn: list[tuple[str, BlockKind, Mood, frozenset[Actor], bool, float]],
    kind: Kind,
    edge: Edge | None,
    limit: int,
) -> None:
    text, plain = sentences_of([line for line, *_ in drawn])
    sentences = [
        Sentence(each.span, block, actors, (), mood, None, alone, weight)
        for each, (_, block, mood, actors, alone, weight) in zip(plain, drawn, strict=True)
    ]
    weights = weigh(text, sentences, kind=kind, language="en")
    chosen = summarise(text, sentences, kind=kind, edge=edge, limit_characters=limit)

    assert len(weights) == len(sentences)
    assert all(0 <= weight <= 1 for weight in weights)
    assert list(chosen) == sorted(set(chosen))
    assert all(sentences[i].weight > 0 for i in chosen)
    assert sum(len(sentences[i].span.of(text)) for i in chosen) <= limit
    assert len(chosen) <= 5


def test_a_huge_document_is_weighed_to_a_cap() -> None:
    text, sentences = sentences_of([f"Russia sold {i} tons of oil to Korea." for i in range(6_000)])

    weights = weigh(text, sentences, kind=Kind.NEWS, language="en")

    assert len(weights) == 6_000
    assert not any(weights[MOST_SENTENCES:])


def test_a_choice_of_mere_forecasts_shrinks_to_one() -> None:
    lines = [
        f"Russia may send North Korea {what} next." for what in ("oil", "rice", "arms", "salt")
    ]
    held = document([*lines, "South Korea is a neighbour of both."], kind=Kind.ANALYSIS)
    moods = [
        held.sentences[i].mood
        for i in summarise(held.text, held.sentences, kind=Kind.ANALYSIS, limit_characters=130)
    ]

    assert moods.count(Mood.FORECAST) <= max(1, len(moods) // 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "For more than a decade, Russia has traded with North Korea.",
        "Sponsored by Moscow, the resolution failed in the council.",
        "Copyright law in South Korea was changed on Monday.",
        "Written by hand, the letter of Kim was given to Putin.",
        "By then it had failed.",
        "Image matters to Kim more than trade, he said.",
        "This article of the treaty says each side gives help.",
    ],
)
def test_sentences_that_open_like_furniture_are_kept(sentence: str) -> None:
    assert document([LEAD, sentence]).sentences[1].weight > 0
