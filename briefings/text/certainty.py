"""May a quotation stand alone? Only a clause right beside its named speaker (English)."""

from collections.abc import Sequence

from briefings.model import Tier
from briefings.text.focus import Voice
from briefings.text.lexicon import DETERMINERS
from briefings.text.linking import Link
from briefings.text.people import Roster, name_words
from briefings.text.said import Said
from briefings.text.shapes import Shape
from briefings.text.tokens import Token

_UNKNOWN = DETERMINERS - {"the", "that", "this", "his", "her", "its", "their"}
_DESCRIBED = frozenset({"role", "document", "organisation"})
_ISSUED = frozenset({"statement", "release", "communique", "communiqué", "memo", "note"})
_LOCAL = frozenset({"person", "organisation", "role", "document"})


def tier_of(
    tokens: Sequence[Token], linked: Link, *, voice: Voice, shape: Shape, roster: Roster
) -> Tier:
    """A: shown alone. B: shown inside its sentence."""
    said = linked.said
    certain = (
        linked.near
        and said.strong
        and (said.form != "gerund" or said.subject.sort == "document")
        and said.subject.sort in _LOCAL
        and not (said.subject.sort in _DESCRIBED and _may_be_named(tokens, said, voice))
        and not roster.is_shared(name_words(tokens, said.subject))
    )
    whole = shape.words >= 5 and (shape.capital or shape.clause)
    return Tier.A if certain and whole else Tier.B


def _may_be_named(tokens: Sequence[Token], said: Said, voice: Voice) -> bool:
    """ "the minister" is somebody the document may name elsewhere, "the report" somebody's."""
    first, head = tokens[said.subject.first], tokens[said.subject.last - 1]
    if said.subject.sort == "organisation":
        taken_up = voice.span == voice.attribution and said.subject.last - said.subject.first == 2
        return taken_up and first.word == "the" and head.kind == "low"  # "the newspaper"
    if voice.person is not None or head.word in _ISSUED:
        return True
    return not voice.plural and tokens[said.subject.first].word not in _UNKNOWN
