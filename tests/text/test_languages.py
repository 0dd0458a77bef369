"""Languages by script, then by common words."""

import pytest

from briefings.text.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two leaders signed the treaty in Pyongyang on Wednesday.", "en"),
        ("Kim Jong Un", "en"),
        ("북한은 러시아와 조약에 서명했다.", "ko"),
        ("KCNA는 김정은(Kim Jong Un)이 “포탄”이라고 말했다고 전했다.", "ko"),
        ("Россия и КНДР подписали договор о партнерстве.", "ru"),
        ("Президент России Vladimir Putin прибыл в Пхеньян.", "ru"),
        ("Президент України зустрівся з міністрами і підписав угоду їхньої країни.", "und"),
        ("北朝鮮は二十日、ミサイルを発射した。", "und"),
        ("Die beiden Staaten haben den Vertrag nicht unterzeichnet, und das ist so.", "und"),
        ("1234 — 56.7 %", "und"),
        ("", "und"),
    ],
)
def test_a_text_has_a_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_foreign_line_of_furniture_does_not_change_the_language() -> None:
    text = "The talks went on for two days and ended without a result. " * 20

    assert language_of(text + "클릭시 원문으로 이동하는 버튼") == "en"
