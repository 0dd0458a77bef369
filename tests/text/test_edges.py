"""Which side of the triangle a sentence is about."""

import re

import pytest

from briefings.gazetteer import load_gazetteer
from briefings.model import Actor, Edge, Span
from briefings.text.edges import actors_of, sentence_edges

NORTH_RUSSIA, RUSSIA_SOUTH, NORTH_SOUTH = Edge.DPRK_RUSSIA, Edge.RUSSIA_ROK, Edge.DPRK_ROK


def edges(text: str) -> list[tuple[Edge, ...]]:
    sentences = [Span(*m.span()) for m in re.finditer(r"\S.*?(?:\.(?=\s|$)|$)", text)]
    mentions = load_gazetteer().find(text, language="ko")
    return list(sentence_edges(sentences, mentions, text))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Russian President Vladimir Putin made a visit to North Korea.", {NORTH_RUSSIA}),
        ("Kim Jong Un invited Putin to Pyongyang.", {NORTH_RUSSIA}),
        ("Kim Jong Un met Putin in Moscow.", {NORTH_RUSSIA}),
        ("Seoul has joined sanctions against Russia.", {RUSSIA_SOUTH}),
        ("Yoon Suk-yeol has described Russia’s invasion as illegal.", {RUSSIA_SOUTH}),
        ("South Korea suspended an inter-Korean military pact.", {NORTH_SOUTH}),
        ("The warning to Seoul may bring Russian aid for Pyongyang.", set(Edge)),
        ("Shoigu arrived in Pyongyang.", {NORTH_RUSSIA}),
        ("The Russian delegation left for Seoul on a visit.", {RUSSIA_SOUTH}),
        ("Russia is big.", set()),
        ("The United States and Japan trained with South Korea.", set()),
        ("Yonhap reported that Russia objected.", set()),
        ("Biden and Kishida met in Seoul.", set()),
        ("KCNA said Russia was right.", {NORTH_RUSSIA}),
        ("북러 정상회담이 평양에서 열렸다.", {NORTH_RUSSIA}),
        ("조선일보는 러시아를 비판했다.", set()),
        ("МИД России осудил Южную Корею.", {RUSSIA_SOUTH}),
        ("Посол России в КНДР выступил.", {NORTH_RUSSIA}),
        ("The Russian ambassador to South Korea spoke.", {RUSSIA_SOUTH}),
        ("푸틴 대통령의 방북이 끝났다.", {NORTH_RUSSIA}),
        ("Шойгу прибыл в Пхеньян.", {NORTH_RUSSIA}),
    ],
)
def test_an_edge_needs_both_ends_to_act(sentence: str, wanted: set[Edge]) -> None:
    assert set(edges(sentence)[0]) == wanted


def test_a_sentence_that_leans_takes_the_missing_end_from_the_one_before() -> None:
    text = "Russia asked for shells. In return, North Korea got oil. North Korea is poor."

    assert edges(text) == [(), (NORTH_RUSSIA,), ()]


def test_a_leaning_sentence_without_any_actor_has_no_edge() -> None:
    assert edges("Russia and North Korea signed. It was late.") == [(NORTH_RUSSIA,), ()]


def test_nothing_is_taken_from_two_sentences_back() -> None:
    assert edges("Russia spoke. It rained. This pleased Seoul.")[2] == ()


def test_people_and_organisations_count_for_their_side() -> None:
    text = "Putin, the Workers’ Party of Korea and the NIS spoke."
    mentions = load_gazetteer().find(text)

    assert actors_of(mentions, Span(0, len(text))) == {Actor.RUSSIA, Actor.DPRK, Actor.ROK}
