"""Which sides of the triangle a sentence is about: both ends have to act in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from briefings.model import Actor, Edge, Mention, NameKind, Span

SIDES: dict[Edge, frozenset[Actor]] = {
    Edge.DPRK_RUSSIA: frozenset({Actor.DPRK, Actor.RUSSIA}),
    Edge.RUSSIA_ROK: frozenset({Actor.RUSSIA, Actor.ROK}),
    Edge.DPRK_ROK: frozenset({Actor.DPRK, Actor.ROK}),
}
_POSTS = {"-to-dprk": Actor.DPRK, "-to-rok": Actor.ROK, "-to-russia": Actor.RUSSIA}
"""An ambassador stands between two sides: that of the office, and that of the post."""

_CORNERS = frozenset({Actor.DPRK, Actor.RUSSIA, Actor.ROK})
_LEANS = re.compile(
    r"\W*(?:(?:in\s(?:return|response|turn|addition|exchange)|on\s(?:the\ssame\sday|that\sday)|"
    r"since\sthen|"
    r"at\sthe\s(?:same\stime|meeting|talks|summit)|during\sthe\s(?:meeting|talks|visit|summit))\b|"
    r"(?:this|that|these|those|such|it|its|they|their|he|his|she|her|both|the\stwo|however|but|"
    r"and|thus|"
    r"also|further|moreover|meanwhile|instead|nevertheless|the\s(?:countries|sides|leaders|"
    r"treaty|pact|deal|"
    r"agreement|visit|meeting|summit|move|talks|minister|ministry|president|document))\b|"
    r"(?:이는|이에|이번|그는|그러나|하지만|양국|양측|이들|또한|또|두\s정상|이날|아울러)(?=\s|"
    r"은|이|의|은|,)|"
    r"(?:это|этот|эта|эти|он|она|они|его|их|при этом|однако|но|также|кроме того|стороны|оба|"
    r"обе)\b)",
    re.IGNORECASE,
)
_VISIT_BEFORE = re.compile(
    r"\b(?:visit\w*|left|depart\w*|trip|travel\w*|arriv\w+|flew|fly\w*|journey|head\w*|went|tour|return\w*|came|"
    r"sent|dispatch\w*|invited|визит\w*|прибы\w+|приле\w+|приех\w+|посет\w+)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_VISIT_AFTER = re.compile(r"(?:을|를|에)?\s?(?:방문|도착|찾)|(?:\s(?:visit|trip|summit|talks)\b)")


def actors_of(mentions: Sequence[Mention], sentence: Span, text: str = "") -> frozenset[Actor]:
    """The sides that act in the sentence. `mentions` are those of the document, in order.

    With the text, a capital that one other side alone travels to acts too ("Shoigu arrived in
    Pyongyang"): a visit is between the guest and the host.
    """
    here = mentions_in(mentions, sentence)
    acting = frozenset(mention.actor for mention in here if mention.acts)
    acting |= {actor for m in here for post, actor in _POSTS.items() if m.name_id.endswith(post)}
    if not text or len(acting & _CORNERS) != 1:
        return acting
    return acting | {mention.actor for mention in here if _hosts(mention, sentence, text)}


def mentions_in(mentions: Sequence[Mention], sentence: Span) -> tuple[Mention, ...]:
    """The mentions that start inside the sentence; found by bisection."""
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, sentence.end, key=lambda mention: mention.span.start)
    return tuple(islice(mentions, first, last))


def edges_of(
    actors: frozenset[Actor], leaned_on: frozenset[Actor] = frozenset()
) -> tuple[Edge, ...]:
    """The edges whose both ends act; one of them may act only in the sentence leaned on."""
    both = actors | leaned_on
    return tuple(edge for edge, ends in SIDES.items() if ends <= both and ends & actors)


def sentence_edges(
    sentences: Sequence[Span], mentions: Sequence[Mention], text: str
) -> tuple[tuple[Edge, ...], ...]:
    """Edges of each sentence. A sentence that opens by leaning on the one before it ("In return,
    North Korea …", "This would affect Seoul") takes the missing end from there."""
    edges: list[tuple[Edge, ...]] = []
    before: frozenset[Actor] = frozenset()
    for sentence in sentences:
        actors = actors_of(mentions, sentence, text)
        own = edges_of(actors)
        if not own and leans(text, sentence):
            own = edges_of(actors, before)
        edges.append(own)
        before = actors
    return tuple(edges)


def leans(text: str, sentence: Span) -> bool:
    """Whether the sentence opens with a word that points back."""
    return _LEANS.match(text, sentence.start, sentence.end) is not None


def _hosts(mention: Mention, sentence: Span, text: str) -> bool:
    if mention.acts or mention.kind is not NameKind.GOVERNMENT:
        return False
    before = text[max(sentence.start, mention.span.start - 80) : mention.span.start]
    after = text[mention.span.end : min(sentence.end, mention.span.end + 12)]
    return bool(_VISIT_BEFORE.search(before) or _VISIT_AFTER.match(after))
