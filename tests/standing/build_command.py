# SPDX-License-Identifier: Apache-2.0
"""The compiler and flags of a build directory, for checks that compile something themselves."""
import json
import shlex
from pathlib import Path

WITH_ARGUMENT = {"-o", "-MF", "-MQ"}
DROPPED = {"-c", "-MD"}


def syntax_check(build: Path, source: Path) -> list:
    """The command that checks `source` as `build` compiles each header alone; to be run in `build`."""
    entries = json.loads((build / "compile_commands.json").read_text())
    entry = next(e for e in entries if "/alone_" in e["file"])
    words = iter(shlex.split(entry["command"]))
    command = []
    for word in words:
        if word in WITH_ARGUMENT:
            next(words)
        elif word not in DROPPED and word != entry["file"]:
            command.append(word)
    return [*command, "-fsyntax-only", str(source)]
