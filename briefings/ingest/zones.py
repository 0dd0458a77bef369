"""What the names of the elements around a paragraph give away about it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefings.ingest.furniture import ends_sentence
from briefings.ingest.labels import names_of
from briefings.ingest.markup import Paragraph
from briefings.ingest.moments import read_moment
from briefings.ingest.pieces import Strip
from briefings.model import BlockKind

MOST_VOTED = 0.3  # share of the article beyond which a zone's name is not believed
_FURNITURE_ZONE = re.compile(
    r"(?:^|[\s_-])(?:nav|footer|form|aside|share|sharing|social|related|recirc\w*|newsletter|subscri\w*|promo\w*|sidebar"
    r"|comments?|disqus|cookie\w*|consent|onetrust\w*|didomi\w*|gdpr|alert-?dialog|dialog|breadcrumbs?|tags?|taglist|keywords|advert\w*|ads?|sponsor\w*|outbrain|taboola"
    r"|author-?bio|bio|about-author|most-?(?:read|viewed|popular)|trending|recommend\w*|read-?(?:more|next|also)|readmore|paywall"
    r"|popup|modal|toolbar|copyright|correction-link|signup|sign-up|donat\w*|pagination|pager|menu|byline-bio|also-read"
    r"|more-(?:from|on|stories|news)|print-only|hidden|visually-hidden|sr-only|screen-reader-text|skip-link|authors?|disclaimer|pull-?quote|linkbox|jp-relatedposts|sharedaddy)(?:$|[\s_-])"
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
_NAMED_ZONE = re.compile(
    "|".join(zone.pattern for zone in (_FURNITURE_ZONE, _CAPTION_ZONE, _BYLINE_ZONE, _DECK_ZONE))
)
_IN_FIGURES = {"td", "th", "blockquote", "pre", "li"}
LONGEST_STAMP = 120  # characters of a line with the date under a title


def believed_zones(paragraphs: Sequence[Paragraph], votes: Sequence[bool]) -> set[str]:
    """Zones named like furniture, decks or captions that hold little of the article; a theme may
    call the whole article "teaser", "no-sidebar" or "text-with-summary"."""
    total, inside = 0, Counter[str]()
    for one, yes in zip(paragraphs, votes, strict=True):
        if yes:
            total += len(one.strip.words)
            inside.update(dict.fromkeys(one.zones, len(one.strip.words)))
    names = {zone for one in paragraphs for zone in one.zones if _NAMED_ZONE.search(zone)}
    return {zone for zone in names if inside[zone] <= MOST_VOTED * total}


def zoned(one: Paragraph, believed: set[str]) -> Strip:
    """The strip with the kind that the markup around it gives away."""
    near = " ".join(zone for zone in one.zones[-3:] if zone in believed)
    strip = one.strip
    byline = _BYLINE_ZONE.search(near) and not ends_sentence(strip.words)
    if not byline and any(zone in believed and _FURNITURE_ZONE.search(zone) for zone in one.zones):
        return replace(strip, kind=BlockKind.FURNITURE)
    if _DECK_ZONE.search(near) and strip.tag in {"p", "", "h2"}:
        return replace(strip, kind=BlockKind.DECK)
    if strip.tag == "figcaption" or _CAPTION_ZONE.search(near):
        return replace(strip, kind=BlockKind.CAPTION)
    if any(zone.startswith("figure") for zone in one.zones) and strip.tag not in _IN_FIGURES:
        return replace(strip, kind=BlockKind.FURNITURE)
    return strip


def masthead_kind(one: Paragraph) -> BlockKind | None:
    near = " ".join(one.zones[-3:])
    words = one.strip.words
    for pattern, kind, longest in (
        (_BYLINE_ZONE, BlockKind.BYLINE, 120),
        (_DATE_ZONE, BlockKind.DATE, 120),
    ):
        if pattern.search(near) and len(words) <= longest:
            return kind
    if len(words) <= LONGEST_STAMP and read_moment(words):
        return BlockKind.DATE
    if names_of(words):
        return BlockKind.BYLINE
    return BlockKind.DECK if one.strip.tag == "h2" and one.strip.links < 0.3 else None
