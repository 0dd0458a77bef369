"""What holds for every edition, whatever the articles are."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from briefings.compose import compose, edition_from_json, edition_to_json
from briefings.compose.material import to_read
from briefings.model import Article, BlockKind, Edge, Flag, Kind, Mood, Role
from tests.compose.building import Told, article, everything, printed, window

NOW = datetime(2025, 5, 10, 23, tzinfo=UTC)
ACTORS = [
    "Putin",
    "Lavrov",
    "Kim Jong Un",
    "North Korea",
    "South Korea",
    "Russia",
    "Seoul",
    "China",
]
DEEDS = [
    "met",
    "made a surprise visit to",
    "signed a “new treaty” with",
    "will visit",
    "sent 12,000 soldiers to",
    "said “we shall go on as good friends do” about",
]

SENTENCES = st.builds(
    Told,
    st.builds(
        "{} {} {} in {}.".format,
        st.sampled_from(ACTORS),
        st.sampled_from(DEEDS),
        st.sampled_from(ACTORS),
        st.sampled_from(["Moscow", "Wonsan", "the spring", "two days"]),
    ),
    mood=st.sampled_from(Mood),
    day=st.none() | st.dates(date(2025, 4, 25), date(2025, 5, 12)),
    weight=st.sampled_from([0.0, 0.3, 0.8]),
    block=st.sampled_from([BlockKind.BODY, BlockKind.BODY, BlockKind.CAPTION]),
    paragraph=st.booleans(),
)


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    many = draw(st.lists(st.lists(SENTENCES, min_size=1, max_size=5), max_size=6))
    made = []
    for number, told in enumerate(many, 1):
        published = NOW - timedelta(hours=draw(st.integers(-20, 150)))
        dated = draw(st.integers(0, 5)) > 0
        made.append(
            article(
                number,
                *told,
                published=published if dated else None,
                first_seen=NOW - timedelta(hours=draw(st.integers(1, 150))),
                kind=draw(st.sampled_from(Kind)),
                source=draw(st.sampled_from(["Yonhap", "TASS", "KCNA"])),
                flags=draw(st.sampled_from([(), (), (Flag.REWORDED,)])),
                near_duplicate_of=draw(st.sampled_from([None, None, 1])),
            )
        )
    return made


@given(articles(), st.sets(st.sampled_from(Edge)), st.sampled_from([24, 72]))
def test_every_edition_keeps_the_promises(
    world: list[Article], edges: set[Edge], hours: int
) -> None:
    spell = window(NOW, since=NOW - timedelta(hours=100), hours=hours)
    edition = compose(world, window=spell, zone="Asia/Seoul", edges=tuple(edges))
    by_id = {each.document_id: each for each in world}
    digests = [item.extract.digest for item in printed(edition)]

    assert len(digests) == len(set(digests)), "no extract stands twice among the sections"
    assert {item.extract.digest for item in edition.bottom_line} <= set(digests)
    for item in everything(edition):
        source = by_id[item.extract.document_id]
        assert item.extract.words == item.extract.span.of(source.text)
        assert item.extract.digest == sha256(item.extract.words.encode()).hexdigest()
        assert item.published_on is not None
        assert Flag.REWORDED not in source.reading.flags
        assert item.extract.document_id not in item.also_in
    heard = {each.document_id for each in (*edition.heard, *edition.background)}
    assert heard == {item.extract.document_id for item in everything(edition)}
    assert heard.isdisjoint(each.document_id for each in edition.left_out)
    for section in edition.sections:
        roles = [item.role for item in section.items]
        assert roles.count(Role.FORECAST) <= 2
        assert roles.count(Role.BACKGROUND) <= 2
        assert set(roles) != {Role.BACKGROUND}
    assert edition_from_json(edition_to_json(edition)) == edition


@given(articles(), articles())
def test_a_second_edition_repeats_nothing_of_the_first(
    world: list[Article], more: list[Article]
) -> None:
    first = compose(world, window=window(NOW), zone="UTC")
    shown = frozenset(item.extract.digest for item in everything(first))
    again = compose([*world, *more], window=window(NOW), zone="UTC", shown=shown)

    assert shown.isdisjoint(item.extract.digest for item in everything(again))


@given(articles())
def test_what_no_edition_looks_into_need_not_be_read(world: list[Article]) -> None:
    """Documents that are reworded, undated, or too many and too old, come without sentences."""
    spell = window(NOW, since=NOW - timedelta(hours=60))
    read = to_read(world, spell, ZoneInfo("Asia/Seoul"))
    lean = [each if each.document_id in read else unread(each) for each in world]

    assert compose(lean, window=spell, zone="Asia/Seoul") == compose(
        world, window=spell, zone="Asia/Seoul"
    )
    assert not any(Flag.REWORDED in e.reading.flags for e in world if e.document_id in read)


def unread(article: Article) -> Article:
    reading = replace(
        article.reading, sentences=(), quotes=(), statements=(), mentions=(), dates=(), summary=()
    )
    return replace(article, reading=reading)
