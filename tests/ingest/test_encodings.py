"""Bytes become the characters that their writer meant."""

import pytest

from briefings.ingest.encodings import decode, smooth, tidy
from briefings.ingest.extract import extract

RUSSIAN = "Заголовок новости\n\nПрезидент России прибыл в Пхеньян, сообщили журналистам в Кремле."
KOREAN = "북러 정상회담\n\n러시아 대통령이 19일 평양에 도착했다고 조선중앙통신이 보도했다."
JAPANESE = "首脳会談の見出し\n\nロシアのプーチン大統領は十九日に平壌に到着したと伝えられた。"
FRENCH = "Un traité signé\n\nLe président russe a été reçu à Pyongyang, a déclaré le ministère."
ENGLISH = "A treaty\n\nMr Putin’s visit “went well”, the Kremlin said — and nobody asked why."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (FRENCH, "latin-1"),
        (FRENCH, "utf-16-le"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-16"),
        (KOREAN, "cp949"),
        (KOREAN, "euc-kr"),
        (KOREAN, "utf-16"),
        (KOREAN, "utf-16-le"),
        (KOREAN, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_an_undeclared_encoding_is_found_out(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "euc-kr", "gb18030"])
def test_what_the_server_or_the_page_declares_is_believed(encoding: str) -> None:
    text = "пять" if encoding != "euc-kr" else "다섯"
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'

    assert text in decode(page.encode(encoding)).text
    assert decode(text.encode(encoding), f"text/plain; charset={encoding}").text == text


def test_a_declared_encoding_that_does_not_fit_is_not_believed() -> None:
    assert decode(KOREAN.encode("cp949"), "text/plain; charset=utf-8").text == KOREAN
    assert decode(ENGLISH.encode(), "text/plain; charset=euc-kr").text == ENGLISH
    assert decode(ENGLISH.encode(), "text/plain; charset=no-such-thing").text == ENGLISH


def test_every_step_away_from_utf8_leaves_an_entry() -> None:
    assert decode(ENGLISH.encode()).repairs == ()
    assert decode(RUSSIAN.encode("koi8-r")).repairs == ("encoding:koi8-r",)
    assert extract(KOREAN.encode("cp949")).repairs[0] == "encoding:cp949"


def test_a_character_cut_at_the_end_truncates_and_no_more() -> None:
    found = extract(KOREAN.encode()[:-2])

    assert found.truncated
    assert "cut-character" in found.repairs
    assert found.encoding == "utf-8"


def test_a_few_broken_bytes_do_not_make_utf8_something_else() -> None:
    found = decode(KOREAN.encode() + b"\xff" + KOREAN.encode())

    assert found.encoding == "utf-8"
    assert found.repairs == ("replaced-characters",)


def test_line_ends_controls_and_loose_surrogates_are_mended_before_the_text_is_fixed() -> None:
    text, repairs = tidy("one\r\ntwo\rthree\x07 four \ud800 " + "words " * 200)

    assert text.startswith("one\ntwo\nthree  four \ufffd words")
    assert repairs == ("line-ends", "control-characters", "loose-surrogates")


def test_hangul_in_pieces_is_joined_and_other_accents_are_left_alone() -> None:
    text, repairs = tidy("\u1112\u1161\u11ab\u1100\u116e\u11a8 cafe\u0301")

    assert text == "한국 cafe\u0301"
    assert repairs == ("composed-hangul",)


def test_hard_blanks_become_blanks_and_invisible_characters_go() -> None:
    assert smooth("a\xa0b\u200bc\u00add\u202ee\u3000f") == "a bcde f"
