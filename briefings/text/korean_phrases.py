"""Korean turns of phrase around a quotation, and who is named in them."""

from bisect import bisect_left
from collections.abc import Sequence

from briefings.model import Span
from briefings.text.later import later
from briefings.text.marks import Marked

REPORTED = later(
    r"(?:다|라|자|냐)고\s(?=(?:\S{1,12}\s){0,3}\S{0,8}(?:말|밝|전|강조|주장|발표|보도|"
    r"경고|설명|덧붙|지적|평가|분석|전망|언급|촉구|했다|비판|확인))"
)
ACCORDING = later(r"(\S+(?:\s\S+){0,4}?)에\s(?:따르면|의하면),?\s")
SPEECH = later(  # "…"는 게 국방부의 공식 입장이다
    r"(?:(?:이?라|다)?는\s(?:게|것이|것은|건)\s)?(?P<who>\S+(?:\s\S+){0,3})의\s"
    r"(?:(?:공식|일관된|기본|변함없는|한결같은)\s)?"
    r"(?:말|발언|설명|주장|지적|얘기|이야기|전언|입장|판단|분석|생각|시각|평가|전망|견해|관측|진단|해석|"
    r"방침|의견|반응|답변|계산|경고)(?:이다|이었다|였다|다(?=[.\s]|$)|입니다)"
)
# "…"라고 경고한 것을 두고, "…"고 말한 데 대해: said by whoever stands right before.
EMBEDDED = later(
    r"\s?(?:이?라고|고|며)\s(?:(?:\S{1,8}\s){0,2}?(?P<cue>\S{0,6}(?:한|했던|힌|친|인|은|던|낸))\s"
    r"(?:가운데|직후|상황|와중|반면|것|데|점|바|사실|발언|담화|성명|이후|뒤|지\s)|(?:\S{1,6}\s)?(?P<asked>\S{0,4}"
    r"(?:묻|하|따지|지적하|비판하|주장하|반문하|경고하|요구하|말하|촉구하)자)\s)"
)
# "…"는 야당의 주장에 대통령실은 …: theirs.
THEIRS = later(
    r"\s?(?:이?라|다)?는\s(?P<who>\S+(?:\s\S+){0,2}?)의\s(?P<cue>주장|지적|요구|비판|발언|말|질문|경고|"
    r"설명|우려)(?:에|에는|에도|과|와)\s"
)
OPINED = later(  # "엄 교수의 생각은 다르다": he goes on
    r"(?P<who>\S+(?:\s\S+){0,3})의\s(?:생각|입장|견해|의견|분석|평가|해석|진단|판단|시각|주장|전망|말|"
    r"발언|설명|이야기|얘기|반응|태도)(?:은|는|이|도)\s"
)
SAID_WITH = later(r"\s?이?라는\s(?:말|표현|글|답변|메시지)(?:로|으로|을|를)\s")
SAID_SO = later(r"(?:한|했던|남긴|던진|꺼낸)\s(?:말|발언|이야기|얘기)(?:이다|이었다|입니다|이에요)")
PARTICLE = later(r"(?:은|는|이|가)\s")
THUS = later(
    r"(?:이렇게|이같이|이와 같이)\s(?:\S{1,6}\s)?\S{1,8}다(?=[.\s]|$)|"
    r"(?:이렇게|이같이)\s(?:\S{1,6}\s)?\S{0,4}(?:말|밝|전|강조|설명|토로|회고|풀이|답)\S{0,4}|물었\S{0,2}|되물\S{0,3}|반문\S{0,3}|외쳤\S{0,2}"
)
SINGLE = later(r"[‘']([^‘’'“”\"]{8,300})[’'](?=\s?(?:이?라고|고|며|이?라며)\s)")
CITED = later(r"(?P<who>(?:\S*[^은는,\s]\s){0,3}\S+)[을를]\s인용해\s?$")


def with_single(text: str, marks: Sequence[Marked], paragraphs: Sequence[Span]) -> list[Marked]:
    """Single marks quote too where a verb of saying is joined to them."""
    found = list(marks)
    for paragraph in paragraphs:
        for match in SINGLE.finditer(text, *paragraph):
            inner, outer = Span(*match.span(1)), Span(*match.span())
            at = bisect_left(marks, outer.end, key=lambda marked: marked.outer.start)
            if inner.of(text).count(" ") >= 2 and not (at and marks[at - 1].outer.overlaps(outer)):
                found.append(Marked(inner, outer))
    return sorted(found)
