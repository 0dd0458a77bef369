"""Which forms of a Russian name may be shown as a speaker."""

import pytest

from briefings.text.russian_cases import DOUBTFUL, NOMINATIVE, OBLIQUE, case_of


@pytest.mark.parametrize(
    "name",
    [
        *("Песков", "Дмитрий Песков", "Мария Захарова", "Марк Рютте", "Сергей Шойгу"),
        *("Владимир Зеленский", "Ким Чен Ын", "Чхве Сон Хи", "Но Гван Чхоль", "Камала Харрис"),
        *("Александр Мацегора", "Владимир Владимирович Путин", "Синдзо Абэ", "Илья Яшин"),
    ],
)
def test_a_name_in_the_nominative_is_known_as_such(name: str) -> None:
    assert case_of(name) == NOMINATIVE


@pytest.mark.parametrize(
    "name",
    [
        *("Дмитрия Пескова", "Дмитрием Песковым", "Пескову", "Марии Захаровой", "Марию Захарову"),
        *("Марка Рютте", "Сергея Шойгу", "Ким Чен Ына", "Но Гван Чхолем", "Владимиром Зеленским"),
        *("Александра Мацегоры", "Си Цзиньпину", "Зеленского"),
    ],
)
def test_a_bent_name_is_known_as_such(name: str) -> None:
    assert case_of(name) == OBLIQUE


def test_a_surname_alone_that_may_be_hers_or_his_is_doubtful() -> None:
    assert case_of("Пескова") == DOUBTFUL
