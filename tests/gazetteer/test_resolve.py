"""A typed name → who is meant."""

import pytest

from briefings.gazetteer import Name, load_gazetteer
from briefings.model import Actor, NameKind

GUARDED = ("kim-jong-un", "kim-jong-il", "kim-yo-jong", "kim-il-sung", "kim-jong-nam")


@pytest.mark.parametrize(
    ("typed", "name_id"),
    [
        ("ushakof", "yuri-ushakov"),
        ("Kim Jon Un", "kim-jong-un"),
        ("kim jung un", "kim-jong-un"),
        ("kim jong ung", "kim-jong-un"),
        ("KIM JONG-UN", "kim-jong-un"),
        ("Kim Yo Jung", "kim-yo-jong"),
        ("Kim Jong Ill", "kim-jong-il"),
        ("putn", "vladimir-putin"),
        ("Vladimr Puttin", "vladimir-putin"),
        ("Lavrof", "sergei-lavrov"),
        ("Shoygu", "sergei-shoigu"),
        ("Choigou", "sergei-shoigu"),
        ("zakarova", "maria-zakharova"),
        ("Yoon Seok-yeol", "yoon-suk-yeol"),
        ("Yoon Suk Yol", "yoon-suk-yeol"),
        ("Lee Jae Myong", "lee-jae-myung"),
        ("Choe Sun Hui", "choe-son-hui"),
        ("김정은", "kim-jong-un"),
        ("푸틴", "vladimir-putin"),
        ("Ким Чен Ын", "kim-jong-un"),
        ("Путина", "vladimir-putin"),
        ("Шойгу", "sergei-shoigu"),
        ("金正恩", "kim-jong-un"),
        ("プーチン", "vladimir-putin"),
        ("DPRK", "north-korea"),
        ("n. korea", "north-korea"),
        ("North Kora", "north-korea"),
        ("south korea", "south-korea"),
        ("Rodong Sinmun", "rodong-sinmun"),
        ("rodong simun", "rodong-sinmun"),
        ("  kcna ", "kcna"),
        ("foreign minister lavrov", "sergei-lavrov"),
        ("President Putin", "vladimir-putin"),
        ("the kremlin", "russia"),
        ("푸틴 대통령", "vladimir-putin"),
        ("президент Путин", "vladimir-putin"),
        ("Vladivostock", "vladivostok"),
        ("Piongyang", "north-korea"),
    ],
)
def test_two_wrong_letters_are_no_obstacle(typed: str, name_id: str) -> None:
    assert load_gazetteer().resolve(typed)[:1] == (name_id,)


@pytest.mark.parametrize("name_id", GUARDED)
def test_an_exact_name_is_never_another_of_its_family(name_id: str) -> None:
    for form in load_gazetteer().forms(name_id):
        assert load_gazetteer().resolve(form) == (name_id,)


@pytest.mark.parametrize("typed", ["Kim Jong An", "kim jong in", "Kim Jong", "김정", "Kim Jong Ul"])
def test_a_spelling_between_two_of_a_family_is_nobody(typed: str) -> None:
    assert load_gazetteer().resolve(typed) == ()


def test_a_misspelling_never_offers_a_guarded_name_as_second_choice() -> None:
    for typed in ("Kim Jon Un", "Kim Yo Jung", "Kim Jong Ill", "Kim Il Sun", "Kim Jong Nan"):
        assert len(set(load_gazetteer().resolve(typed)) & set(GUARDED)) <= 1


@pytest.mark.parametrize(
    "typed", ["", " ", "!!", "zzzzzz", "chosun", "the", "of", "x" * 5000, "\x00", "가"]
)
def test_what_is_no_name_resolves_to_nothing(typed: str) -> None:
    assert load_gazetteer().resolve(typed) == ()


def test_a_surname_of_many_names_all_of_them() -> None:
    kims = load_gazetteer().resolve("Kim")

    assert {"kim-jong-un", "kim-yo-jong", "kim-dae-jung"} <= set(kims)


def test_a_word_expands_to_its_aliases_in_all_scripts() -> None:
    aliases = load_gazetteer().expand("DPRK")

    assert {"North Korea", "북한", "КНДР", "Pyongyang"} <= set(aliases)
    assert "DPRK" not in aliases
    assert not any(len(alias) == 1 for alias in aliases)


def test_an_alias_of_an_alias_leads_back() -> None:
    assert "Kim Jong Un" in load_gazetteer().expand("김정은")
    assert "North Korea" in load_gazetteer().expand("Pyongyang")


def test_an_ambiguous_or_unknown_word_expands_to_nothing() -> None:
    assert load_gazetteer().expand("Kim") == ()
    assert load_gazetteer().expand("balloon") == ()


def test_names_added_at_run_time_are_found_and_resolved() -> None:
    extra = Name(
        "ivan-petrov",
        NameKind.PERSON,
        Actor.RUSSIA,
        {"en": ("Ivan Petrov",), "ru": ("Иван Петров",)},
    )
    gazetteer = load_gazetteer().with_names([extra])

    assert gazetteer.resolve("ivan petrof") == ("ivan-petrov",)
    assert [m.name_id for m in gazetteer.find("Ivan Petrov met Kim Jong Un.")] == [
        "ivan-petrov",
        "kim-jong-un",
    ]
    assert [m.name_id for m in gazetteer.find("Слова Ивана Петрова.")] == ["ivan-petrov"]
    assert load_gazetteer().resolve("Ivan Petrov") != ("ivan-petrov",)


def test_a_form_added_to_a_known_name_stands_beside_its_own() -> None:
    extra = Name("vladimir-putin", NameKind.PERSON, Actor.RUSSIA, {"en": ("Vova P",)})
    gazetteer = load_gazetteer().with_names([extra])

    assert gazetteer.resolve("Vova P") == ("vladimir-putin",)
    assert gazetteer.resolve("Putin") == ("vladimir-putin",)
    assert gazetteer.name("vladimir-putin").shown("ko") == "블라디미르 푸틴"
