"""What became of each sentence of a document that an edition looked at, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefings.compose.candidates import Candidate, candidates
from briefings.compose.material import Material
from briefings.compose.page import RUNNING, Page
from briefings.compose.placing import SECTIONS, section_of, section_of_speaker
from briefings.compose.printing import digest_of
from briefings.compose.roles import leans, role_of
from briefings.compose.selection import Choice, tells_the_same
from briefings.model import Article, Role, Section, Span


class Fate(StrEnum):
    """Why a sentence is an item of an edition, or is none."""

    PRINTED = "printed"
    BEYOND = "beyond"  # of the whole edition; this channel's is shorter, or it knew the story
    SHOWN = "shown"
    ELSEWHERE = "elsewhere"  # another chosen extract tells the same
    OVERTAKEN = "overtaken"
    OLD = "old"
    RANKED = "ranked"
    OF_ORIGINAL = "of-original"
    NO_DAY = "no-day"
    OTHER_EDGE = "other-edge"
    NO_EDGE = "no-edge"
    STATES = "states"
    LEANS = "leans"
    CROWDED = "crowded"  # so many documents that each is heard with its weightiest sentences alone
    NOBODYS = "nobodys"
    LENGTH = "length"
    SET_ASIDE = "set-aside"
    NOT_TEXT = "not-text"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its fate. place, among: its rank among the sentences of its role in its
    section, of how many; both 0 where it has none. other: what tells the same."""

    span: Span
    fate: Fate
    role: Role | None = None
    section: Section | None = None
    score: float = 0.0
    place: int = 0
    among: int = 0
    other: tuple[Article, Span] | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """Digests of extracts: of the whole edition, each as what and where it stands there; of what
    the channel was given with it, and before it."""

    edition: Mapping[str, tuple[Role, Section | None]]
    given: frozenset[str]
    before: frozenset[str]

    def fate(self, digest: str) -> Fate:
        """Of an extract of the edition."""
        if digest in self.given:
            return Fate.PRINTED
        return Fate.SHOWN if digest in self.before else Fate.BEYOND


def judged(page: Page, material: Material, choice: Choice, printed: Printed) -> tuple[Judged, ...]:
    """Every sentence of the page, in order."""
    found = {each.number: each for each in candidates(page, material.issue)}
    bench = _Bench(material, choice, printed)
    return tuple(
        bench.of_candidate(found[number]) if number in found else bench.of_other(page, number)
        for number in range(len(page.sentences))
    )


class _Bench:
    def __init__(self, material: Material, choice: Choice, printed: Printed) -> None:
        self.material, self.choice, self.printed = material, choice, printed
        self.fresh = {each.place for each in material.news}
        self.ranks: Mapping[tuple[int, Span], tuple[int, int]] = dict(_ranks(material))

    def of_candidate(self, each: Candidate) -> Judged:
        place, among = self.ranks.get(each.place, (0, 0))
        own = Judged(each.span, Fate.RANKED, each.role, each.section, each.score, place, among)
        there = self._there(own, each.words)
        if there is not None:
            return there
        if each.place not in self.fresh:
            return replace(own, fate=Fate.OVERTAKEN)
        same = self._telling_the_same(each)
        if same is not None:
            return replace(own, fate=Fate.ELSEWHERE, other=(same.page.article, same.span))
        return replace(own, fate=Fate.OLD) if each.old else own

    def of_other(self, page: Page, number: int) -> Judged:
        own = _no_candidate(page, number, self.material)
        return self._there(own, page.words(number)) or own

    def _there(self, own: Judged, words: str) -> Judged | None:
        """As the edition has it, which may be as background."""
        digest = digest_of(words)
        stands = self.printed.edition.get(digest)
        if stands is None:
            return None
        role, section = stands
        ranked = role is own.role and section is own.section
        return replace(
            own,
            fate=self.printed.fate(digest),
            role=role,
            section=section,
            place=own.place if ranked else 0,
            among=own.among if ranked else 0,
        )

    def _telling_the_same(self, each: Candidate) -> Candidate | None:
        for known in self.choice.chosen:
            if known.place != each.place and tells_the_same(known, each):
                return known
        return None


def _ranks(material: Material) -> Iterator[tuple[tuple[int, Span], tuple[int, int]]]:
    groups: dict[tuple[Section, Role], list[Candidate]] = {}
    for each in sorted(material.news, key=lambda each: each.order):
        if not each.old:
            groups.setdefault((each.section, each.role), []).append(each)
    for group in groups.values():
        for rank, each in enumerate(group, 1):
            yield each.place, (rank, len(group))


def _no_candidate(page: Page, number: int, material: Material) -> Judged:
    sentence = page.sentences[number]
    if number not in page.shown:
        return Judged(sentence.span, _unfit(page, number))
    if leans(page, number):
        return Judged(sentence.span, Fate.LEANS)
    role = role_of(page, number)
    if role is None:
        return Judged(sentence.span, Fate.STATES)
    wanted = material.issue.sections
    section, anywhere = (_section(page, number, sections) for sections in (wanted, SECTIONS))
    if section is not None:
        return Judged(sentence.span, Fate.NO_DAY, role, section)
    return Judged(sentence.span, Fate.OTHER_EDGE if anywhere else Fate.NO_EDGE, role, anywhere)


def _section(page: Page, number: int, wanted: tuple[Section, ...]) -> Section | None:
    found = section_of(page, number, wanted=wanted)
    said = page.said_in(number)
    return found or (section_of_speaker(page, said, wanted=wanted) if said else None)


def _unfit(page: Page, number: int) -> Fate:
    sentence = page.sentences[number]
    if page.only is not None and number not in page.only:
        return Fate.OF_ORIGINAL
    if sentence.block not in RUNNING:
        return Fate.NOT_TEXT
    if sentence.weight <= 0:
        return Fate.SET_ASIDE
    if page.can_be_shown(number):
        return Fate.CROWDED
    return Fate.NOBODYS if page.quotes_nobody(number) else Fate.LENGTH
