"""How far a long deed has come."""

from io import StringIO

from bot.shell.progress import STEPS, Bar


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_one_line_that_fills() -> None:
    out = Terminal()
    bar = Bar("search", out)

    for done in range(1, 1001):
        bar.show(done, 1000)

    last = out.getvalue().rpartition("\r")[2]
    assert out.getvalue().count("\n") == 1
    assert last.endswith("1,000 of 1,000\n")
    assert "░" not in last


def test_elsewhere_a_few_plain_lines_tell_it() -> None:
    out = StringIO()
    bar = Bar("search", out)

    for done in range(1, 1001):
        bar.show(done, 1000)

    lines = out.getvalue().splitlines()
    assert len(lines) <= STEPS + 1
    assert lines[-1] == "search: 1,000 of 1,000"
    assert "\r" not in out.getvalue()
