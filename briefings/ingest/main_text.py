"""trafilatura, ready to run where no file can be opened any more.

Importing it takes 0.3 s and 20 MB, so that only readers of web pages do; see `lazily`.
"""

import importlib
import logging

import trafilatura
from trafilatura.external import jt_stoplist_init
from trafilatura.metadata import extract_metadata

# OSError: a rare module that it would import now, which the sealed jail cannot open.
_STUMBLES = (
    RecursionError, ValueError, TypeError, AttributeError, AssertionError, LookupError, OSError,
)  # fmt: skip
_SAMPLE = """<html><body><div class="meta">Posted on Jun 3rd, 24 by <a href="/a">Jane Roe</a></div>
<dl><dt>Date</dt><dd>2024-06-20</dd></dl><article><p>The envoy left for home on Friday, the ministry
told reporters in the capital after a meeting that had lasted for hours.</p></article></body></html>
"""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
jt_stoplist_init()  # its fallback reads its stop words from files on first use


def main_text(markup: str) -> str:
    """The article's text with one line for each paragraph, "" where none is found."""
    try:
        words = trafilatura.extract(
            markup,
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
            with_metadata=False,
        )
    except _STUMBLES:
        return ""  # it stumbles over markup that no browser minds; our own count goes on
    return words or ""


def author_and_day(markup: str) -> tuple[str | None, str | None]:
    """What trafilatura and htmldate make of bylines and marked dates; the date in ISO 8601. Text is
    not searched for dates: a wrong day is worse than none."""
    try:
        found = extract_metadata(markup, extensive=False)
    except _STUMBLES:
        return None, None
    return found.author or None, found.date or None


importlib.import_module("_strptime")  # datetime imports it on first use
main_text(_SAMPLE)
author_and_day(_SAMPLE)
