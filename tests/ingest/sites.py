"""Pages as the big publishing systems write them, with all that they put around an article and
into it. Each function takes a story and returns a page; names of classes follow the habits of the
systems, words are made up."""
# ruff: noqa: E501 -- markup as sites write it

from collections.abc import Callable

from tests.ingest.stories import Item, Story

Shape = Callable[[Item], str]

NAV = """<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/asia">Asia</a></li><li><a href="/opinion">Opinion</a></li></ul></nav>"""
COOKIES = """<div id="onetrust-banner-sdk" role="dialog"><p>We and our partners use cookies to give you
the best experience on our website. By clicking Accept you agree to our use of cookies.</p>
<button>Accept all</button></div>"""
FOOTER = """<footer class="site-footer"><p>Follow us on Telegram</p><ul><li><a>About us</a></li>
<li><a>Contact</a></li><li><a>Privacy policy</a></li></ul>
<p>© 2024 The Peninsula Wire Ltd. All rights reserved.</p></footer>"""
CARDS = """<div class="related-grid"><h3>More from Asia</h3>
<article class="card"><a href="/1"><h4>Rice prices rise for a third month in the capital</h4></a>
<p>The cost of rice has gone up again, traders at four markets said on Monday.</p></article>
<article class="card"><a href="/2"><h4>Coast guard finds two boats adrift near the islands</h4></a>
<p>Two wooden boats without a crew were found early on Sunday, the coast guard said.</p></article>
</div>"""
COMMENTS = """<section id="comments" class="comments-area"><h2 class="comments-title">3 comments</h2>
<ol class="comment-list"><li class="comment"><p>Thank you for this article. I have been to the bridge
myself and it is just as you say.</p></li><li class="comment"><p>What about the fishermen? Nobody ever
asks them anything.</p></li></ol><h3>Leave a comment</h3></section>"""
MARK = {"p": "p", "h": "h2", "q": "blockquote", "b": "p"}


def plain(item: Item) -> str:
    """The item in the plainest of markup."""
    if item.kind == "li":
        return "<ul>" + "".join(f"<li>{words}</li>" for words in item.words.split("|")) + "</ul>"
    if item.kind == "q":
        return f"<blockquote><p>{item.words}</p></blockquote>"
    if item.kind == "b":
        return f"<p><strong>{item.words}</strong></p>"
    return f"<{MARK[item.kind]}>{item.words}</{MARK[item.kind]}>"


def body(story: Story, *between: str, shape: Shape = plain) -> str:
    """The items with the insertions spread evenly among them."""
    parts = [shape(item) for item in story.items]
    step = max(1, len(parts) // (len(between) + 1))
    for i, words in reversed(list(enumerate(between))):
        parts.insert(min(len(parts) - 1, (i + 1) * step), words)
    return "\n".join(parts)


def page(story: Story, inner: str, *, head: str = "", bare: bool = False) -> str:
    around = ("", "") if bare else (COOKIES + NAV, FOOTER)
    return (
        f'<!doctype html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{story.title} - The Peninsula Wire</title>"
        f'<meta property="og:title" content="{story.title}">{head}</head><body>'
        f"{around[0]}{inner}{around[1]}</body></html>"
    )


def gutenberg(story: Story) -> str:
    return page(
        story,
        f"""<div id="content" class="site-content"><article class="post-7 post type-post
hentry"><header class="entry-header"><span class="cat-links"><a>Asia</a></span>
<h1 class="entry-title">{story.title}</h1><div class="newspack-post-subtitle">{story.deck}</div>
<div class="entry-meta"><span class="byline">by <span class="author vcard"><a>{
            story.author
        }</a></span>
</span><span class="posted-on"><time class="entry-date published" datetime="2024-06-19T08:00:00+00:00">
June 19, 2024</time></span></div></header><figure class="post-thumbnail"><img src="a.jpg"><figcaption>
<span>The bridge at Tumangang seen from the Russian bank in 2018.</span> <span class="image-credit">
Credit: Reuters</span></figcaption></figure><div class="entry-content">
{
            body(
                story,
                '<figure class="wp-block-image size-large"><img><figcaption class="wp-element-caption">A ship is loaded'
                " with coal at the port of Rajin, in a picture of 2014.</figcaption></figure>",
                '<p><strong>Read more:</strong> <a href="/x">How a ferry became a lifeline for two towns</a></p>',
                '<div class="newspack-lightbox newspack-inline-popup"><h3>Sign up for our newsletter</h3><p>Get the best '
                "of our reporting in your inbox every Saturday morning.</p><form><input><button>Sign up</button></form>"
                "</div>",
                '<aside class="scaip scaip-2"><p>Advertisement</p></aside>',
            )
        }
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>X</a></li>
<li><a>Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>
<p>A ferry, a train and a wall</p></div></div><footer class="entry-footer"><span class="tags-links">Tagged:
<a>bridge</a>, <a>trade</a></span></footer><div class="author-bio"><h2>{story.author}</h2><p>{
            story.author
        }
covers the border regions for The Peninsula Wire and has lived in Vladivostok since 2015.</p><a>More by
{story.author}</a></div>{COMMENTS}</article></div><aside class="widget-area">{CARDS}</aside>""",
    )


def drupal(story: Story) -> str:
    return page(
        story,
        f"""<main role="main"><div class="region region-content"><article role="article"
class="node node--type-article"><h1><span class="field field--name-title">{story.title}</span></h1>
<div class="field field--name-field-subtitle">{story.deck}</div><div class="node__meta">Submitted by
{story.author} on Wed, 06/19/2024 - 16:18</div><div class="node__content"><div class="clearfix
text-formatted field field--name-body field--type-text-with-summary field__item">
{
            body(
                story,
                '<div class="media media--type-image"><img><div class="field field--name-field-caption">The delegations at '
                "the table. Photo: Press service</div></div>",
                '<div class="embedded-entity"><div class="node--view-mode-teaser"><h2><a>Ten years of a railway that leads '
                "nowhere</a></h2></div></div>",
            )
        }
</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><div><a>Trade</a></div>
<div><a>Rail</a></div></div><ul class="links inline"><li><a>Log in</a> to post comments</li></ul></div>
</article></div><div class="block block-views block-views-blockrelated">{CARDS}</div></main>""",
    )


def arc(story: Story) -> str:
    return page(
        story,
        f"""<div id="fusion-app"><article><header class="b-headline"><a class="c-overline">
World</a><h1 class="c-heading">{story.title}</h1><h2 class="c-subheading">{story.deck}</h2></header>
<div class="c-byline"><span>By {
            story.author
        }</span></div><span class="c-date">June 19, 2024 at 4:18 p.m.
EDT</span><figure class="c-media-item"><img><div class="c-media-item__caption">Containers at the railway
station of Hasan. (Ivan Ivanov/AP)</div></figure><article class="b-article-body">
{
            body(
                story,
                '<div class="c-ad"><p class="ad-label">Story continues below advertisement</p></div>',
                '<p class="c-paragraph interstitial-link"><i>[<a href="/y">What we know about the new railway cars</a>]</i>'
                "</p>",
                '<div class="b-newsletter"><p class="title">The morning briefing</p><p>Subscribe to The morning briefing for '
                "the day’s most important stories.</p></div>",
                '<div class="c-ad"><p class="ad-label">Advertisement</p></div>',
            )
        }
<p class="c-paragraph contributor"><i>Mina Park in Seoul contributed to this report.</i></p></article>
<div class="b-author-bio"><p>{story.author} is a correspondent for The Peninsula Wire.</p></div>
<div class="b-results-list">{CARDS}</div></article></div>""",
    )


def agency_korean(story: Story) -> str:
    first, rest = story.items[0], story.items[1:]
    assert rest
    return page(
        story,
        f"""<div class="container"><article class="story-news article"><header><h1 class="tit01">
{
            story.title
        }</h1><p class="update-time" data-published-time="202406191618"><span class="txt">송고시간</span>
2024-06-19 16:18</p></header><div class="writer-zone"><strong class="tit-name">홍길동 기자</strong></div>
<div class="tit-sub"><strong>{story.deck}</strong></div><div class="comp-box photo-group"><figure
class="img-con01"><img><figcaption class="desc-con"><strong class="tit-cap">악수하는 두 나라 대표</strong><p
class="txt-desc">(평양 연합뉴스) 두 나라 대표가 19일 평양에서 악수하고 있다. 2024.6.19 [국내에서만 사용가능.
재배포 금지]</p></figcaption></figure></div><p>{first.words}</p>
{
            body(
                Story(story.title, "", "", rest, "ko", 1),
                '<div class="ad-box"><span>광고</span></div>',
                '<div class="related-zone"><strong>관련기사</strong><ul><li><a>북러, 철도 협력 논의…“연내 재개”</a></li></ul></div>',
            )
        }
<p>gildong@yna.example</p><p class="txt-copyright">&lt;저작권자(c) 연합통신, 무단 전재-재배포, AI 학습 및 활용
금지&gt;</p><p class="txt-time">2024/06/19 16:18 송고</p><div class="keyword-zone"><a>#북러</a><a>#조약</a></div>
</article><aside class="aside"><h2>많이 본 뉴스</h2><ol><li><a>쌀값 석 달째 올라</a></li></ol></aside></div>""",
    )


def daily_korean(story: Story) -> str:
    def shape(item: Item) -> str:
        return f'<p class="text">{item.words}</p>'

    return page(
        story,
        f"""<div id="__next"><main><div class="ArticleDetailView_articleDetail__IT2fh"><h3
class="ArticleDetailView_title__9kRU_">{story.title}</h3><div class="ArticleDetailView_reporterList__cJMMZ">
<a>홍길동</a>기자</div><ul class="ArticleDetailView_dateList__tniXJ"><li>수정 2024-06-19 19:05</li><li>등록
2024-06-19 16:18</li></ul><div class="article-text"><div class="ArticleDetailContent_imageContainer__o8Hzk">
<figure><img><figcaption>두 나라 대표가 평양에서 만나고 있다. 평양/타스 연합뉴스</figcaption></figure></div>
{body(story, '<div class="ArticleDetailContent_adWrap__3hG"><p>광고</p></div>', shape=shape)}
<p class="text">홍길동 기자 gildong@hani.example</p></div><div class="ArticleDetailView_tags"><a>북한</a><a>러시아
</a></div><div class="BaseAd">광고</div><section><h4>이슈북러 밀착</h4><ul><li><a>두만강 다리, 언제 열리나</a></li>
</ul></section></div></main></div>""",
    )


def agency_russian(story: Story) -> str:
    first = story.items[0].words
    rest = Story(story.title, "", "", story.items[1:], "ru", 1)
    return page(
        story,
        f"""<main><div class="NewsHeader_content"><a>Международная панорама</a><time
datetime="2024-06-19T13:18:00Z">19 июня 2024, 16:18</time><h1>{story.title}</h1><div
class="NewsHeader_lead">{story.deck}</div></div><article class="Text_block"><p>{first}</p>
{
            body(
                rest,
                '<div class="Related_wrapper"><p>Читайте также</p><a href="/z">Что известно о новом мосте через '
                "реку</a></div>",
            )
        }</article><div class="Tags_list"><a>КНДР</a><a>Россия</a></div><div
class="Subscribe_block"><p>Подписывайтесь на наш канал в Telegram</p></div></main>""",
    )


def blocks_russian(story: Story) -> str:
    def shape(item: Item) -> str:
        return (
            '<div class="article__block" data-type="text"><div class="article__text">'
            f"{item.words}</div></div>"
        )

    return page(
        story,
        f"""<div class="layout-article"><div class="article m-article"><div
class="article__header"><div class="article__info"><div class="article__info-date"><a>16:18 19.06.2024</a>
<span class="article__info-date-modified">(обновлено: 19:05 19.06.2024)</span></div></div><h1
class="article__title">{story.title}</h1><h2 class="article__second-title">{
            story.deck
        }</h2></div><div
class="article__announce"><div class="media"><img><div class="media__copyright">© РИА Весть / Иван Иванов</div>
<div class="media__description">Мост через реку Туманная. Архивное фото</div></div></div><div
class="article__body js-mediator-article">
{
            body(
                story,
                '<div class="article__block" data-type="article"><div class="article__article"><a href="/z"><span '
                'class="article__article-title">В порту рассказали о новых вагонах</span></a><div '
                'class="article__article-date">18 июня, 12:03</div></div></div>',
                '<div class="article__block" data-type="banner"><div class="banner">Реклама</div></div>',
                shape=shape,
            )
        }
</div><div class="article__tags"><a>В мире</a><a>КНДР</a></div></div><div class="recommend"><div>Рекомендуем
</div><a>Цены на рис выросли третий месяц подряд</a></div></div>""",
    )


def broadcaster(story: Story) -> str:
    def shape(item: Item) -> str:
        if item.kind == "h":
            return (
                '<div data-component="subheadline-block" class="ssrcss-1q0x1qg"><h2 '
                f'class="ssrcss-y2fd7s e1fj1fc10">{item.words}</h2></div>'
            )
        if item.kind == "p":
            return (
                '<div data-component="text-block" class="ssrcss-18mjolk"><div><p '
                f'class="ssrcss-1q0x1qg-Paragraph e1jhz7w10">{item.words}</p></div></div>'
            )
        return f'<div data-component="text-block" class="ssrcss-18mjolk">{plain(item)}</div>'

    return page(
        story,
        f"""<main id="main-content"><article class="ssrcss-1072xwf-ArticleWrapper"><header
data-component="headline-block"><h1 id="main-heading">{story.title}</h1></header><div
data-component="byline-block"><div><span>{
            story.author
        }</span><span>Seoul correspondent</span></div><time
datetime="2024-06-19T08:00:00.000Z">2 hours ago</time></div><div data-component="image-block"><figure><div><img>
<span class="ssrcss-Copyright">Getty Images</span></div><figcaption class="ssrcss-Caption">The bridge was closed
in 2020</figcaption></figure></div>
{
            body(
                story,
                '<div data-component="image-block"><figure><img><figcaption>Traders say that business is slow</figcaption>'
                "</figure></div>",
                '<div data-component="links-block"><ul role="list"><li><a href="/1">Why a bridge matters to two armies</a></li>'
                '<li><a href="/2">The town that lives off a railway</a></li></ul></div>',
                shape=shape,
            )
        }
<section data-component="related-topics"><h2>Related topics</h2><ul><li><a>Asia</a></li><li><a>Trade</a></li>
</ul></section><div data-component="links-block"><h2>More on this story</h2><ul><li><a>Boats found adrift near
the islands</a></li></ul></div></article></main>""",
    )
