"""Sentences of hard paragraphs, and of the seeds."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Span
from briefings.text.sentences import sentence_at, split_sentences

ROOT = Path(__file__).parent.parent.parent
GOLD = json.loads((ROOT / "tests/corpus/gold_seed_sentences.json").read_text())["sentences"]

# In each paragraph a | stands where a sentence ends (the blank after it belongs to nobody).
ENGLISH = [
    "N. Korea fired a missile on Sept. 13, 2023.| It fell into the sea.",
    "The U.S. has warned N. Korea.| So has the U.N. Security Council.",
    "Lt. Gen. Pak Jong Chon met Gov. Smith at 5 p.m. in the U.S. Embassy.| Nobody spoke.",
    "“Why did he go?” Kim asked.| Nobody knew.",
    "“It is over!” said Lee.| “We won.”| He left.",
    '"Is it true?" the minister asked reporters.| "I doubt it."',
    "“We came. We saw. We won,” he said.| Then he left.",
    "A treaty stating, “Should a Party suffer attack [. . .], the other helps.”| It ended.",
    "Mr. J. R. Smith of Acme Inc. resigned.| The board (which met on Jan. 3. It was late) agreed.",
    "(He left. It was dark.)| Next came Kim.",
    "Then… it ended.| No. 5 is alive.",
    "He said no.| Then he left.",
    "The plan costs $3.5 million.| It may rise to 4.2 percent.",
    "See www.example.com for more.| Or write to us.",
    "What next?| Nobody knows!| Really.",
    "Vice Adm. Kim Jong-un (ret.) was there.| Prof. Lee was not.",
    "It was dubbed “Freedom Shield.”| The drill ends on Friday.",
    "She met Kim Jong Un, Putin et al. in Moscow.| It rained.",
]
RUSSIAN = [
    "Он сказал: «Мы победим. Мы сильны».| Зал молчал.",
    "– Да, – сказал А. С. Пушкин.| В 2024 г. в г. Москве прошла встреча.",
    "«Что дальше?» — спросил журналист.| Никто не ответил.",
    "Песков (он прибыл утром. было рано) молчал.| Потом ушел.",
    "В 1961 г. Ким Ир Сен подписал договор.| Он действовал 35 лет.",
]
KOREAN = [
    "그는 “간다. 온다.”라고 말했다.| 회의는 끝났다.",
    "북한은 미사일을 쐈다.| 비행거리는 600.5km였다.|그는 떠났다.",
    "“왜 갔습니까?”라고 물었다.| 답은 없었다!",
    "조약이 체결됐다(2024년. 평양).| 이후 교류가 늘었다.",
]
CASES = [
    *((marked, "en") for marked in ENGLISH),
    *((marked, "ru") for marked in RUSSIAN),
    *((marked, "ko") for marked in KOREAN),
]


@pytest.mark.parametrize(("marked", "language"), CASES)
def test_a_hard_paragraph_falls_into_its_sentences(marked: str, language: str) -> None:
    text = marked.replace("|", "")

    found = split_sentences(text, [Span(0, len(text))], language=language)

    assert [sentence.of(text) for sentence in found] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("seed", sorted(GOLD))
def test_every_golden_sentence_of_the_seeds_is_found(seed: str) -> None:
    golden = [one["text"] for one in GOLD[seed]]
    text = " ".join(golden)

    found = split_sentences(text, [Span(0, len(text))], language="en")

    assert [sentence.of(text) for sentence in found] == golden


@given(st.text(alphabet=st.sampled_from("aB가я.?!…“”\"'‘’()[] \n—,1«»"), max_size=200))
@pytest.mark.parametrize("language", ["en", "ko", "ru", "und"])
def test_any_text_falls_into_ordered_trimmed_sentences(language: str, text: str) -> None:
    blocks = [Span(0, len(text) // 2), Span(len(text) // 2, len(text))]

    found = split_sentences(text, blocks, language=language)

    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(sentence.of(text) == sentence.of(text).strip() != "" for sentence in found)
    assert all(any(block.holds(sentence) for block in blocks) for sentence in found)
    lost = "".join(text.split())
    assert "".join("".join(sentence.of(text).split()) for sentence in found) == lost


def test_a_place_knows_its_sentence() -> None:
    sentences = [Span(0, 5), Span(6, 9)]

    assert sentence_at(sentences, 7) == Span(6, 9)
    assert sentence_at(sentences, 5) is None
