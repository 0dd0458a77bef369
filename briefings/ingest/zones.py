"""What the names of the elements around a paragraph give away about it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefings.ingest.furniture import ends_sentence
from briefings.ingest.labels import is_date_line, names_of
from briefings.ingest.markup import Paragraph
from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Strip
from briefings.model import BlockKind

MOST_VOTED = 0.3  # share of the article beyond which a zone's name is not believed
MOST_NAMED = 0.5  # the same for all zones of one name together
LEAST_TOLD = 600  # characters outside the comments that are an article, however many comments
_COMMENT_ZONE = re.compile(
    r"(?:^|[\s_-])(?:comment(?:s|list|section|area)?|(?:reader|visitor|user)s?-?comments?|disqus"
    r"|kommentare?|comentarios?|commentaires?|commenti|komentarze)(?:$|[\s_-])"
)
_FURNITURE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:nav|footer|form|aside|share|sharing|social|related|recirc\w*|newsletter|subscri\w*|promo\w*|sidebar"
    r"|cookie\w*|consent|onetrust\w*|didomi\w*|gdpr|alert-?dialog|dialog|breadcrumbs?|tags?|taglist|keywords|advert\w*|ads?|sponsor\w*|outbrain|taboola"
    r"|author-?bio|bio|about-author|most-?(?:read|viewed|popular)|trending|recommend\w*|read-?(?:more|next|also)|readmore|paywall"
    r"|further-?reading|next-?(?:story|post|article)|slides|slider|slideshow|carousel|swiper|slick"
    r"|videos?|playlist|popup|modal|toolbar|copyright|correction-link|signup|sign-up|donat\w*|pagination|pager|menu|byline-bio|also-read"
    r"|more-(?:from|on|stories|news)|print-only|hidden|visually-hidden|sr-only|screen-reader-text|skip-link|authors?|disclaimer|linkbox|jp-relatedposts|sharedaddy)(?:$|[\s_-])"
)
_CAPTION_ZONE = re.compile(
    r"(?:^|[\s_-])(?:\w*caption\w*|figcaption|image-credit|photo-credit|photo_info|credit|img_desc)(?:$|[\s_-])"
)
_BYLINE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|post-author|reporter|writer)(?:$|[\s_-]|name)"
)
_DATE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:date|time|timestamp|published|dateline-date|entry-date|posted-on)(?:$|[\s_-])|datepublished"
)
_DECK_ZONE = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|standfirst|subtitle|sub-?title|sub-?head\w*|summary|abstract|entry-subtitle|article-description)(?:$|[\s_-])"
)
_PULLED_ZONE = re.compile(r"(?:^|[\s_-])(?:pull-?quotes?|pulled-?quote)(?:$|[\s_-])")
# A picture's box holds its caption; only a name of its own says so: "article with-image" does not.
_PICTURE_ZONE = re.compile(r"(?:^|\s)(?:image|photo|picture|pic-?box|foto|fotografia)(?:$|[\s_-])")
_NAMED_ZONE = re.compile(
    "|".join(
        zone.pattern
        for zone in (
            _FURNITURE_ZONE, _COMMENT_ZONE, _CAPTION_ZONE, _BYLINE_ZONE, _DECK_ZONE,
            _PULLED_ZONE, _PICTURE_ZONE,
        )
    )
)  # fmt: skip
_IN_FIGURES = {"td", "th", "blockquote", "pre", "li"}
LONGEST_STAMP = 120  # characters of a line with the date under a title
LONGEST_CAPTION = 400


def believed_zones(paragraphs: Sequence[Paragraph], votes: Sequence[bool]) -> set[str]:
    """Zones named like furniture, decks or captions that hold little of the article; a theme may
    call the whole article "teaser", "no-sidebar" or "text-with-summary", or each part "part ads".
    """
    total, inside = 0, Counter[str]()
    for one, yes in zip(paragraphs, votes, strict=True):
        if yes:
            total += len(one.strip.words)
            inside.update(dict.fromkeys(one.zones, len(one.strip.words)))
    zones = {zone for one in paragraphs for zone in one.zones}
    small = {z for z in zones if inside[z] <= MOST_VOTED * total and _NAMED_ZONE.search(z)}
    named = Counter[str]()
    for one, yes in zip(paragraphs, votes, strict=True):
        if yes:
            names = {hit.group() for z in one.zones if z in small for hit in _named(z)}
            named.update(dict.fromkeys(names, len(one.strip.words)))
    believed = {
        z for z in small if any(named[hit.group()] <= MOST_NAMED * total for hit in _named(z))
    }
    return believed | _comments(paragraphs, votes, {z for z in zones if inside[z] < total})


def _named(zone: str) -> Iterator[re.Match[str]]:
    return _NAMED_ZONE.finditer(zone)


def _comments(
    paragraphs: Sequence[Paragraph], votes: Sequence[bool], zones: Collection[str]
) -> set[str]:
    """Zones of readers' comments. These can be longer than their article, but where hardly
    anything stands outside them they are the article."""
    comments = {zone for zone in zones if _COMMENT_ZONE.search(zone)}
    told = sum(
        len(one.strip.words)
        for one, yes in zip(paragraphs, votes, strict=True)
        if yes and comments.isdisjoint(one.zones)
    )
    return comments if told >= LEAST_TOLD else set()


def zoned(one: Paragraph, believed: set[str]) -> Strip:
    """The strip with the kind that the markup around it gives away."""
    near = " ".join(zone for zone in one.zones[-3:] if zone in believed)
    strip = one.strip
    byline = _BYLINE_ZONE.search(near) and not ends_sentence(strip.words)
    if not byline and any(zone in believed and _is_furniture(zone) for zone in one.zones):
        return replace(strip, kind=BlockKind.FURNITURE)
    if _DECK_ZONE.search(near) and strip.tag in {"p", "", "h2"}:
        return replace(strip, kind=BlockKind.DECK)
    if strip.tag == "figcaption" or _CAPTION_ZONE.search(near) or _is_in_picture(one, believed):
        return replace(strip, kind=BlockKind.CAPTION)
    if any(zone.startswith("figure") for zone in one.zones) and strip.tag not in _IN_FIGURES:
        return replace(strip, kind=BlockKind.FURNITURE)
    return strip


def _is_furniture(zone: str) -> bool:
    return any(names.search(zone) for names in (_FURNITURE_ZONE, _COMMENT_ZONE))


def _is_in_picture(one: Paragraph, believed: set[str]) -> bool:
    boxes = (zone for zone in one.zones[-3:] if zone in believed and zone[0] in "dfsa")
    return len(one.strip.words) <= LONGEST_CAPTION and any(map(_PICTURE_ZONE.search, boxes))


def is_pulled(one: Paragraph) -> bool:
    """A quotation that the markup calls pulled out of the article; it can be one all the same."""
    return any(_PULLED_ZONE.search(zone) for zone in one.zones[-3:])


def masthead_kind(one: Paragraph) -> BlockKind | None:
    near = " ".join(one.zones[-3:])
    words = one.strip.words
    for pattern, kind, longest in (
        (_BYLINE_ZONE, BlockKind.BYLINE, 120),
        (_DATE_ZONE, BlockKind.DATE, 120),
    ):
        if pattern.search(near) and len(words) <= longest:
            return kind
    told = one.strip.tag == "li" and not is_date_line(words)  # a point of the story in brief
    if len(words) <= LONGEST_STAMP and read_moment(words) and not told:
        return BlockKind.DATE
    if names_of(words):
        return BlockKind.BYLINE
    return BlockKind.DECK if one.strip.tag == "h2" and one.strip.links < 0.3 else None
