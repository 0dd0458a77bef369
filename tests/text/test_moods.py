"""Event, state, forecast or question, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Mood
from briefings.text.moods import mood_of

EVENTS = [
    "Russian President Vladimir Putin made a surprise visit to North Korea on Wednesday.",
    "In 2000, this treaty was replaced with a Treaty of Friendship.",
    "According to estimates, North Korea has provided nearly half of the shells this year.",
    "Officials will hold “two plus two” talks on Tuesday, which Seoul will be able to use.",
    "Putin will pay his first visit in 24 years on Tuesday, a trip that will likely help.",
    "Yoon made remarks suggesting that South Korea might supply weapons to Ukraine.",
    "State media reported Tuesday that Putin would be visiting North Korea on Wednesday.",
    "The two sides are scheduled to sign the accord in Seoul on June 24.",
    "The minister warned on Monday that sanctions may follow.",
    "Kim, who visited Russia in September, told soldiers to prepare for war.",
    "Pyongyang fired two short-range missiles, which could carry warheads.",
]
FORECASTS = [
    "Second, North Korea, emboldened by Russian support, may increase military activity.",
    "South Korea will likely respond by combining military measures and diplomacy.",
    "While Yoon softened his tone in May, he could revert to harsher rhetoric.",
    "If Russia provides technology, it will make it more difficult to defend the South.",
    "The economy is expected to grow by 2 percent.",
    "Analysts said that Moscow may send more oil.",
    "The growing partnership will compel the Yoon administration to do more.",
]
STATES = [
    "Beijing has a vested interest in maintaining stability on the Korean Peninsula.",
    "The U.S.-ROK alliance remains the cornerstone of South Korea’s defense strategy.",
    "Russia and North Korea share a common view of the U.S. as a threat.",
    "Russia and North Korea share a border of 17 kilometers.",
    "The expo of banned nuclear-capable missiles holds remarkable significance.",
]
QUESTIONS = [
    "The biggest remaining question is whether the two sides will sign another treaty.",
    "It remains to be seen how Seoul will respond.",
    "Will Moscow arm Pyongyang?",
    "It is unclear whether the soldiers have arrived.",
    "Whether the pact covers attack remains unclear.",
]
OTHERS = [
    ("ko", "푸틴 대통령이 19일 평양에 도착했다.", Mood.EVENT),
    ("ko", "통일부는 “예의주시하고 있다”고 밝혔다.", Mood.EVENT),
    ("ko", "푸틴 대통령은 18일 북한을 방문할 예정이다.", Mood.EVENT),
    ("ko", "한국 정부는 20일 회의를 열기로 했다.", Mood.EVENT),
    ("ko", "북러 관계가 더 가까워질 것으로 보인다.", Mood.FORECAST),
    ("ko", "한반도 긴장이 고조될 수 있다.", Mood.FORECAST),
    ("ko", "양국이 조약을 체결할 것이라는 전망이 나온다.", Mood.FORECAST),
    ("ko", "러시아가 어떤 선택을 할지 미지수다.", Mood.QUESTION),
    ("ko", "북한은 스스로를 핵보유국이라고 부른다.", Mood.STATE),
    ("ru", "Владимир Путин прибыл в Пхеньян.", Mood.EVENT),
    ("ru", "Переговоры состоятся 19 июня в Пхеньяне.", Mood.EVENT),
    ("ru", "Договор был подписан в среду.", Mood.EVENT),
    ("ru", "Лавров заявил, что Сеул может пожалеть об этом.", Mood.EVENT),
    ("ru", "Сеул, вероятно, пересмотрит свою позицию.", Mood.FORECAST),
    ("ru", "Поставки оружия могут привести к новым санкциям.", Mood.FORECAST),
    ("ru", "Остаётся неясным, подпишут ли стороны договор.", Mood.QUESTION),
    ("ru", "Россия и КНДР имеют общую границу.", Mood.STATE),
]


@pytest.mark.parametrize("sentence", EVENTS)
def test_an_act_or_a_planned_act_with_a_day_is_an_event(sentence: str) -> None:
    assert mood_of(sentence, "en") is Mood.EVENT


@pytest.mark.parametrize("sentence", FORECASTS)
def test_what_is_only_expected_is_a_forecast(sentence: str) -> None:
    assert mood_of(sentence, "en") is Mood.FORECAST


@pytest.mark.parametrize("sentence", STATES)
def test_a_standing_fact_is_a_state(sentence: str) -> None:
    assert mood_of(sentence, "en") is Mood.STATE


@pytest.mark.parametrize("sentence", QUESTIONS)
def test_an_open_question_is_a_question(sentence: str) -> None:
    assert mood_of(sentence, "en") is Mood.QUESTION


@pytest.mark.parametrize(("language", "sentence", "mood"), OTHERS)
def test_korean_and_russian_have_moods_too(language: str, sentence: str, mood: Mood) -> None:
    assert mood_of(sentence, language) is mood


@given(st.text(max_size=300), st.sampled_from(["en", "ko", "ru", "und"]))
def test_any_text_has_a_mood(text: str, language: str) -> None:
    assert mood_of(text, language) in Mood
