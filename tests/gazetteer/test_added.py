"""Names that a desk adds: found like the others, and refused where they would mislead."""

import pytest

from briefings.errors import BadValueError, NameTakenError
from briefings.gazetteer.added import as_added, gazetteer_with
from briefings.model import Actor, AddedName, NameKind

FORMS = (("ko", "박하늘"), ("ru", "Пак Ха Ныль"), ("en", "Pak Ha Nul"))
SENTENCES = {
    "en": "Park Ha-neul met Putin in Moscow.",
    "ko": "박하늘은 19일 모스크바에서 푸틴을 만났다.",
    "ru": "Путин встретился с Пак Ха Ныль в Москве.",
}


def added(
    shown: str = "Park Ha-neul",
    *forms: tuple[str, str],
    actor: Actor | None = Actor.ROK,
    known: tuple[AddedName, ...] = (),
) -> AddedName:
    return as_added(shown, forms, kind=NameKind.PERSON, actor=actor, known=known)


@pytest.mark.parametrize("language", SENTENCES)
def test_an_added_person_is_found_in_each_language(language: str) -> None:
    gazetteer = gazetteer_with((added("Park Ha-neul", *FORMS),))

    found = gazetteer.find(SENTENCES[language], language=language)

    assert {mention.name_id for mention in found} >= {"desk:park ha neul", "vladimir-putin"}


def test_an_added_person_goes_by_the_surname_afterwards() -> None:
    gazetteer = gazetteer_with((added("Oleg Burmistrov", actor=Actor.RUSSIA),))
    text = "Oleg Burmistrov arrived on Monday. Burmistrov said nothing."

    assert [mention.span.of(text) for mention in gazetteer.find(text)] == [
        "Oleg Burmistrov",
        "Burmistrov",
    ]


def test_forms_of_an_added_name_answer_for_each_other() -> None:
    gazetteer = gazetteer_with((added("Park Ha-neul", *FORMS),))

    assert set(gazetteer.expand("박하늘")) == {"Park Ha-neul", "Пак Ха Ныль", "Pak Ha Nul"}
    assert gazetteer_with(()).expand("박하늘") == ()


def test_a_form_of_a_known_name_joins_it_whoever_side_is_said() -> None:
    more = added("Putin", ("en", "Vlad the Visitor"), actor=None)
    found = gazetteer_with((more,)).find("Vlad the Visitor arrived.")

    assert more.name_id == "vladimir-putin"
    assert more.actor is Actor.RUSSIA
    assert [mention.name_id for mention in found] == ["vladimir-putin"]


def test_more_forms_join_what_the_desk_has_added() -> None:
    first = added("Park Ha-neul")
    both = added("Park Ha-neul", ("ko", "박하늘"), known=(first,))

    assert both.forms == (("en", "Park Ha-neul"), ("ko", "박하늘"))


@pytest.mark.parametrize(
    ("shown", "form", "other"),
    [
        ("Kim Jong Un", ("en", "Kim Jong Il"), "Kim Jong Il"),
        ("Kim Jong Un", ("en", "Kim Jong-ill"), "Kim Jong Il"),
        ("Kim Jong Un", ("ko", "김여정"), "Kim Yo Jong"),
        ("Park Ha-neul", ("en", "Vladimir Putin"), "Vladimir Putin"),
        ("Park Ha-neul", ("ru", "Путин"), "Vladimir Putin"),
        ("Putin", ("en", "putin"), "Vladimir Putin"),
    ],
)
def test_a_form_that_means_somebody_already_is_refused(
    shown: str, form: tuple[str, str], other: str
) -> None:
    with pytest.raises(NameTakenError) as caught:
        added(shown, form)

    assert caught.value.fields["other"] == other


def test_a_bare_family_name_of_many_is_refused() -> None:
    with pytest.raises(NameTakenError):
        added("Kim")


def test_a_form_of_another_added_name_is_refused() -> None:
    with pytest.raises(NameTakenError):
        added("Pak Ha Nul the Younger", ("ko", "박하늘"), known=(added("Park Ha-neul", *FORMS),))


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        (("en", "of the"), "form-en"),
        (("en", "The"), "form-common"),
        (("en", "박하늘"), "form-en"),
        (("ko", "Park"), "form-ko"),
        (("ko", "박"), "form-ko"),
        (("ru", "Pak"), "form-ru"),
        (("ru", "пак"), "form-ru"),
        (("en", "P" * 81), "form-en"),
        (("en", "Jo"), "form-en"),
        (("ko", "조선호텔"), "form-common"),
    ],
)
def test_what_cannot_be_read_in_a_text_is_refused(form: tuple[str, str], wanted: str) -> None:
    with pytest.raises(BadValueError) as caught:
        added("Park Ha-neul", form)

    assert caught.value.fields["wanted"] == wanted


def test_a_new_name_needs_a_side_and_only_so_many_forms() -> None:
    with pytest.raises(BadValueError):
        added("Park Ha-neul", actor=None)
    with pytest.raises(BadValueError):
        added("Park Ha-neul", *(("en", f"Park Haneul {letter}ee") for letter in "ABCDEFGHIJKL"))
