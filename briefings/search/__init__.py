"""Question to hits: an inverted index finds, rapidfuzz corrects the words and ranks again."""

from briefings.search.answer import Answer, Hit, ask, on_edge
from briefings.search.checking import Check, Verdict, check_quote
from briefings.search.claims import Claim, claims_in
from briefings.search.evidence import Find, Form
from briefings.search.said import QuoteAnswer, find_quotes, suggest_speakers
from briefings.search.titles import TitleHit, suggest_sources, suggest_titles

__all__ = [
    "Answer",
    "Check",
    "Claim",
    "Find",
    "Form",
    "Hit",
    "QuoteAnswer",
    "TitleHit",
    "Verdict",
    "ask",
    "check_quote",
    "claims_in",
    "find_quotes",
    "on_edge",
    "suggest_sources",
    "suggest_speakers",
    "suggest_titles",
]
