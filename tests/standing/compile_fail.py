#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that a source does not compile, for the reason it names. Usage: compile_fail.py BUILD_DIRECTORY SOURCE

The source has one or more lines `// expect: TEXT`; each TEXT must be in the compiler's messages, which count as if
mote's inline namespace were not there. A line `// flags: FLAGS` adds to the build's.
"""
import re
import shlex
import subprocess
import sys
from pathlib import Path

from build_command import syntax_check


def main() -> int:
    build, source = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    text = source.read_text()
    wanted = re.findall(r"^// expect: (.+)$", text, re.M)
    flags = shlex.split(" ".join(re.findall(r"^// flags: (.+)$", text, re.M)))
    if not wanted:
        sys.exit(f"{source}: no line '// expect: TEXT'")
    run = subprocess.run([*syntax_check(build, source), *flags], cwd=build, capture_output=True, text=True)
    messages = re.sub(r"\bmote::v\d\w*::", "mote::", run.stderr)  # without the inline namespace
    missing = [text for text in wanted if text not in messages]
    if run.returncode != 0 and not missing:
        return 0
    print(run.stderr)
    print(f"{source}: " + ("compiles" if run.returncode == 0 else f"messages lack: {missing}"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
