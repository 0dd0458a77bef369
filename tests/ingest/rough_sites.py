"""Pages whose furniture has no name in the markup, or whose article stands in odd places."""
# ruff: noqa: E501 -- markup as sites write it

from collections.abc import Callable

from tests.ingest.sites import CARDS, COMMENTS, body, page, plain
from tests.ingest.stories import Item, Story


def pointers(story: Story) -> str:
    """A tabloid: every second line sells something else, in plain paragraphs."""
    return page(
        story,
        f"""<div class="article"><h1>{story.title}</h1><p>By {story.author}</p><p>Published: 16:18
BST, 19 June 2024 | Updated: 19:05 BST, 19 June 2024</p><div itemprop="articleBody">
{
            body(
                story,
                "<p><b>READ MORE: <a>Inside the village that lost its ferry</a></b></p>",
                "<p><strong>RELATED: Inside the village that lost its ferry</strong></p>",
                "<p><strong>MORE: <a>What rice costs now</a></strong></p>",
                "<p>Scroll down for video</p>",
                "<p><a>Click here to sign up for our daily briefing</a></p>",
                "<p>SEE ALSO: <a>A railway to nowhere</a></p>",
                "<p>Share or comment on this article: Talks on the bridge</p>",
            )
        }
</div><p>Do you have a story? Email tips@wire.example</p></div>{COMMENTS}""",
    )


def wire(story: Story) -> str:
    """An agency's copy on a local station's page."""
    return page(
        story,
        f"""<div id="article-body"><h1>{
            story.title
        }</h1><p class="caption">FILE - The bridge is seen
on May 3, 2023. (AP Photo/Ivan Ivanov, File)</p><div class="content">{
            body(
                story,
                "<p>Advertisement</p>",
                "<div><p>FILE - Ships in the port of Rajin, North Korea, on May 4, 2023. (AP Photo/Ivan "
                "Ivanov, File)</p></div>",
            )
        }<p>___</p><p>Associated Press writer Mina Park in Seoul contributed to this report.</p>
<p>___</p><p>Follow AP’s Asia-Pacific coverage at https://apnews.example/hub/asia-pacific</p><p>Copyright 2024 The
Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed
without permission.</p></div></div>""",
    )


def reuters(story: Story) -> str:
    def shape(item: Item) -> str:
        return (
            f'<p data-testid="paragraph-1" class="text__text__1FZLe">{item.words}</p>'
            if item.kind == "p"
            else plain(item)
        )

    return page(
        story,
        f"""<main><article><header><h1 data-testid="Heading">{story.title}</h1><div class="info-content">
<div>By <a>{story.author}</a></div><time><span>June 19, 2024</span><span>4:18 PM GMT+9</span><span>Updated 2 hours
ago</span></time></div></header><div class="summary__wrapper"><h2>Summary</h2><ul><li>Talks go on in autumn</li><li>
Trade in coal to grow</li></ul></div><div class="article-body__content">{body(story, shape=shape)}
<p class="sign-off">Reporting by Mina Park and Tom Berg; Editing by Jane Roe</p><p>Our Standards: <a>The Thomson
Principles.</a></p></div><div class="toolbar"><ul><li>X</li><li>Facebook</li></ul></div></article><div
class="author-bio__multiple"><p>{story.author}</p><p>Thomson Wire</p><p>{story.author} is a senior correspondent in
Seoul covering trade.</p></div></main>""",
    )


def aspnet(story: Story) -> str:
    """Everything is one form; the text is in spans and breaks."""

    def shape(item: Item) -> str:
        return plain(item) if item.kind in {"li", "h", "q"} else f"{item.words}<br>&nbsp;<br>"

    return page(
        story,
        f"""<form id="aspnetForm" class="content-sidebar" action="./"><div id="ctl00_main"><table><tr>
<td><span id="lblTitle" class="title">{story.title}</span></td></tr><tr><td><span id="lblDate">6/19/2024</span></td>
</tr><tr><td><span id="lblText">{body(story, shape=shape)}</span></td></tr></table><input type="button"
value="Print"></div></form>""",
    )


def ministry(story: Story) -> str:
    return page(
        story,
        f"""<div class="contents"><div class="bo_v_tit"><h2>{story.title}</h2></div><dl class="bo_v_info">
<dt>Writer</dt><dd>Spokesperson’s Office</dd><dt>Date</dt><dd>2024-06-19</dd><dt>Hit</dt><dd>1284</dd></dl><div
id="bo_v_con" class="board-view-cont">{body(story)}</div><ul class="file-list"><li><a>statement.pdf (212 KB)</a></li>
</ul><ul class="prev-next"><li><strong>Prev</strong><a>Outcome of the meeting of deputy ministers</a></li></ul></div>""",
    )


def stacked(story: Story) -> str:
    """Endless scroll: the next article hangs below the first."""
    other = "".join(f"<p>Sentence {i} of another article about the price of rice, as traders told us in May.</p>"
                    for i in range(5))  # fmt: skip
    return page(
        story,
        f"""<main><article class="post-full"><h1>{story.title}</h1><div class="post-content">
{body(story, '<div class="promo-inline">Support independent journalism. <a>Donate today</a></div>')}</div></article>
<article class="post-full next-article"><h1>Rice prices rise for a third month</h1><div class="post-content">{other}
</div></article></main>""",
    )


def lettered(story: Story) -> str:
    """Photographs with their words in paragraphs, initials dropped into spans, notes in brackets."""
    first = story.items[0].words
    rest = Story("", "", "", story.items[1:], "en", 1)
    return page(
        story,
        f"""<section class="longform"><h1>{story.title}</h1><p class="dek">{story.deck}</p><div
class="prose"><p><span class="dropcap">{first[0]}</span>{first[1:]}</p>{
            body(
                rest,
                '<p class="image-caption">The old customs house. Photo: Jane Roe</p>',
                "<p><em>Photo: Jane Roe</em></p>",
                '<p style="text-align:center">***</p>',
                '<p class="pullquote">' + story.items[0].words[:60] + "</p>",
            )
        }<p><em>
{
            story.author
        } is the author of “River Towns” and teaches history in Seoul.</em></p><p><em>This essay first appeared
in The Peninsula Quarterly.</em></p></div></section>""",
    )


def portal_korean(story: Story) -> str:
    """A portal's copy: one box, breaks, photographs with their words in em."""
    lines = "<br><br>".join(item.words for item in story.items)
    return page(
        story,
        f"""<div id="ct"><div class="media_end_head"><h2 class="media_end_head_headline">{story.title}
</h2><span>입력2024.06.19. 오후 4:18</span><span>수정2024.06.19. 오후 7:05</span><em>홍길동 기자</em></div><div
id="newsct_article"><article id="dic_area" class="go_trans _article_content"><strong class="media_end_summary">
{story.deck}</strong><span class="end_photo_org"><div><img><em class="img_desc">두 나라 대표가 평양에서 만나고 있다.
/연합뉴스</em></div></span>{lines}<br><br>홍길동 기자 gildong@wire.example</article></div><div class="byline"><p>
홍길동 기자 (gildong@wire.example)</p></div><p class="c_text">Copyright ⓒ 한빛일보. All rights reserved. 무단 전재 및
재배포 금지.</p><div class="guide_categorization">이 기사는 언론사에서 <em>정치</em> 섹션으로 분류했습니다.</div><div
class="_reactionModule"><span>쏠쏠정보</span><em>0</em></div></div>""",
    )


def linked(story: Story) -> str:
    """Paragraphs full of links, as analysts write them."""

    def shape(item: Item) -> str:
        words = item.words.split()
        if item.kind != "p" or len(words) < 9:
            return plain(item)
        third = len(words) // 3
        inner = f'<a href="/1">{" ".join(words[:third])}</a> {" ".join(words[third : 2 * third])}'
        return f'<p>{inner} <a href="/2">{" ".join(words[2 * third :])}</a></p>'

    return page(
        story,
        f"""<div class="site"><article class="analysis"><h1 class="page-title">{story.title}</h1><p
class="byline">By: <a>{story.author}</a></p><p class="date">June 19, 2024</p><div class="body-text">
{body(story, shape=shape)}</div><div class="footnotes"><ol><li>See the report of 2019, p. 12.</li><li>Ibid., p. 40.
</li></ol></div><div class="share-tools"><a>Print</a><a>Email</a></div></article>{CARDS}</div>""",
    )


def hidden_copies(story: Story) -> str:
    copy = "".join(f"<p>{item.words}</p>" for item in story.items[:3])
    return page(
        story,
        f"""<div class="container"><div class="print-only" style="display:none"><h1>{
            story.title
        }</h1>
{copy}</div><div class="post"><h1>{story.title}</h1><div class="meta"><span>{
            story.author
        }</span> <span>2024-06-19
16:18</span></div><div class="post-content">{
            body(
                story,
                '<p style="display:none">Tracking text that nobody is ever '
                "meant to see on this page.</p>",
                '<p class="correction">Correction: An earlier version of this article gave the '
                "wrong length of the bridge.</p>",
                "<div hidden><p>This gallery is shown only to members of the club.</p></div>",
                "<p>Follow us on <a>Telegram</a> and <a>X</a></p>",
            )
        }</div><div aria-hidden="true" class="ghost"><p>
{story.items[0].words}</p></div></div></div>""",
    )


def divs(story: Story) -> str:
    """No paragraph is called one."""

    def shape(item: Item) -> str:
        return plain(item) if item.kind in {"li", "h"} else f'<div dir="auto">{item.words}</div>'

    return page(
        story,
        f"""<div class="wrapper"><div class="page-head"><div class="headline">{
            story.title
        }</div><div
class="sub">{story.author} · 19 June 2024</div></div><div class="detail"><div class="inner">
{
            body(
                story,
                '<div class="recirc"><div>READ NEXT</div><div><a>A ferry that never sails</a></div></div>',
                shape=shape,
            )
        }</div></div><div class="foot-note">Source: The Peninsula Wire</div></div>""",
    )


ROUGH: dict[str, tuple[Callable[[Story], str], str]] = {
    "linked": (linked, "en"), "hidden_copies": (hidden_copies, "en"), "divs": (divs, "en"),
    "pointers": (pointers, "en"), "wire": (wire, "en"), "reuters": (reuters, "en"),
    "aspnet": (aspnet, "en"), "ministry": (ministry, "en"), "stacked": (stacked, "en"),
    "lettered": (lettered, "en"), "portal_korean": (portal_korean, "ko"),
}  # fmt: skip
