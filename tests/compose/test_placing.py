"""In which section words stand, read through the whole pipeline."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from briefings.compose import compose
from briefings.ingest.reading import read
from briefings.model import Edition, Section, Window
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
