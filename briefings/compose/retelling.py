"""One event told twice, be it in other words or in another language."""

from briefings.compose.candidates import Candidate
from briefings.compose.placing import without_tail
from briefings.compose.wording import alike, figures
from briefings.model import NameKind, Span, Statement

_SAME_STORY = 0.5  # of the stems in common
_SAME_CORE = 0.6  # … of what is told, without who says so and what came before or after
_FEWEST_STEMS = 5  # of a core
_SAME_DAY = 0.25  # … where it is the same act of the same person on the same day
_SAME_VOICE = 0.4  # … where the same person says it on the same day
_TOGETHER = 2  # people in common
_SAME_MARKS = 0.6  # of the names, acts and figures of the shorter one: what no language hides
_FEWEST_MARKS = 3
_GATHERED = 3  # people who are together at one event


def tells_one_story(known: Candidate, candidate: Candidate) -> bool:
    """Whether two sentences tell of one event; they may still contradict each other."""
    likeness = alike(known.page.stems(known.span), candidate.page.stems(candidate.span))
    if likeness >= _SAME_STORY or _same_event(known, candidate, likeness):
        return True
    if likeness >= _SAME_VOICE and _same_speaker(known, candidate):
        return True
    if likeness < _SAME_DAY or not (known.happened and candidate.happened):
        return False
    return _same_core(known, candidate)


def same_voice(known: Candidate, candidate: Candidate) -> bool:
    """Words of one speaker in two languages: one of them is translated, and one is enough."""
    if not (known.said and candidate.said) or known.language == candidate.language:
        return False
    speaker = known.said[0].name_id
    return speaker is not None and speaker == candidate.said[0].name_id and _near(known, candidate)


def _near(known: Candidate, candidate: Candidate) -> bool:
    return abs((known.day - candidate.day).days) <= 1


def _same_speaker(known: Candidate, candidate: Candidate) -> bool:
    if not (known.said and candidate.said and known.day == candidate.day):
        return False
    if known.language != candidate.language or known.section is not candidate.section:
        return False
    return _speaker(known) == _speaker(candidate)


def _speaker(candidate: Candidate) -> str:
    said = candidate.said[0]
    return said.name_id or said.speaker_in(candidate.page.text).casefold()


def _same_event(known: Candidate, candidate: Candidate, likeness: float) -> bool:
    """The same people at the same thing within a day, be it told in another language."""
    if known.document_id == candidate.document_id or not (known.happened and candidate.happened):
        return False
    if known.section is not candidate.section or not _near(known, candidate):
        return False
    people = len(known.people & candidate.people)
    if not known.acts & candidate.acts:
        return known.language != candidate.language and _same_company(known, candidate)
    if people >= _TOGETHER or _same_marks(known, candidate):
        return True
    dated = people and known.when is not None and known.when == candidate.when
    return bool(dated) and likeness >= _SAME_DAY


def _same_company(known: Candidate, candidate: Candidate) -> bool:
    """So many together are at one event; two are where neither sentence names an act of another."""
    common = known.people & candidate.people
    if known.acts or candidate.acts:
        return len(common) >= _GATHERED
    nested = common in (known.people, candidate.people)
    return nested and len(common) >= _TOGETHER


def _same_core(known: Candidate, candidate: Candidate) -> bool:
    if known.language != candidate.language or not _near(known, candidate):
        return False
    one, other = _core(known), _core(candidate)
    return min(len(one), len(other)) >= _FEWEST_STEMS and alike(one, other) >= _SAME_CORE


def _core(candidate: Candidate) -> frozenset[str]:
    """Of what is told: without who says so, and without what happened before or after."""
    told = [each.span for each in candidate.said if isinstance(each, Statement)]
    span = max(told, key=_length, default=candidate.span)
    return candidate.page.stems(without_tail(candidate.page, span))


def _length(span: Span) -> int:
    return span.end - span.start


def _same_marks(known: Candidate, candidate: Candidate) -> bool:
    """In two languages, of which no word can be compared."""
    if known.language == candidate.language:
        return False
    one, other = _marks(known), _marks(candidate)
    common = len(one & other)
    return common >= _FEWEST_MARKS and common >= _SAME_MARKS * min(len(one), len(other))


def _marks(candidate: Candidate) -> frozenset[str]:
    """What a sentence has in every language: whom and what it names, the acts, the figures."""
    page, names = candidate.page, set[str]()
    for each in page.mentions_in(candidate.span):
        government = each.kind is NameKind.GOVERNMENT
        names.add(each.actor.value if government else each.name_id)
    return frozenset(names | set(candidate.acts) | figures(_undated(candidate)))


def _undated(candidate: Candidate) -> str:
    text = candidate.words
    for mention in reversed(candidate.page.dates_in(candidate.span)):
        start = mention.span.start - candidate.span.start
        text = text[:start] + text[mention.span.end - candidate.span.start :]
    return text
