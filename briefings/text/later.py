"""Regular expressions that are compiled when they are first used: a desk that reads English never
pays for the Korean and Russian grammars, which are half of what importing them all takes."""

import re
from typing import cast


class _Later:
    """Looks up what is asked of it in the compiled pattern, and keeps it."""

    def __init__(self, words: str, flags: int) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> object:
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = re.compile(self._words, self._flags)
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found


def later(words: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile` put off. Only its methods and attributes work: `re.sub(pattern, …)` does not.

    A wording that is no expression raises re.error at its first use; the tests use each.
    """
    return cast("re.Pattern[str]", _Later(words, flags))
