"""Who speaks in a Russian document, and where it names them in full."""

import re
from collections.abc import Sequence

from briefings.model import Span
from briefings.text.focus import Voice
from briefings.text.later import later
from briefings.text.russian_genders import HE, SHE, gender_of
from briefings.text.russian_phrases import (
    ADJECTIVE,
    CLAN,
    LISTENERS,
    NAME,
    NAMES_A_HOUSE,
    OPENERS,
    PATRONYMIC,
    PLACES,
    WORD,
    is_name,
)
from briefings.text.russian_words import POSSESSIVES, PRONOUNS, STOPS, is_office, stem

_COUNTRIES = {  # by how their names and adjectives begin
    "dprk": "кндр северокорейск",
    "rok": "рк южнокорейск",
    "russia": "рф россия россии россию россией российск",
    "usa": "сша американск",
    "china": "кнр китай китая китаю китаем китае китайск",
    "japan": "япони японск",
    "ukraine": "украин",
    "other": "беларус белорус франц герман немецк вьетнам монгол польш польск ирана иранск турци "
    "турецк индии индийск",
}
_BY_BEGINNING = {start: name for name, starts in _COUNTRIES.items() for start in starts.split()}
_COUNTRY = later(
    "|".join(start if len(start) > 4 else rf"{start}\b" for start in _BY_BEGINNING), re.IGNORECASE
)
_GENDERS = PRONOUNS | POSSESSIVES
_UNNAMED = later(r"источник|собеседник|военнослужащ|очевид", re.IGNORECASE)


class RussianVoices:
    """Resolves surnames in any case, offices and pronouns in reading order."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.last: Voice | None = None
        self._full: dict[str, list[Span]] = {}
        for paragraph in paragraphs:
            for match in NAME.finditer(text, paragraph.start, paragraph.end):
                self._learn(match)
        self._office: dict[str, tuple[Span, str]] = {}  # who holds it, in which country
        self._titles: dict[frozenset[str], Span] = {}
        self._homes: dict[Span, str] = {}

    def _learn(self, match: re.Match[str]) -> None:
        words = [word for word in WORD.finditer(match.group()) if not is_office(word.group())]
        words = [word for word in words if word is words[-1] or not ADJECTIVE.search(word.group())]
        before = OPENERS | LISTENERS | STOPS
        while words and (words[0].group().lower() in before or words[0].group() in PLACES):
            words.pop(0)
        if len(words) < 2:
            return
        start = match.start() + words[0].start()
        whole = NAME.match(self.text, start)  # behind "Южной Кореи" it may go on: "Син Вон Сик"
        if whole is not None and whole.end() > match.end():
            self._learn(whole)
            return
        span = Span(start, match.start() + words[-1].end())
        surname = words[0] if CLAN.match(words[0].group()) else words[-1]
        self._full.setdefault(stem(surname.group()), []).append(span)

    def of(self, phrase: Span) -> Voice | None:
        words = phrase.of(self.text).split()
        if words[0].lower() in ("там", "здесь"):
            return None  # "Там ответили": a place, and nobody knows whose
        pronoun = _GENDERS.get(words[0].lower())
        if pronoun is not None and len(words) == 1:
            return self.meant(phrase, pronoun)
        house = len(words) > 1 and NAMES_A_HOUSE.match(words[0]) and words[0].islower()
        name = None if house else self._name(phrase)  # "администрация Юна" is not Юн
        if name is None:
            return self._office_of(phrase, words)
        full = self._fullest(name)
        title = [word for word in words if is_office(word) or _COUNTRY.match(word)]
        held = next((word for word in title if is_office(word) and not word.isupper()), None)
        if held is not None:  # "Пресс-секретарь президента Песков" is not the president
            country = _country(words)
            self._office[stem(held.lower())] = full, country
            self._titles[_title(title)] = full
            self._homes.setdefault(full, country)
        return Voice(full, phrase, "person")

    def meant(self, pronoun: Span, gender: str) -> Voice | None:
        """Who spoke or acted last; "она" is no man, but the woman who was named before him."""
        last = self.last or self._to_come(pronoun)
        if last is None or not self._is_other(last, gender):
            return last._replace(attribution=pronoun) if last is not None else None
        named = [span for spans in self._full.values() for span in spans if span < pronoun]
        genders = {span: gender_of(span.of(self.text)) for span in named}
        certain = [span for span in named if genders[span] == gender]
        fitting = certain or [span for span in named if not genders[span]]
        return Voice(self._fullest(max(fitting)), pronoun, "person") if fitting else None

    def _is_other(self, voice: Voice, gender: str) -> bool:
        own = gender_of(voice.span.of(self.text)) if voice.sort == "person" else ""
        return gender in (HE, SHE) and own not in ("", gender)

    def _to_come(self, phrase: Span) -> Voice | None:
        """Nobody has been named yet: the first one to be named."""
        later = [span for spans in self._full.values() for span in spans if span > phrase]
        return Voice(min(later), phrase, "person") if later else None

    def _name(self, phrase: Span) -> Span | None:
        """The capitalised words at the end: "глава МИД РФ Сергей Лавров"."""
        words = list(WORD.finditer(self.text, phrase.start, phrase.end))
        first = len(words) - _is_surname(words[-1].group())
        while first > 0 and is_name(words[first - 1].group()):
            first -= 1
        if first == len(words):
            return None
        first = max(first, len(words) - _length_of_name([word.group() for word in words]))
        return Span(words[first].start(), words[-1].end())

    def _fullest(self, name: Span) -> Span:
        words = name.of(self.text).split()
        surname = words[0] if CLAN.match(words[0]) else words[-1]
        known = self._full.get(stem(surname), [])
        if len(words) >= 2:
            return self._nominative(known, name)
        return self._nominative(known, known[0]) if known else name

    def _nominative(self, known: Sequence[Span], fallback: Span) -> Span:
        """The shortest form of equals is the least declined."""
        wanted = stem(fallback.of(self.text).split()[0])
        same = [span for span in known if stem(span.of(self.text).split()[0])[:3] == wanted[:3]]
        return min([*same, fallback], key=lambda span: (span.end - span.start, span.start))

    def _office_of(self, phrase: Span, words: Sequence[str]) -> Voice:
        holder = self._holder(phrase, words)
        if holder is not None:
            return holder
        return Voice(phrase, phrase, "role" if is_office(words[0]) else "organisation")

    def _holder(self, phrase: Span, words: Sequence[str]) -> Voice | None:
        """Who holds the office: whom the document named with it, or who spoke last."""
        titled = self._titles.get(_title(words)) if len(words) > 1 else None
        if titled is not None:
            return Voice(titled, phrase, "person")
        head = words[0] if is_office(words[0]) else words[-1]
        if len(words) > 2 or not is_office(head) or NAMES_A_HOUSE.match(head):
            return None  # "в российском МИД": no person
        if _UNNAMED.match(words[0]):
            return self._unnamed(phrase, words)
        known, its = self._office.get(stem(words[0]), (None, ""))
        if known is not None and _country(words) in ("", its):
            return Voice(known, phrase, "person")
        return self._last_as(phrase, _country(words))

    def _last_as(self, phrase: Span, country: str) -> Voice | None:
        if self.last is None or self.last.sort != "person":
            return None
        home = self._homes.get(self.last.span, "")
        foreign = country and home and country != home
        return None if foreign else self.last._replace(attribution=phrase)

    def _unnamed(self, phrase: Span, words: Sequence[str]) -> Voice | None:
        """ "Источник добавил": the source that spoke before, never somebody with a name."""
        last = self.last
        if last is None or last.span.of(self.text).split()[0][:6].lower() != words[0][:6].lower():
            return None
        return last._replace(attribution=phrase)


def _country(words: Sequence[str]) -> str:
    """ "лидер КНДР" is not whoever spoke before him, nor "президент Украины" that of Russia."""
    found = filter(None, map(_COUNTRY.match, words))
    return next((_BY_BEGINNING[match.group().lower()] for match in found), "")


def _title(words: Sequence[str]) -> frozenset[str]:
    """ "глава МИД РФ" and "главу российского МИД" are one."""
    return frozenset(_country((word,)) or stem(word) for word in words)


def _is_surname(word: str) -> bool:
    """Зеленский: an adjective cannot end a phrase."""
    return word.istitle() and ADJECTIVE.search(word) is not None


def _length_of_name(words: Sequence[str]) -> int:
    """Two words; three with a patronymic, or if they begin with a Korean family name."""
    if len(words) >= 3 and (CLAN.match(words[-3]) or PATRONYMIC.search(words[-2])):
        return 3
    return 2
