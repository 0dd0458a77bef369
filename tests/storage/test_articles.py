"""Articles come back exactly as they were stored, once each, and only to those who may see them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import func, insert, select, text

from briefings.errors import (
    DriftedExtractError,
    DuplicateDocumentError,
    NotFoundError,
    UnusableDocumentError,
)
from briefings.model import Extract, Flag, Reading, Span, Window
from briefings.storage.articles import (
    article,
    articles,
    articles_for_window,
    count_documents,
    list_documents,
    near_duplicate_candidates,
    remove_document,
    restore_document,
    store_article,
    stored_words,
    verify_extracts,
    verify_texts,
)
from briefings.storage.articles.listing import COMMON_AFTER
from briefings.storage.audit import entries
from briefings.storage.database import Database
from briefings.storage.index import (
    change_counter,
    passage_candidates,
    speaker_rows,
    title_rows,
    vocabulary,
)
from briefings.storage.migrations.steps import alone
from briefings.storage.shelves import COMMON_SHELF, shelf_of, visible_shelves
from briefings.storage.tables import Body, Document, Fingerprint, Passage, Version
from briefings.storage.utterances import find_utterances
from tests.storage.examples import LEAD, NOW, TEXT, at, new, reading

COMMON = (COMMON_SHELF,)
GUILD = 2**62 + 7


def remove(database: Database, document_id: int, *, interaction_id: int) -> None:
    remove_document(
        database,
        document_id,
        shelf_id=COMMON_SHELF,
        by=5,
        interaction_id=interaction_id,
        now=NOW,
    )


def restore(database: Database, document_id: int, *, interaction_id: int) -> None:
    restore_document(
        database,
        document_id,
        shelf_id=COMMON_SHELF,
        by=5,
        interaction_id=interaction_id,
        now=NOW,
    )


def test_an_article_comes_back_equal_to_what_was_stored(database: Database) -> None:
    stored = store_article(database, new(added_by=2**61), now=NOW)
    loaded = article(database, stored.document_id, shelves=COMMON)

    assert loaded == stored
    assert loaded.reading == reading()
    assert loaded.text == TEXT
    assert loaded.digest == sha256(TEXT.encode()).hexdigest()
    assert (loaded.added_by, loaded.first_seen) == (2**61, NOW)


def test_the_name_a_speaker_is_shown_under_is_kept_beside_the_words_of_the_document(
    database: Database,
) -> None:
    (quote,) = reading().quotes
    told = replace(reading(), quotes=(replace(quote, named="V. V. Putin"),))
    stored = store_article(database, replace(new(), reading=told), now=NOW)
    (loaded,) = article(database, stored.document_id, shelves=COMMON).reading.quotes

    assert loaded.speaker_in(TEXT) == "V. V. Putin"
    assert loaded.speaker.of(TEXT) == "Vladimir Putin"


def test_the_offset_of_the_publication_time_is_kept(database: Database) -> None:
    stored = store_article(database, new(), now=NOW)

    published = stored.reading.extraction.published
    assert published is not None
    assert published.utcoffset() == timedelta(hours=9)
    assert stored.published_on == date(2024, 6, 20)  # the day there, not the day in UTC


def test_a_persons_word_for_the_day_goes_first(database: Database) -> None:
    stored = store_article(database, new(published_on=date(2024, 6, 1)), now=NOW)

    assert stored.published_on == date(2024, 6, 1)
    assert stored.reading == reading()


def test_the_same_bytes_on_a_shelf_are_refused_with_the_document_they_are(
    database: Database,
) -> None:
    first = store_article(database, new(), now=NOW)

    with pytest.raises(DuplicateDocumentError) as refusal:
        store_article(database, new(title="Another title"), now=NOW)

    assert refusal.value.fields["document_id"] == first.document_id
    assert refusal.value.fields["title"] == first.title
    assert count_documents(database, shelves=COMMON) == 1


def test_the_same_bytes_may_stand_on_two_shelves(database: Database) -> None:
    store_article(database, new(), now=NOW)
    own = shelf_of(database, GUILD)

    store_article(database, new(shelf_id=own), now=NOW)

    assert count_documents(database, shelves=visible_shelves(database, GUILD)) == 2
    assert count_documents(database, shelves=visible_shelves(database, GUILD + 1)) == 1


def test_the_same_interaction_again_gives_the_same_article(database: Database) -> None:
    first = store_article(database, new(interaction_id=11), now=NOW)

    again = store_article(database, new("<p>two</p>", interaction_id=11), now=NOW)

    assert again == first
    assert count_documents(database, shelves=COMMON) == 1


def test_twenty_threads_adding_the_same_bytes_leave_one_document(database: Database) -> None:
    def add(number: int) -> int:
        try:
            return store_article(database, new(interaction_id=number), now=NOW).document_id
        except DuplicateDocumentError as duplicate:
            return -int(str(duplicate.fields["document_id"]))

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(add, range(20)))

    added = [answer for answer in answers if answer > 0]
    assert len(added) == 1
    assert set(answers) == {added[0], -added[0]}
    with database.reading() as session:
        assert session.scalar(select(func.count(Document.document_id))) == 1
        assert session.scalar(select(func.count(Version.version_id))) == 1


def test_twenty_threads_adding_different_documents_lose_none(database: Database) -> None:
    def add(number: int) -> int:
        return store_article(database, new(f"<p>{number}</p>"), now=NOW).document_id

    with ThreadPoolExecutor(20) as pool:
        added = set(pool.map(add, range(20)))

    assert len(added) == 20
    assert change_counter(database) == 20
    assert vocabulary(database, shelves=COMMON)["pyongyang"] == 20


def test_another_guilds_documents_are_not_found(database: Database) -> None:
    own = shelf_of(database, GUILD)
    stored = store_article(database, new(shelf_id=own), now=NOW)

    with pytest.raises(NotFoundError):
        article(database, stored.document_id, shelves=visible_shelves(database, GUILD + 1))
    assert vocabulary(database, shelves=COMMON) == {}
    assert title_rows(database, shelves=COMMON) == ()
    assert speaker_rows(database, shelves=COMMON) == ()
    assert passage_candidates(database, [["Putin"]], shelves=COMMON) == ()


def test_a_removed_document_is_hidden_everywhere_and_restored_as_it_was(
    database: Database,
) -> None:
    stored = store_article(database, new(), now=NOW)
    words = vocabulary(database, shelves=COMMON)
    window = Window(NOW - timedelta(days=1), NOW + timedelta(days=1), 72)

    remove(database, stored.document_id, interaction_id=1)

    assert articles(database, [stored.document_id], shelves=COMMON) == ()
    assert articles_for_window(database, window, shelves=COMMON) == ()
    assert list_documents(database, shelves=COMMON) == ()
    assert count_documents(database, shelves=COMMON) == 0
    assert title_rows(database, shelves=COMMON) == ()
    assert speaker_rows(database, shelves=COMMON) == ()
    assert find_utterances(database, shelves=COMMON) == ()
    assert vocabulary(database, shelves=COMMON) == {}
    assert passage_candidates(database, [["Putin"]], shelves=COMMON) == ()
    assert near_duplicate_candidates(database, {7}, shelves=COMMON) == ()
    [row] = list_documents(database, shelves=COMMON, removed=True)
    assert row.removed_at == NOW

    restore(database, stored.document_id, interaction_id=2)

    assert article(database, stored.document_id, shelves=COMMON) == stored
    assert vocabulary(database, shelves=COMMON) == words
    actions = [entry.action for entry in entries(database, None)]
    assert actions == ["restore", "remove", "store"]


def test_removing_twice_by_one_interaction_is_one_deed(database: Database) -> None:
    stored = store_article(database, new(), now=NOW)
    remove(database, stored.document_id, interaction_id=1)
    restore(database, stored.document_id, interaction_id=2)

    remove(database, stored.document_id, interaction_id=1)

    assert count_documents(database, shelves=COMMON) == 1


def test_bytes_of_a_removed_document_are_still_known(database: Database) -> None:
    stored = store_article(database, new(), now=NOW)
    remove(database, stored.document_id, interaction_id=1)

    with pytest.raises(DuplicateDocumentError) as refusal:
        store_article(database, new(), now=NOW)

    assert refusal.value.fields["removed"] is True


def test_a_new_version_replaces_the_old_one_and_keeps_it(database: Database) -> None:
    first = store_article(database, new(), now=NOW)
    words = TEXT + "\n\nUpdated: corrected spelling of Vostochny."
    changed = replace(reading(), extraction=replace(reading().extraction, text=words))
    later = NOW + timedelta(hours=1)

    second = store_article(
        database,
        new("<p>two</p>", document_id=first.document_id, title="Changed", reading=changed),
        now=later,
    )

    assert (second.document_id, second.version) == (first.document_id, 2)
    assert (second.first_seen, second.title, second.text) == (NOW, "Changed", words)
    assert count_documents(database, shelves=COMMON) == 1
    old = article(database, first.document_id, shelves=COMMON, version_id=first.version_id)
    assert old.text == TEXT
    assert len(find_utterances(database, shelves=COMMON)) == 1
    with database.reading() as session:
        assert set(session.scalars(select(Passage.version_id))) == {second.version_id}
    assert vocabulary(database, shelves=COMMON)["pyongyang"] == 1


def test_a_document_may_go_back_to_what_it_once_was(database: Database) -> None:
    first = store_article(database, new("a"), now=NOW)
    store_article(database, new("b", document_id=first.document_id), now=NOW)

    third = store_article(database, new("a", document_id=first.document_id), now=NOW)

    assert third.version == 3
    with database.reading() as session:
        assert session.scalar(select(func.count(Body.body_id))) == 2


def test_a_version_equal_to_the_current_one_is_a_duplicate(database: Database) -> None:
    first = store_article(database, new("a"), now=NOW)

    with pytest.raises(DuplicateDocumentError):
        store_article(database, new("a", document_id=first.document_id), now=NOW)


def test_a_version_of_nothing_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        store_article(database, new(document_id=404), now=NOW)


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_text_that_no_database_keeps_is_refused_before_anything_is_stored(
    database: Database, letter: str
) -> None:
    broken = replace(reading(), extraction=replace(reading().extraction, text=TEXT + letter))

    with pytest.raises(UnusableDocumentError):
        store_article(database, new(reading=broken), now=NOW)

    assert count_documents(database, shelves=COMMON) == 0


def test_a_title_with_nul_is_stored_without_it(database: Database) -> None:
    assert store_article(database, new(title="A\0B\udfff"), now=NOW).title == "AB"


def test_extracts_are_checked_against_the_stored_text(database: Database) -> None:
    stored = store_article(database, new(), now=NOW)
    digest = sha256(LEAD.encode()).hexdigest()
    extract = Extract(stored.document_id, stored.version_id, at(LEAD), LEAD, digest)

    verify_extracts(database, [extract])

    assert stored_words(database, stored.version_id, at(LEAD)) == LEAD
    moved = Span(at(LEAD).start + 1, at(LEAD).end + 1)
    for drifted in (
        replace(extract, words=LEAD.replace("arrived", "landed")),
        replace(extract, span=moved),
        replace(extract, digest="0" * 64),
        replace(extract, version_id=99),
    ):
        with pytest.raises(DriftedExtractError):
            verify_extracts(database, [extract, drifted])


def test_a_damaged_text_is_found_and_never_extracted_from(database: Database) -> None:
    stored = store_article(database, new(), now=NOW)
    digest = sha256(LEAD.encode()).hexdigest()
    extract = Extract(stored.document_id, stored.version_id, at(LEAD), LEAD, digest)
    assert verify_texts(database) == ()

    with database.begin() as session:
        session.get_one(Version, stored.version_id).text = TEXT + "."

    assert verify_texts(database) == (stored.version_id,)
    with pytest.raises(DriftedExtractError):
        verify_extracts(database, [extract])


def test_near_duplicates_are_counted_by_shared_fingerprints(database: Database) -> None:
    def with_prints(*prints: int) -> Reading:
        return replace(reading(), fingerprints=frozenset(prints))

    one = store_article(database, new("1", reading=with_prints(1, 2, -3)), now=NOW)
    two = store_article(database, new("2", reading=with_prints(1, 2**63 - 1)), now=NOW)

    found = near_duplicate_candidates(database, {1, 2, -3, 99}, shelves=COMMON)

    assert found == ((one.document_id, 3), (two.document_id, 1))
    assert near_duplicate_candidates(database, {2**63 - 1}, shelves=COMMON) == (
        (two.document_id, 1),
    )
    assert near_duplicate_candidates(database, (), shelves=COMMON) == ()


def test_a_fingerprint_that_everybody_shares_is_not_even_counted(database: Database) -> None:
    boilerplate = replace(reading(), fingerprints=frozenset({42}))
    stored = [store_article(database, new(str(n), reading=boilerplate), now=NOW) for n in range(3)]
    assert len(near_duplicate_candidates(database, {42}, shelves=COMMON)) == 3
    crowd = [
        {"shelf_id": COMMON_SHELF, "fingerprint": 42, "version_id": version_id}
        for version_id in range(1_000, 1_000 + COMMON_AFTER)
    ]
    with alone(database.engine) as connection:  # foreign keys are off in here on SQLite
        if database.dialect == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(insert(Fingerprint), crowd)

    assert near_duplicate_candidates(database, {42}, shelves=COMMON) == ()
    assert len(stored) == 3


def test_a_window_takes_what_came_in_and_what_is_recent_and_then_what_was_there_before(
    database: Database,
) -> None:
    def add(name: str, *, seen_days_ago: int, published: date | None) -> int:
        undated = replace(reading().extraction, published=None)
        found = replace(reading(), extraction=undated)
        article = new(name, reading=found, published_on=published)
        return store_article(database, article, now=NOW - timedelta(days=seen_days_ago)).document_id

    came_in_undated = add("a", seen_days_ago=0, published=None)
    came_in_old = add("b", seen_days_ago=0, published=date(2020, 1, 1))
    recent = add("c", seen_days_ago=2, published=date(2024, 6, 18))
    behind = add("d", seen_days_ago=9, published=date(2020, 1, 1))
    add("e", seen_days_ago=-2, published=date(2024, 6, 20))
    window = Window(NOW - timedelta(days=1), NOW + timedelta(hours=1), 72)

    found = articles_for_window(database, window, shelves=COMMON)

    assert [each.document_id for each in found] == [
        came_in_old,
        came_in_undated,
        recent,
        behind,
    ]


def test_documents_are_listed_newest_first_in_pages(database: Database) -> None:
    ids = [
        store_article(database, new(str(n)), now=NOW + timedelta(minutes=n)).document_id
        for n in range(5)
    ]

    first = list_documents(database, shelves=COMMON, limit=2)
    second = list_documents(database, shelves=COMMON, limit=2, offset=2)

    assert [row.document_id for row in first + second] == ids[:0:-1]
    assert first[0].flags == {Flag.TRUNCATED}


def test_articles_come_in_the_order_asked_for(database: Database) -> None:
    ids = [store_article(database, new(str(n)), now=NOW).document_id for n in range(3)]

    found = articles(database, [ids[2], 404, ids[0]], shelves=COMMON)

    assert [each.document_id for each in found] == [ids[2], ids[0]]


def test_two_processes_see_one_archive(
    database: Database, open_again: Callable[[], Database]
) -> None:
    stored = store_article(database, new(), now=NOW)

    assert article(open_again(), stored.document_id, shelves=COMMON) == stored
