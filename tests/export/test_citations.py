"""What bibliographies are given can be read by their rules, whatever a document calls itself."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.export.citations import bibtex, csl_json, key_of, ris
from briefings.export.documents import FORMATS, SUFFIXES, exported
from briefings.model import Article, Flag, Kind
from tests.bot.made import article

TODAY = date(2026, 11, 22)
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")
RIS_TYPES = {"NEWS", "ELEC"}
CSL_TYPES = {"article-newspaper", "post", "webpage"}  # of the schema's list
UNDO = {
    r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    **{f"\\{each}": each for each in "%$&#_"},
}  # fmt: skip
HARD = [
    "Putin & Kim: 100% of {what} they_said #1 $5 ~ ^ \\",
    "푸틴, 평양 방문 — 김정은과 회담",
    "Путин прибыл в Пхеньян «с визитом»",
    "Line one\nTY  - JOUR\r\nER  - \n@article{x, title = {y}}",
    "}} unbalanced {{{",
    "co\u00adoperation of \u202egnp.exe\u202c",
    '"quoted" and \u2028 odd \x00 letters',
]


def titled(title: str, **more: Any) -> Article:
    return replace(article(), title=title, **more)


def read_bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Entries as (kind, key, fields), by the grammar of btparse: braces balance,
    and a backslash before one makes no difference."""
    at, found = 0, []
    while (start := text.find("@", at)) >= 0:
        head = re.compile(r"@(\w+)\{([^,{}\s]+),\s*").match(text, start)
        assert head, text[start : start + 80]
        at, fields = head.end(), {}
        while text[at] != "}":
            name = re.compile(r"(\w+) = ").match(text, at)
            assert name, text[at : at + 80]
            value, at = _value(text, name.end())
            fields[name[1]] = value
            at = re.compile(r",\s*").match(text, at).end()  # type: ignore[union-attr]  # else it is wrong
        found.append((head[1], head[2], fields))
        at += 1
    return found


def _value(text: str, at: int) -> tuple[str, int]:
    if text[at] != "{":
        end = re.compile(r"\w+").match(text, at)
        assert end
        return end[0], end.end()
    depth, start = 0, at + 1
    while True:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
        if not depth:
            return text[start : at - 1], at


def plain_tex(value: str) -> str:
    whole = value.removeprefix("{").removesuffix("}")
    return re.sub("|".join(map(re.escape, UNDO)), lambda found: UNDO[found[0]], whole)


def read_ris(text: str) -> list[dict[str, str]]:
    records: list[dict[str, str]] = []
    for line in filter(None, text.split("\r\n")):
        assert RIS_LINE.fullmatch(line), line
        tag, value = line[:2], line[6:]
        if tag == "TY":
            records.append({})
        records[-1][tag] = value
    return records


def on_a_line(title: str) -> str:
    """What is not seen at all, as a soft hyphen or a mark of direction, parts no word."""
    seen = (each for each in title if unicodedata.category(each) != "Cf")
    return " ".join("".join(each if each.isprintable() else " " for each in seen).split())


@pytest.mark.parametrize("title", HARD)
def test_a_title_arrives_as_it_is_in_every_format(title: str) -> None:
    cited = titled(title, source="Hankyoreh & Co")

    [(kind, key, fields)] = read_bibtex(bibtex([cited], accessed=TODAY))
    assert (kind, key) == ("article", "hankyorehco2024-7")
    assert plain_tex(fields["title"]) == on_a_line(title)
    assert plain_tex(fields["journal"]) == "Hankyoreh & Co"
    assert (fields["urldate"], fields["date"], fields["month"]) == (
        "2026-11-22", "2024-06-19", "jun",
    )  # fmt: skip
    [record] = read_ris(ris([cited], accessed=TODAY))
    assert record["TY"] in RIS_TYPES
    assert list(record)[-1] == "ER"
    assert (record["TI"], record["DA"], record["Y2"]) == (
        on_a_line(title), "2024/06/19/", "2026/11/22/",
    )  # fmt: skip
    [item] = json.loads(csl_json([cited], accessed=TODAY))
    assert item["type"] in CSL_TYPES
    assert item["title"] == on_a_line(title)
    assert item["issued"] == {"date-parts": [[2024, 6, 19]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert "sha256" in item["note"]


def test_what_is_not_known_is_left_out_and_an_undated_one_says_so() -> None:
    bare = replace(article(flags=frozenset({Flag.UNDATED}), url=None), source="")

    [(kind, key, fields)] = read_bibtex(bibtex([bare], accessed=TODAY))
    [item] = json.loads(csl_json([bare], accessed=TODAY))
    [record] = read_ris(ris([bare], accessed=TODAY))

    assert (kind, key) == ("misc", "document-7")
    assert not {"year", "date", "url", "journal", "author"} & fields.keys()
    assert not {"issued", "URL", "author", "container-title"} & item.keys()
    assert not {"PY", "DA", "UR", "AU", "T2"} & record.keys()
    assert fields["note"].startswith("undated; ")


def test_a_citation_of_what_was_retracted_says_so() -> None:
    reading = replace(article().reading, flags=frozenset((Flag.RETRACTED,)))

    for write in (bibtex, ris, csl_json):
        assert "RETRACTED" in write([replace(article(), reading=reading)], accessed=TODAY)
        assert "RETRACTED" not in write([article()], accessed=TODAY)


def test_each_kind_has_a_type_that_the_formats_know() -> None:
    for kind in Kind:
        cited = article(kind=kind)
        [item] = json.loads(csl_json([cited], accessed=TODAY))
        [record] = read_ris(ris([cited], accessed=TODAY))
        assert item["type"] in CSL_TYPES
        assert record["TY"] in RIS_TYPES


@settings(max_examples=150, deadline=None)
@given(title=st.text(max_size=80), source=st.text(max_size=30), url=st.text(max_size=60))
def test_no_words_break_out_of_their_entry(title: str, source: str, url: str) -> None:
    several = [titled(title, source=source, url=url, document_id=n) for n in (1, 2)]

    read = read_bibtex(bibtex(several, accessed=TODAY))
    assert [plain_tex(fields.get("title", "")) for _, _, fields in read] == [on_a_line(title)] * 2
    assert [key for _, key, _ in read] == [key_of(each) for each in several]
    assert len(read_ris(ris(several, accessed=TODAY))) == 2
    assert len(json.loads(csl_json(several, accessed=TODAY))) == 2


def test_markdown_and_json_hold_the_whole_text_with_offsets() -> None:
    whole = article()

    shown = exported([whole, titled("*Not* [a](link)")], "markdown", accessed=TODAY)
    [item] = json.loads(exported([whole], "json", accessed=TODAY))

    assert "Kremlin adviser Yuri Ushakov said: “Both sides will sign a treaty.”" in shown
    assert "# \\*Not\\* \\[a\\](link)" in shown
    for said in item["quotes"]:
        assert item["text"][said["start"] : said["end"]] == said["words"]
    assert item["quotes"][0]["speaker"] == "Yuri Ushakov"
    assert set(FORMATS) == set(SUFFIXES)
