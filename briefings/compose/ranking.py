"""How much a sentence deserves its place among others of its role."""

from briefings.compose.page import Page
from briefings.compose.placing import CORNERS
from briefings.compose.roles import is_clause
from briefings.model import BlockKind, Kind, Medium, Role, Tier, Utterance

_VOICED = frozenset({Role.QUOTE, Role.STATEMENT})


def score_of(page: Page, number: int, role: Role) -> float:
    """About 0…2: what its document thinks of it, who speaks, and how exact it is."""
    said = page.said_in(number)
    sentence = page.sentences[number]
    score = sentence.weight + 0.25 * (number in page.in_summary)
    score += 0.25 * (sentence.when is not None) - 0.2 * (not sentence.stands_alone)
    score += 0.15 * (page.article.reading.kind in (Kind.NEWS, Kind.OFFICIAL))
    score -= 0.3 * (sentence.block is BlockKind.DECK) + 0.3 * (not sentence.edges)
    if role in _VOICED:
        score += max(_standing(utterance) for utterance in said)
    if role is Role.QUOTE:
        score += 0.2 * any(is_clause(page, quote) for quote in said)
    return score


def _standing(speaker: Utterance) -> float:
    """Principals of the triangle and treaties before officials, officials before the rest."""
    if speaker.actor in CORNERS or speaker.medium is Medium.TREATY:
        standing = 0.5
    else:
        standing = 0.25 if speaker.name_id is not None else 0.0
    return standing + 0.1 * (speaker.tier is Tier.A)
