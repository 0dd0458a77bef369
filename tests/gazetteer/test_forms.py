"""Every form of every name is found in a sentence of its language, with its id."""

import pytest

from briefings.gazetteer import Name, load_gazetteer
from briefings.gazetteer.inflect import plain
from briefings.model import NameKind

CARRIERS = {
    "en": "On the same day, {} responded to the report.",
    "ko": "이와 관련해 {} 측은 입장을 밝혔다.",
    "ru": "По этому поводу {} сделает новое заявление.",
    "zh": "对此，{}表示关切。",
    "ja": "これについて{}は懸念を示した。",
}
PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "에서", "측")
NAMES = load_gazetteer().names


def ids_in(text: str, language: str) -> set[str]:
    return {mention.name_id for mention in load_gazetteer().find(text, language=language)}


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_every_form_is_found_in_a_sentence_of_its_language(name: Name) -> None:
    missed = [
        form
        for language, forms in name.forms.items()
        for form in map(plain, forms)
        if name.name_id not in ids_in(CARRIERS[language].format(form), language)
    ]

    assert not missed


@pytest.mark.parametrize("name", NAMES.values(), ids=list(NAMES))
def test_a_mention_covers_exactly_the_form(name: Name) -> None:
    for language, forms in name.forms.items():
        text = CARRIERS[language].format(plain(forms[0]))
        mentions = load_gazetteer().find(text, language=language)

        assert plain(forms[0]) in {mention.span.of(text) for mention in mentions}


def ends_in_hangul(name: Name) -> bool:
    form = name.forms["ko"][0] if "ko" in name.forms else ""
    return len(form) > 1 and "가" <= form[-1] <= "힣"


@pytest.mark.parametrize("name", [n for n in NAMES.values() if ends_in_hangul(n)])
def test_korean_particles_may_follow(name: Name) -> None:
    form = name.forms["ko"][0]

    missed = [p for p in PARTICLES if name.name_id not in ids_in(f"어제 {form}{p} 밝혔다.", "ko")]

    assert not missed


@pytest.mark.parametrize(
    "name", [n for n in NAMES.values() if n.kind in (NameKind.PERSON, NameKind.GOVERNMENT)]
)
def test_every_actor_has_english_korean_and_russian_forms(name: Name) -> None:
    assert {"en", "ko", "ru"} <= set(name.forms)


def test_the_gazetteer_is_as_large_as_promised() -> None:
    kinds = [name.kind for name in NAMES.values()]

    assert kinds.count(NameKind.PERSON) >= 170
    assert kinds.count(NameKind.OFFICE) >= 50
    assert kinds.count(NameKind.MEDIA) >= 35


def test_an_office_is_held_by_people_of_the_gazetteer_in_order() -> None:
    for name in NAMES.values():
        if name.kind is NameKind.OFFICE:
            assert all(held.person in NAMES for held in name.held)
            assert [h.since for h in name.held if h.since] == sorted(
                h.since for h in name.held if h.since
            )


def test_nobody_leaves_an_office_before_taking_it() -> None:
    held = [h for name in NAMES.values() for h in name.held]

    assert all(h.since <= h.until for h in held if h.since and h.until)
