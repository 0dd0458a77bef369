"""What of a feed is wanted."""

from collections.abc import Sequence

from briefings.errors import BadValueError
from briefings.gazetteer import Gazetteer
from briefings.gazetteer.added import gazetteer_with
from briefings.model import Edge, Reading
from briefings.model.feeds import Filters
from briefings.storage.database import Database
from briefings.storage.names import names_on


def refusal(filters: Filters, *, title: str, reading: Reading) -> str | None:
    """Why the entry is not wanted: "filter-words", "filter-unwanted", "filter-names",
    "filter-edges"; None where it is."""
    text = f" {title}\n{reading.extraction.text} ".casefold()
    if filters.words and not any(holds(text, word) for word in filters.words):
        return "filter-words"
    if any(holds(text, word) for word in filters.unwanted):
        return "filter-unwanted"
    named = {mention.name_id for mention in reading.mentions}
    if filters.names and named.isdisjoint(filters.names):
        return "filter-names"
    if filters.edges and not set(filters.edges) & set(reading.edges):
        return "filter-edges"
    return None


def holds(folded: str, word: str) -> bool:
    """Whether the word begins anywhere in the text at the beginning of a word; Korean writes its
    particles, Russian its endings behind. Hangul is found inside a word, too. Linear."""
    word = word.casefold()
    at = folded.find(word)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum() or "가" <= word[0] <= "힣":
            return True
        at = folded.find(word, at + len(word))
    return False


def filters_from(
    database: Database, shelf_id: int, *, words: str, names: str, edges: Sequence[Edge]
) -> Filters:
    """As a person types them: words with commas between, those to leave out with a minus before.

    Raises BadValueError for a name that neither the gazetteer nor the shelf's desk knows.
    """
    known = gazetteer_with(names_on(database, (shelf_id,)))
    given = [word.strip() for word in words.split(",") if word.strip(" -")]
    return Filters(
        words=tuple(word for word in given if not word.startswith("-")),
        unwanted=tuple(word.removeprefix("-").strip() for word in given if word.startswith("-")),
        names=tuple(_name_id(known, name.strip()) for name in names.split(",") if name.strip()),
        edges=tuple(edges),
    )


def _name_id(known: Gazetteer, name: str) -> str:
    found = known.resolve(name)
    if not found:
        raise BadValueError(f"{name!r} is not known", name="names", given=name, wanted="names")
    return found[0]
