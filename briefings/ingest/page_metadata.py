"""What a web page says of its article in its head: JSON-LD, OpenGraph and its kin, time tags."""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from briefings.ingest.closing import load
from briefings.ingest.encodings import smooth
from briefings.ingest.json_articles import metadata_of, objects_in
from briefings.ingest.moments import Moment, read_moment
from briefings.ingest.pieces import Found

LONGEST_SCRIPT = 2_000_000  # characters
LONGEST_BROKEN = 50_000
_ARTICLE = re.compile(
    r"Article|BlogPosting|Report|Editorial|OpinionNews|NewsMedia.*Post|SocialMediaPosting|WebPage"
)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "article:publisher_name", "publisher")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "pubdate", "publishdate", "publish-date", "dc.date.issued", "dc.date", "dcterms.created",
    "sailthru.date", "date", "article.published", "og:published_time",
    "cxenseparse:recs:publishtime", "article_date_original", "created",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "dcterms.modified",
    "last-modified",
)


def read_metadata(page: LexborHTMLParser, base: str | None = None) -> tuple[Found, str | None]:
    """The metadata, best source first, and the article's text if JSON-LD repeats it."""
    metas = _metas(page)
    linked, words = _from_json_ld(page)
    found = linked.or_else(_from_metas(metas)).or_else(_from_time_tags(page))
    heading = _only_heading(page)
    return (
        replace(
            found,
            title=_title(found.title, heading, page),
            url=_url(page, metas, base) or found.url,
            language=_language(page) or found.language,
        ),
        words,
    )


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in page.css("meta")[:500]:
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        words = smooth(attributes.get("content") or "").strip()
        if key and words:
            metas.setdefault(key.lower(), words[:2000])
    return metas


def _from_metas(metas: Mapping[str, str]) -> Found:
    published = _moment(metas, _PUBLISHED)
    modified = _moment(metas, _MODIFIED)
    author = next((metas[key] for key in _AUTHORS if key in metas), None)
    return Found(
        title=next((metas[key] for key in _TITLES if key in metas), None),
        author=None if author and author.startswith(("http", "@", "/")) else author,
        publisher=next((metas[key] for key in _SITES if key in metas), None),
        language=None,
        published_raw=published.raw if published else None,
        published=published.instant if published else None,
        published_on=published.day if published else None,
        modified=modified.instant if modified else None,
    )


def _moment(metas: Mapping[str, str], keys: tuple[str, ...]) -> Moment | None:
    moments = [moment for key in keys if key in metas and (moment := read_moment(metas[key]))]
    return next((moment for moment in moments if moment.instant), next(iter(moments), None))


def _from_json_ld(page: LexborHTMLParser) -> tuple[Found, str | None]:
    found, longest = Found(), ""
    for node in _articles(page):
        found = found.or_else(metadata_of(node))
        body = node.get("articlebody")
        if isinstance(body, str) and len(body) > len(longest):
            longest = body
    return found, longest or None


def _articles(page: LexborHTMLParser) -> Iterator[Mapping[str, object]]:
    nodes = []
    for script in page.css('script[type="application/ld+json"]')[:40]:
        with contextlib.suppress(ValueError, RecursionError):
            nodes += list(objects_in(_loaded(script.text()[:LONGEST_SCRIPT].strip())))
    sorts = [(str(node.get("@type", "")), node) for node in nodes]
    yield from (node for sort, node in sorts if _ARTICLE.search(sort) and "WebPage" not in sort)
    yield from (node for sort, node in sorts if "WebPage" in sort and "datepublished" in node)


def _loaded(words: str) -> object:
    """What is broken or cut off as far as it goes. Raises ValueError, RecursionError."""
    try:
        value: object = json.loads(words, strict=False)
    except ValueError:
        value, _, _ = load(words[:LONGEST_BROKEN])
    return value


def _from_time_tags(page: LexborHTMLParser) -> Found:
    """The first time tag; one that says it is the publication's goes before."""
    telling = 'time[itemprop="datePublished"], time[pubdate], time.published, time.entry-date'
    nodes = [*page.css(telling), *page.css("article time[datetime], time[datetime]")]
    for node in nodes[:10]:
        moment = read_moment(node.attributes.get("datetime") or node.text())
        if moment:
            return Found(
                published_raw=moment.raw, published=moment.instant, published_on=moment.day
            )
    return Found()


def _only_heading(page: LexborHTMLParser) -> str | None:
    headings = [smooth(" ".join(node.text().split())) for node in page.css("h1")[:10]]
    headings = [words for words in headings if len(words) > 8]
    return headings[0] if len(headings) == 1 else None


def _title(given: str | None, heading: str | None, page: LexborHTMLParser) -> str | None:
    """What the head calls the article; the page's heading where the head adds the site's name."""
    node = page.css_first("head > title")
    tab = smooth(" ".join(node.text().split())) if node is not None else None
    title = given or tab
    if heading and (title is None or 2 * len(heading) >= len(title)):
        inside = title is None or heading.casefold() in title.casefold()
        return heading if inside or title == tab else title
    return title


def _url(page: LexborHTMLParser, metas: Mapping[str, str], base: str | None) -> str | None:
    node = page.css_first('link[rel="canonical"]')
    for address in (node.attributes.get("href") if node is not None else None, metas.get("og:url")):
        if address:
            whole = urljoin(base or "", address)
            if urlsplit(whole).scheme in {"http", "https"}:
                return whole
    return None


def _language(page: LexborHTMLParser) -> str | None:
    node = page.css_first("html")
    words = (node.attributes.get("lang") or "") if node is not None else ""
    return words[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", words) else None
