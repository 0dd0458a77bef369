"""What stands over, under and beside the articles of real pages: titles, names, days, captions."""

from datetime import date

import pytest

from briefings.ingest.extract import article_text, extract
from briefings.model import Extraction

STORY = "".join(
    f"<p>The envoys of both countries met for round {i} of the talks, the ministry said.</p>"
    for i in range(6)
)
FIRST = "Eastern Post: Envoys meet for talks"  # the site before the title


def habit(inner: str, *, tab: str = "Envoys meet for talks | Eastern Post") -> Extraction:
    page = f"<html><head><title>{tab}</title></head><body>{inner}</body></html>"
    return extract(page.encode(), file_name="a.html")


def test_the_publication_is_what_the_tab_adds_to_the_title() -> None:
    after = habit(f"<h1>Envoys meet for talks</h1>{STORY}")
    before = habit(f"<h1>Envoys meet for talks</h1>{STORY}", tab=FIRST)
    neither = habit(f"<h1>Envoys meet for talks</h1>{STORY}", tab="Envoys meet for talks")

    assert (after.publisher, before.publisher) == ("Eastern Post", "Eastern Post")
    assert neither.publisher is None


def test_a_weblog_whose_name_is_its_first_heading_gives_the_title_of_the_post() -> None:
    inner = (
        f"<h1>Notes from the border</h1><h3 class='post-title'>A train for Rajin</h3>{STORY}"
        "<div class='post-footer'>Posted by <span class='fn'>Jane Lim</span></div>"
    )
    found = habit(inner, tab="Notes from the border: A train for Rajin")

    assert found.title == "A train for Rajin"
    assert (found.publisher, found.author) == ("Notes from the border", "Jane Lim")


def test_what_a_picture_says_of_itself_inside_a_paragraph_is_its_caption() -> None:
    picture = (
        "<span class='end_photo'><img><em class='img_desc'>두만강의 다리. 자료사진</em></span>"
    )
    told = "통일부가 공사를 확인했다고 밝혔다.<br><br>" + "다리는 내년 여름에 완공된다.<br><br>" * 3
    inner = f"<h1>다리 공사 시작</h1><div>{picture}{told}</div>"
    found = habit(inner, tab="다리 공사 시작")

    assert "두만강의 다리" not in article_text(found)
    assert article_text(found).startswith("통일부가 공사를")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on : Jun.20,2024 17:46 KST Modified on : Jun.21,2024 18:01 KST", 20),
        ("Updated 9:40 PM EDT, June 19, 2024 Published 4:12 PM EDT, June 18, 2024", 18),
        ("Published June 18, 2024, updated June 19, 2024", 18),
    ],
)
def test_the_day_of_publication_is_told_from_that_of_a_change(line: str, day: int) -> None:
    found = habit(f"<h1>Envoys meet for talks</h1><p class='date'>{line}</p>{STORY}")

    published = found.published.date() if found.published else found.published_on
    assert published == date(2024, 6, day)


def test_the_reporter_before_a_korean_agency_report_is_its_author() -> None:
    inner = f"<h1>다리 공사 시작</h1><p>(서울=새벽통신) 김하늘 기자 = 통일부가 밝혔다.</p>{STORY}"

    assert habit(inner, tab="다리 공사 시작").author == "김하늘"


def test_the_publication_is_no_second_author() -> None:
    byline = "<p class='author'>By Jane Lim, Eastern Post</p>"

    assert habit(f"<h1>Envoys meet for talks</h1>{byline}{STORY}").author == "Jane Lim"


def test_a_bold_line_before_a_break_is_a_line_of_its_own() -> None:
    inner = f"<div><b>Envoys meet for talks</b><br>By Jane Lim<br><br>{STORY}</div>"

    assert "Jane Lim" not in article_text(habit(inner))


def test_who_wrote_an_embedded_post_is_not_the_article() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>First wagons are here.</p>&mdash; Rail Watch "
        "(@railwatch) <a href='/1'>June 18, 2024</a></blockquote>"
    )
    found = habit(f"<h1>Envoys meet for talks</h1>{STORY}{post}{STORY}")

    assert "railwatch" not in article_text(found)


def test_json_in_a_page_that_breaks_off_still_says_who_wrote_it() -> None:
    broken = '{"@type": "NewsArticle", "author": {"name": "Jane Lim"}, "headline": "Envoys'
    inner = f"<script type='application/ld+json'>{broken}</script><h1>Envoys meet</h1>{STORY}"

    assert habit(inner).author == "Jane Lim"
