"""Links open a sound address at the very words, and nothing else."""

from urllib.parse import unquote

import pytest

from bot.render.links import link, sound_url, text_fragment


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "https://",
        "https://user:secret@host.example/",
        "ftp://host.example/",
        "https://host.example/" + "a" * 600,
        "https://host.example/a b",
        "https://localhost",
        "//host.example",
    ],
)
def test_what_is_no_plain_web_address_is_no_link(url: str | None) -> None:
    assert sound_url(url) is None
    assert link("open", url) == ""


def test_brackets_and_marks_cannot_end_the_link_early() -> None:
    shown = link("open", 'https://host.example/a(b)c]d<e>"f`g')

    assert shown == "[open](https://host.example/a%28b%29c%5Dd%3Ce%3E%22f%60g)"


def test_short_words_are_named_whole() -> None:
    assert text_fragment("said, well-known & true") == "said%2C%20well%2Dknown%20%26%20true"


def test_long_words_are_named_by_their_start_and_end() -> None:
    words = "Kremlin adviser Yuri Ushakov said Tuesday that " + "very " * 40 + "in the region.”"
    start, end = text_fragment(words).split(",")

    assert words.startswith(unquote(start))
    assert words.endswith(unquote(end))


def test_words_without_spaces_get_a_link_without_a_fragment() -> None:
    assert text_fragment("가" * 200) == ""
    assert (
        link("open", "https://host.example/a", words="가" * 200) == "[open](https://host.example/a)"
    )


def test_a_fragment_of_the_address_stays() -> None:
    assert link("open", "https://host.example/a#part", words="two words") == (
        "[open](https://host.example/a#part:~:text=two%20words)"
    )
    assert link("open", "https://host.example/a#:~:text=other", words="two words") == (
        "[open](https://host.example/a#:~:text=two%20words)"
    )
