"""The script of the tour: what the bot does, in the order one would try it, and what is seen then.

The page plays it, and so does the terminal.
"""

import re
from collections.abc import Iterator

from bot.languages import language_for, say
from bot.rehearsal.page import Scene

EVENING_BEFORE = "2024-06-19T20:00"  # in the zone of the desk
TITLE = "Rehearsal desk opens its archive"
SOURCE = "Rehearsal Gazette"
FIRST = """Rehearsal desk opens its archive

19 June 2024

The rehearsal desk is an invention of this tour, and so is everybody in it. Its keeper, Hana
Example, said on Wednesday: “Whatever is put on this shelf can be found again, word for word.” She
added that visitors were welcome to misspell their questions.
"""
SECOND = FIRST.replace("word for word.”", "word for word, and every change beside it.”")
SUBSCRIPTION = {"channel": "briefings", "time": "08:00", "zone": "Asia/Seoul"}
EXTRACT = "the profound evolution of the geopolitical situation"
MISQUOTED = "the complete evolution of the geopolitical situation in the world"
BRIEFED = "Seoul’s part in N. Korea"
NEWS = "Russian President Vladimir Putin made a surprise visit"


def script(locale: str) -> list[Scene]:
    """The scenes for a person of this locale."""
    parts = (_questions, _documents, _names, _briefings, _trust, _people, _privacy)
    return [scene for part in parts for scene in part(locale)]


def _questions(locale: str) -> Iterator[Scene]:
    yield Scene(_told("evening", locale), direction="date", words=EVENING_BEFORE)
    yield Scene(
        _told("ask", locale),
        command="ask",
        options={"question": "what is diplomatic equidistanse"},
        shows=(_plain("flag.reworded", locale),),
        hides=("“equidistance”",),
    )
    yield Scene(
        _told("quotes", locale), command="quotes", options={"speaker": "ushakof"}, shows=(EXTRACT,)
    )
    yield Scene(
        _told("check", locale),
        command="check",
        options={"quote": MISQUOTED},
        shows=(_heading("check.altered", locale), EXTRACT, "[+complete]"),
    )
    yield Scene(
        _told("timeline", locale),
        command="timeline",
        options={"about": "Putin visit", "since": "2024-06"},
        shows=("2024-06-19", NEWS, _plain("timeline.differs", locale)),
    )


def _documents(locale: str) -> Iterator[Scene]:
    text = say("document.form.text", locale)
    yield Scene(_told("add", locale), command="document add", fields={text: FIRST}, shows=(TITLE,))
    yield Scene(
        _told("correct", locale),
        click=say("button.correct", locale),
        fields={say("document.form.source", locale): SOURCE},
        shows=(SOURCE,),
    )
    yield Scene(
        _told("version", locale),
        command="document add",
        options={"version_of": TITLE},
        fields={text: SECOND},
        shows=(TITLE,),
    )
    yield Scene(
        _told("changes", locale),
        click=say("button.changes", locale),
        shows=("and every change beside it",),
    )


def _names(locale: str) -> Iterator[Scene]:
    yield Scene(
        _told("found", locale),
        command="ask",
        options={"question": "rehersal desk keeper found again word for word"},
        shows=("can be found again, word for word",),
    )
    options = {"full": "Hana Example", "side": "rok", "korean": "하나이그잼플"}
    yield Scene(
        _told("name", locale),
        command="desk name add",
        options=options,
        shows=("Hana Example", "하나이그잼플"),
    )
    yield Scene(
        _told("watch", locale),
        command="watch add",
        options={"phrase": "change beside"},
        shows=("change beside", say("watch.kind.phrase", locale)),
    )
    yield Scene(
        _told("catchup", locale),
        command="catchup",
        shows=(_plain("catchup.watched", locale), "Whatever is put on this shelf", SOURCE),
    )


def _briefings(locale: str) -> Iterator[Scene]:
    yield Scene(
        _told("subscribe", locale),
        command="briefing subscribe",
        options=SUBSCRIPTION | {"language": language_for(locale)},
        shows=("Asia/Seoul",),
    )
    yield Scene(
        _told("edit", locale),
        command="briefing edit",
        options={"quiet": "23:00-06:00"},
        shows=("23:00–06:00",),
    )
    yield Scene(
        _told("briefing", locale),
        channel="briefings",
        direction="skip",
        shows=(NEWS, _plain("edition.differences", locale), _plain("reason.reworded", locale)),
    )
    yield Scene(
        _told("full", locale),
        channel="briefings",
        click=say("button.edition.full", locale),
        shows=(".md",),
    )
    yield Scene(_told("history", locale), command="briefing history", shows=("2024",))
    yield Scene(
        _told("why", locale),
        command="why",
        options={"document": BRIEFED},
        shows=(_plain("why.printed", locale), _plain("why.fate.leans", locale), NEWS),
    )


def _trust(locale: str) -> Iterator[Scene]:
    yield Scene(
        _told("grade", locale),
        command="source grade",
        options={"source": SOURCE, "reliability": "B", "credibility": "2"},
        shows=(SOURCE, f"{say('graded.B', locale)}, {say('graded.2', locale)}"),
    )
    yield Scene(
        _told("role", locale),
        command="desk role give",
        options={"role": "Desk admins", "bundle": "editor"},
        shows=(say("bundle.editor", locale),),
    )
    yield Scene(
        _told("undo", locale),
        click=say("button.undo", locale),
        shows=(say("action.give-desk-role", locale),),
    )
    yield Scene(
        _told("audit", locale),
        command="desk audit",
        shows=(say("action.grade-source", locale), say("audit.sound", locale)),
    )


def _people(locale: str) -> Iterator[Scene]:
    yield Scene(
        _told("rights", locale),
        person="member",
        locale=locale,
        command="document add",
        shows=(say("right.documents", locale),),
    )
    other = "ru" if language_for(locale) == "ko" else "ko"
    yield Scene(
        _told("language", locale),
        person="member",
        locale=other,
        command="quotes",
        options={"speaker": "ushakof"},
        shows=(EXTRACT, say("button.post", other)),
    )
    yield Scene(_told("restart", locale), channel="briefings", direction="restart", still=True)


def _privacy(locale: str) -> Iterator[Scene]:
    yield Scene(
        _told("export", locale),
        command="privacy export",
        options={"scope": "me"},
        shows=("me.json",),
    )
    yield Scene(
        _told("erase", locale),
        command="privacy delete",
        options={"scope": "me"},
        shows=(_heading("privacy.delete.me", locale),),
    )
    yield Scene(
        _told("forgotten", locale),
        click=say("button.forget_me", locale),
        shows=(_heading("privacy.forgotten.me", locale),),
    )


def _told(scene: str, locale: str) -> str:
    return say(f"tour.{scene}", locale)


def _heading(key: str, locale: str) -> str:
    return _plain(key, locale, rows="", words="").partition("\n")[0]


def _plain(key: str, locale: str, **fields: str) -> str:
    """Words of the bot as they are read, without markdown."""
    return re.sub(r"^[#\s]+|[*_]", "", say(key, locale, **fields))
