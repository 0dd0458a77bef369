"""Made pages of many sites against their known text, beside trafilatura alone. Floors only rise."""

import logging
import random

import pytest
import trafilatura

from briefings.errors import UnusableDocumentError
from briefings.ingest.extract import article_text, extract
from tests.ingest.more_sites import SITES, interview_gold
from tests.ingest.rough_sites import ROUGH
from tests.ingest.scores import Score, page_score, totals
from tests.ingest.stories import Story, story

EVERY = SITES | ROUGH
SEEDS = range(3)  # stories on each site
FLOOR, WORD_PERFECT = 0.999, 0.97
SITE_FLOOR = 0.99


def told(name: str, seed: int) -> tuple[Story, str]:
    """The story and the page."""
    make, language = EVERY[name]
    chosen = story(1000 * seed + len(name) + seed, language)
    return chosen, make(chosen)


def gold(name: str, chosen: Story) -> str:
    return interview_gold(chosen) if name == "interview" else chosen.gold


def scores(name: str) -> list[Score]:
    pairs = [told(name, seed) for seed in SEEDS]
    return [page_score(article_text(extract(page.encode())), gold(name, s)) for s, page in pairs]


@pytest.mark.parametrize("name", EVERY)
def test_a_site_gives_its_article_whatever_stands_around_and_in_it(name: str) -> None:
    assert totals(scores(name))[0] >= SITE_FLOOR


def test_over_all_sites_the_text_is_as_good_as_ever_and_better_than_the_best_library() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    ours = [score for name in EVERY for score in scores(name)]
    theirs = []
    for name in EVERY:
        for seed in SEEDS:
            chosen, page = told(name, seed)
            words = trafilatura.extract(page, favor_precision=True, include_comments=False) or ""
            theirs.append(page_score(words, gold(name, chosen)))

    ours_f1, ours_perfect = totals(ours)
    their_f1, their_perfect = totals(theirs)
    assert (ours_f1, ours_perfect) >= (FLOOR, WORD_PERFECT)
    assert ours_f1 > their_f1
    assert ours_perfect > their_perfect


@pytest.mark.parametrize("name", EVERY)
def test_a_page_cut_off_anywhere_gives_a_beginning_of_its_text_or_a_reason(name: str) -> None:
    chosen, page = told(name, 1)
    body = page.encode()
    chance = random.Random(len(body))
    lines = gold(name, chosen)
    for _ in range(3):
        try:
            found = article_text(extract(body[: chance.randrange(len(body))]))
        except UnusableDocumentError:
            continue
        score = page_score(found, lines)
        assert score.precision > 0.5 or len(found) < 400


@pytest.mark.parametrize("name", ["gutenberg", "agency_russian", "agency_korean"])
@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "euc-kr", "no-such-name"])
def test_a_wrong_charset_does_not_spoil_the_words(name: str, declared: str) -> None:
    chosen, page = told(name, 2)
    wrong = page.replace('charset="utf-8"', f'charset="{declared}"').encode()
    found = extract(wrong, content_type=f"text/html; charset={declared}")

    assert page_score(article_text(found), gold(name, chosen)).same


def test_a_page_in_an_old_encoding_that_calls_itself_utf_8_is_read() -> None:
    for name, encoding in (("agency_russian", "cp1251"), ("agency_korean", "cp949")):
        chosen, page = told(name, 2)
        found = extract(page.encode(encoding, errors="xmlcharrefreplace"))

        assert page_score(article_text(found), gold(name, chosen)).same


def test_lost_closing_tags_cost_no_paragraph() -> None:
    for name in ("gutenberg", "drupal", "paywalled"):
        chosen, page = told(name, 1)
        for tag in ("</p>", "</li>", "</header>", "</body></html>"):
            found = article_text(extract(page.replace(tag, "").encode()))
            assert page_score(found, gold(name, chosen)).recall > 0.99
