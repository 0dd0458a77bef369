"""Lines of plain text that end inside a sentence."""

from briefings.ingest.extract import extract
from briefings.model import BlockKind


def bodies(text: str) -> list[str]:
    extraction = extract(text.encode())
    return [
        block.span.of(extraction.text)
        for block in extraction.blocks
        if block.kind is BlockKind.BODY
    ]


def test_one_stray_line_break_does_not_halve_a_sentence() -> None:
    text = (
        "Seoul protests\n\nSouth Korea's foreign\nminister said on Wednesday that Seoul would "
        "protest.\n\nRussia did not answer at once.\n"
    )

    assert bodies(text)[0].startswith("South Korea's foreign minister said on Wednesday")


def test_a_long_line_runs_on_into_a_name() -> None:
    text = (
        "Ministers meet\n\nThe talks were long.\n\nRussian Foreign Minister Sergey Lavrov met his "
        "North Korean counterpart\nChoe Son Hui in the city of Wonsan on Wednesday.\n\n"
        "They agreed.\n"
    )

    assert any("counterpart Choe Son Hui" in body for body in bodies(text))


def test_a_title_right_over_its_text_stays_a_title() -> None:
    text = (
        "Ministers of the two countries meet in the city of Wonsan\nThe talks lasted two hours on "
        "Wednesday.\n\nThey agreed to meet again in Moscow.\n\nNobody else was invited to them.\n"
    )

    assert bodies(text)[0] == "The talks lasted two hours on Wednesday."


def test_items_of_a_list_stay_apart() -> None:
    text = (
        "Agenda\n\nThe ministers spoke about these points at length, as said:\n"
        "- the treaty that both countries signed in the year before\n"
        "- the railway between the two countries and its bridge\n\nThey agreed on both of them.\n"
    )

    assert not any("before - the" in body or "before the railway" in body for body in bodies(text))


def test_joining_keeps_every_offset() -> None:
    text = "A title\n\nSouth Korea's foreign\nminister spoke.\n\nRussia was silent about it.\n"

    assert len(extract(text.encode()).text) == len(text)
