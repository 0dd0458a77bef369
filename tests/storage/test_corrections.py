"""Which changes of documents are looked at for what was quoted of them."""

from briefings.storage.articles import store_articles
from briefings.storage.changes import change_counter
from briefings.storage.database import Database
from briefings.storage.deliveries import corrected_up_to, to_correct
from briefings.storage.deliveries.corrections import AT_ONCE
from tests.storage.examples import NOW, new


def test_documents_that_nobody_quoted_keep_no_correction_waiting(database: Database) -> None:
    many = [new(f"Text number {each}") for each in range(2 * AT_ONCE)]
    store_articles(database, many, now=NOW)

    changes = to_correct(database)
    corrected_up_to(database, changes.change)

    assert changes.corrections == ()
    assert changes.change == change_counter(database) >= 2 * AT_ONCE
    assert to_correct(database) == changes
