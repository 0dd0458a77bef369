"""Reading: milliseconds for 1,000 words, side by side with what a user would pick instead.

    python -m benchmarks.reading [--words 20000] [--articles 100,1000,10000]

Each time is processor time, the best of three over the same made articles; what is not installed is
left out.
"After extraction" is everything from the clean text on: language, sentences, names, dates, quotes,
statements, edges, fingerprints and summary. Import and memory are measured in fresh processes.
"""

import argparse
import importlib
import importlib.util
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from briefings.ingest.extract import article_text, extract
from briefings.ingest.reader import Hints
from briefings.ingest.reading import read_extraction
from briefings.model import Extraction

ROOT = Path(__file__).parent.parent
WHO = ("Vladimir Putin", "Kim Jong Un", "The foreign ministry", "Cho Tae-yul", "Sergey Lavrov",
       "The White House", "A senior official in Seoul", "Two diplomats in Beijing")  # fmt: skip
DID = ("said on Wednesday", "told reporters in Pyongyang", "denied on June 19", "announced",
       "warned again", "wrote in a letter last week")  # fmt: skip
WHAT = ("that the two countries had agreed to widen trade in coal and grain",
        "that no troops had been sent across the border since January 2023",
        "that the missile flew about 600 kilometres before it fell into the sea",
        "that the treaty would be read by parliament in two weeks",
        "that a train with 40 carriages had left the port")  # fmt: skip
TAIL = ("", " despite protests from three neighbours", ", according to state media",
        ", calling it “a matter of days, not of weeks”")  # fmt: skip


def article(seed: int, sentences: int = 30) -> str:
    """A page with about 20 words a sentence, three sentences a paragraph."""
    chance = random.Random(seed)
    lines = []
    for _ in range(sentences):
        words = " ".join(chance.choice(each) for each in (WHO, DID, WHAT)) + chance.choice(TAIL)
        lines.append(f"{words} in round {chance.randrange(900)}.")
    paragraphs = [" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>Talks, round {seed}</title></head><body><nav><a>Home</a></nav>"
        f"<article><h1>Talks, round {seed}</h1><p>By Jane Roe</p><p>June 19, 2024</p>{body}"
        "<p>Sign up for our newsletter</p></article><footer>© Wire</footer></body></html>"
    )


def best(deed: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the quickest run, of processor time: other programs do not count."""
    taken = []
    for _ in range(runs):
        began = time.process_time()
        deed()
        taken.append(time.process_time() - began)
    return min(taken)


def row(name: str, seconds: float, words: int, note: str = "") -> None:
    print(f"{name:44}{seconds * 1e6 / words:>12.1f}   {note}")


def speed(pages: list[str]) -> None:
    found = [extract(page.encode()) for page in pages]
    texts = [article_text(each) for each in found]
    words = sum(len(text.split()) for text in texts)
    print(f"\n{'of ' + format(words, ',') + ' words':44}{'ms / 1,000 words':>12}")
    row("extraction, ours", best(lambda: [extract(page.encode()) for page in pages]), words)
    _trafilatura(pages, words)
    row("after extraction, ours", best(lambda: _read_all(found)), words, "target: 30")
    for name, deed in _libraries(texts):
        row(name, best(deed, runs=1), words)


def _read_all(found: Iterable[Extraction]) -> None:
    for each in found:
        read_extraction(each, hints=Hints())


def _trafilatura(pages: list[str], words: int) -> None:
    extract_with = importlib.import_module("trafilatura").extract
    for name, metadata in (("extraction, trafilatura", False), ("  with its metadata", True)):

        def run(wanted: bool = metadata) -> None:
            for page in pages:
                extract_with(page, favor_precision=True, with_metadata=wanted)

        row(name, best(run), words)


def _libraries(texts: list[str]) -> list[tuple[str, Callable[[], object]]]:
    found: list[tuple[str, Callable[[], object]]] = []
    if _installed("sumy", "nltk"):
        found += _sumy(texts)
    if _installed("spacy", "en_core_web_sm"):
        nlp = importlib.import_module("spacy").load("en_core_web_sm")
        found.append(("sentences and names, spaCy small", lambda: list(nlp.pipe(texts))))
    if _installed("dateparser"):
        search = importlib.import_module("dateparser.search").search_dates
        few = texts[: max(1, len(texts) // 10)]
        found.append((f"dates, dateparser (a tenth: × {len(texts) // len(few)})",
                      lambda: [search(text, languages=["en"]) for text in few]))  # fmt: skip
    return found


def _sumy(texts: list[str]) -> list[tuple[str, Callable[[], object]]]:
    parser = importlib.import_module("sumy.parsers.plaintext").PlaintextParser
    split = importlib.import_module("nupunkt").sent_tokenize

    class Words:
        """sumy's own tokenizer needs a download."""

        language = "english"

        def to_sentences(self, text: str) -> tuple[str, ...]:
            return tuple(split(text))

        def to_words(self, sentence: str) -> tuple[str, ...]:
            return tuple(sentence.lower().split())

    def summed(module: str, name: str) -> Callable[[], object]:
        kind = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)
        return lambda: [kind()(parser.from_string(text, Words()).document, 3) for text in texts]

    return [
        ("summary alone, sumy LexRank", summed("lex_rank", "LexRankSummarizer")),
        ("summary alone, sumy Luhn", summed("luhn", "LuhnSummarizer")),
    ]


def _installed(*names: str) -> bool:
    return all(importlib.util.find_spec(name) for name in names)


_FRESH = """
import time, resource
def rss():
    line = next(l for l in open('/proc/self/status') if l.startswith('VmRSS'))
    return int(line.split()[1]) / 1e3
at, began = rss(), time.process_time()
{deed}
print(f"{{time.process_time() - began:.3f}} {{rss() - at:.1f}}")
"""


def fresh(name: str, deed: str) -> None:
    """Print the seconds and MB that the deed adds to an empty interpreter."""
    seconds, megabytes = added(deed)
    print(f"{name:44}{seconds:>8.2f} s{megabytes:>8.0f} MB")


def added(deed: str) -> tuple[float, float]:
    """Seconds of processor time and MB of memory."""
    done = subprocess.run(  # noqa: S603 -- our own interpreter
        [sys.executable, "-c", _FRESH.format(deed=deed)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def imports() -> None:
    print(f"\n{'in a fresh process':44}{'seconds':>10}{'more RSS':>11}")
    fresh(
        "import, everything after extraction",
        "import briefings.text.utterances, briefings.ingest.reading",
    )
    fresh("the parse jail's modules, ready", "import briefings.ingest.prepared")
    fresh("trafilatura", "import trafilatura")
    for name in ("pypdf", "sumy.summarizers.lex_rank", "spacy"):
        if _installed(name.partition(".")[0]):
            fresh(name, f"import {name}")


_MANY = """
import sys
from benchmarks.reading import article
from briefings.ingest.reading import read
for seed in range({count}):
    reading = read(article(seed, 12).encode())
"""


def scale(counts: list[int]) -> None:
    """Time and memory must not grow with what has been read before."""
    print("\nbytes to readings, one after the other, 12 sentences each")
    before: float | None = None
    for count in counts:
        seconds, megabytes = added(_MANY.format(count=count))
        growth = f"{megabytes - before:+.0f} MB" if before is not None else ""
        each = 1e3 * seconds / count
        print(f"{f'{count:,} articles':44}{each:>6.1f} ms each{megabytes:>8.0f} MB   {growth}")
        before = megabytes


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=20_000)
    options.add_argument("--articles", default="100,1000,10000")
    arguments = options.parse_args()
    speed([article(seed) for seed in range(max(1, arguments.words // 600))])
    imports()
    scale([int(count) for count in arguments.articles.split(",") if count])
