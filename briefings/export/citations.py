"""Documents as entries of a bibliography: BibTeX, RIS, CSL-JSON.

RIS after the specification of Research Information Systems (2011), CSL-JSON after its schema 1.0.2,
BibTeX as bibtex 0.99 and biber read it: in UTF-8, with the characters that mean something escaped.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from briefings.model import Article, Flag, Kind

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces behind a backslash, too
    "}": r"\textbraceright{}",
    "%": r"\%",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_CSL_TYPES = {
    Kind.NEWS: "article-newspaper",
    Kind.EDITORIAL: "article-newspaper",
    Kind.FORUM: "post",
}
_RIS_TYPES = {Kind.NEWS: "NEWS", Kind.EDITORIAL: "NEWS"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(articles: Iterable[Article], *, accessed: date) -> str:
    entries = []
    for article in articles:
        fields = {
            "title": f"{{{_tex(article.title)}}}",
            "author": f"{{{_tex(_author(article))}}}" if _author(article) else "",
            "journal": _tex(article.source),
            "year": str(article.published_on.year) if article.published_on else "",
            "month": _MONTHS[article.published_on.month - 1] if article.published_on else "",
            "date": article.published_on.isoformat() if article.published_on else "",
            "language": article.reading.language,
            "url": _tex_url(article.url),
            "urldate": accessed.isoformat(),
            "note": _tex(_note(article, accessed)),
        }
        lines = [
            f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
            for name, value in fields.items()
            if value
        ]
        kind = "article" if article.source else "misc"
        entries.append("\n".join([f"@{kind}{{{key_of(article)},", *lines, "}\n"]))
    return "\n".join(entries)


def ris(articles: Iterable[Article], *, accessed: date) -> str:
    """Records with lines "TAG  - value", ended by CR LF."""
    lines: list[str] = []
    for article in articles:
        day = article.published_on
        fields: Sequence[tuple[str, str]] = (
            ("TY", _RIS_TYPES.get(article.reading.kind, "ELEC")),
            ("ID", key_of(article)),
            ("TI", article.title),
            ("AU", _author(article)),
            ("T2", article.source),
            ("PY", str(day.year) if day else ""),
            ("DA", f"{day:%Y/%m/%d}/" if day else ""),
            ("LA", article.reading.language),
            ("UR", article.url or ""),
            ("Y2", f"{accessed:%Y/%m/%d}/"),
            ("N1", _note(article, accessed)),
        )
        lines += [f"{tag}  - {_line(value)}" for tag, value in fields if value]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines)


def csl_json(articles: Iterable[Article], *, accessed: date) -> str:
    entries = [_csl(article, accessed) for article in articles]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _csl(article: Article, accessed: date) -> dict[str, Any]:
    whole = {
        "id": key_of(article),
        "type": _CSL_TYPES.get(article.reading.kind, "webpage"),
        "title": _line(article.title),
        "container-title": _line(article.source),
        "author": [{"literal": _line(_author(article))}] if _author(article) else [],
        "issued": _csl_day(article.published_on),
        "accessed": _csl_day(accessed),
        "URL": article.url,
        "language": article.reading.language,
        "note": _note(article, accessed),
    }
    return {name: value for name, value in whole.items() if value}


def _csl_day(day: date | None) -> dict[str, Any] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def key_of(article: Article) -> str:
    """Of letters and digits alone, and another for each document: "hankyoreh2024-17"."""
    plain = unicodedata.normalize("NFKD", article.source).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]", "", plain.lower())[:20] or "document"
    year = article.published_on.year if article.published_on else ""
    return f"{name}{year}-{article.document_id}"


def _author(article: Article) -> str:
    return article.reading.extraction.author or ""


def _note(article: Article, accessed: date) -> str:
    """What says which state of the document this is, whatever its page says by now."""
    retracted = "RETRACTED by its source; " if Flag.RETRACTED in article.reading.flags else ""
    undated = "" if article.published_on else "undated; "
    return (
        f"{retracted}{undated}version {article.version} as archived {article.first_seen:%Y-%m-%d}, "
        f"sha256 {article.digest}, accessed {accessed.isoformat()}"
    )


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in _line(text))


def _tex_url(url: str | None) -> str:
    """Braces would end the field; everything else stays as it is."""
    whole = _line(url or "")
    return whole.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _line(text: str) -> str:
    """On one line, without what no format keeps."""
    seen = (each for each in text if unicodedata.category(each) != "Cf")  # soft hyphens, directions
    return " ".join("".join(each if each.isprintable() else " " for each in seen).split())
