"""Reported speech without marks: its extent and its speaker."""

import pytest

from briefings.model import Span, Tier
from briefings.text.sentences import split_sentences
from briefings.text.utterances import read_utterances
from tests.text.passages import lines_of, read_passage

# (text, language, [(speaker, words)])
CASES = [
    ("Kim said that the talks would go on.", "en", [("Kim", "the talks would go on")]),
    ("Kim said the talks would go on.", "en", [("Kim", "the talks would go on")]),
    (
        "Defense Minister Shin Won-sik told lawmakers on Monday that the threat was growing.",
        "en",
        [("Shin Won-sik", "the threat was growing")],
    ),
    (
        "According to the spy agency, 1,500 soldiers have left for Russia.",
        "en",
        [("the spy agency", "1,500 soldiers have left for Russia")],
    ),
    (
        "The drills will be held in August, the defense ministry said.",
        "en",
        [("the defense ministry", "The drills will be held in August")],
    ),
    (
        "Some 1,500 soldiers have left, according to Yonhap.",
        "en",
        [("Yonhap", "Some 1,500 soldiers have left")],
    ),
    (
        "Putin warned Seoul that arms for Ukraine would be a big mistake — an old threat.",
        "en",
        [("Putin", "arms for Ukraine would be a big mistake")],
    ),
    ("Kim vowed to strengthen the army.", "en", [("Kim", "to strengthen the army")]),
    (
        "Lavrov said the West had lost and added that talks were useless.",
        "en",
        [("Lavrov", "the West had lost"), ("Lavrov", "talks were useless")],
    ),
    (
        "Choe Son Hui is in Moscow. She said the visit would last three days.",
        "en",
        [("Choe Son Hui", "the visit would last three days")],
    ),
    ("It is said that the bridge is old.", "en", []),
    ("The report on the bridge was long, suggesting that it is old.", "en", []),
    ("Kim is expected to say something.", "en", []),
    ("A reassessment of the claims made by both sides is needed.", "en", []),
    ("“We go,” Kim said.", "en", []),
    (
        "통일부는 북한이 대화에 나와야 한다고 밝혔다.",
        "ko",
        [("통일부", "북한이 대화에 나와야 한다")],
    ),
    (
        "국가정보원에 따르면 북한군 1500명이 러시아로 이동했다.",
        "ko",
        [("국가정보원", "북한군 1500명이 러시아로 이동했다")],
    ),
    (
        "푸틴 대통령은 다음 달 북한을 방문할 예정이라고 크렘린궁이 23일 밝혔다.",
        "ko",
        [("크렘린궁", "푸틴 대통령은 다음 달 북한을 방문할 예정이라")],
    ),
    (
        "Песков заявил, что договор никому не угрожает.",
        "ru",
        [("Песков", "договор никому не угрожает")],
    ),
    (
        "Официальный представитель МИД России Мария Захарова 23 октября заявила, что ответ будет.",
        "ru",
        [("Мария Захарова", "ответ будет")],
    ),
    (
        "По словам Лаврова, переговоры пройдут в июле.",
        "ru",
        [("Лаврова", "переговоры пройдут в июле")],
    ),
    (
        "Анна Белова вернулась. Виктор Громов остался. По ее словам, Сеул теряет то, что осталось.",
        "ru",
        [("Анна Белова", "Сеул теряет то, что осталось")],
    ),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_reported_speech_has_its_extent_and_speaker(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    _, statements = read_passage(text, language)

    assert [(one.speaker.of(text), one.span.of(text)) for one in statements] == expected


def test_a_participle_reports_only_beside_a_speech() -> None:
    text = "Yoon made remarks in April suggesting that Seoul might send weapons, Moscow was told."

    (statement,) = read_passage(text, "en")[1]

    assert statement.speaker.of(text) == "Yoon"
    assert statement.tier is Tier.B


def test_statements_come_through_their_own_door() -> None:
    text = "Kim said that the talks would go on."
    paragraphs = lines_of(text)

    _, found = read_utterances(
        text,
        split_sentences(text, paragraphs, language="en"),
        mentions=(),
        paragraphs=paragraphs,
        language="en",
    )

    assert [one.span for one in found] == [Span(14, 35)]
