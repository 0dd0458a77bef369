"""Modules that only some documents need. In the parse jail nothing can be imported once it is
sealed, so that the need for a module is said aloud and a better prepared jail takes the call."""

import importlib
from types import ModuleType


class UnpreparedError(Exception):
    """A module is needed that the sealed jail has not imported; `module` names it."""

    def __init__(self, module: str) -> None:
        super().__init__(module)
        self.module = module


def lazily(module: str) -> ModuleType:
    try:
        return importlib.import_module(module)
    except (ImportError, OSError) as error:
        raise UnpreparedError(module) from error
