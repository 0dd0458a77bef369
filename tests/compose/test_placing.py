"""In which section words stand, read through the whole pipeline."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from briefings.compose import compose
from briefings.ingest.reading import read
from briefings.model import Edition, Kind, Section, Window
from tests.compose.building import article, printed

MORNING = datetime(2024, 6, 19, 23, tzinfo=UTC)
WINDOW = Window(MORNING - timedelta(hours=72), MORNING, 72)
REPORT = (
    "Ministers meet in Wonsan\n\n19 June 2024\n\n"
    "SEOUL, June 19 (Example) — Russian Foreign Minister Sergey Lavrov met his North Korean "
    "counterpart Choe Son Hui in the coastal city of Wonsan on Wednesday, both ministries said.\n\n"
    "“We discussed every question on the agenda of the two countries,” Lavrov told reporters.\n\n"
    "South Korea's foreign ministry expressed “deep concern” over the meeting of Russia and North "
    "Korea.\n\n"
    "North Korea sent more than 300 balloons across the border with South Korea, the military "
    "said.\n"
)


def edition() -> Edition:
    told = article(1, "A placeholder.", published=MORNING - timedelta(hours=10))
    return compose([replace(told, reading=read(REPORT.encode()))], window=WINDOW, zone="Asia/Seoul")


def test_words_that_name_no_edge_stand_where_their_speaker_is_an_end() -> None:
    places = {
        section.section: [item.extract.words for item in section.items]
        for section in edition().sections
    }

    assert any("every question" in words for words in places[Section.DPRK_RUSSIA])
    assert not any("every question" in words for words in places[Section.DPRK_ROK])


def test_an_extract_begins_behind_the_dateline() -> None:
    words = [item.extract.words for item in printed(edition())]

    assert any(each.startswith("Russian Foreign Minister") for each in words)
    assert not any("SEOUL" in each for each in words)


FIRED = (
    "Rocket fired before a visit\n\n19 June 2024\n\n"
    "North Korea fired a rocket into the sea early on Wednesday, hours before Russian Foreign "
    "Minister Sergey Lavrov was due to land, South Korea's military said.\n\n"
    "The rocket was fired from a field by the coast and flew for nine minutes, it said.\n\n"
    "U.S. President Donald Trump said on Wednesday that he would like to meet Kim Jong Un when he "
    "visits South Korea.\n"
)
COUNTED = (
    "국정원 “북한 인부 러시아로”\n\n2024년 6월 19일\n\n"
    "국가정보원은 19일 국회에서 북한이 러시아에 인부 900명을 보냈다고 밝혔다.\n\n"
    "국정원은 이 가운데 30명이 다친 것으로 추정된다고 설명했다.\n\n"
    "국정원은 북한과 러시아가 인부를 더 보내는 문제를 협의하고 있다고 덧붙였다.\n"
)


def placed(*reports: str) -> dict[Section, list[str]]:
    articles = [
        replace(
            article(number, "A placeholder.", published=MORNING - timedelta(hours=10)),
            reading=read(report.encode()),
        )
        for number, report in enumerate(reports, 1)
    ]
    found = compose(articles, window=WINDOW, zone="Asia/Seoul")
    return {each.section: [item.extract.words for item in each.items] for each in found.sections}


def test_what_a_sentence_tells_of_its_hour_does_not_place_it() -> None:
    places = placed(FIRED)

    assert any("hours before" in words for words in places[Section.DPRK_ROK])
    assert any("Trump" in words for words in places[Section.TRIANGLE])
    assert not places[Section.DPRK_RUSSIA]


def test_who_tells_of_what_two_others_do_is_no_end_of_it() -> None:
    places = placed(COUNTED)

    assert any("30명" in words for words in places[Section.DPRK_RUSSIA])
    assert not places[Section.RUSSIA_ROK]


def test_a_korean_quotation_of_three_words_is_a_clause() -> None:
    told = "국방부는 19일 북한과 러시아의 훈련에 대해 “움직임을 예의주시하고 있다”고 밝혔다."
    report = replace(
        article(1, "A placeholder.", published=MORNING - timedelta(hours=10)),
        reading=read(f"국방부 브리핑\n\n2024년 6월 19일\n\n{told}\n".encode()),
    )
    (item,) = printed(compose([report], window=WINDOW, zone="Asia/Seoul"))

    assert item.role == "quote"


def test_figures_of_a_past_period_are_news_where_a_report_begins_with_them() -> None:
    told = "Trade of Russia and North Korea rose 40 percent from January to March 2024."
    later = "Officials in both capitals gave no reason for the rise in that time."

    def role(*sentences: str) -> set[str]:
        text = "\n\n".join(["Trade rises", "19 June 2024", *sentences]) + "\n"
        report = replace(
            article(1, "A placeholder.", published=MORNING - timedelta(hours=10)),
            reading=replace(read(text.encode()), kind=Kind.NEWS),
        )
        found = printed(compose([report], window=WINDOW, zone="Asia/Seoul"))
        return {item.role for item in found if item.extract.words == told}

    assert role(told, later) == {"event"}
    opened = "Russia and North Korea opened a market hall in Rason on Tuesday."
    assert role(opened, told, later) == {"background"}
