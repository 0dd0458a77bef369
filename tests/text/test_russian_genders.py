import pytest

from briefings.text.russian_genders import HE, SHE, gender_of


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        *(("Мария Захарова", SHE), ("Ким Ё Чжон", SHE), ("Чхве Сон Хи", SHE)),
        *(("Дмитрий Песков", HE), ("Владимир Зеленский", HE), ("Ким Чен Ын", HE)),
    ],
)
def test_a_name_in_the_nominative_tells_whose_it_is(name: str, gender: str) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    "name",
    ["Дмитрия Пескова", "Сергея Лаврова", "Пескова", "Пак Чин", "Хан Чжон Мин", "Си Цзиньпин"],
)
def test_a_form_that_may_be_his_or_hers_tells_nothing(name: str) -> None:
    assert not gender_of(name)
