"""Which article comes first, and which ones come at all."""

from briefings.search import ask
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF
from tests.search.test_query import keep

COMMON = (COMMON_SHELF,)
OTHERS = (
    "Rice is planted in the valley.",
    "The museum shows old coins.",
    "A choir sang on the square.",
    "Snow closed the mountain road.",
    "The library lends maps now.",
    "Bakers raised the price of bread.",
)


def found(database: Database, question: str) -> list[int]:
    hits = ask(database, question, shelves=COMMON, limit=10).hits
    return [hit.article.document_id for hit in hits]


def test_news_that_begins_with_the_matter_comes_before_news_that_ends_with_it(
    database: Database,
) -> None:
    matter, rest = "The ferry to Rason sank.", " ".join(OTHERS * 4)
    about = keep(database, f"{matter} {rest}")
    beside = keep(database, f"{rest} {matter}")

    assert found(database, "ferry rason") == [about, beside]


def test_a_whole_sentence_finds_what_shares_but_two_of_its_words(database: Database) -> None:
    sentence = (
        "Inspectors who boarded the trawler Haneul near Busan on Tuesday seized forged customs "
        "papers, nine rusty engines, a radio, dried squid and two frightened parrots in cages."
    )
    same = keep(database, sentence)
    other = keep(database, "The crew of the Haneul denies that it carried parrots.")
    for each in OTHERS:
        keep(database, each)

    assert found(database, sentence) == [same, other]


def test_words_that_stand_each_in_another_article_make_no_answer(database: Database) -> None:
    kept = [keep(database, each) for each in OTHERS]

    assert found(database, "Is there bread for a choir in the valley?") == []
    assert found(database, "bread") == [kept[5]]


def test_some_words_of_many_that_stand_together_make_an_answer(database: Database) -> None:
    for each in OTHERS:
        keep(database, each)
    knitting = keep(database, "She taught the girls to knit socks. They liked it.")

    assert found(database, "knit socks with needles for a newborn") == [knitting]
    assert found(database, "kniit socsk with needles for a newborn") == [knitting]


def test_one_of_two_words_is_enough(database: Database) -> None:
    for each in OTHERS:
        keep(database, each)
    socks = keep(database, "The envoy lost his socks. He found them.")

    assert found(database, "socks newborn") == [socks]


def test_a_whole_sentence_finds_what_shares_one_word_of_it_last(database: Database) -> None:
    matter = "Inspectors seized forged papers, rusty engines, dried squid and frightened parrots"
    same = keep(database, f"{matter} near Busan.")
    choir, snow = (keep(database, f"{OTHERS[at]} Two parrots came.") for at in (2, 3))
    for each in (*OTHERS[:2], *OTHERS[4:]):
        keep(database, each)

    assert found(database, matter) == [same, snow, choir]


def test_nothing_is_found_for_a_sentence_of_which_one_common_word_is_there(
    database: Database,
) -> None:
    for each in OTHERS:
        keep(database, f"{each} It was cold in the village.")

    assert found(database, "zebras graze beside the river of a cold distant savannah") == []
