"""Korean news dates a saying right behind who speaks, or right before the verb."""

from datetime import date

import pytest

from briefings.ingest.reader import Hints, read_document

PUBLISHED = date(2024, 10, 24)


@pytest.mark.parametrize(
    ("sentence", "speaker", "day"),
    [
        (
            '조태용 국가정보원장은 23일 국회에서 "북한이 1만 명을 러시아에 보낼 것"이라고 말했다.',
            "조태용",
            "2024-10-23",
        ),
        (
            "국가정보원은 23일 북한이 12월까지 1만여 명을 러시아에 파병할 것이라고 밝혔다.",
            "국가정보원",
            "2024-10-23",
        ),
        (
            "국가정보원은 23일 북한이 러시아에 병력 3000명을 파병했다고 밝혔다.",
            "국가정보원",
            "2024-10-23",
        ),
        (
            "푸틴 대통령은 오는 5일 북한을 방문할 예정이라고 크렘린궁이 23일 밝혔다.",
            "크렘린궁",
            "2024-10-23",
        ),
    ],
)
def test_a_saying_has_the_day_that_its_clause_gives(sentence: str, speaker: str, day: str) -> None:
    reading = read_document(
        f"제목\n\n{sentence}".encode(),
        file_name="a.txt",
        content_type="",
        hints=Hints(published_on=PUBLISHED),
    )
    said = [*reading.quotes, *reading.statements][0]

    assert said.speaker.of(reading.extraction.text) == speaker
    assert said.said is not None
    assert said.said.edtf == day
