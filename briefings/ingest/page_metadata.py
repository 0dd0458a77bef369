"""What a web page says of its article in its head: JSON-LD, OpenGraph and its kin, time tags."""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefings.ingest.closing import load
from briefings.ingest.encodings import smooth
from briefings.ingest.json_articles import metadata_of, objects_in
from briefings.ingest.labels import looks_like_names
from briefings.ingest.moments import Moment, read_moment
from briefings.ingest.pieces import Found

LONGEST_SCRIPT = 2_000_000  # characters
LONGEST_SITE = 60
_HEADLINES = '[itemprop="headline"], .entry-title, .post-title, .article-title, .headline'
_TITLED = 'h2[class*="tit"], h3[class*="tit"], h2[class*="subject"], h3[class*="subject"]'
_WRITERS = '[rel="author"], [itemprop="author"] [itemprop="name"], .vcard .fn, .post-footer .fn'
_SITE_AFTER = re.compile(r"\s(?:[|–—:•·»-]|::)\s(?P<site>[^|–—•·»]{2,60}?)\s*")
_SITE_BEFORE = re.compile(r"\s*(?P<site>[^|–—•·»]{2,60}?)\s?(?:[|–—:•·»-]|::)\s")
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
    tab = _tab(page)
    heading = _named_heading(page, found.title or tab) or _only_heading(page)
    title = _title(found.title, heading, page)
    return (
        replace(
            found,
            title=title,
            author=found.author or _named_author(page),
            publisher=found.publisher or _named_publisher(page) or _site(tab, heading or title),
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
    """Of the first rank, or, as ministries' boards have it, of the next but called a title."""
    for rank in ("h1", _TITLED):
        headings = [words for node in page.css(rank)[:10] if len(words := _words_of(node)) > 8]
        if headings:
            return headings[0] if len(headings) == 1 else None
    return None


def _words_of(node: LexborNode) -> str:
    return smooth(" ".join(node.text().split()))


def _named_author(page: LexborHTMLParser) -> str | None:
    """Where the markup calls one name on the page an author's."""
    names = {_words_of(node) for node in page.css(_WRITERS)[:20]}
    name = names.pop() if len(names) == 1 else ""
    return name if looks_like_names(name) else None


def _named_heading(page: LexborHTMLParser, title: str | None) -> str | None:
    """What the markup calls the headline, where the page's title has it, too: on many weblogs the
    h1 is the name of the site."""
    for node in page.css(_HEADLINES)[:10]:
        words = _words_of(node)
        if len(words) > 8 and title and words.casefold() in title.casefold():
            return words
    return None


def _named_publisher(page: LexborHTMLParser) -> str | None:
    """By microdata."""
    node = page.css_first('[itemprop="publisher"] [itemprop="name"]')
    if node is None:
        return None
    words = node.attributes.get("content") or node.text()
    return smooth(" ".join(words.split()))[:LONGEST_SITE] or None


def _tab(page: LexborHTMLParser) -> str | None:
    node = page.css_first("head > title")
    return _words_of(node) if node is not None else None


def _site(tab: str | None, title: str | None) -> str | None:
    """What the page's title adds to the article's, where it adds one name: "Talks end | Post"."""
    if not tab or not title or title not in tab:
        return None
    before, _, after = tab.partition(title)
    left, right = _SITE_BEFORE.fullmatch(before), _SITE_AFTER.fullmatch(after)
    if left and not after.strip():
        return left["site"]
    return right["site"] if right and not before.strip() else None


def _title(given: str | None, heading: str | None, page: LexborHTMLParser) -> str | None:
    """What the head calls the article; the page's heading where the head adds the site's name."""
    tab = _tab(page)
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
