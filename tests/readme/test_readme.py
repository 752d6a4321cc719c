#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""README's sketches compile without a warning, run and, given any bytes as their model, do nothing undefined.

Each block of C++ in README follows a comment `<!-- sketch: NAME -->`; tests/readme/NAME.cpp includes it as "sketch.inc"
and is a program that fails where the sketch does not do what README says. Built with README_FUZZ, if it has that, it
runs the sketch on broken models. Arguments: project root, folder to build in, compiler command.
"""
import re
import subprocess
import sys
from pathlib import Path

ROOT, BUILD, COMPILER = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), sys.argv[3:]
HERE = ROOT / "tests" / "readme"
FLAGS = ["-std=c++17", "-fno-exceptions", "-fno-rtti", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror",
         "-DARDUINO=10819", f"-I{ROOT / 'include'}", f"-I{ROOT / 'tests/standing/arduino'}"]  # fmt: skip
SANITIZED = ["-g", "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
MODEL = ROOT / "examples" / "hello_world" / "hello_world_int8.h"
FUZZED_MODEL = """\
#include <mote/runtime/model_bytes.hpp>
inline mote::ModelBytes g_model;
"""


def sketches(text: str):
    """(name, code) of every block of C++, in order; None for the name of a block without one."""
    pattern = r"(?:<!-- sketch: (\w+) -->\n)?```cpp\n(.*?)^```$"
    return re.findall(pattern, text, flags=re.S | re.M)


def run(folder: Path, model: str, source: Path, flags) -> bool:
    """Whether the program builds and ends with 0."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.h").write_text(model)
    program = folder / "program"
    command = [*COMPILER, *FLAGS, *flags, f"-I{folder}", f"-I{folder.parent}", str(source), "-o", str(program)]
    for step in (command, [str(program)]):
        done = subprocess.run(step, capture_output=True, text=True, timeout=600)
        if done.returncode != 0:
            print(" ".join(step), done.stdout[-2000:], done.stderr[-6000:], sep="\n")
            return False
    return True


def test(name: str, code: str) -> bool:
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sketch.inc").write_text(code)
    (folder / "bytes.inc").write_text(re.search(r"= {(.*?)};", MODEL.read_text(), re.S)[1])
    source = HERE / f"{name}.cpp"
    model = MODEL.read_text().replace("hello_world_int8", "g_model")
    passed = run(folder / "run", model, source, ["-O1"])
    if "README_FUZZ" in source.read_text():
        passed = run(folder / "fuzz", FUZZED_MODEL, source, [*SANITIZED, "-DREADME_FUZZ", f'-DSOUND_MODEL="{MODEL}"']) and passed
    print(f"{name}: {'passed' if passed else 'FAILED'}")
    return passed


def main() -> int:
    found = sketches((ROOT / "README.md").read_text())
    failed = [name or code.splitlines()[0] for name, code in found if not (name and test(name, code))]
    print(f"{len(found)} sketches in README, {len(failed)} failed: {', '.join(failed) or 'none'}")
    return 1 if failed or len(found) < 3 else 0


if __name__ == "__main__":
    sys.exit(main())
