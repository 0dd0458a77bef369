"""What a name in a sentence is, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.gazetteer import load_gazetteer
from briefings.model import Actor, Mention, NameKind


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    mentions = load_gazetteer().find(text, language=language)
    return [(mention.span.of(text), mention.name_id) for mention in mentions]


def acting(text: str, language: str = "en") -> set[Actor]:
    return {m.actor for m in load_gazetteer().find(text, language=language) if m.acts}


def only(text: str, language: str = "en") -> Mention:
    (mention,) = load_gazetteer().find(text, language=language)
    return mention


@pytest.mark.parametrize(
    "written",
    ["Kim Jong Un", "Kim Jong-un", "Kim Jong-Un", "Kim Jong‑un", "KIM JONG UN", "Kim Jongun"],
)
def test_hyphens_and_capitals_of_a_name_do_not_matter(written: str) -> None:
    assert found(f"{written} spoke.") == [(written, "kim-jong-un")]


@pytest.mark.parametrize(
    ("text", "name_id"),
    [
        ("Kim Jong Il spoke.", "kim-jong-il"),
        ("Kim Yo Jong spoke.", "kim-yo-jong"),
        ("Kim Il Sung spoke.", "kim-il-sung"),
        ("Kim Jong Nam died.", "kim-jong-nam"),
        ("김정일은 사망했다.", "kim-jong-il"),
        ("김여정은 담화를 냈다.", "kim-yo-jong"),
        ("Ким Чен Ир умер.", "kim-jong-il"),
        ("Ким Ё Чжон выступила.", "kim-yo-jong"),
    ],
)
def test_the_family_of_kim_jong_un_is_never_him(text: str, name_id: str) -> None:
    assert [name for _, name in found(text)] == [name_id]


def test_a_bare_kim_is_nobody_before_a_full_name() -> None:
    assert found("Kim said so.") == []


def test_a_bare_surname_is_whoever_was_last_named_in_full_with_it() -> None:
    text = "Kim Jong Il died. Kim had ruled. Kim Jong Un followed. Kim rules."

    assert [name for _, name in found(text)] == [
        *("kim-jong-il", "kim-jong-il", "kim-jong-un", "kim-jong-un"),
    ]


def test_another_given_name_takes_the_surname_away() -> None:
    text = "Kim Jong Un spoke. Kim Min-jun, a driver, listened. Kim left."

    assert found(text) == [("Kim Jong Un", "kim-jong-un")]


@pytest.mark.parametrize(
    "text", ["Ambassador Cho Hyun-dong spoke.", "Kim Song Gi spoke.", "Park Jin-hee spoke."]
)
def test_a_third_syllable_makes_another_person(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No Kwang Chol came. No talks were held. No. 5 burned.", "en"),
        ("Но Му Хён был президентом. Но он ушёл. У России нет планов.", "ru"),
    ],
)
def test_a_surname_that_is_a_common_word_never_stands_alone(text: str, language: str) -> None:
    assert len([name for name in found(text, language) if name[1] != "russia"]) == 1


def test_a_given_name_before_the_surname_makes_somebody_else() -> None:
    text = "Lee Jae-myung spoke. John Lee wrote this."

    assert found(text) == [("Lee Jae-myung", "lee-jae-myung")]


def test_a_surname_follows_its_title() -> None:
    text = (
        "Yoon Suk-yeol spoke. President Yoon left, and Yoon’s office denied it. "
        "Kim Jong Un saw Yoon Tuesday."
    )

    assert [name for _, name in found(text)].count("yoon-suk-yeol") == 4


@pytest.mark.parametrize(
    ("text", "name_id"),
    [
        ("김정은 국무위원장과 김여정 부부장이 왔다. 김 위원장은 떠났다.", "kim-jong-un"),
        ("김정은 국무위원장과 김여정 부부장이 왔다. 김 부부장은 떠났다.", "kim-yo-jong"),
        ("이재명 대통령과 이종석 국정원장이 왔다. 이 대통령은 떠났다.", "lee-jae-myung"),
        ("Lee Jae-myung met Lee Jong-seok. President Lee left.", "lee-jae-myung"),
        ("Kim Jong Un came with Kim Yo Jong. The leader Kim left.", "kim-jong-un"),
        ("Kim Jong Un came with Kim Yo Jong. Kim left.", "kim-yo-jong"),
        ("Kim Yo Jong, the sister of leader Kim Jong Un, came. Kim left.", "kim-yo-jong"),
    ],
)
def test_a_title_tells_two_people_of_one_family_apart(text: str, name_id: str) -> None:
    assert found(text, "ko")[-1][1] == name_id


def test_a_korean_surname_counts_with_a_title() -> None:
    text = "윤석열 대통령이 말했다. 윤 대통령은 김정은 국무위원장을 비판했다. 김 위원장은 침묵했다."

    assert found(text, "ko") == [
        ("윤석열", "yoon-suk-yeol"),
        ("윤 대통령", "yoon-suk-yeol"),
        ("김정은", "kim-jong-un"),
        ("김 위원장", "kim-jong-un"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Korea Herald is a newspaper about Korea Strait shipping.",
        "He played Russian roulette with White Russians.",
        "Tbilisi is in Georgia.",
        "George Washington crossed the river.",
        "The moon rose over the park.",
        "They told us who came.",
        "He was putin the work.",
        "북한산 등산로가 열렸다.",
        "조선일보에 실렸다.",
        "조선시대 한국어 서울대 북한강",
        "이러시아 평양냉면",
        "русская рулетка",
    ],
)
def test_what_only_looks_like_an_actor_makes_none(text: str) -> None:
    assert not acting(text, "ko") & {Actor.DPRK, Actor.RUSSIA, Actor.ROK, Actor.USA}


def test_a_mountain_is_not_a_country_but_its_ammunition_is_its_own() -> None:
    assert found("북한산 포탄이 발견됐다.", "ko") == [("북한", "north-korea")]


def test_the_longest_name_wins() -> None:
    assert found("The Korean Central News Agency of North Korea’s foreign ministry reported.") == [
        ("Korean Central News Agency", "kcna"),
        ("North Korea’s foreign ministry", "dprk-foreign-ministry"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russian shells fell.", NameKind.NATIONALITY),
        ("Russia’s shells fell.", NameKind.GOVERNMENT),
        ("The Kremlin’s shells fell.", NameKind.GOVERNMENT),
        ("South Korean wares sell.", NameKind.NATIONALITY),
        ("российские снаряды падали.", NameKind.NATIONALITY),
        ("The Russian foreign minister spoke.", NameKind.OFFICE),
        ("Rodong Sinmun wrote it.", NameKind.MEDIA),
        ("The Hwasong-18 flew.", NameKind.WEAPON),
        ("Vladivostok is far.", NameKind.PLACE),
    ],
)
def test_a_mention_says_what_kind_of_name_it_is(text: str, kind: NameKind) -> None:
    assert only(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Moscow warned against it.",
        "Ties between Moscow and Pyongyang grew.",
        "It turned to Pyongyang for shells.",
        "He praised improvements in ties with Pyongyang.",
        "The warning to Seoul was reiterated.",
        "Administrations in Seoul have tried.",
        "This would affect Moscow’s approach.",
        "Pyongyang’s isolationist stance remained.",
        "The Kremlin denied it.",
        "It played a part in Pyongyang and Moscow’s ability to act.",
        "모스크바는 부인했다.",
        "В Москве заявили о протесте.",
    ],
)
def test_a_capital_stands_for_its_government(text: str) -> None:
    assert all(m.acts for m in load_gazetteer().find(text, language="ko"))


@pytest.mark.parametrize(
    "text",
    [
        "He traveled to Pyongyang.",
        "His visit to Moscow was long.",
        "They met in Seoul.",
        "He flew from Moscow on a train.",
        "They held a rally near Pyongyang.",
        "He visited Pyongyang.",
        "SEOUL, June 19 (Yonhap) -- A spokesman spoke.",
        "평양에 도착했다.",
        "서울에서 만났다.",
        "Он прибыл в Пхеньян.",
        "Встреча прошла в Москве вчера.",
        "Seoul-based analysts disagree.",
        "平壌で会談した。",
    ],
)
def test_a_capital_somebody_goes_to_or_meets_in_is_only_a_place(text: str) -> None:
    capital = load_gazetteer().find(text, language="ko")[0]

    assert not capital.acts


@pytest.mark.parametrize(
    ("text", "name_id"),
    [
        ("Без России нельзя.", "russia"),
        ("С Россией нельзя.", "russia"),
        ("У Путина гости.", "vladimir-putin"),
        ("Встреча с Путиным.", "vladimir-putin"),
        ("Визит Ким Чен Ына.", "kim-jong-un"),
        ("Письмо Ким Чен Ыну.", "kim-jong-un"),
        ("Слова Лаврова.", "sergei-lavrov"),
        ("Слова Марии Захаровой.", "maria-zakharova"),
        ("Слова Юн Сок Ёля.", "yoon-suk-yeol"),
        ("Дело Южной Кореи.", "south-korea"),
        ("Решение Совета Безопасности ООН.", "un-security-council"),
        ("Слова министра иностранных дел КНДР.", "dprk-foreign-minister"),
        ("Северокорейскими солдатами.", "north-korea"),
        ("В южнокорейской прессе.", "south-korea"),
        ("О Соединённых Штатах.", "united-states"),
    ],
)
def test_russian_names_are_found_in_every_case(text: str, name_id: str) -> None:
    assert name_id in {name for _, name in found(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("북러 정상회담이 열렸다.", ["north-korea", "russia"]),
        ("한·러 관계가 나빠졌다.", ["south-korea", "russia"]),
        ("한미일 협력을 강화한다.", ["south-korea", "united-states", "japan"]),
        ("The inter-Korean pact lapsed.", ["north-korea", "south-korea"]),
        ("The two Koreas talked.", ["north-korea", "south-korea"]),
        ("朝俄关系", ["north-korea", "russia"]),
        ("межкорейские отношения", ["north-korea", "south-korea"]),
        ("Moscow-Seoul ties cooled.", ["russia", "south-korea"]),
        ("The DPRK-Russia-ROK triangle", ["north-korea", "russia", "south-korea"]),
    ],
)
def test_one_word_may_name_two_countries(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text, "ko")] == names


def test_words_glued_by_a_scraper_come_apart() -> None:
    assert found("a trip to PyongyangRussia and others") == [
        ("Pyongyang", "north-korea"),
        ("Russia", "russia"),
    ]


def test_media_that_merely_report_do_not_act_but_the_state_does() -> None:
    assert acting("Yonhap reported it.") == set()
    assert acting("TASS reported it.") == set()
    assert acting("KCNA reported it.") == {Actor.DPRK}


def test_a_headline_sign_is_a_country_only_in_korean() -> None:
    assert found("北, 탄도미사일 발사", "ko") == [("北", "north-korea")]
    assert found("北, 風が吹く", "ja") == []


def test_many_small_names_are_found_in_one_pass() -> None:
    text = "US Russia " * 20_000

    assert len(load_gazetteer().find(text)) == 40_000


pieces = st.sampled_from(
    [
        "Kim",
        "Jong",
        "Un",
        "-",
        "’s",
        " ",
        "김정은",
        "은",
        "Путин",
        "ым",
        "U.S.",
        "İ",
        "ß",
        "北",
        "\n",
        "Korea",
        "North",
    ]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    mentions = load_gazetteer().find(text, language="ko")

    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    spans = list(dict.fromkeys(m.span for m in mentions))
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


def test_the_north_and_the_south_are_states_once_a_korea_was_named() -> None:
    text = "The North is cold. North Korea fired a missile, the South said. The North’s army fired."

    assert [name for _, name in found(text)] == ["north-korea", "south-korea", "north-korea"]


def test_the_north_sea_is_no_korea() -> None:
    text = "South Korea traded in the North Sea, in the north of Europe and in the South of France."

    assert [name for name in found(text) if "orea" in name[1]] == [("South Korea", "south-korea")]
