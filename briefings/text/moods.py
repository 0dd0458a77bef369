"""What a sentence does: report an event, state a standing fact, expect, or ask.

By the first verb of the main clause that tells: a modal or hedge before any report of an act makes
a forecast; an act before any hedge makes an event ("Yoon made remarks suggesting that … might").
A planned act with a date ("will hold talks on Tuesday") is an event: somebody announced it.
"""

from briefings.model import Mood
from briefings.text.mood_english import english_mood
from briefings.text.mood_others import korean_mood, russian_mood

LONGEST = 2_000  # characters of a sentence that are looked at


def mood_of(sentence_text: str, language: str) -> Mood:
    """The mood of one sentence; STATE where no rule of its language speaks."""
    text = sentence_text.strip()[:LONGEST]
    if language == "ko":
        return korean_mood(text)
    if language == "ru":
        return russian_mood(text)
    return english_mood(text)
