#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Print the seconds that headers cost in parsing. Usage: parse_time.py BUILD_DIRECTORY [HEADER]...

Without headers: the umbrella. The best of five runs, less those of an empty source.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build_command import syntax_check


def seconds(build: Path, source: Path) -> float:
    environment = {**os.environ, "CCACHE_DISABLE": "1"}
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(syntax_check(build, source), cwd=build, check=True, env=environment)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    build, headers = Path(sys.argv[1]), sys.argv[2:] or ["mote/mote.hpp"]
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "source.cpp"
        source.write_text("")
        empty = seconds(build, source)
        for header in headers:
            source.write_text(f"#include <{header}>\n")
            print(f"{header}: {seconds(build, source) - empty:.2f} s")


if __name__ == "__main__":
    main()
