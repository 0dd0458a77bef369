"""Documents whole, as Markdown for people and as JSON for programs."""

import json
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from briefings.export.citations import bibtex, csl_json, ris
from briefings.model import Article, BlockKind, Span, Utterance

FORMATS = ("markdown", "json", "bibtex", "ris", "csl-json")
SUFFIXES = {"markdown": "md", "json": "json", "bibtex": "bib", "ris": "ris", "csl-json": "csl.json"}
_MARKS = str.maketrans({each: f"\\{each}" for each in "\\`*_[]<>|~"})
_HEADINGS = {BlockKind.HEADING: "## "}
_LEFT_OUT = (BlockKind.TITLE, BlockKind.FURNITURE)


def exported(articles: Iterable[Article], form: str, *, accessed: date) -> str:
    """form: one of FORMATS."""
    if form == "markdown":
        return "\n\n---\n\n".join(markdown(article, accessed=accessed) for article in articles)
    if form == "json":
        return json.dumps([as_json(each) for each in articles], ensure_ascii=False, indent=2) + "\n"
    write = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}[form]
    return write(articles, accessed=accessed)


def markdown(article: Article, *, accessed: date) -> str:
    """Title, where it is from, the text as it is stored, the quotes."""
    day = article.published_on.isoformat() if article.published_on else "undated"
    facts = [
        f"- Source: {_escaped(article.source) or 'not given'}",
        f"- Published: {day}",
        f"- Kind: {article.reading.kind}; language: {article.reading.language}",
        f"- Flags: {', '.join(sorted(article.reading.flags)) or 'none'}",
        f"- Link: <{article.url}>" if article.url and ">" not in article.url else "",
        f"- Document {article.document_id}, version {article.version}, sha256 `{article.digest}`",
        f"- Accessed: {accessed.isoformat()}",
    ]
    parts = [f"# {_escaped(article.title)}", "\n".join(each for each in facts if each)]
    parts += _paragraphs(article)
    if article.reading.quotes:
        parts += ["## Quotes", "\n".join(_quote(article, each) for each in article.reading.quotes)]
    return "\n\n".join(parts) + "\n"


def _paragraphs(article: Article) -> list[str]:
    return [
        _HEADINGS.get(block.kind, "") + _escaped(block.span.of(article.text))
        for block in article.reading.extraction.blocks
        if block.kind not in _LEFT_OUT
    ]


def _quote(article: Article, quote: Utterance) -> str:
    words, speaker = quote.span.of(article.text), quote.speaker_in(article.text)
    return f"- “{_escaped(words)}” — {_escaped(speaker)} ({quote.span.start}–{quote.span.end})"


def _escaped(text: str) -> str:
    """Words that Markdown shows as they are."""
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")  # directions
    line = " ".join(seen.split()).translate(_MARKS)
    return f"\\{line}" if line[:1] in "#+->=" and line else line


def as_json(article: Article) -> dict[str, Any]:
    """Offsets count characters of `text`. found: as the document says it itself."""
    reading, found = article.reading, article.reading.extraction
    return {
        "document": article.document_id,
        "version": article.version,
        "title": article.title,
        "source": article.source,
        "published_on": _iso(article.published_on),
        "published": _iso(article.published),
        "kind": reading.kind.value,
        "language": reading.language,
        "flags": sorted(reading.flags),
        "edges": [edge.value for edge in reading.edges],
        "url": article.url,
        "first_seen": _iso(article.first_seen),
        "origin": article.origin,
        "sha256": article.digest,
        "near_duplicate_of": article.near_duplicate_of,
        "found": {
            "title": found.title,
            "author": found.author,
            "publisher": found.publisher,
            "published": found.published_raw,
            "url": found.url,
            "repairs": list(found.repairs),
        },
        "blocks": [[*block.span, block.kind.value] for block in found.blocks],
        "summary": [_span(reading.sentences[at].span, article) for at in reading.summary],
        "quotes": [_said(article, each) for each in reading.quotes],
        "statements": [_said(article, each) for each in reading.statements],
        "text": article.text,
    }


def _said(article: Article, said: Utterance) -> dict[str, Any]:
    day = said.said.first.isoformat() if said.said else None
    speaker = said.speaker_in(article.text)
    return _span(said.span, article) | {"speaker": speaker, "name": said.name_id, "day": day}


def _span(span: Span, article: Article) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "words": span.of(article.text)}


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None
