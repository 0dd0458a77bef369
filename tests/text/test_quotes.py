"""Single properties of quotations that the passages do not show."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.model import Actor, Medium, Mention, NameKind, Quote, Span, Tier
from briefings.text.sentences import split_sentences
from briefings.text.utterances import read_utterances
from tests.text.passages import lines_of, read_passage


def quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    return read_passage(text, language)[0]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“We will not give in,” Kim said.", Medium.SPOKEN),
        ("In a letter to Kim, Putin said “the friendship is eternal.”", Medium.WRITTEN),
        ("“Great meeting with Kim today,” Trump tweeted.", Medium.WRITTEN),
        ("Medvedev said on Telegram that “they are playing with fire.”", Medium.WRITTEN),
        ("“We protest,” the ministry said in a statement.", Medium.WRITTEN),
        ("“We protest against the launch,” the spy agency said.", Medium.SPOKEN),
        ("“The soldiers have arrived,” Ukraine's military intelligence said.", Medium.SPOKEN),
        ("In an interview with Bloomberg, Shin said “the threat is real.”", Medium.SPOKEN),
        ("The treaty says “the other Party shall provide assistance.”", Medium.TREATY),
        ("KCNA quoted Kim as saying “our cause is just.”", Medium.RELAYED),
        ("Kim said “our cause is just and will win,” KCNA reported.", Medium.RELAYED),
    ],
)
def test_the_medium_is_kept_apart(text: str, medium: Medium) -> None:
    assert [quote.medium for quote in quotes(text)] == [medium]


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("“We will not give in to them,” Kim said.", Tier.A),
        ("Kim said: “We will not give in to them.”", Tier.A),
        ("“No way,” Kim said.", Tier.B),
        ("Kim described it as “a very big step for all of us.”", Tier.B),
        ("Kim Jong Un was there. “We will not give in to them,” he said.", Tier.B),
    ],
)
def test_only_a_clause_beside_its_named_speaker_stands_alone(text: str, tier: Tier) -> None:
    assert [quote.tier for quote in quotes(text)] == [tier]


def test_an_attribution_is_local_and_a_speaker_the_fullest_name() -> None:
    text = "“We go now,” Putin said.\nVladimir Putin is in Pyongyang."

    (quote,) = quotes(text)

    assert quote.attribution.of(text) == "Putin"
    assert quote.speaker.of(text) == "Vladimir Putin"
    assert quote.cue.of(text) == "said"
    assert quote.sentence.of(text) == "“We go now,” Putin said."


def test_a_name_the_document_does_not_give_is_not_filled_in() -> None:
    text = "The Russian foreign minister said: “This will affect our approach to Korea.”"

    (quote,) = quotes(text)

    assert quote.speaker.of(text) == "The Russian foreign minister"
    assert quote.name_id is None


def test_the_gazetteer_gives_a_speaker_its_id_and_side() -> None:
    text = "“We are ready to talk,” Kim said. Kim Jong Un spoke in Pyongyang."
    names = [Span(text.index("Kim said"), text.index(" said")), Span(34, 45)]
    mentions = [Mention(name, "kim-jong-un", NameKind.PERSON, Actor.DPRK) for name in names]
    paragraphs = lines_of(text)

    (quote,), _ = read_utterances(
        text,
        split_sentences(text, paragraphs, language="en"),
        mentions=mentions,
        paragraphs=paragraphs,
        language="en",
    )

    assert quote.speaker.of(text) == "Kim Jong Un"
    assert (quote.name_id, quote.actor) == ("kim-jong-un", Actor.DPRK)


def test_the_house_of_a_person_is_not_the_person() -> None:
    text = "“We will appeal this,” Yoon’s office said."
    mention = Mention(Span(23, 27), "yoon-suk-yeol", NameKind.PERSON, Actor.ROK)
    paragraphs = lines_of(text)

    (quote,), _ = read_utterances(
        text, paragraphs, mentions=[mention], paragraphs=paragraphs, language="en"
    )

    assert quote.speaker.of(text) == "Yoon’s office"
    assert quote.name_id is None


_MARKS = "“ ” \" « » , . ( ) — : 「 」 ' ’s"
_WORDS = "said Kim he that told the minister saying as who in 1961 quoted 김정은은 заявил Песков"
_PHRASES = ("Kim Jong Un", "according to", "one of", "라고 말했다", " ", "\n")
_PIECES = [*_MARKS.split(), *_WORDS.split(), *_PHRASES]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))
@example("said")
@example("“”")
@pytest.mark.parametrize("language", ["en", "ko", "ru", "und"])
def test_whatever_the_text_every_span_lies_in_it_and_in_order(language: str, text: str) -> None:
    found, statements = read_passage(text, language)

    for one in (*found, *statements):
        for span in (one.span, one.sentence, one.speaker, one.attribution, one.cue):
            assert 0 <= span.start < span.end <= len(text)
    assert all(one.span <= two.span for one, two in pairwise(found))
    assert all(one.span <= two.span for one, two in pairwise(statements))


def test_a_pronoun_without_anybody_speaks_for_nobody() -> None:
    assert quotes("“We will go there soon,” it said on Wednesday.") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Putin never said “we will arm them all tomorrow,” Peskov insisted."),
        ("en", "Lavrov denied that Putin had said “we will arm them all tomorrow”."),
        ("en", "Lavrov denied having said “we will arm them all tomorrow.”"),
        ("en", "Kim didn’t tell Putin that “the South is our only friend.”"),
        ("en", "Putin could not have said “we will arm them all,” his spokesman said."),
        ("ru", "Путин не говорил: «Мы вооружим их всех завтра». Песков подтвердил это."),
        ("ko", "푸틴 대통령은 “우리가 그들을 무장시키겠다”고 말한 적이 없다."),
        ("ko", "대변인은 푸틴 대통령이 “무장시키겠다”고 말하지 않았다고 밝혔다."),
    ],
)
def test_what_somebody_did_not_say_is_no_quote_of_his(language: str, text: str) -> None:
    assert quotes(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lavrov did not rule it out. “Everything is possible now,” he said."),
        ("en", "Lavrov, who never spoke much, declared “we are ready for all things”."),
        ("en", "Lavrov denied the report, saying “we have never been there at all.”"),
        ("ru", "Лавров не исключил этого. «Возможно всё», — сказал он."),
        ("ko", "푸틴 대통령은 “적이 없다면 평화가 올 것”이라고 말했다."),
    ],
)
def test_a_denial_elsewhere_takes_no_quote_away(language: str, text: str) -> None:
    assert len(quotes(text, language)) == 1
