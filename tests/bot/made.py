"""Articles and editions made by hand, for what shows them."""

from datetime import UTC, date, datetime
from hashlib import sha256

from briefings.model import (
    Article,
    Block,
    BlockKind,
    Edge,
    Edition,
    Extract,
    Extraction,
    Flag,
    Heard,
    Item,
    Kind,
    LeftOut,
    Medium,
    Quote,
    Reading,
    Role,
    Section,
    SectionItems,
    Sentence,
    Span,
    Tier,
    Window,
)
from briefings.storage.articles import NewArticle, store_article
from briefings.storage.database import Database
from briefings.storage.shelves import COMMON_SHELF

NOW = datetime(2024, 6, 19, 23, 0, tzinfo=UTC)
WORDS = "Kremlin adviser Yuri Ushakov said: “Both sides will sign a treaty.”"


def article(
    text: str = WORDS,
    *,
    title: str = "A treaty in Pyongyang",
    url: str | None = "https://source.example/a",
    flags: frozenset[Flag] = frozenset(),
    kind: Kind = Kind.NEWS,
) -> Article:
    """An article of one paragraph, all of it its summary, with its first quote."""
    whole = Span(0, len(text))
    sentence = Sentence(whole, BlockKind.BODY, weight=1.0)
    extraction = Extraction(text, (Block(whole, BlockKind.BODY),), "text/plain", "utf-8")
    reading = Reading(
        extraction=extraction,
        language="en",
        kind=kind,
        flags=flags,
        sentences=(sentence,),
        quotes=(quote(text),) if "“" in text else (),
        statements=(),
        mentions=(),
        dates=(),
        summary=(0,),
        edges=(Edge.DPRK_RUSSIA,),
    )
    return Article(
        document_id=7,
        version_id=9,
        version=1,
        shelf_id=1,
        source="Hankyoreh",
        title=title,
        url=url,
        published=None,
        published_on=None if Flag.UNDATED in flags else date(2024, 6, 19),
        first_seen=NOW,
        origin="paste",
        added_by=None,
        digest=sha256(text.encode()).hexdigest(),
        near_duplicate_of=None,
        removed_at=None,
        reading=reading,
    )


def quote(text: str) -> Quote:
    start = text.index("“") + 1
    speaker = Span(text.index("Yuri"), text.index("Ushakov") + 7) if "Yuri" in text else Span(0, 1)
    return Quote(
        span=Span(start, text.index("”", start)),
        sentence=Span(0, len(text)),
        speaker=speaker,
        attribution=speaker,
        cue=speaker,
        medium=Medium.SPOKEN,
        tier=Tier.A,
    )


def stored(
    database: Database, text: str = WORDS, *, shelf_id: int = COMMON_SHELF, **fields: object
) -> Article:
    """The made article, in the archive."""
    whole = article(text, **fields)  # type: ignore[arg-type]  # the test names fields of article()
    new = NewArticle(
        shelf_id=shelf_id,
        source=whole.source,
        title=whole.title,
        body=text.encode(),
        reading=whole.reading,
        origin=whole.origin,
        url=whole.url,
        published_on=whole.published_on,
    )
    return store_article(database, new, now=NOW)


def item(words: str, *, role: Role = Role.EVENT, url: str | None = None, **fields: object) -> Item:
    digest = sha256(words.encode()).hexdigest()
    extract = Extract(7, 9, Span(0, len(words)), words, digest)
    return Item(
        role=role,
        extract=extract,
        source="Hankyoreh",
        kind=Kind.EDITORIAL,
        published_on=date(2024, 6, 19),
        url=url,
        **fields,  # type: ignore[arg-type]  # the test names fields of Item
    )


def edition(
    items: dict[Section, tuple[Item, ...]],
    *,
    left_out: tuple[LeftOut, ...] = (),
    bottom_line: tuple[Item, ...] = (),
) -> Edition:
    heard = Heard(
        7,
        "A title",
        "Hankyoreh",
        Kind.EDITORIAL,
        date(2024, 6, 19),
        None,
        frozenset((Flag.OPINION,)),
    )
    return Edition(
        window=Window(datetime(2024, 6, 18, 23, 0, tzinfo=UTC), NOW, 72),
        zone="Asia/Seoul",
        edges=tuple(Edge),
        language="en",
        bottom_line=bottom_line,
        sections=tuple(SectionItems(section, items.get(section, ())) for section in Section),
        differences=(),
        heard=(heard,) if items or bottom_line else (),
        background=(),
        left_out=left_out,
    )
