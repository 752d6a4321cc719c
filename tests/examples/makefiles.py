# SPDX-License-Identifier: Apache-2.0
"""What the tests of the examples with a Makefile share."""
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = 77


def skip(why: str) -> None:
    print("skipped:", why)
    sys.exit(SKIPPED)


def require(*tools: str) -> None:
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        skip("not here: " + ", ".join(missing))


def copy(scratch: str, *names: str) -> None:
    """Copies examples to `scratch`, so that their builds leave nothing in the tree."""
    for name in names:
        shutil.copytree(ROOT / "examples" / name, Path(scratch) / name, ignore=shutil.ignore_patterns("build"))


def make_run(folder: Path, *variables: str) -> tuple:
    """The exit status of `make run` and everything that was printed."""
    run = subprocess.run(["make", "run", f"MOTE={ROOT / 'include'}", *variables], cwd=folder, text=True,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.returncode, run.stdout
