"""What a page calls itself, where it stood, and how it is written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Block, BlockKind, Extraction, Kind, Span
from briefings.text.kinds import kind_of
from tests.text.reworded_samples import GENUINE
from tests.text.seed_sentences import CORPUS, seed_text


def page(
    body: str,
    *,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
    kind: Kind | None = None,
    above: str = "",
) -> Extraction:
    text = f"{above}\n{body}" if above else body
    start = len(text) - len(body)
    blocks = [Block(Span(start, len(text)), BlockKind.BODY)]
    if above:
        blocks.insert(0, Block(Span(0, len(above)), BlockKind.FURNITURE))
    return Extraction(
        text=text,
        blocks=tuple(blocks),
        media_type="text/plain",
        encoding="utf-8",
        title=title,
        url=url,
        author=author,
        kind=kind,
    )


def news_bodies() -> list[str]:
    documents = json.loads((CORPUS / "news_highlights.json").read_text())["documents"]
    return [" ".join(each["sentences"]) for each in documents]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("[Editorial] Seoul’s part in upgrading ties", Kind.EDITORIAL),
        ("[사설] 북러 밀착, 한국 외교의 책임은 없나", Kind.EDITORIAL),
        ("[김 교수의 칼럼] 말", Kind.UNKNOWN),
        ("[칼럼] 한반도의 겨울", Kind.EDITORIAL),
        ("Мнение: почему Сеул молчит", Kind.EDITORIAL),
        ("Opinion | What Putin wants from Kim", Kind.EDITORIAL),
        ("Why Kim needs Putin | Opinion", Kind.EDITORIAL),
        ("Analysis: What the treaty means", Kind.ANALYSIS),
        ("Explainer: How balloons cross the border", Kind.ANALYSIS),
        ("[분석] 북러 조약의 의미", Kind.ANALYSIS),
        ("Joint Statement by the Foreign Ministers", Kind.OFFICIAL),
        ("[보도자료] 외교부 장관 통화", Kind.OFFICIAL),
        ("Opinion polls show Yoon falling", Kind.UNKNOWN),
        ("Analysis of soil finds traces", Kind.UNKNOWN),
        ("Columns of tanks enter the city", Kind.UNKNOWN),
    ],
)
def test_a_label_in_the_title_decides(title: str, kind: Kind) -> None:
    assert kind_of(page("A few words.", title=title)) is kind


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://en.kremlin.ru/events/president/news/74317", Kind.OFFICIAL),
        ("https://www.mofa.go.kr/eng/brd/m_5676/view.do", Kind.OFFICIAL),
        ("https://www.state.gov/briefings/", Kind.OFFICIAL),
        ("https://www.nytimes.com/2024/06/19/opinion/putin-kim.html", Kind.EDITORIAL),
        ("https://www.hani.co.kr/arti/opinion/editorial/1145516.html", Kind.EDITORIAL),
        ("https://thediplomat.com/analysis/2024/06/kim", Kind.ANALYSIS),
        ("https://www.reddit.com/r/northkorea/comments/1", Kind.FORUM),
        ("https://example.org/forum/topic/12", Kind.FORUM),
        ("https://example.org/2024/06/opinionated-cats", Kind.UNKNOWN),
        ("https://gov.example.org/a", Kind.UNKNOWN),
        ("http://[", Kind.UNKNOWN),
    ],
)
def test_the_address_decides_where_no_label_does(url: str, kind: Kind) -> None:
    assert kind_of(page("A few words.", url=url)) is kind


def test_forum_furniture_tells_a_forum() -> None:
    body = seed_text("003")

    assert kind_of(page(body, above="Please or Register to create posts and topics.")) is Kind.FORUM


def test_a_label_above_the_article_decides() -> None:
    assert kind_of(page(seed_text("004"), above="[Editorial]")) is Kind.EDITORIAL
    assert kind_of(page(seed_text("002"), above="Analysis")) is Kind.ANALYSIS


def test_an_editorial_board_writes_editorials() -> None:
    assert kind_of(page("A few words.", author="The Editorial Board")) is Kind.EDITORIAL


def test_what_the_page_states_is_believed() -> None:
    assert kind_of(page("A few words.", title="[Editorial] X", kind=Kind.NEWS)) is Kind.NEWS


@pytest.mark.parametrize("seed", ["000", "001", "002", "003"])
def test_an_unlabelled_analysis_is_told_by_its_style(seed: str) -> None:
    assert kind_of(page(seed_text(seed))) is Kind.ANALYSIS


@pytest.mark.parametrize("number", range(24))
def test_news_is_told_by_its_style(number: int) -> None:
    assert kind_of(page(news_bodies()[number])) is Kind.NEWS


@pytest.mark.parametrize("subject", ["naval", "sport", "finance", "military", "Indian English"])
def test_news_on_other_subjects_is_news(subject: str) -> None:
    assert kind_of(page(" ".join(GENUINE[subject].split()))) is Kind.NEWS


REPORT_KO = """푸틴 대통령이 19일 평양에 도착했다고 조선중앙통신이 보도했다.
두 정상은 영빈관에서 회담했다.
통일부 당국자는 20일 “동향을 주시하고 있다”고 밝혔다. 한국 정부는 유감을 표명했다."""
COLUMN_KO = """우리 정부는 이제 외교의 방향을 다시 생각해야 한다. 북러 밀착은 안정을 흔들 수 있다.
중국과의 대화를 서둘러야 할 것이다. 균형을 잃은 외교는 바람직하지 않다."""
COLUMN_RU = """Нам необходимо понять, к чему ведёт эта политика. Сеул может ошибиться в расчётах.
Нужно признать очевидное: санкции не работают. Мы должны искать другой путь."""


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("(서울=연합뉴스) 김철수 기자 = 푸틴 러시아 대통령이 19일 평양에 도착했다.", Kind.NEWS),
        ("МОСКВА, 19 июня — РИА Новости. Владимир Путин прибыл в Пхеньян.", Kind.NEWS),
        (REPORT_KO, Kind.NEWS),
        (COLUMN_KO, Kind.ANALYSIS),
        (COLUMN_RU, Kind.ANALYSIS),
    ],
)
def test_korean_and_russian_styles_are_told(body: str, kind: Kind) -> None:
    assert kind_of(page(body)) is kind


@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=60))
def test_any_page_has_a_kind(body: str, title: str, url: str) -> None:
    assert kind_of(page(body, title=title, url=url)) in Kind
