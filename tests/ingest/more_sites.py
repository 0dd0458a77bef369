"""More pages; see `sites`."""
# ruff: noqa: E501 -- markup as sites write it

import json
from collections.abc import Callable

from tests.ingest.sites import (
    CARDS,
    COMMENTS,
    agency_korean,
    agency_russian,
    arc,
    blocks_russian,
    body,
    broadcaster,
    daily_korean,
    drupal,
    gutenberg,
    page,
    plain,
)
from tests.ingest.stories import Item, Story


def quality_daily(story: Story) -> str:
    return page(
        story,
        f"""<main><div class="dcr-1djovmt"><h1 class="dcr-y70er4">{story.title}</h1><div
data-gu-name="standfirst"><div class="dcr-1qp23oo"><p>{story.deck}</p></div></div><address
aria-label="Contributor info"><a rel="author">{
            story.author
        }</a> in Seoul</address><details><summary>Wed 19 Jun
2024 09.00 BST</summary>Last modified on Thu 20 Jun 2024 12.00 BST</details><div data-gu-name="media"><figure
id="m"><img><figcaption class="dcr-1ahcdl6">The port of Rajin. Photograph: Ivan Ivanov/AP</figcaption></figure>
</div><div id="maincontent" class="article-body-viewer-selector">
{
            body(
                story,
                '<gu-island name="RichLinkComponent"><aside class="element-rich-link"><div><h5>A ferry that never sails</h5>'
                "<a>Read more</a></div></aside></gu-island>",
                '<figure class="dcr-173mewl"><img><figcaption>A market in Hasan. Photograph: Jane Roe</figcaption></figure>',
                '<aside class="element-pullquote"><blockquote>It is a matter of days</blockquote></aside>',
                '<figure data-spacefinder-role="inline"><aside aria-label="newsletter promotion"><p>Sign up to Morning Edition'
                "</p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it "
                "matters</p><p><strong>Privacy Notice:</strong> Newsletters may contain information about charities.</p>"
                "<p>after newsletter promotion</p></aside></figure>",
            )
        }
</div><div class="dcr-1nx1rmt"><span>Explore more on these topics</span><ul><li><a>Asia Pacific</a></li><li><a>
news</a></li></ul><button>Share</button><a>Reuse this content</a></div></div></main>{CARDS}""",
    )


def grey_lady(story: Story) -> str:
    def shape(item: Item) -> str:
        inner = plain(item).replace("<p>", '<p class="css-at9mc1 evys1bk0">')
        return f'<div class="css-53u6y8 StoryBodyCompanionColumn"><div>{inner}</div></div>'

    return page(
        story,
        f"""<div id="app"><div><div id="top-wrapper" class="css-1mnyfqb"><div><p>Advertisement</p>
<a>SKIP ADVERTISEMENT</a></div></div><article id="story" class="css-1vxca1d"><header class="css-gvf5o5"><h1
data-testid="headline">{story.title}</h1><p id="article-summary" class="css-1n0orw4">{
            story.deck
        }</p></header>
<div aria-label="Share"><button>Share full article</button></div><section name="articleBody"><div
class="css-s99gbd StoryBodyCompanionColumn"><p class="css-byline">By <span itemprop="name">{
            story.author
        }</span>
</p><p>Reporting from Seoul</p><time datetime="2024-06-19T04:00:00-04:00">June 19, 2024</time></div>
{
            body(
                story,
                '<div class="css-ad"><div id="story-ad-1-wrapper"><p>Advertisement</p><a>SKIP ADVERTISEMENT</a></div></div>',
                '<div class="css-13wylk3"><figure aria-label="media" role="group"><span class="css-sr">Image</span><img>'
                '<figcaption><span class="css-jevhma">Ships off Rajin on Monday.</span><span class="css-1u46b97"><span>Credit...'
                "</span>Ivan Ivanov for The Peninsula Wire</span></figcaption></figure></div>",
                shape=shape,
            )
        }
</section><div class="bottom-of-article"><div class="css-1n6z4y"><p>{
            story.author
        } is the lead reporter on the
border for The Peninsula Wire. <a>More about {
            story.author
        }</a></p></div><div><p>A version of this article appears
in print on June 20, 2024, Section A, Page 1 of the New York edition with the headline: Talks on a Bridge.
<a>Order Reprints</a> | <a>Today’s Paper</a> | <a>Subscribe</a></p></div><div>See more on: <a>Trade</a></div></div>
<div><h2>Editors’ Picks</h2><ul><li><a>They bought a boat. Then the river froze.</a></li></ul></div></article>
</div></div>""",
    )


def blogger(story: Story) -> str:
    def shape(item: Item) -> str:
        return plain(item) if item.kind in {"li", "q", "h"} else f"{item.words}<br /><br />"

    return page(
        story,
        f"""<div class="main section" id="main"><div class="date-outer"><h2 class="date-header">
<span>Wednesday, June 19, 2024</span></h2><div class="post hentry"><h3 class="post-title entry-title">
{story.title}</h3><div class="post-body entry-content" id="post-body-7"><div class="separator"><a><img></a></div>
<div style="text-align: justify;">{body(story, shape=shape)}</div><div style="clear: both;"></div></div><div
class="post-footer"><span class="post-author vcard">Posted by {story.author}</span><span class="post-timestamp">at
<abbr>4:18 PM</abbr></span><span class="post-labels">Labels: <a>border</a>, <a>trade</a></span></div></div>
<div class="comments" id="comments"><h4>2 comments:</h4><p class="comment-body">Great post, thank you so much for
writing it!</p></div><div class="blog-pager"><a>Newer Post</a><a>Older Post</a></div></div></div><div
class="sidebar"><h2>Blog Archive</h2><ul><li><a>June (12)</a></li></ul></div>""",
    )


def old_tables(story: Story) -> str:
    def shape(item: Item) -> str:
        return plain(item) if item.kind in {"li", "q", "h"} else f"<P>{item.words}"

    return page(
        story,
        f"""<table width=760><tr><td colspan=2><img alt=logo></td></tr><tr valign=top><td width=140>
<font size=1><a>Home</a><br><a>News</a><br><a>Archive</a><br><a>Links</a></font></td><td><table width=100%><tr><td>
<font size=5><b>{story.title}</b></font><br><font size=2>By {story.author}, June 19, 2024</font><hr>
<font face=arial size=2>{body(story, shape=shape)}</font></td></tr></table><p align=center><font size=1>Copyright
2024 The Peninsula Wire. All rights reserved.</font></td></tr></table>""",
        bare=True,
    )


def amp(story: Story) -> str:
    return page(
        story,
        f"""<amp-sidebar id="menu"><ul><li><a>World</a></li><li><a>Asia</a></li></ul></amp-sidebar>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{
            story.title
        }</h1>
<div class="amp-wp-meta amp-wp-byline">{
            story.author
        }</div><div class="amp-wp-meta amp-wp-posted-on"><time
datetime="2024-06-19T08:00:00+00:00">2 days ago</time></div></header><figure class="amp-wp-article-featured-image">
<amp-img></amp-img><figcaption class="wp-caption-text">The bridge. Photo: Reuters</figcaption></figure><div
class="amp-wp-article-content">{
            body(
                story,
                "<amp-ad><div placeholder>Advertisement</div></amp-ad>",
                "<p>Also read: <a>A railway to nowhere turns ten</a></p>",
                '<amp-embed type="taboola"><div>Recommended for you</div></amp-embed>',
            )
        }</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">Tags:
<a>trade</a></div><div class="amp-wp-meta amp-wp-comments-link"><a>Leave a Comment</a></div></footer></article>""",
    )


def liveblog(story: Story) -> str:
    posts, number = [], 0
    for item in story.items:
        if item.kind == "p" and number % 3 == 0:
            posts.append(
                '</div><div class="live-post" id="p"><time datetime="2024-06-19T08:00Z">9.00am</time>'
            )
        number += item.kind == "p"
        posts.append(plain(item))
    return page(
        story,
        f"""<main class="live"><h1>{story.title} – live</h1><div class="live-status"><span>Live</span>
<button>Turn on alerts</button></div><div class="live-posts"><div>{"".join(posts)}</div></div><button>Load more
</button></main><aside class="most-viewed">{CARDS}</aside>""",
    )


def scripted(story: Story) -> str:
    words = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
             "datePublished": "2024-06-19T08:00:00Z", "author": {"@type": "Person", "name": story.author},
             "articleBody": story.gold.replace("\n", "\n\n")}  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(words)}</script>'
    return page(
        story, '<div id="root"><p>Please enable JavaScript to read this page.</p></div>', head=head
    )


def paywalled(story: Story) -> str:
    return page(
        story,
        f"""<main class="article-page"><header><h1>{story.title}</h1><p class="standfirst">
{story.deck}</p><div class="byline">{
            story.author
        } in Seoul</div><time datetime="2024-06-19">JUNE 19 2024</time>
</header><div class="article__content n-content-body"><div class="o-share"><a>Share on X (opens in a new window)</a>
</div>{
            body(
                story,
                '<div class="article-info__recommended"><h2>Recommended</h2><a>Trade</a><a>Why rice is dear</a>'
                "</div>",
                '<p><a href="/l"><strong>ALSO READ | A ferry, a train and a wall</strong></a></p>',
            )
        }
<p><em>Additional reporting by Mina Park in Seoul</em></p></div><div class="subscribe-wall paywall"><h2>Subscribe
to continue reading</h2><p>Already a subscriber? Sign in. Try full digital access for just $1 a month and see why
a million readers trust us.</p></div><p class="copyright">Copyright The Peninsula Wire Limited 2024. You may share
using our article tools.</p></main>""",
    )


def scattered(story: Story) -> str:
    """The lead stands in the header, the rest in rows of several layouts."""
    first = story.items[0].words
    half = len(story.items) // 2
    rows = [Story("", "", "", part, "en", 1) for part in (story.items[1:half], story.items[half:])]
    return page(
        story,
        f"""<div class="story"><div class="story-header"><h1>{
            story.title
        }</h1><div class="story-info">
<span class="author-name">{story.author}</span> | Jun 19, 2024, 04:18 PM IST</div><p class="lead">{
            first
        }</p></div>
<div class="layout-row"><div class="story-column"><div class="story-text">{
            body(rows[0])
        }</div></div><div
class="ad-column"><span>ADVERTISEMENT</span></div></div><div class="layout-row"><div class="story-column"><div
class="story-text">{
            body(
                rows[1],
                '<div class="also-read"><strong>Also Read</strong><a>Rice prices rise for a third '
                "month</a></div>",
            )
        }<p>(This story has not been edited by our staff and is auto-generated from a syndicated feed.)
</p></div></div></div><div class="story-tags"><a>Trade</a><a>Bridge</a></div><div class="trending"><h3>Trending</h3>
{CARDS}</div></div>""",
    )


def interview(story: Story) -> str:
    asked = [words for i, item in enumerate(story.items) for words in ([Item("b", f"Q{i}: What do you make of that, "
             f"after {i + 2} years?")] if item.kind == "p" and i % 2 else []) + [item]]  # fmt: skip
    return page(
        story,
        f"""<section class="wrap"><h1>{story.title}</h1><p class="intro">{story.deck}</p><div
class="article-content rich-text">{body(Story("", "", "", tuple(asked), "en", 1))}</div><p class="author-note">
<em>{story.author} is a fellow at the Institute for River Studies.</em></p></section>{COMMENTS}""",
    )


def interview_gold(story: Story) -> str:
    lines = []
    for i, item in enumerate(story.items):
        if item.kind == "p" and i % 2:
            lines.append(f"Q{i}: What do you make of that, after {i + 2} years?")
        lines.append(item.words.replace("|", "\n"))
    return "\n".join(lines)


SITES: dict[str, tuple[Callable[[Story], str], str]] = {
    "gutenberg": (gutenberg, "en"), "drupal": (drupal, "en"), "arc": (arc, "en"),
    "agency_korean": (agency_korean, "ko"), "daily_korean": (daily_korean, "ko"),
    "agency_russian": (agency_russian, "ru"), "blocks_russian": (blocks_russian, "ru"),
    "broadcaster": (broadcaster, "en"), "quality_daily": (quality_daily, "en"),
    "grey_lady": (grey_lady, "en"), "blogger": (blogger, "en"), "old_tables": (old_tables, "en"),
    "amp": (amp, "en"), "liveblog": (liveblog, "en"), "scripted": (scripted, "en"),
    "paywalled": (paywalled, "en"), "scattered": (scattered, "en"), "interview": (interview, "en"),

}  # fmt: skip
