"""The parse jail, with a real child process."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import UnusableDocumentError
from briefings.ingest.extract import extract
from briefings.ingest.jail import Jail, JailBugError
from tests.ingest import hostile

ROOT = Path(__file__).parents[2]
START_AND_VANISH = """
import os
from briefings.ingest.jail import Jail
jail = Jail()
jail.start()
print(jail.process_id, flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    jail = Jail(["briefings.ingest.extract", "tests.ingest.hostile"], seconds=1.5)
    yield jail
    jail.close()


def test_a_reading_comes_out_equal_to_one_made_outside(jail: Jail) -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        body = path.read_bytes()
        assert jail.call(extract, body, file_name=path.name) == extract(body, file_name=path.name)


def test_a_web_page_is_read_although_its_library_comes_in_late(jail: Jail) -> None:
    page = "<html><body><article><h1>Ties warm</h1>" + "<p>Moscow and Pyongyang spoke.</p>" * 3
    body = (page + "<p>The two sides signed a paper on trade, officials said.</p>").encode()

    assert jail.call(extract, body) == extract(body)


def test_what_a_person_can_act_on_comes_out_as_it_is(jail: Jail) -> None:
    with pytest.raises(UnusableDocumentError, match="empty") as caught:
        jail.call(extract, b"  ")

    assert caught.value.reason == "empty"


def test_a_bug_is_told_from_a_bad_document(jail: Jail) -> None:
    with pytest.raises(JailBugError, match="a bug"):
        jail.call(hostile.bug)


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (hostile.loop, "too-slow"),
        (hostile.sleep, "too-slow"),
        (hostile.allocate, "too-hungry"),
        (hostile.leave, "broken"),
        (hostile.crash, "broken"),
        (hostile.recurse, "too-deep"),
        (hostile.lie, "broken"),
    ],
)
def test_a_reader_gone_wrong_costs_one_document_and_not_the_next(
    jail: Jail, function: object, reason: str
) -> None:
    started = time.monotonic()

    with pytest.raises(UnusableDocumentError) as caught:
        jail.call(function)  # type: ignore[arg-type]  # each is one of the above

    assert caught.value.reason == reason
    assert time.monotonic() - started < 10
    assert jail.call(hostile.echo, "still here") == "still here"


def test_an_answer_beyond_all_measure_is_not_taken_in(jail: Jail) -> None:
    with pytest.raises(UnusableDocumentError) as caught:
        jail.call(hostile.gush)

    assert caught.value.reason in {"broken", "too-slow"}  # slow machines take long to gush
    assert jail.call(hostile.echo, "dry") == "dry"


def test_a_call_is_made_again_when_the_child_dies_of_something_else(jail: Jail) -> None:
    first = jail.call(hostile.process)

    assert jail.call(hostile.crash_once, str(first)) == "alive"


def test_a_child_killed_between_calls_is_replaced_unseen(jail: Jail) -> None:
    process = jail.call(hostile.process)
    os.kill(process, signal.SIGKILL)

    assert jail.call(hostile.echo, "한국") == "한국"
    assert jail.call(hostile.process) != process


def test_inside_there_are_no_files_no_network_and_no_environment(
    jail: Jail, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("token")

    with pytest.raises(JailBugError, match="Too many open files"):
        jail.call(hostile.open_file, str(secret))
    with pytest.raises(JailBugError, match="Too many open files"):
        jail.call(hostile.write_file, str(tmp_path / "new"))
    with pytest.raises(JailBugError, match="Too many open files"):
        jail.call(hostile.connect)
    assert not [name for name in jail.call(hostile.surroundings) if name != "LC_CTYPE"]


def test_what_a_library_prints_does_not_get_between_the_answers(jail: Jail) -> None:
    assert jail.call(hostile.talk) == "done"
    assert jail.call(hostile.echo, "next") == "next"


def test_many_threads_get_their_own_answers(jail: Jail) -> None:
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = jail.call(hostile.echo, f"answer {number}" * 2000)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == {number: f"answer {number}" * 2000 for number in range(12)}


def test_a_closed_jail_has_no_child_and_takes_no_call() -> None:
    jail = Jail(["tests.ingest.hostile"])
    process = jail.call(hostile.process)
    jail.close()

    assert not Path(f"/proc/{process}").exists()
    with pytest.raises(RuntimeError, match="closed"):
        jail.call(hostile.echo, "anybody")


def test_the_child_dies_with_its_parent() -> None:
    parent = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", START_AND_VANISH],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    child = Path(f"/proc/{int(parent.stdout)}")

    deadline = time.monotonic() + 10
    while child.exists() and "Z" not in _state(child) and time.monotonic() < deadline:
        time.sleep(0.02)

    assert not child.exists() or "Z" in _state(child)


def _state(process: Path) -> str:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_every_page_is_read_inside_as_it_is_outside(jail: Jail) -> None:
    """Nothing is imported or opened late: the child could not."""
    for page in sorted((Path(__file__).parent / "pages").glob("*.html")):
        assert jail.call(extract, page.read_bytes()) == extract(page.read_bytes())
