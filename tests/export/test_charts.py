"""The chart: the same bytes for the same numbers, legible on its own ground, no empty boxes."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from struct import unpack
from zlib import crc32

import pytest

from bot.render.charts import COLOURS, LONGEST_DESCRIPTION, chart_description, legend_of
from briefings.export.charts import Studio, Wording, drawing
from briefings.export.coverage import WEEKS, Coverage, coverage_of
from briefings.export.drawing import FAINT, GROUND, INK, draw, shown
from briefings.model import Edge, Edition, Window
from briefings.storage.articles import remove_document, store_article
from briefings.storage.charts import find_chart
from briefings.storage.database import Database
from briefings.storage.editions import EditionKey, store_edition
from briefings.storage.shelves import COMMON_SHELF
from tests.storage.examples import new

UNTIL = datetime(2024, 6, 20, 23, tzinfo=UTC)
LAST = date(2024, 6, 21)  # in Seoul
WINDOW = Window(UNTIL - timedelta(days=3), UNTIL, 72)
SHELVES = (COMMON_SHELF,)


def edition(*edges: Edge) -> Edition:
    return Edition(WINDOW, "Asia/Seoul", edges or tuple(Edge), "en", (), (), (), (), (), ())


def made(*counts: int) -> Coverage:
    weeks = tuple(LAST - timedelta(days=7 * n) for n in range(len(counts) - 1, -1, -1))
    return Coverage(weeks, tuple((edge, counts) for edge in Edge))


def drawn(coverage: Coverage, locale: str = "en") -> bytes:
    return draw(coverage, legend_of(coverage, locale))


def test_the_same_numbers_give_the_same_bytes_also_in_another_process() -> None:
    script = (
        "import sys; from tests.export.test_charts import *; "
        "sys.stdout.buffer.write(drawn(made(0, 3, 12)))"
    )
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", script], capture_output=True, check=True
    )

    assert done.stdout == drawn(made(0, 3, 12))
    assert done.stdout != drawn(made(0, 3, 13))


def test_it_is_a_small_picture_that_reads_alike_beside_dark_and_light() -> None:
    picture = drawn(made(*range(WEEKS)))

    assert picture.startswith(b"\x89PNG")
    assert unpack(">II", picture[16:24]) == (800, 375)
    assert len(picture) < 60_000
    assert crc32(picture[12:29]) == unpack(">I", picture[29:33])[0]
    assert contrast(INK, GROUND) > 7
    assert contrast(FAINT, GROUND) > 4.5
    assert all(contrast(f"#{colour:06x}", GROUND) > 3 for colour in COLOURS.values())


def contrast(one: str, other: str) -> float:
    """Of two colours, by WCAG 2.2."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_letters_that_the_font_lacks_are_not_drawn_as_empty_boxes() -> None:
    assert shown(Wording("북한 ↔ 러시아", "DPRK ↔ Russia")) == "DPRK ↔ Russia"
    assert shown(Wording("КНДР ↔ Россия", "DPRK ↔ Russia")) == "КНДР ↔ Россия"
    assert drawn(made(1, 2), "ko") == drawn(made(1, 2), "en") != drawn(made(1, 2), "ru")


@pytest.mark.parametrize("locale", ["en", "ko", "ru"])
def test_who_does_not_see_it_is_told_every_number(locale: str) -> None:
    told = chart_description(made(0, 3, 12345), locale)

    assert told.count("0, 3, 12345") == len(Edge)
    assert len(chart_description(made(*[123_456] * WEEKS), locale)) <= LONGEST_DESCRIPTION


def test_it_is_not_loaded_before_the_first_chart() -> None:
    script = (
        "import sys, bot.__main__, bot.cogs; bot.cogs.import_cogs(); "
        "sys.exit('matplotlib' in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 -- our own program


def test_weeks_end_on_the_day_of_the_edition_and_every_document_is_in_one(
    database: Database,
) -> None:
    for number, day in enumerate([LAST, LAST - timedelta(6), LAST - timedelta(7)]):
        store_article(database, new(str(number), published_on=day), now=UNTIL - timedelta(hours=1))
    found = coverage_of(database, edition(Edge.DPRK_RUSSIA), shelves=SHELVES)

    assert found.weeks[-1] == LAST
    assert {after - before for before, after in pairwise(found.weeks)} == {timedelta(7)}
    assert found.edges == ((Edge.DPRK_RUSSIA, (0,) * (WEEKS - 2) + (1, 2)),)


def test_what_is_removed_or_came_later_or_is_of_another_shelf_is_not_counted(
    database: Database,
) -> None:
    gone = store_article(database, new(published_on=LAST), now=UNTIL - timedelta(hours=1))
    store_article(database, new("later", published_on=LAST), now=UNTIL)
    remove_document(
        database,
        gone.document_id,
        shelf_id=COMMON_SHELF,
        by=1,
        interaction_id=None,
        now=UNTIL,
    )
    found = coverage_of(database, edition(), shelves=SHELVES)
    elsewhere = coverage_of(database, edition(), shelves=(99,))

    assert not any(number for _, counts in found.edges for number in counts)
    assert elsewhere == found


def test_a_chart_is_drawn_once_and_kept(database: Database) -> None:
    key = EditionKey(SHELVES, WINDOW, "Asia/Seoul", tuple(Edge))
    number = store_edition(database, key, "{}", extracts=(), now=UNTIL)
    coverage = made(1, 2)
    first = Studio(database).chart(number, coverage, legend_of(coverage, "en"))
    again = Studio(database).chart(number, made(5, 6), legend_of(made(5, 6), "ru"))

    assert first == again == find_chart(database, number) == drawn(coverage)
    assert drawing().draw(coverage, legend_of(coverage, "en")) == first
