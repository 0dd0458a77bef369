"""Question to hits: an inverted index finds, rapidfuzz corrects the words and ranks again."""

from briefings.search.answer import Answer, Hit, ask, on_edge
from briefings.search.said import QuoteAnswer, find_quotes, suggest_speakers
from briefings.search.titles import TitleHit, suggest_sources, suggest_titles

__all__ = [
    "Answer",
    "Hit",
    "QuoteAnswer",
    "TitleHit",
    "ask",
    "find_quotes",
    "on_edge",
    "suggest_sources",
    "suggest_speakers",
    "suggest_titles",
]
