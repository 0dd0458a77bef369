"""`python -m bot`: the entrance."""

import gc
import sys

from bot.shell import main

COLLECTED_AFTER = (20_000, 50, 50)
"""Objects made before the collector looks at them. An edition reads a million small values that
refer to nothing twice: with Python's own 700 a third of the time goes into looking."""

if __name__ == "__main__":
    gc.set_threshold(*COLLECTED_AFTER)
    raise SystemExit(main(sys.argv[1:]))
