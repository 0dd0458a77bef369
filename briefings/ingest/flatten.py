"""Markup cut to what a parser takes in bounded time.

lexbor takes 46 s for 100,000 nested elements and minutes for a tag with 200,000 attributes.
"""

import re

DEEPEST = 150  # open elements; real pages stay below 60
LONGEST_TAG = 5000  # characters; beyond it a tag loses its attributes
MOST_TAGS = 300_000

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]{0,40})(?P<rest>[^<>]*)>?")
# Their end is implied or they have none, so that they do not nest by being left open.
_FREE = frozenset(
    ("p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "input", "meta", "link",
     "source", "col", "area", "base", "embed", "param", "track", "wbr", "html", "head", "body",
     "tbody", "thead", "tfoot")
)  # fmt: skip
_STRAY = ("div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "tr", "section")


def flatten(markup: str) -> str:
    """Drop what nests deeper than DEEPEST and the attributes of endless tags; put a paragraph
    break where a block's closing tag has lost its opening one. One pass."""
    opened = {name: f"<{name}" in markup.lower() for name in _STRAY}
    depth = 0
    tags = 0

    def keep(hit: re.Match[str]) -> str:
        nonlocal depth, tags
        name = hit["name"].lower()
        tags += 1
        if tags > MOST_TAGS:
            return " "
        if hit["close"]:
            depth = max(0, depth - (name not in _FREE))
            return hit.group() if opened.get(name, True) else "</p>"
        if name not in _FREE and not hit["rest"].endswith("/"):
            depth += 1
            if depth > DEEPEST:
                return " "
        return hit.group() if len(hit["rest"]) <= LONGEST_TAG else f"<{name}>"

    return _TAG.sub(keep, markup)
