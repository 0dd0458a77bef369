"""What each sentence weighs is the same in every process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WEIGHTS = """
from pathlib import Path
from briefings.ingest.reading import read
seed = next(Path("seeds").glob("003_*"))
print([each.weight.hex() for each in read(seed.read_bytes(), file_name=seed.name).sentences])
"""


def test_weights_do_not_depend_on_the_order_of_hashing() -> None:
    told = {
        subprocess.run(  # noqa: S603 -- our own interpreter and program
            [sys.executable, "-c", WEIGHTS],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},  # noqa: TID251 -- a child's environment
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1
    assert "0x" in told.pop()
