"""`python -m bot`: the entrance."""

import sys

from bot.shell import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
