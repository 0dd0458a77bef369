"""Which candidates become items: the best of each role in each section, no story twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from briefings.compose.candidates import Candidate
from briefings.compose.repeating import contradict
from briefings.compose.retelling import same_voice, tells_one_story
from briefings.compose.wording import folded
from briefings.model import OPINION, Kind, Role, Section, Span

ITEMS_AT_MOST = 40  # of a full edition
_HEARD_FIRST = 10  # reports that are heard before anything else
_PER_DOCUMENT = 4  # items of one document in one section
_MARKS = 6  # characters by which copies may differ in marks and spaces
_TRIES = 150  # candidates of one role that are compared with what is chosen
_THIN = 4  # a section with fewer items may add a standing position

_ROOM: Mapping[Role, int] = {
    Role.EVENT: 3,
    Role.QUOTE: 3,
    Role.STATEMENT: 3,
    Role.FORECAST: 1,
    Role.POSITION: 1,
}
_REPORTS = frozenset({Kind.NEWS, Kind.OFFICIAL})
_REPORTING = frozenset({Role.EVENT, Role.QUOTE, Role.STATEMENT})
# What gives way first where an edition is too long.
_KEEPING: Mapping[Role, float] = {
    Role.EVENT: 1.0,
    Role.QUOTE: 1.0,
    Role.STATEMENT: 0.6,
    Role.QUESTION: 0.4,
    Role.BACKGROUND: 0.4,
    Role.FORECAST: 0.2,
    Role.POSITION: 0.0,
}


@dataclass
class Choice:
    """What has been chosen so far. `also_in`: documents that tell the same, by chosen place."""

    chosen: list[Candidate] = field(default_factory=list)
    also_in: dict[tuple[int, Span], set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, candidate: Candidate) -> bool:
        """Choose it, unless something chosen tells the same; then remember who tells it too."""
        for known in self.chosen:
            if tells_one_story(known, candidate):
                differ = _contradict(known, candidate)
                if differ and known.happened and candidate.happened:
                    continue  # both are shown, with their days and numbers
                if known.document_id != candidate.document_id and not differ:
                    self.also_in[known.place].add(candidate.document_id)
                return False
        if any(same_voice(known, candidate) for known in self.chosen):
            return False
        self.chosen.append(candidate)
        return True

    def credits(self, candidate: Candidate) -> bool:
        """Whether its document is named beside something chosen."""
        return any(candidate.document_id in documents for documents in self.also_in.values())

    def of(self, section: Section) -> list[Candidate]:
        return [candidate for candidate in self.chosen if candidate.section is section]


@dataclass(frozen=True, slots=True)
class _Home:
    """The readers' language, and the best events that are told in it."""

    language: str
    events: tuple[Candidate, ...]

    def take(self, choice: Choice, candidate: Candidate) -> bool:
        """Choose it, or rather the same event as the readers' language has it."""
        if not choice.take(candidate):
            return False
        told = self._told(candidate)
        if told is not None:
            choice.chosen.pop()  # the candidate
            known = choice.also_in.pop(candidate.place, set())
            choice.take(told)
            choice.take(candidate)
            choice.also_in[told.place] |= known - {told.document_id}
        return True

    def _told(self, candidate: Candidate) -> Candidate | None:
        if candidate.language == self.language:
            return None
        near = (each for each in self.events if each.section is candidate.section)
        return next((each for each in near if tells_one_story(each, candidate)), None)


def tells_the_same(known: Candidate, candidate: Candidate) -> bool:
    """Whether a candidate says nothing beside one that is chosen."""
    if tells_one_story(known, candidate):
        both = known.happened and candidate.happened
        return not (both and _contradict(known, candidate))
    return same_voice(known, candidate)


def _contradict(known: Candidate, candidate: Candidate) -> bool:
    if known.document_id == candidate.document_id:
        return False
    return contradict((known.page, known.span), (candidate.page, candidate.span))


def choose(
    candidates: Sequence[Candidate], sections: Sequence[Section], language: str = "en"
) -> Choice:
    """Items for every section from candidates that are news or may be background of news; what is
    told in the readers' language and in another one in the readers'."""
    choice = Choice()
    ranked = sorted(candidates, key=lambda each: each.order)
    told = (each for each in ranked if each.language == language and each.happened and not each.old)
    home = _Home(language, tuple(islice(told, _TRIES)))
    _let_reports_speak(choice, ranked, sections, home)
    for section in sections:
        news = [each for each in ranked if each.section is section and not each.old]
        for role in _ROOM:
            _fill(choice, section, [each for each in news if each.role is role], home)
    _note_copies(choice, candidates)
    return choice


def _let_reports_speak(
    choice: Choice, ranked: Sequence[Candidate], sections: Sequence[Section], home: _Home
) -> None:
    """One item for each report before anything else: opinion is many-worded, news is not."""
    heard: set[int] = set()
    for candidate in ranked[: _TRIES * len(sections)]:
        if len(choice.chosen) >= _HEARD_FIRST:
            return
        wanted = candidate.section in sections and candidate.document_id not in heard
        if not (wanted and _reports_news(candidate)):
            continue
        if home.take(choice, candidate) or choice.credits(candidate):
            heard.add(candidate.document_id)


def _reports_news(candidate: Candidate) -> bool:
    tells = candidate.role in _REPORTING and not candidate.old and _is_report(candidate)
    return tells and candidate.page.only is None


def _is_report(candidate: Candidate) -> bool:
    return candidate.page.article.reading.kind in _REPORTS


def _note_copies(choice: Choice, candidates: Iterable[Candidate]) -> None:
    """Documents that have the words of something chosen, be it with other marks or spaces."""
    by_words = {folded(chosen.words): chosen for chosen in choice.chosen}
    lengths = {
        near
        for length in {len(chosen.words) for chosen in choice.chosen}
        for near in range(length - _MARKS, length + _MARKS + 1)
    }
    for candidate in candidates:
        if candidate.span.end - candidate.span.start in lengths:
            chosen = by_words.get(folded(candidate.words), candidate)
            if chosen.document_id != candidate.document_id:
                choice.also_in[chosen.place].add(candidate.document_id)


def _fill(choice: Choice, section: Section, ranked: Sequence[Candidate], home: _Home) -> None:
    """ranked: candidates of one role."""
    if not ranked:
        return
    role = ranked[0].role
    if role is Role.POSITION and not 0 < len(choice.of(section)) < _THIN:
        return  # a standing position is no news by itself
    room = _ROOM[role] - sum(each.role is role for each in choice.of(section))
    for candidate in ranked[:_TRIES]:
        if room <= 0:
            return
        of_document = Counter(each.document_id for each in choice.of(section))
        if of_document[candidate.document_id] >= _PER_DOCUMENT:
            continue
        room -= home.take(choice, candidate)


def by_rank(chosen: Sequence[Candidate]) -> list[Candidate]:
    """What is to be kept longest first: always the fullest section gives way."""
    kept, given_way = list(chosen), list[Candidate]()
    while kept:
        sizes = Counter(candidate.section for candidate in kept)
        fullest = max(sizes, key=lambda section: (sizes[section], section))
        voices = Counter(candidate.document_id for candidate in kept)
        here = [each for each in kept if each.section is fullest]
        spare = [each for each in here if not _is_report(each) or voices[each.document_id] > 1]
        gone = min(spare or here, key=_keeping)
        kept.remove(gone)
        given_way.append(gone)
    return given_way[::-1]


def _keeping(candidate: Candidate) -> tuple[float, int]:
    opinion = candidate.page.article.reading.kind in OPINION
    return candidate.score + _KEEPING[candidate.role] - 0.1 * opinion, -candidate.document_id
