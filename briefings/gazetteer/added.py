"""Names that a desk adds: how they join the gazetteer, and which of them cannot."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from briefings.errors import BadValueError, NameTakenError
from briefings.gazetteer import Gazetteer, load_gazetteer
from briefings.gazetteer.name import Name
from briefings.gazetteer.resolving import LONGEST_QUERY
from briefings.model import Actor, AddedName, Mention, NameKind
from briefings.text.alike import alike
from briefings.text.features import roots

ADDED_LANGUAGES = ("en", "ko", "ru")
OWN = "desk:"  # begins the id of a name that the gazetteer does not have
MOST_FORMS = 12  # of one name
_SILENT = frozenset({NameKind.MEDIA, NameKind.PLACE, NameKind.TREATY, NameKind.WEAPON})
_FAMILY_FIRST = frozenset({Actor.DPRK, Actor.ROK, Actor.CHINA})
_LETTERS = {
    "en": re.compile(r"[A-Z0-9][A-Za-z\u00c0-\u024f0-9 .,'’&/-]+"),
    "ko": re.compile(r"(?=.*[가-힣])[가-힣A-Z0-9][가-힣A-Za-z0-9 ·.-]+"),
    "ru": re.compile(r"[А-ЯЁ0-9][А-Яа-яЁё0-9 .,«»-]+"),
}
_FEWEST_LETTERS = {"en": 3, "ko": 2, "ru": 3}
_SENTENCES = {"en": "Today {} arrived.", "ko": "이날 {} 도착했다.", "ru": "Сегодня {} прибыл."}


@lru_cache(maxsize=8)
def gazetteer_with(added: tuple[AddedName, ...]) -> Gazetteer:
    """The gazetteer with a desk's names; the last few desks' are kept at hand."""
    return load_gazetteer().with_names(tuple(map(_name, added))) if added else load_gazetteer()


def _name(added: AddedName) -> Name:
    forms = {
        language: tuple(form for spoken, form in added.forms if spoken == language)
        for language in ADDED_LANGUAGES
    }
    return Name(
        added.name_id,
        added.kind,
        added.actor,
        forms={language: found for language, found in forms.items() if found},
        acts=added.kind not in _SILENT,
        surnames=_surnames(added) if added.kind is NameKind.PERSON else (),
    )


def _surnames(added: AddedName) -> tuple[str, ...]:
    """As in the gazetteer: family names in English and Russian, of names the desk gave whole."""
    at = 0 if added.actor in _FAMILY_FIRST else -1
    whole = (form for language, form in added.forms if language != "ko" and " " in form)
    return tuple(dict.fromkeys(form.split(" ")[at] for form in whole))


def suggest_known(typed: str, known: Sequence[AddedName], *, limit: int) -> tuple[str, ...]:
    """Names that begin with what is typed, or have a word that does; the desk's own first."""
    wanted = alike(_tidy(typed))
    own = gazetteer_with(tuple(known))
    ids = dict.fromkeys((*(each.name_id for each in known), *own.names))
    shown = (own.name(name_id).shown() for name_id in ids)
    return tuple(islice((name for name in shown if f" {wanted}" in f" {alike(name)}"), limit))


def language_of_form(form: str) -> str:
    """By its script: "ko", "ru", else "en"."""
    if re.search(r"[가-힣]", form):
        return "ko"
    return "ru" if re.search(r"[А-Яа-яЁё]", form) else "en"


def as_added(
    shown: str,
    forms: Sequence[tuple[str, str]],
    *,
    kind: NameKind,
    actor: Actor | None,
    known: Sequence[AddedName],
) -> AddedName:
    """The name a desk gives, with all its forms checked; known: what the desk has added before.

    Where the gazetteer or the desk has the name already, the forms are further ones of it. Raises
    BadValueError for a form that cannot be read in a text, NameTakenError for somebody else's.
    """
    shown = _tidy(shown)
    gazetteer = gazetteer_with(tuple(known))
    owners = gazetteer.exact(shown)
    if len(owners) > 1:
        raise _taken(shown, owners[0], gazetteer)
    name_id = owners[0] if owners else OWN + alike(shown)
    given = [(language, _tidy(form)) for language, form in forms]
    if owners:
        before = gazetteer.name(name_id)
        added = AddedName(name_id, before.shown(), before.kind, before.actor, ())
    elif actor is None:
        raise BadValueError("whose side is it on?", name="side", given=shown, wanted="side")
    else:
        added = AddedName(name_id, shown, kind, actor, ())
        given.insert(0, (language_of_form(shown), shown))
    new = tuple(each for each in dict.fromkeys(given) if name_id not in gazetteer.exact(each[1]))
    if not new:
        raise NameTakenError("there is nothing to add", given=shown, other=added.shown)
    added = replace(added, forms=new)
    _check(added, gazetteer)
    return joined(added, known)


def joined(added: AddedName, known: Iterable[AddedName]) -> AddedName:
    """With the forms that the desk gave the same name before."""
    before = next((each for each in known if each.name_id == added.name_id), None)
    if before is None:
        return added
    return replace(before, forms=tuple(dict.fromkeys(before.forms + added.forms)))


def _tidy(form: str) -> str:
    return " ".join(form.split())


def _check(added: AddedName, gazetteer: Gazetteer) -> None:
    if len(added.forms) > MOST_FORMS:
        raise _bad(added.shown, "forms-few")
    for language, form in added.forms:
        _check_form(language, form)
        for owner in gazetteer.exact(form):
            raise _taken(form, owner, gazetteer)
        for rival in gazetteer.guarded_from(added.name_id, form):
            raise _taken(form, rival, gazetteer)
    finder = gazetteer.with_names((_name(added),))
    for language, form in added.forms:
        sentence = _SENTENCES[language].format(form)
        start = sentence.index(form)
        if not any(
            _is(mention, added.name_id, start, start + len(form))
            for mention in finder.find(sentence, language=language)
        ):
            raise _bad(form, "form-common")


def _is(mention: Mention, name_id: str, start: int, end: int) -> bool:
    return mention.name_id == name_id and mention.span == (start, end)


def _check_form(language: str, form: str) -> None:
    letters = sum(map(str.isalpha, form))
    short = letters < (2 if form.isupper() else _FEWEST_LETTERS[language])
    if not _LETTERS[language].fullmatch(form) or short or len(form) > LONGEST_QUERY:
        raise _bad(form, f"form-{language}")
    if not roots(form):
        raise _bad(form, "form-common")


def _bad(form: str, wanted: str) -> BadValueError:
    return BadValueError(f"{form!r} is no usable form", name="form", given=form, wanted=wanted)


def _taken(form: str, owner: str, gazetteer: Gazetteer) -> NameTakenError:
    other = gazetteer.name(owner).shown()
    return NameTakenError(f"{form!r} belongs to {other}", given=form, other=other)
