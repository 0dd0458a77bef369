"""What somebody wants to watch for, as typed → what the archive can be looked through for."""

from collections.abc import Sequence

from briefings.errors import BadValueError
from briefings.gazetteer.added import gazetteer_with
from briefings.search.said import speakers_like
from briefings.storage.database import Database
from briefings.storage.names import names_on
from briefings.storage.rows import speaker_key, stems
from briefings.storage.watching import Watch, WatchKind
from briefings.text.folding import fold_tokens

MOST_WORDS = 8
OPENING, CLOSING = '"“„«「', '"”“»」'


def watchable(
    database: Database,
    *,
    shelves: Sequence[int],
    name: str = "",
    speaker: str = "",
    phrase: str = "",
) -> Watch:
    """One of the three. A name that nobody knows is watched for as a phrase, a speaker who has not
    spoken yet by the words of the name. Raises BadValueError where nothing is left to look for."""
    if name.strip():
        return _name(database, name.strip(), shelves)
    return _speaker(database, speaker.strip(), shelves) if speaker.strip() else _phrase(phrase)


def _name(database: Database, typed: str, shelves: Sequence[int]) -> Watch:
    known = gazetteer_with(names_on(database, shelves))
    ids = known.resolve(typed)
    return Watch(WatchKind.NAME, known.name(ids[0]).shown(), ids[0]) if ids else _phrase(typed)


def _speaker(database: Database, typed: str, shelves: Sequence[int]) -> Watch:
    heard = speakers_like(database, typed, shelves=shelves)
    if heard:
        return Watch(WatchKind.SPEAKER, heard[0].name, heard[0].name_id or heard[0].key)
    known = gazetteer_with(names_on(database, shelves))
    ids = known.resolve(typed)
    if ids:
        return Watch(WatchKind.SPEAKER, known.name(ids[0]).shown(), ids[0])
    if not speaker_key(typed):
        raise _nothing(typed)
    return Watch(WatchKind.SPEAKER, typed, speaker_key(typed))


def _phrase(typed: str) -> Watch:
    """By its stems; in quotation marks by its very words."""
    given = typed.strip()
    exact = len(given) > 1 and given[0] in OPENING and given[-1] in CLOSING
    words = fold_tokens(given)
    if not 0 < len(words) <= MOST_WORDS:
        raise _nothing(given)
    term = f'"{" ".join(words)}"' if exact else " ".join(stems(given))
    return Watch(WatchKind.PHRASE, given.strip(OPENING + CLOSING) if exact else given, term)


def _nothing(given: str) -> BadValueError:
    return BadValueError(f"{given!r}", name="phrase", given=given, wanted="phrase")
