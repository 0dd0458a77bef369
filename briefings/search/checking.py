"""Was it really said so? Words that somebody is said to have said, looked up in the archive."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from briefings.errors import BadValueError
from briefings.gazetteer import Gazetteer
from briefings.model import Flag, NameKind
from briefings.search.evidence import Evidence, Find, Form
from briefings.search.lexicon import Lexicon
from briefings.search.likeness import Alike, joined_find, most_alike
from briefings.search.said import speakers_like
from briefings.search.sifting import articles_like
from briefings.storage.database import Database
from briefings.storage.rows import speaker_key
from briefings.text.negations import negates
from briefings.text.wordings import Piece, Wording, worded

LONGEST_QUOTE = 4_000  # characters; nobody says more between two marks
MOST_WORDS = 700
FEWEST_TELLING = 4  # words that hardly two people say
FEWEST_IN_PART = 2  # words of a part beside an ellipsis
MOST_FINDS = 4
LEAST_ALTERED = 0.6
LEAST_NEAR = 0.4
_ELISION = re.compile(r"\[[^\[\]]{0,200}\]|\(\s*(?:\.{2,}|…)\s*\)|…|\.{3,}|(?:\. ){2,}\.")


class Verdict(StrEnum):
    EXACT = "exact"
    CUT = "cut"
    MISATTRIBUTED = "misattributed"
    ELSEWHOSE = "elsewhose"
    JOINED = "joined"
    PARTLY = "partly"
    DENIED = "denied"
    REPORTED = "reported"
    MARKED = "marked"
    TEXT = "text"
    ALTERED = "altered"
    ABSENT = "absent"


_BY_FORM = {
    Form.JOINED: Verdict.JOINED,
    Form.PARTLY: Verdict.PARTLY,
    Form.DENIED: Verdict.DENIED,
    Form.REPORTED: Verdict.REPORTED,
    Form.MARKED: Verdict.MARKED,
    Form.TEXT: Verdict.TEXT,
}


@dataclass(frozen=True, slots=True)
class Check:
    """What the archive says of words that somebody is said to have said.

    finds: where they stand, the strongest evidence first; for altered ones the nearest, and the
    nearest for absent ones, too, where it is good enough. more: how many further finds there are.
    pieces: for altered words, what the archive has and what was given. negation: a negation is
    among what differs. disputed: documents give the words to unlike people.
    """

    given: str
    speaker: str
    verdict: Verdict
    finds: tuple[Find, ...] = ()
    more: int = 0
    pieces: tuple[Piece, ...] = ()
    negation: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whom the words are given to, as the archive may know them; None where nobody was named."""

    name_ids: frozenset[str]
    keys: frozenset[str]
    named: str = ""
    person: bool = False

    def spoke(self, find: Find) -> bool:
        said = find.said
        if said is None or not self.named:
            return not self.named
        by_name = said.name_id is not None and said.name_id in self.name_ids
        return by_name or speaker_key(find.speaker) in self.keys


def check_quote(
    database: Database, quote: str, *, shelves: Sequence[int], speaker: str = ""
) -> Check:
    """Raises BadValueError for no words at all, and for more than anybody says between marks."""
    given = unicodedata.normalize("NFC", " ".join(quote[: LONGEST_QUOTE + 1].split()))
    whole = worded(given)
    if not any(form[0].isalnum() for form in whole.forms):
        raise BadValueError("no words", name="quote", given=given[:40], wanted="question")
    if len(given) > LONGEST_QUOTE or len(whole.tokens) > MOST_WORDS:
        raise BadValueError("too long", name="quote", given=given[:40], wanted="shorter-quote")
    named = " ".join(speaker.split())
    with database.steadily():
        lexicon = Lexicon(database, shelves)
        asked = _asked(database, named, shelves=shelves, lexicon=lexicon)
        found = articles_like(
            database, given, shelves=shelves, lexicon=lexicon, name_ids=asked.name_ids
        )
    evidence = [Evidence(article) for article in found]
    parts = _parts(given)
    finds = _finds(evidence, [whole]) or (_finds(evidence, parts) if parts else [])
    if finds:
        return _judged(given, asked, finds, telling=len(whole.tokens) >= FEWEST_TELLING)
    return _unfound(given, whole, asked, evidence, lexicon)


def _asked(database: Database, named: str, *, shelves: Sequence[int], lexicon: Lexicon) -> _Asked:
    rows = speakers_like(database, named, shelves=shelves) if named else []
    ids = set(lexicon.gazetteer.resolve(named)) if named else set()
    ids |= {row.name_id for row in rows if row.name_id is not None}
    keys = {speaker_key(row.name) for row in rows if row.name_id is None} | {speaker_key(named)}
    people = [each for each in ids if _is_person(each, lexicon.gazetteer)]
    return _Asked(frozenset(ids), frozenset(keys), named, bool(ids) and len(people) == len(ids))


def _is_person(name_id: str, gazetteer: Gazetteer) -> bool:
    name = gazetteer.names.get(name_id)
    return name_id.startswith("~") if name is None else name.kind is NameKind.PERSON


def _parts(given: str) -> list[Wording]:
    """Where it is left open what stands between; none where nothing is, or a part is too short."""
    ends = [match.span() for match in _ELISION.finditer(given)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(given)]
    parts = [worded(given[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    parts = [part for part in parts if part.tokens]
    short = any(len(part.tokens) < FEWEST_IN_PART for part in parts)
    return [] if short or len(parts) < 1 or not ends else parts


def _finds(evidence: Sequence[Evidence], parts: Sequence[Wording]) -> list[Find]:
    return [find for each in evidence for find in each.finds(parts)]


def _judged(given: str, asked: _Asked, finds: Sequence[Find], *, telling: bool) -> Check:
    """The strongest evidence decides, that of the one who was named before all other. telling: they
    are so many words that hardly two people say them."""
    ordered = sorted(finds, key=lambda find: _rank(find, asked))
    best = ordered[0]
    people = {
        find.said.name_id
        for find in ordered
        if find.form is Form.QUOTED and find.said is not None and find.by_person
    }
    shown = _one_a_document(ordered)
    return Check(
        given,
        asked.named,
        _verdict(best, asked, telling=telling),
        tuple(shown[:MOST_FINDS]),
        max(0, len(shown) - MOST_FINDS),
        disputed=telling and len(people) > 1,
    )


def _rank(find: Find, asked: _Asked) -> tuple[object, ...]:
    article = find.article
    day = article.published_on
    wrong = find.form is Form.QUOTED and not asked.spoke(find)
    retracted = Flag.RETRACTED in article.reading.flags
    dated = (day is None, day or 0, article.document_id)
    return (find.form, wrong, find.cut, retracted, *dated)


def _one_a_document(finds: Sequence[Find]) -> list[Find]:
    """Of each document the strongest, and what it denies."""
    first: dict[tuple[int, bool], Find] = {}
    for find in finds:
        key = (find.article.document_id, find.form is Form.DENIED)
        first.setdefault(key, find)
    return list(first.values())


def _verdict(best: Find, asked: _Asked, *, telling: bool) -> Verdict:
    if best.form is not Form.QUOTED:
        return _BY_FORM[best.form]
    if not asked.spoke(best):
        certain = telling and best.by_person and asked.person
        return Verdict.MISATTRIBUTED if certain else Verdict.ELSEWHOSE
    return Verdict.CUT if best.cut else Verdict.EXACT


def _unfound(
    given: str, whole: Wording, asked: _Asked, evidence: Sequence[Evidence], lexicon: Lexicon
) -> Check:
    parts = joined_find(whole, evidence)
    if parts:
        return Check(given, asked.named, Verdict.JOINED, tuple(parts))
    near = list(islice(most_alike(whole, evidence, lexicon), 8))
    best = max(near, key=lambda each: _likeness(each, asked), default=None)
    if best is None or best.likeness < LEAST_NEAR:
        return Check(given, asked.named, Verdict.ABSENT)
    quoted = best.find.form is Form.QUOTED
    altered = quoted and best.likeness >= LEAST_ALTERED
    pieces = best.pieces(whole, given)
    return Check(
        given,
        asked.named,
        Verdict.ALTERED if altered else Verdict.ABSENT,
        (best.find,),
        pieces=pieces if altered else (),
        negation=any(
            negates(token.form)
            for piece in pieces
            if piece.where != "both"
            for token in worded(piece.words).tokens
        ),
    )


OWN_WORDS = 0.1
"""Of likeness, that words of the one who was named are taken to be nearer."""


def _likeness(near: Alike, asked: _Asked) -> float:
    quoted = near.find.form is Form.QUOTED
    own = bool(asked.named) and asked.spoke(near.find)
    return near.likeness + OWN_WORDS * own + OWN_WORDS * quoted
