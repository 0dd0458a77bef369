"""The tour in the terminal: the script, played and checked."""

from collections.abc import Iterable

from bot.languages import FALLBACK, say
from bot.rehearsal.page import Directions, Scene
from bot.shell.script import script
from bot.shell.stage import Stage


async def tour(stage: Stage, directions: Directions) -> int:
    """Play the tour; 0 if everything in it held."""
    guide = Guide(stage, directions)
    for scene in script(FALLBACK):
        await guide.play(scene)
    for violation in stage.discord.violations:
        guide.note(held=False, what=f"Discord would have refused: {violation}")
    print("\n" + say("tour.shown", FALLBACK, shown=guide.passed, failed=guide.failed))
    return 1 if guide.failed else 0


class Guide:
    """Says what comes, does it, shows it, and checks it."""

    def __init__(self, stage: Stage, directions: Directions) -> None:
        self._stage = stage
        self._directions = directions
        self.passed = self.failed = 0

    async def play(self, scene: Scene) -> None:
        stage = self._stage
        print(f"\n━━ {scene.caption}\n")
        stage.person, stage.channel = stage.discord.people[scene.person], scene.channel
        if scene.locale:
            stage.person.user.locale = scene.locale
        before = stage.posts(scene.channel)
        seen = "\n".join(await self._done(scene))
        print(seen)
        for words in scene.shows:
            self.note(held=words in seen, what=words)
        for words in scene.hides:
            self.note(held=words not in seen, what=f"not there: {words}")
        if scene.still:
            after = stage.posts(scene.channel)
            self.note(held=after == before > 0, what=f"{before} messages, as before")

    async def _done(self, scene: Scene) -> Iterable[str]:
        """Do what the scene says; what is seen then."""
        stage = self._stage
        if scene.direction:
            said = await self._directions.deeds[scene.direction](scene.words, FALLBACK)
            return [said, *stage.news()]
        if scene.click:
            print(f"> [{scene.click}]")
            shown = await stage.click(scene.click)
        else:
            options = "".join(f" {name}:{given}" for name, given in scene.options.items())
            print(f"> /{scene.command}{options}")
            shown = await stage.command(f"/{scene.command}", scene.options)
        return await stage.submit(scene.fields) if scene.fields else shown

    def note(self, *, held: bool, what: str) -> None:
        self.passed += held
        self.failed += not held
        print(f"  {'✓' if held else '✗ NOT SHOWN:'} {what}")
