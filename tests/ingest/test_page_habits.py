"""Habits of real pages, each on a small page of its own: what stands in and around the article."""

import pytest

from briefings.ingest.extract import article_text, extract
from briefings.ingest.labels import signed_by

FIRST = (
    "The two ministers met on Tuesday in the capital and talked for three hours about the border."
)
SECOND = (
    "They agreed to open the crossing at the river again before the end of the month, they said."
)
THIRD = (
    "A spokesman for the northern side told reporters that a date had been set and would be kept."
)
LAST = (
    "The first trains are expected in April, when the ice on the river has gone, the railway said."
)
JAPANESE = "両大臣は橋を開くことで合意した。客は多い。最初の列車は四月に走る。(c)AFP/Jane Roe"
STORY = (FIRST, SECOND, THIRD, LAST)


def page(
    *inside: str, head: str = "<h1>Ministers agree to open the crossing</h1>", after: str = ""
) -> str:
    """The story with something between its second and its third paragraph."""
    one, two, three, four = (f"<p>{words}</p>" for words in STORY)
    middle = "".join(inside)
    return (
        "<html><head><title>Ministers agree to open the crossing</title></head><body>"
        f"{head}<div class='story'>{one}{two}{middle}{three}{four}</div>{after}</body></html>"
    )


def read(markup: str) -> list[str]:
    return article_text(extract(markup.encode())).split("\n\n")


INSIDE = {
    "a gallery's slides": (
        "<ul class='slides'><li><h4>A river in pictures</h4><p>The bridge was built in 1936 by"
        " engineers from both banks, and blown up in the war.</p></li></ul>"
    ),
    "a video's title": "<div class='video-resource'><div>See the trains</div></div>",
    "a picture box": "<div class='photo right'><p>Trains wait at the crossing in March</p></div>",
    "a shared post": "<p>A post shared by The Railway (@railway) on Mar 4</p>",
    "a post in German": "<p>Ein Beitrag geteilt von Die Bahn (@bahn) am 4. März</p>",
    "the hour of an update": "<p>Updated at 5:15 p.m.</p>",
    "a pointer in French": "<p>Lire aussi : Le pont rouvert après dix ans</p>",
    "a pointer in German": "<p>Lesen Sie auch: Die Brücke am Fluss</p>",
    "a linked line alone": "<p><a href='/b'>How the bridge was lost and found again</a></p>",
    "a letter alone": "<h3>S</h3>",
    "where it stood first": "<p>This article originally appeared on The River Post.</p>",
    "a credit under a picture": "<p>(Credit: Jane Roe / The River Post)</p>",
    "who helped": "<p>Contributing: Jane Roe, Max Roe, River Agency</p>",
    "a newsletter": "<p>The best of the week, delivered right to your inbox</p>",
    "editors' picks": (
        "<h4>Editors’ Recommendations:</h4><ul>"
        "<li><a href='/1'>Trains that never left the station in years</a></li>"
        "<li><a href='/2'>A bridge for two countries and one river</a></li></ul>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("habit", INSIDE)
def test_what_a_page_puts_between_two_paragraphs_is_left_out(habit: str) -> None:
    assert read(page(INSIDE[habit])) == list(STORY)


KEPT = {
    "a pulled quotation that stands nowhere else": (
        "<blockquote class='pullquote'>Nobody has crossed here, not even a dog.</blockquote>",
        "Nobody has crossed here, not even a dog.",
    ),
    "a heading that begins like a prompt": ("<h3>Read on the train</h3>", "Read on the train"),
    "a part numbered with a letter": ("<h3>V</h3>", "V"),
    "a Japanese sentence that ends in a credit": (
        f"<p>{JAPANESE}</p>",
        JAPANESE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("habit", KEPT)
def test_what_only_looks_like_furniture_stays(habit: str) -> None:
    inside, words = KEPT[habit]
    assert read(page(inside)) == [FIRST, SECOND, words, THIRD, LAST]


def test_a_pulled_quotation_that_the_article_has_is_left_out() -> None:
    pulled = f"<blockquote class='pullquote'>{THIRD.removeprefix('A spokesman for ')}</blockquote>"
    assert read(page(pulled)) == list(STORY)


@pytest.mark.parametrize("name", ["comentarios", "kommentare", "reader-comments", "comments"])
def test_readers_comments_are_left_out_however_many_there_are(name: str) -> None:
    said = "".join(
        f"<p>Comment {i} says that the bridge should have been opened years before that.</p>"
        for i in range(30)
    )
    long = "".join(
        f"<p>{words} This was said in round {i}.</p>" for i in range(2) for words in STORY
    )
    found = read(page(long, after=f"<div class='{name}'>{said}</div>"))
    assert len(found) == 12
    assert not any(words.startswith("Comment") for words in found)


def test_an_article_whose_every_part_is_named_like_furniture_is_still_one() -> None:
    parts = "".join(
        f"<section class='part part--ads p{i}'><p>{w}</p></section>" for i, w in enumerate(STORY)
    )
    assert read(f"<html><body><article><h1>Crossing</h1>{parts}</article></body></html>") == list(
        STORY
    )


def test_the_beginnings_of_other_articles_far_below_are_left_out() -> None:
    links = "".join(f"<li><a href='/{i}'>Another story of the day {i}</a></li>" for i in range(60))
    call = "Send us what you have seen at the river, by post. " * 2
    below = f"<ul>{links}</ul><div><p>{call}</p></div>"
    assert read(page(after=below)) == list(STORY)


def test_a_heading_over_the_first_paragraph_belongs_to_the_article() -> None:
    one, two, three, four = (f"<p>{words}</p>" for words in STORY)
    found = read(
        "<html><body><h1>Ministers agree to open the crossing</h1><div class='story'>"
        f"<h3>Three hours</h3>{one}{two}<h3>What comes next</h3>{three}{four}</div></body></html>"
    )
    assert found == ["Three hours", FIRST, SECOND, "What comes next", THIRD, LAST]


def test_a_day_told_in_the_points_over_a_story_is_not_its_date() -> None:
    points = "<ul><li>The bridge was opened on August 14, 1935</li><li>It fell in the war</li></ul>"
    found = extract(page(head=f"<h1>Ministers agree to open the crossing</h1>{points}").encode())
    assert found.published_on is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("by Dan Roe - Apr 16, 2015 8:02 pm UTC", "Dan Roe"),
        ("By Richard Roe posted Aug 18th 2010 7:30PM", "Richard Roe"),
        ("Max Roe Sa 13 Jul 2019", "Max Roe"),
        ("By Bryan Roe Tuesday, Aug. 17, 2010", "Bryan Roe"),
        ("By Sam Roe on June 29, 2014 08:08 pm @roe 76Comments", "Sam Roe"),
        ("Josiah Motley", "Josiah Motley"),
        ("von Heiner", "Heiner"),
        ("김철수", "김철수"),
        ("Print", None),
        ("by", None),
        ("9:39AM BST 05 Oct 2011", None),
    ],
)
def test_a_byline_gives_the_name_and_nothing_else(line: str, name: str | None) -> None:
    assert signed_by(line) == name
