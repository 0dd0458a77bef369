"""Small articles to keep, with everything a reading can hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from briefings.model import (
    Actor,
    Block,
    BlockKind,
    DateMention,
    Edge,
    Extraction,
    Flag,
    Kind,
    Medium,
    Mention,
    Mood,
    NameKind,
    Precision,
    Quote,
    Reading,
    Sentence,
    Span,
    Statement,
    Tier,
    When,
)
from briefings.storage.articles import NewArticle
from briefings.storage.shelves import COMMON_SHELF

NOW = datetime(2024, 6, 20, 6, 0, tzinfo=UTC)

TITLE = "Putin visits Pyongyang"
LEAD = "Russian President Vladimir Putin arrived in Pyongyang on June 19, 2024."
SAID = "“We value your support,” Putin told Kim Jong Un."
REPORTED = "Kim Jong Un said that the two countries were allies."
TEXT = f"{TITLE}\n\n{LEAD} {SAID} {REPORTED}\n\nRead more"


def at(words: str, text: str = TEXT, *, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


DAY = When(date(2024, 6, 19), date(2024, 6, 19), Precision.DAY, "2024-06-19")
PUTIN = at("Vladimir Putin")
KIM = at("Kim Jong Un")


def reading(text: str = TEXT) -> Reading:
    """What a reader might make of TEXT (or of another text that starts with it)."""
    return Reading(
        extraction=Extraction(
            text=text,
            blocks=(
                Block(at(TITLE), BlockKind.TITLE),
                Block(at(f"{LEAD} {SAID} {REPORTED}"), BlockKind.BODY),
                Block(at("Read more"), BlockKind.FURNITURE),
            ),
            media_type="text/html",
            encoding="utf-8",
            title="Putin visits Pyongyang | The Paper",
            url="https://paper.example/putin",
            author="A. Writer",
            kind=Kind.NEWS,
            language="en",
            published_raw="Thu, 20 Jun 2024 01:00 +0900",
            published=datetime(2024, 6, 20, 1, 0, tzinfo=timezone(timedelta(hours=9))),
            modified=datetime(2024, 6, 20, 2, 0, tzinfo=UTC),
            truncated=True,
            repairs=("closed-json", "encoding:cp1251"),
        ),
        language="en",
        kind=Kind.NEWS,
        flags=frozenset({Flag.TRUNCATED}),
        sentences=_sentences(),
        quotes=(
            Quote(
                span=at("We value your support,"),
                sentence=at(SAID),
                speaker=PUTIN,
                attribution=at("Putin", after=at(SAID).start),
                cue=at("told"),
                medium=Medium.SPOKEN,
                tier=Tier.A,
                name_id="vladimir-putin",
                actor=Actor.RUSSIA,
                said=DAY,
            ),
        ),
        statements=(
            Statement(
                span=at("the two countries were allies"),
                sentence=at(REPORTED),
                speaker=KIM,
                attribution=at("Kim Jong Un", after=at(REPORTED).start),
                cue=at("said that"),
                medium=Medium.SPOKEN,
                tier=Tier.B,
            ),
        ),
        mentions=(
            Mention(PUTIN, "vladimir-putin", NameKind.PERSON, Actor.RUSSIA),
            Mention(at("Pyongyang", after=30), "pyongyang", NameKind.PLACE, Actor.DPRK, acts=False),
            Mention(KIM, "kim-jong-un", NameKind.PERSON, Actor.DPRK),
        ),
        dates=(DateMention(at("June 19, 2024"), DAY), DateMention(at("Read"), None)),
        summary=(0, 1),
        edges=(Edge.DPRK_RUSSIA,),
        fingerprints=frozenset({-(2**63), -5, 7, 2**63 - 1}),
    )


def _sentences() -> tuple[Sentence, ...]:
    return (
        Sentence(
            span=at(LEAD),
            block=BlockKind.BODY,
            actors=frozenset({Actor.RUSSIA, Actor.DPRK}),
            edges=(Edge.DPRK_RUSSIA,),
            mood=Mood.EVENT,
            when=DAY,
            weight=0.1 + 0.2,
        ),
        Sentence(span=at(SAID), block=BlockKind.BODY, stands_alone=False),
        Sentence(span=at(REPORTED), block=BlockKind.BODY, mood=Mood.FORECAST),
    )


def new(body: str = "<p>one</p>", **changes: Any) -> NewArticle:
    """An article to store; the body decides whether it is another document."""
    article = NewArticle(
        shelf_id=COMMON_SHELF,
        source="The Paper",
        title=TITLE,
        body=body.encode(),
        reading=reading(),
        origin="file:putin.html",
        url="https://paper.example/putin",
    )
    return replace(article, **changes)
