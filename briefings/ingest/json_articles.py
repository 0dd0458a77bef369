"""Articles in JSON: WordPress REST and whatever else has a body, whole or cut off."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefings.errors import UnusableDocumentError
from briefings.ingest.classify import classify
from briefings.ingest.closing import load
from briefings.ingest.markup import read_fragment
from briefings.ingest.moments import Moment, read_epoch, read_moment, read_pair
from briefings.ingest.pieces import Draft, Found, Strip, lay_out
from briefings.model import BlockKind

MOST_NODES = 50_000
SHORTEST_BODY = 80  # characters
_BODY = ("content", "articlebody", "body", "content_html", "html", "text", "full_text", "fulltext",
         "content_text", "bodytext", "article", "story", "post_content", "maintext", "main_text",
         "raw_text", "contents", "paragraphs", "description", "summary", "excerpt")  # fmt: skip
_TITLE = ("title", "headline", "post_title", "name", "heading")
_DECK = ("subtitle", "subheadline", "alternativeheadline", "deck", "standfirst", "subhead", "dek")
_URL = (
    "link",
    "url",
    "canonical_url",
    "permalink",
    "source_url",
    "mainentityofpage",
    "weburl",
    "@id",
)
_AUTHOR = ("author", "authors", "byline", "creator", "author_name", "writer")
_PUBLISHER = (
    "publisher",
    "site_name",
    "source",
    "sitename",
    "og_site_name",
    "publication",
    "outlet",
)
_LANGUAGE = ("lang", "language", "inlanguage", "locale")
_PUBLISHED = (
    "date_gmt", "datepublished", "published_at", "publishedat", "published", "pubdate",
    "publish_date", "publication_date", "date_published", "published_date", "firstpublished",
    "post_date_gmt", "date", "created_at", "datecreated", "created", "timestamp", "post_date",
    "time",
)  # fmt: skip
_MODIFIED = (
    "modified_gmt", "post_modified_gmt", "datemodified", "modified_at", "updated_at", "updatedat",
    "date_modified", "modified", "updated", "last_modified",
)  # fmt: skip
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,400}>|&(?:#\d+|\w+);")
_ADDRESS = re.compile(r"https?://\S+$")


def read_json(text: str) -> Draft | None:
    """The article in the JSON, None where it is no JSON after all. Raises UnusableDocumentError
    where it is JSON without an article or nested too deep."""
    try:
        value, truncated, mended = load(text)
    except RecursionError:
        raise UnusableDocumentError("The JSON is nested too deep.", reason="too-deep") from None
    except ValueError:
        return None
    article = max(objects_in(value), key=_weight, default=None)
    if article is None or _weight(article) == 0:
        raise UnusableDocumentError(
            "The JSON holds no article: no field such as content, body or text.", reason="no-text"
        )
    found = metadata_of(article)
    strips = list(_strips(article, found))
    fixed, pieces = lay_out(strips)
    blocks, seen = classify(fixed, pieces, title=found.title, author=found.author)
    repairs = ("closed-json",) if truncated else ("overlooked-json",) if mended else ()
    return Draft(fixed, blocks, found.or_else(seen), "application/json", truncated, repairs)


def objects_in(value: object) -> Iterator[Mapping[str, object]]:
    """All objects in the value, outermost first, at most MOST_NODES."""
    waiting: list[object] = [value]
    seen = 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            yield {str(key).lower(): item for key, item in node.items()}
            waiting.extend(item for item in node.values() if isinstance(item, dict | list))
        elif isinstance(node, list):
            waiting.extend(item for item in node if isinstance(item, dict | list))


def _weight(node: Mapping[str, object]) -> int:
    """How much of an article an object is: characters of its body, more with a title."""
    body = len(_body(node))
    if body == 0:
        return 0
    return body * (2 if _first(node, _TITLE) else 1)


def _body(node: Mapping[str, object]) -> str:
    for key in _BODY:
        words = _worded(node.get(key))
        if len(words) >= SHORTEST_BODY:
            return words
    return max((_worded(node.get(key)) for key in _BODY), key=len)


def _worded(value: object) -> str:
    """The words of a field: a string, {"rendered": …}, or a list of either."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _worded(
            next(
                (value[k] for k in ("rendered", "html", "text", "value", "content") if k in value),
                "",
            )
        )
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_worded(item) for item in value[:5000])))
    return ""


def _first(node: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        words = _plain(_named(node.get(key)))
        if words:
            return words
    return None


def _named(value: object) -> str:
    """A name: a string, an object with a name, or several of them."""
    if isinstance(value, dict):
        return _named(
            next(
                (
                    value[k]
                    for k in ("rendered", "name", "@id", "url", "display_name", "title")
                    if k in value
                ),
                "",
            )
        )
    if isinstance(value, list):
        return ", ".join(filter(None, (_named(item) for item in value[:10])))
    return value if isinstance(value, str) else ""


def _plain(words: str) -> str:
    """Without tags and entities, on one line."""
    if _MARKUP.search(words):
        words = html.unescape(re.sub(r"<[^<>]{0,1000}>", "", words))
    return " ".join(words.split())


def metadata_of(node: Mapping[str, object]) -> Found:
    yoast = node.get("yoast_head_json")
    more = {str(k).lower(): v for k, v in yoast.items()} if isinstance(yoast, dict) else {}
    published = _moment(node, _PUBLISHED) or _moment(more, ("article_published_time",))
    modified = _moment(node, _MODIFIED)
    url = next((u for key in _URL if _ADDRESS.match(u := _named(node.get(key)))), None)
    found = Found(
        title=_first(node, _TITLE),
        url=url or _first(more, ("canonical",)),
        author=_first(node, _AUTHOR) or _first(more, ("author",)),
        publisher=_first(node, _PUBLISHER) or _first(more, ("og_site_name",)),
        language=_first(node, _LANGUAGE),
        modified=modified.instant if modified else None,
    )
    if found.publisher and _ADDRESS.match(found.publisher):
        found = replace(found, publisher=None)
    if found.author and (_ADDRESS.match(found.author) or found.author.isdigit()):
        found = replace(found, author=None)
    if published is None:
        return found
    return replace(
        found, published_raw=published.raw, published=published.instant, published_on=published.day
    )


def _moment(node: Mapping[str, object], keys: tuple[str, ...]) -> Moment | None:
    """The first field with an instant, else the first with a day. A name in _gmt says the zone,
    and with the same name without it which zone that was."""
    days = []
    for key in keys:
        value = node.get(key)
        moment: Moment | None = None
        if isinstance(value, str) and value:
            local = node.get(key.removesuffix("_gmt"))
            here = local if isinstance(local, str) else ""
            moment = read_pair(here, value) if key.endswith("_gmt") else read_moment(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            moment = read_epoch(value)
        if moment and moment.instant:
            return moment
        if moment:
            days.append(moment)
    return days[0] if days else None


def _strips(node: Mapping[str, object], found: Found) -> Iterator[Strip]:
    if found.title:
        yield Strip(found.title, "h1", kind=BlockKind.TITLE)
    deck = _first(node, _DECK)
    if deck:
        yield Strip(deck, kind=BlockKind.DECK)
    body = _body(node)
    if _MARKUP.search(body):
        yield from read_fragment(body)
    else:
        yield from (Strip(line) for line in body.split("\n") if line.strip())
