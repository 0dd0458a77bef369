"""Pages made by hand after the habits of many sites: pages/NAME.html beside what a careful reader
would copy out of it, pages/NAME.txt, one "kind<tab>words" a line."""

from datetime import date
from pathlib import Path

import pytest

from briefings.ingest.extract import extract
from briefings.model import BlockKind, Extraction

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
ALWAYS = {BlockKind.BODY, BlockKind.HEADING}
FIELDS = {
    "title",
    "author",
    "publisher",
    "published",
    "published_on",
    "modified",
    "url",
    "language",
}


def lines(page: Path) -> list[tuple[str, str]]:
    text = page.with_suffix(".txt").read_text(encoding="utf-8")
    pairs = (line.partition("\t") for line in text.splitlines() if line)
    return [(kind, words) for kind, _, words in pairs]


def shown(extraction: Extraction, field: str) -> str | None:
    value = getattr(extraction, field)
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_gives_its_article_to_the_word(page: Path) -> None:
    wanted = lines(page)
    kinds = ALWAYS | {BlockKind(kind) for kind, _ in wanted if kind in {"deck", "caption"}}
    found = extract(page.read_bytes())

    blocks = [
        (str(block.kind), block.span.of(found.text))
        for block in found.blocks
        if block.kind in kinds
    ]
    fields = {kind: words for kind, words in wanted if kind in FIELDS}

    assert blocks == [(kind, words) for kind, words in wanted if kind in kinds]
    assert {field: shown(found, field) for field in fields} == fields
