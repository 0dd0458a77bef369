"""`add` with many files, and `export` and `cite`, as a person at a shell sees them."""

import json
from io import StringIO
from pathlib import Path

import pytest

from bot.shell.importing import Told, found, read_file
from briefings.errors import BadValueError, DuplicateDocumentError
from briefings.ingest.gathering import Kept
from tests.shell.test_commands import NEWS, bot


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_folder_is_added_with_a_line_each_and_a_summary(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "more" / ".git").mkdir(parents=True)
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    (folder / "more" / "b.txt").write_text(NEWS.replace("second", "third"), encoding="utf-8")
    (folder / "more" / "copy.txt").write_text(NEWS, encoding="utf-8")
    (folder / "more" / "empty.txt").write_bytes(b"")
    (folder / "more" / ".git" / "x.txt").write_text("hidden", encoding="utf-8")

    done = bot(tmp_path, "add", "news")
    again = bot(tmp_path, "add", "news/a.txt", "news/more/b.txt")
    cited = bot(tmp_path, "cite", "Desk opens", "--format", "csl-json")
    whole = bot(tmp_path, "export", "--format", "json", "--output", "all.json")
    missing = bot(tmp_path, "cite", "99999")

    assert done.returncode == 1
    assert "news/a.txt: added, document " in done.stdout
    assert "news/more/copy.txt: already here" in done.stdout
    assert "news/more/empty.txt: The document is empty" in done.stderr
    assert "4 of 4 documents: 2 added, 0 new versions, 1 already here, 1 refused." in done.stdout
    assert again.returncode == 0
    assert "0 added, 0 new versions, 2 already here" in again.stdout
    assert json.loads(cited.stdout)[0]["title"] == "Desk opens"
    assert whole.returncode == 0
    titles = [each["title"] for each in json.loads((tmp_path / "all.json").read_text("utf-8"))]
    assert titles.count("Desk opens") == 2
    assert missing.returncode == 2
    assert "99999" in missing.stderr


def test_on_a_terminal_there_is_a_bar_and_refusals_come_at_the_end() -> None:
    out = Terminal()
    told = Told(3, out)

    told.tell("a.txt", Kept(1, "A title", 1))
    told.tell("b.txt", DuplicateDocumentError("here"))
    told.tell("c.txt", BadValueError("cannot be read"))
    drawn = out.getvalue()
    told.end()

    assert drawn.count("\r") == 3
    assert "█" in drawn
    assert "3/3, 1 refused" in drawn
    assert "cannot be read" not in drawn
    assert out.getvalue().endswith("c.txt: cannot be read\n")


def test_links_and_files_stay_as_they_are_named(tmp_path: Path) -> None:
    names = ["https://a.org/x", str(tmp_path / "missing.txt")]

    assert list(found(names)) == names


def test_the_rehearsals_prompt_fills_in_forms_with_files_and_choices(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "b c.txt").write_text(NEWS.replace("second", "third"), encoding="utf-8")
    typed = [
        "/document add", ".", "a.txt 'b c.txt'", "", "Wire", "2024-06-20",
        "/document add file:a.txt title:Desk", "/document show document:Desk opens", "[Correct]",
        "A desk", "", "", "editorial", ":quit",
    ]  # fmt: skip

    done = bot(tmp_path, "rehearse", "--terminal", stdin="\n".join(typed) + "\n")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 of 2 documents added" in done.stdout
    assert "paths, with spaces between" in done.stdout
    assert "Corrected: “A desk”" in done.stdout
    assert "kind: editorial" in done.stdout


def test_an_empty_name_is_no_folder_and_a_link_out_of_a_folder_is_left_out(tmp_path: Path) -> None:
    folder, secret = tmp_path / "news", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("secret", encoding="utf-8")
    (folder / "a.txt").write_text(NEWS, encoding="utf-8")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "out.txt").symlink_to(secret)
    (folder / "round").symlink_to(folder)
    (folder / "zero.txt").symlink_to("/dev/zero")

    assert list(found([str(folder)])) == [str(folder / "a.txt"), str(folder / "b.txt")]
    assert list(found(["", " "])) == ["", " "]
    with pytest.raises(BadValueError, match="is no file"):
        read_file(Path(), 100)


def test_a_files_name_does_not_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(2, StringIO())
    told.tell("a\n\x1b[2J\u202e\udcff.txt", DuplicateDocumentError("here"))

    assert capsys.readouterr().out == "a\ufffd\ufffd[2J\ufffd\ufffd.txt: already here\n"
