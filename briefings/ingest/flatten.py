"""Markup cut to what a parser takes in bounded time, in one pass over it.

lexbor takes 46 s for 100,000 nested elements, minutes for a tag with 200,000 attributes, and five
minutes for 60,000 bold elements left open, all of which it reopens in every paragraph.
"""

import re
from dataclasses import dataclass, field

DEEPEST = 150  # open elements; real pages stay below 60
MOST_STYLED = 6  # open elements that only style; a browser reopens them in every paragraph
LONGEST_STYLE = 80  # characters of such a tag; a longer one loses its attributes
LONGEST_TAG = 5000  # characters; beyond it a tag loses its attributes
MOST_TAGS = 120_000  # a long page has 20,000

_START = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})|<!--|<[!?]")
_MARK = re.compile(r">|=\s{0,9}[\"']")
# Their end is implied or they have none, so that they do not nest by being left open.
_FREE = frozenset(
    ("a", "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "img", "hr", "input", "meta",
     "link", "source", "col", "area", "base", "embed", "param", "track", "wbr", "html", "head",
     "body", "tbody", "thead", "tfoot")
)  # fmt: skip
_STYLES = frozenset(
    ("b", "i", "em", "strong", "font", "u", "s", "small", "big", "tt", "code", "nobr", "strike")
)
_RAW = frozenset(("script", "style", "textarea", "xmp", "noembed", "noframes", "iframe"))
_STRAY = frozenset(
    ("div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "tr", "section")
)


def flatten(markup: str) -> str:
    """Drop comments, scripts but for JSON-LD, what nests deeper than DEEPEST, and the attributes
    of endless tags; put a paragraph break where a block's closing tag has lost its opening one."""
    return _Flattener(markup).run()


@dataclass(slots=True)
class _Flattener:
    markup: str
    kept: list[str] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)
    depth: int = 0
    styled: int = 0
    linked: bool = False
    tags: int = 0

    def run(self) -> str:
        at = 0
        while (hit := _START.search(self.markup, at)) is not None:
            self.kept.append(self.markup[at : hit.start()])
            at = self._after(hit)
        self.kept.append(self.markup[at:])
        return "".join(self.kept)

    def _after(self, hit: re.Match[str]) -> int:
        """Keep or drop what starts here; the offset behind it."""
        if hit.group() == "<!--":
            return self._find("-->", hit.end(), past=True)
        if hit["name"] is None:
            return self._find(">", hit.end(), past=True)
        end = self._tag_end(hit.end())
        name = hit["name"].lower()
        if name in _RAW and not hit["close"]:
            return self._raw(name, hit.start(), end)
        self.tags += 1
        tag = self.markup[hit.start() : end] if end - hit.start() <= LONGEST_TAG else f"<{name}>"
        if self.tags > MOST_TAGS:
            self.kept.append(" ")
        elif hit["close"]:
            self.kept.append(self._closing(name))
        else:
            self.kept.append(self._opening(name, tag))
        return end

    def _opening(self, name: str, tag: str) -> str:
        self.opened.add(name)
        if name in _STYLES:
            self.styled += 1
            tag = tag if len(tag) <= LONGEST_STYLE else f"<{name}>"
            return tag if self.styled <= MOST_STYLED else ""
        if name == "a":
            tag, self.linked = "</a>" * self.linked + tag, True
        if name not in _FREE and not tag.endswith("/>"):
            self.depth += 1
            if self.depth > DEEPEST:
                return " "
        return tag

    def _closing(self, name: str) -> str:
        if name in _STRAY and name not in self.opened:
            return "</p>"
        if name == "a":
            self.linked = False
        elif name in _STYLES:
            self.styled = max(0, self.styled - 1)
        elif name not in _FREE:
            self.depth = max(0, self.depth - 1)
        return f"</{name}>"

    def _raw(self, name: str, start: int, end: int) -> int:
        """Skip an element whose inside is no markup; JSON-LD stays, as long as it is closed."""
        inside = self._find(f"</{name}", end, past=False)
        after = self._find(">", inside, past=True)
        if "ld+json" in self.markup[start : min(end, start + 200)]:
            self.kept.append(self.markup[start:after])
        return after

    def _tag_end(self, at: int) -> int:
        """Behind the mark that ends the tag, attribute values in quotation marks passed over."""
        while (hit := _MARK.search(self.markup, at)) is not None:
            if hit.group() == ">":
                return hit.end()
            quote = hit.group()[-1]
            at = self._find(quote, hit.end(), past=True)
        return len(self.markup)

    def _find(self, words: str, at: int, *, past: bool) -> int:
        """Where the words are next, or the end; what is absent is not looked for again."""
        if words in self.absent:
            return len(self.markup)
        found = self.markup.find(words, at)
        if found < 0:
            self.absent.add(words)
            return len(self.markup)
        return found + len(words) if past else found
