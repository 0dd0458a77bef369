"""Foreign text does nothing in Discord and still reads the same."""

import random
import re
import unicodedata

import pytest

from bot.render.clean import MOST_MARKS, clean, clean_line, extract, plain_line, width

SEEDS = [
    "@everyone",
    "@here",
    "<@123456>",
    "<@&1>",
    "<#1>",
    "<t:0:R>",
    "</ask:1>",
    "<:a:1>",
    "<id:customize>",
    "[label](https://evil.example)",
    "[a](",
    "https://evil.example/x",
    "HTTP://EVIL",
    "steam://run",
    "discord.gg/abc",
    "discord.com/invite/abc",
    "**bold**",
    "__u__",
    "~~s~~",
    "||spoiler||",
    "`code`",
    "```py\n",
    "# head",
    "-# small",
    "> quote",
    ">>> all",
    "- item",
    "* item",
    "+ item",
    "1. one",
    "\\",
    "\n",
    " ",
    "\t",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\U000e0041",
    "\ud800",
    "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
    "김정은",
    "Путин",
    "“words”",
    "😀",
    "\u2028",
    "\x00",
    "x",
    "said",
]
LIVE = {
    "a mention": re.compile(r"@(?:everyone|here|[!&\d])|(?<!\\)<[@#]"),
    "a link": re.compile(r"(?i)(?<!\\)\w://|(?:gg|com)/\w"),
    "markdown": re.compile(r"(?<!\\)(?:\\\\)*[*_~`|\[\]<>]"),
    "a list or heading": re.compile(r"(?m)^[ \t]*(?:[#+-]|\d+[.)])"),
    "something unseen": re.compile(
        "[\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
    ),
    "a surrogate": re.compile("[\ud800-\udfff]"),
}


def generated(count: int) -> list[str]:
    source = random.Random(20240620)
    return [
        "".join(source.choice(SEEDS) for _ in range(source.randint(1, 12))) for _ in range(count)
    ]


def seen(cleaned: str) -> str:
    """What a person sees of cleaned text: escapes and zero-width spaces are invisible."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", cleaned).replace("\u200b", "")


def test_nothing_in_20000_generated_texts_is_live() -> None:
    for text in generated(20_000):
        cleaned = clean(text)

        for name, pattern in LIVE.items():
            assert not pattern.search(cleaned), (name, text, cleaned)


def test_a_list_number_is_escaped_behind_the_digits() -> None:
    assert clean("1. one\n 22) two\n3.5 million") == "1\\. one\n 22\\) two\n3\\.5 million"


def test_what_a_person_sees_is_what_the_document_says() -> None:
    words = "“alternative [. . .] trade” — 50* of #1, e@mail, https://a.b/c_d (AP/Yonhap) 1. < 2"

    assert seen(clean(words)) == words


def test_cleaned_text_reads_the_same_in_three_scripts() -> None:
    for words in ("김정은 국무위원장은 “조선”을", "Путин заявил: «да»", "金正恩 — Kim"):
        assert clean(words) == words


def test_a_pile_of_marks_is_capped_and_an_accent_kept() -> None:
    pile = "e" + "\u0301" * 50
    capped = clean(pile)

    assert sum(unicodedata.combining(character) > 0 for character in capped) == MOST_MARKS
    assert clean("é ё й") == "é ё й"


def test_cleaning_is_linear_in_what_breaks_others() -> None:
    """`[a](` repeated makes discord.py's own escaping cubic; here the length says the work."""
    for piece in ("[a](", "*", "@", "\u0301", "://", "\n#", "1.", "gg/"):
        text = piece * 100_000

        assert len(clean(text)) <= 3 * len(text) + 2


@pytest.mark.parametrize("limit", [2, 5, 10, 33, 80])
def test_a_cut_line_fits_and_splits_neither_escape_nor_emoji(limit: int) -> None:
    for text in generated(300):
        line = clean_line(text, limit)

        assert width(line) <= limit
        assert "\n" not in line
        assert not LIVE["markdown"].search(line)
        line.encode()


def test_plain_text_has_no_escapes_and_nothing_unseen() -> None:
    assert plain_line("a*b\u202e <c>\n d\U000e0041", 100) == "a*b <c> d"


def test_an_extract_over_several_lines_stays_one_quotation() -> None:
    assert extract("one\n# two\u2028three") == "> one\n> \\# two\n> three"
