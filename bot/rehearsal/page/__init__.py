"""The rehearsal in a browser: a small chat client for the Discord on this machine.

    async with Loopback(clock=clock) as loopback:
        page = Page(loopback, stage=Directions(zone="Asia/Seoul", deeds={"skip": skip}))
        print(page.url)

It shows what a person of the loopback's world sees, and does what they could do, through `Person`;
so nothing works here that would not work in Discord. Who may talk to it is decided in `door`.
"""

from .directions import Direction, Directions, Scene, Suggestion
from .page import Page

__all__ = ["Direction", "Directions", "Page", "Scene", "Suggestion"]
