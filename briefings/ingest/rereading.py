"""Documents that are here already, read again with the names that their desk has added since."""

from briefings.errors import ChangedSinceError
from briefings.ingest.correcting import Person, read_as_said
from briefings.ingest.jail import Jail
from briefings.storage.articles import articles, correct_document, said_of
from briefings.storage.audit import Deed
from briefings.storage.database import Database
from briefings.storage.names import documents_naming, forms_of_deed, names_on

MOST_READ_AGAIN = 200  # documents of one press; the newest


def documents_to_read_again(
    database: Database, entry_id: int, *, guild_id: int, shelf_id: int
) -> tuple[int, ...]:
    """Documents of the guild's shelf that hold a form which a deed added or took away, the newest
    first. Raises NotFoundError."""
    forms = forms_of_deed(database, entry_id, guild_id=guild_id)
    return documents_naming(database, forms, shelf_id=shelf_id, limit=MOST_READ_AGAIN)


def read_names_again(database: Database, jail: Jail, entry_id: int, *, person: Person) -> int:
    """Read those documents again, and how many they were; one that somebody changes meanwhile is
    left as it is then. Raises NotFoundError."""
    assert person.guild_id is not None
    wanted = documents_to_read_again(
        database, entry_id, guild_id=person.guild_id, shelf_id=person.shelf_id
    )
    names = names_on(database, (person.shelf_id,))
    done = 0
    for seen in articles(database, wanted, shelves=(person.shelf_id,)):
        reading = read_as_said(jail, seen, said_of(seen), names=names)
        deed = Deed("read-again", person.user_id, person.now, person.guild_id)
        try:
            correct_document(database, seen, said_of(seen), reading=reading, deed=deed)
        except ChangedSinceError:
            continue
        done += 1
    return done
