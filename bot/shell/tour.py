"""The scripted tour: what the bot does, in the order one would try it, checked on the way."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bot.shell.stage import Stage

EVENING_BEFORE = datetime.fromisoformat("2024-06-19T20:00+09:00")
EXAMPLE_NAME = "example.txt"
EXAMPLE = """Rehearsal desk opens its archive

20 June 2024

The rehearsal desk is an invention of this tour, and so is everybody in it. Its keeper, Hana
Example, said on Thursday: “Whatever is put on this shelf can be found again, word for word.” She
added that visitors were welcome to misspell their questions.
"""


async def tour(stage: Stage) -> int:
    """Play the tour; 0 if everything in it held."""
    guide = Guide(stage)
    await guide.ask()
    await guide.quotes()
    await guide.document()
    await guide.briefing()
    await guide.restart()
    for violation in stage.discord.violations:
        guide.note(held=False, what=f"Discord would have refused: {violation}")
    print(f"\n{guide.passed} things shown, {guide.failed} failed.")
    return 1 if guide.failed else 0


class Guide:
    """Says what comes, does it, shows it, and checks it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.passed = self.failed = 0

    async def ask(self) -> None:
        self._say("A question, with a typo. The article is machine-reworded: linked, never quoted.")
        seen = await self._slash("/ask question:what is diplomatic equidistanse")
        self.note(held="Reworded" in seen, what="the reworded article answers, and is marked")
        self.note(held="“equidistance”" not in seen, what="none of its words are shown as a quote")

    async def quotes(self) -> None:
        self._say("Words of a speaker whose name is misspelt.")
        seen = await self._slash("/quotes speaker:ushakof")
        held = "the profound evolution of the geopolitical situation" in seen
        self.note(held=held, what="Yuri Ushakov's words, with date and source")

    async def document(self) -> None:
        self._say("An admin adds a document, and finds it again.")
        path = Path(self._stage.folder) / EXAMPLE_NAME
        path.write_text(EXAMPLE, encoding="utf-8")
        seen = await self._slash(f"/document add file:{path}")
        self.note(held="Rehearsal desk opens its archive" in seen, what="its title was understood")
        seen = await self._slash("/ask question:rehersal desk keeper found again word for word")
        self.note(held="can be found again, word for word" in seen, what="its words are found")

    async def briefing(self) -> None:
        stage = self._stage
        stage.clock.set(EVENING_BEFORE)
        self._say("The evening of 19 June 2024. A channel subscribes; the clock skips to 08:00.")
        await self._slash("/briefing subscribe channel:#briefings time:08:00 zone:Asia/Seoul")
        await stage.skip()
        seen = self._show(await stage.tick())
        self.note(
            held="Russian President Vladimir Putin made a surprise visit" in seen, what="news"
        )
        self.note(held="Sources differ" in seen, what="differences between sources")
        self.note(held="reworded by a machine" in seen, what="what was left out, and why")

    async def restart(self) -> None:
        stage = self._stage
        self._say("The bot is stopped and started again. It must not post the briefing twice.")
        before = stage.posts("briefings")
        await stage.restart()
        self._show(await stage.tick())
        self.note(held=stage.posts("briefings") == before > 0, what=f"{before} messages, as before")

    def note(self, *, held: bool, what: str) -> None:
        self.passed += held
        self.failed += not held
        print(f"  {'✓' if held else '✗ NOT SHOWN:'} {what}")

    def _say(self, what: str) -> None:
        print(f"\n━━ {what}")

    async def _slash(self, line: str) -> str:
        print(f"\n> {line}")
        return self._show(await self._stage.slash(line))

    def _show(self, lines: Iterable[str]) -> str:
        seen = "\n".join(lines)
        print(seen)
        return seen
