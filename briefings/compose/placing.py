"""Which section of the edition a sentence belongs to.

A sentence may name all three corners of the triangle. What counts is who acts in what it says:
first the words somebody is reported to have said, then the main clause, then the whole sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefings.compose.page import Page
from briefings.model import Actor, Edge, NameKind, Section, Span, Utterance

SECTIONS = (Section.DPRK_RUSSIA, Section.RUSSIA_ROK, Section.DPRK_ROK, Section.TRIANGLE)
CORNERS = frozenset({Actor.DPRK, Actor.RUSSIA, Actor.ROK})
_EDGES = {
    frozenset({Actor.DPRK, Actor.RUSSIA}): Edge.DPRK_RUSSIA,
    frozenset({Actor.RUSSIA, Actor.ROK}): Edge.RUSSIA_ROK,
    frozenset({Actor.DPRK, Actor.ROK}): Edge.DPRK_ROK,
}
_ENDS = {Section(edge): corners for corners, edge in _EDGES.items()}
# With whom a corner deals beside an edge. Ukraine is left out: it is the place where others act.
_PARTNERS = frozenset({Actor.CHINA, Actor.USA, Actor.JAPAN, Actor.UN, Actor.NATO})
_ABROAD = _PARTNERS | {Actor.UKRAINE, Actor.OTHER}
_LANDS = frozenset({NameKind.PLACE, NameKind.GOVERNMENT})
# "Second, …" counts on, "After the talks in Moscow, …" leads in; who acts comes after the comma.
_FRONTED = re.compile(
    r"(?:(?:First|Second|Third|Fourth|Finally|Lastly|Additionally|Also|Further|Furthermore|Moreover"
    r"|Meanwhile|Separately"
    r"|Во-первых|Во-вторых|В-третьих|Кроме того|Также|첫째|둘째|셋째|또한|한편),? )?"
    r"(?:(?:On|In|At|After|Before|Shortly|Amid|While|As|Since|With|Despite|Following|During"
    r"|Although|Though|When|Given|According|Ahead|Under|По|На|В|Во|После|Перед|Пока|Хотя)\b"
    r"[^,]{0,200}, )?"
)
_ASIDE = re.compile(r", (?:who|which|whose|\w+(?:ed|ing))\b[^,]{0,120},")
# "…, hours before Lavrov met Kim": when something was, not who acts in it.
_TAIL = re.compile(
    r",? (?:\w+ )?(?:(?:hours?|days?|weeks?|months?) (?:before|after)|ahead of|amid|when|while)\b"
    r"|, (?:as|before|after|despite|following) "
)
_AUTHORITY = re.compile(
    r"\b(?:military|ministry|government|office|army|navy|embassy|officials?|authorities|police"
    r"|intelligence|spy agency|spokes(?:man|woman|person)|lawmakers?)\b"
)
_BEFORE_TAIL = 20  # characters
_OTHER_KOREA = re.compile(
    r"\bthe (?:(?P<dprk>North)|(?P<rok>South))\b(?! (?:Korea|Pacific|Atlantic|China|Sea|Pole))"
)


def sections_for(edges: Iterable[Edge]) -> tuple[Section, ...]:
    """The sections of an edition in their order; around the triangle only for all of it."""
    wanted = frozenset(edges) or frozenset(Edge)
    return tuple(
        section
        for section in SECTIONS
        if (wanted == frozenset(Edge) if section is Section.TRIANGLE else Edge(section) in wanted)
    )


def section_of(page: Page, number: int, *, wanted: Sequence[Section]) -> Section | None:
    """The one section of a sentence among the wanted ones; None where it belongs to none."""
    sentence = page.sentences[number]
    found = _acting(page, number)
    return found if found is not None and found in wanted else _first(sentence.edges, wanted)


def section_of_speaker(
    page: Page, said: Sequence[Utterance], *, wanted: Sequence[Section]
) -> Section | None:
    """For words that name no edge: where most of the article stands, and the speaker's side is an
    end; where it is an end of none of that, it speaks of what others do."""
    sides = CORNERS.intersection(_side(page, utterance) or Actor.OTHER for utterance in said)
    places = _by_weight(page) or [Section(edge) for edge in page.edges_by_weight]
    fitting = [each for each in places if sides <= _ENDS.get(each, frozenset())]
    return next((each for each in (fitting or places)[:1] if each in wanted), None)


def _by_weight(page: Page) -> list[Section]:
    """The sections of an article's sentences, those of most of them first."""
    found = (_acting(page, number) for number in page.shown)
    return [place for place, _ in Counter(filter(None, found)).most_common()]


def _acting(page: Page, number: int) -> Section | None:
    """Where those who act in a sentence meet; the page keeps the answer."""
    if number not in page.places:
        said = page.said_in(number)
        page.places[number] = _by_content(page, said) or _by_clause(page, number)
    return page.places[number]


def _first(edges: Iterable[Edge], wanted: Sequence[Section]) -> Section | None:
    places = (Section(edge) for edge in edges)
    return next((place for place in places if place in wanted), None)


def _by_content(page: Page, said: Sequence[Utterance]) -> Section | None:
    """Two corners in the reported words, or one of them and the speaker's."""
    for utterance in said:
        told = without_tail(page, utterance.span)
        corners = [actor for actor in _actors(page, told) if actor in CORNERS]
        side = _side(page, utterance)
        if len(corners) < 2 and side in CORNERS:
            corners = list(dict.fromkeys([side, *corners]))
        if len(corners) >= 2:
            return Section(_EDGES[frozenset(corners[:2])])
    return None


def _side(page: Page, utterance: Utterance) -> Actor | None:
    """Whose side speaks: "South Korea's military" is an authority of one, if no known name."""
    if utterance.actor is None and _AUTHORITY.search(utterance.attribution.of(page.text)):
        return next(iter(_actors(page, utterance.attribution)), None)
    return utterance.actor


def _by_clause(page: Page, number: int) -> Section | None:
    """Who acts in the main clause, without its asides, or whose land it is in; else in it all."""
    main, span = without_tail(page, main_clause(page, number)), page.sentences[number].span
    acting = _in_main_clause(page, main)
    found = _edge_or_partner(acting, _lands(page, main), _PARTNERS)
    return found or _edge_or_partner(_actors(page, span), _lands(page, span), _ABROAD)


def _edge_or_partner(
    acting: Sequence[Actor], lands: Sequence[Actor], abroad: frozenset[Actor]
) -> Section | None:
    """Two corners that act, one in the land of another, or one and somebody from abroad."""
    corners = [actor for actor in acting if actor in CORNERS]
    named = list(dict.fromkeys([*corners, *lands]))
    if corners and len(named) >= 2:
        return Section(_EDGES[frozenset(named[:2])])
    return Section.TRIANGLE if named and abroad.intersection(acting) else None


def _lands(page: Page, span: Span) -> list[Actor]:
    """Corners named as the place of what others do."""
    return [
        each.actor
        for each in page.mentions_in(span)
        if not each.acts and each.kind in _LANDS and each.actor in CORNERS
    ]


def main_clause(page: Page, number: int) -> Span:
    """The sentence without what leads in to it."""
    if number not in page.mains:
        span = page.sentences[number].span
        fronted = _FRONTED.match(page.text, span.start, span.end)
        page.mains[number] = Span(fronted.end(), span.end) if fronted else span
    return page.mains[number]


def without_tail(page: Page, span: Span) -> Span:
    """What is told, without what was before or after it."""
    tail = _TAIL.search(page.text, min(span.start + _BEFORE_TAIL, span.end), span.end)
    return Span(span.start, tail.start()) if tail else span


def _actors(page: Page, span: Span, asides: Sequence[Span] = ()) -> list[Actor]:
    """Who acts in a span, by first mention."""
    return list(
        dict.fromkeys(
            mention.actor
            for mention in page.mentions_in(span)
            if mention.acts and not any(aside.holds(mention.span) for aside in asides)
        )
    )


def _in_main_clause(page: Page, span: Span) -> list[Actor]:
    text = page.text
    asides = [Span(*match.span()) for match in _ASIDE.finditer(text, span.start, span.end)]
    actors = _actors(page, span, asides)
    koreas = {Actor.DPRK, Actor.ROK}.intersection(actors)
    if len(koreas) == 1:  # beside one Korea "the South" or "the North" is the other
        other = _OTHER_KOREA.search(text, span.start, span.end)
        if other is not None and (named := Actor(str(other.lastgroup))) not in koreas:
            actors.insert(1, named)
    return actors
