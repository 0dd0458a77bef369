import pytest

from briefings.model import Span
from briefings.text.datelines import LONGEST, after_dateline


def told(paragraph: str) -> str:
    return after_dateline(paragraph, Span(0, len(paragraph))).of(paragraph)


@pytest.mark.parametrize(
    "dateline",
    [
        "SEOUL, Nov. 5 (Yonhap) -- ",
        "WASHINGTON (AP) — ",
        "WASHINGTON — ",
        "UNITED NATIONS, June 3 (Reuters) - ",
        "VLADIVOSTOK, Russia (AP) — ",
        "MOSCOW, June 19. /TASS/. ",
        "Pyongyang, July 13 (KCNA) -- ",
        "(CNN) -- ",
        "(CNN)",
        "Rome (CNN)",
        "London, England (CNN) -- ",
        "New York (CNN Business) ",
        "МОСКВА, 19 июня. /ТАСС/. ",
        "МОСКВА, 19 июн — РИА Новости. ",
        "(서울=연합뉴스) 김아무 기자 = ",
        "[서울경제 홍길동 기자] ",
    ],
)
def test_a_report_begins_behind_its_dateline(dateline: str) -> None:
    assert told(f"{dateline}The report says this. And that.") == "The report says this. And that."


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO — the alliance of 32 states — met on Tuesday.".replace(" — t", ", t"),
        "Putin said (in Moscow) that he would come.",
        "Joint Chiefs of Staff (JCS) officials said no.",
        "Kim Yo Jong (WPK) Deputy Director of all propaganda said no.",
        "South Korea's military — one of the largest — said no.",
        "KCNA said on Tuesday that the launch had succeeded.",
        "THREATS TO SOUTH KOREA Putin’s visit raises risks.",
        "U.S. officials met in Geneva. They agreed.",
        "김정은은 19일 평양에서 푸틴을 만났다.",
        "В Москве прошли переговоры — об этом сообщили в МИД.",
    ],
)
def test_what_is_no_dateline_stays(paragraph: str) -> None:
    assert told(paragraph) == paragraph


def test_a_paragraph_that_is_nothing_but_a_dateline_stays() -> None:
    assert told("WASHINGTON (AP) — ") == "WASHINGTON (AP) — "


def test_only_the_beginning_is_looked_at() -> None:
    paragraph = "A" * LONGEST * 2 + " (AP) — words"

    assert told(paragraph) == paragraph
