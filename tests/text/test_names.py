"""People a text introduces itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.gazetteer import load_gazetteer
from briefings.model import Actor, Mention, Span
from briefings.text.names import MOST_LEARNED, family_of, join_mentions, learn_people


def sentences_of(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^.]+(?:\.|$)", text)]


def learned(text: str) -> list[Mention]:
    known = load_gazetteer().find(text, language="ko")
    return list(learn_people(text, sentences_of(text), known))


def names(text: str) -> list[str]:
    return [mention.span.of(text) for mention in learned(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Professor Yang Moo-jin agreed.", ["Yang Moo-jin"]),
        ("“It is,” said Cheong Seong-chang, a senior analyst at Sejong.", ["Cheong Seong-chang"]),
        ("Lim Eul-chul, a professor at Kyungnam University, said so.", ["Lim Eul-chul"]),
        ("Russian political scientist Andrei Lankov said so.", ["Andrei Lankov"]),
        ("Ministry spokesman Ivan Petrov declined.", ["Ivan Petrov"]),
        ("White House spokesperson Amélie Jean-Martin left.", ["Amélie Jean-Martin"]),
        ("According to Artyom Lukin, it matters.", ["Artyom Lukin"]),
        ("Lawmaker Yu Yong-weon asked.", ["Yu Yong-weon"]),
        ("Deputy Minister Sergei Vershinin came.", ["Sergei Vershinin"]),
        ("Sydney Seiler, a former Pentagon intelligence officer, told us.", ["Sydney Seiler"]),
        ("It reassured analysts such as Rachel Minyoung Lee.", ["Rachel Minyoung Lee"]),
        ("Olena Guseinova, 41, said it was true.", ["Olena Guseinova"]),
        ("임을출 경남대 극동문제연구소 교수는 분석했다.", ["임을출"]),
        ("홍민 통일연구원 선임연구위원은 설명했다.", ["홍민"]),
        ("홍길동 장관이 방문했다.", ["홍길동"]),
        ("양무진 북한대학원대 교수는 말했다.", ["양무진"]),
        ("Министр спорта Анна Любимская прибыла.", ["Анна Любимская"]),
        ("Профессор Иван Сидоров считает иначе.", ["Иван Сидоров"]),
    ],
)
def test_a_title_or_speech_makes_a_full_name_a_person(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Edited by Alannah Hill.",
        "By Jane Doe.",
        "Photo by John Smith said a lot.",
        "Images: Jane Roe, edited by Korea Pro.",
        "Reporting by Jack Kim; Editing by Ed Davies said Reuters.",
        "(John Lee/AP) said nothing.",
        "Editor John Smith said it.",
        "홍길동 기자 = 정부는 밝혔다.",
        "Фото: Иван Петров.",
        "Foreign Ministry officials said so.",
        "The State Department said so.",
        "The Strategic Weapons Expo said so.",
        "Last Tuesday President Obama left.",
        "정부 국방부 대변인은 국회 외교 위원장과 여당 의원을 만났다.",
        "최근 정부는 이번 국방부 대변인 발표를 반박했다.",
        "Russian President Vladimir Putin said so.",
    ],
)
def test_bylines_credits_and_institutions_make_nobody(text: str) -> None:
    assert names(text) == []


def test_the_surname_means_the_person_from_there_on() -> None:
    text = "Lankov is read. Andrei Lankov, a professor, said so. Lankov’s view is known."

    found = learned(text)

    assert [m.span.of(text) for m in found] == ["Andrei Lankov", "Lankov"]
    assert {m.name_id for m in found} == {"~andrei lankov"}


def test_a_korean_name_has_its_surname_first() -> None:
    assert family_of("Lim Eul-chul") == "Lim"
    assert family_of("Cheong Seong-chang") == "Cheong"
    assert family_of("Andrei Lankov") == "Lankov"
    assert family_of("임을출") == "임"


def test_a_learned_kim_takes_the_bare_surname_from_the_leader() -> None:
    text = (
        "Kim Jong Un spoke. North Korean Vice Foreign Minister Kim Un Chol told reporters. "
        "Kim refused."
    )
    known = load_gazetteer().find(text)

    every = join_mentions(known, learn_people(text, sentences_of(text), known))

    assert every[-1].name_id == "~kim un chol"
    assert [m.span.start for m in every] == sorted(m.span.start for m in every)


def test_a_russian_surname_is_known_in_other_cases() -> None:
    text = "Эксперт Иван Сидоров пишет. По словам Сидорова, это так. С Сидоровым согласны."

    assert names(text) == ["Иван Сидоров", "Сидорова", "Сидоровым"]


def test_a_korean_surname_is_known_with_its_title() -> None:
    text = "임을출 경남대 교수는 분석했다. 임 교수는 덧붙였다."

    assert names(text) == ["임을출", "임 교수"]


@pytest.mark.parametrize(
    ("text", "actor", "acts"),
    [
        ("Russian Deputy Defense Minister Ivan Petrov came.", Actor.RUSSIA, True),
        ("North Korean ambassador Ri Chol Su came.", Actor.DPRK, True),
        ("Russian analyst Ivan Petrov came.", Actor.RUSSIA, False),
        ("Professor Ivan Petrov came.", Actor.OTHER, False),
    ],
)
def test_only_an_office_acts_for_its_country(text: str, actor: Actor, acts: bool) -> None:
    (mention,) = learned(text)[-1:]

    assert (mention.actor, mention.acts) == (actor, acts)


def test_a_directory_is_cut_off() -> None:
    given = [
        f"{a}{b}" for a in ("Ab", "Be", "Co", "De", "Fi", "Gu") for b in "abcdefghijklmnopqrst"
    ]
    text = " ".join(
        f"Professor {one} {two} spoke." for one in given for two in ("Xan", "Yolk", "Zed")
    )

    assert len({mention.name_id for mention in learned(text)}) <= MOST_LEARNED


@pytest.mark.parametrize("brick", ["Alpha Beta ", "Ab-Cd-", "Ab’Cd’", "Xx Yy, a senior "])
def test_a_wall_of_capitalised_words_is_read_once(brick: str) -> None:
    text = brick * 20_000

    assert names(text) == []


words = st.sampled_from(
    [
        "Kim",
        "Lim",
        "Eul-chul",
        "Professor",
        "said",
        ",",
        "a",
        "professor",
        "교수",
        "임을출",
        "Иван",
        "министр",
    ]
)


@given(st.lists(words | st.text(max_size=5), max_size=30).map(" ".join))
def test_learned_people_never_overlap_what_is_known(text: str) -> None:
    known = load_gazetteer().find(text)
    found = learn_people(text, sentences_of(text), known)

    assert all(not one.span.overlaps(two.span) for one in found for two in known)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
