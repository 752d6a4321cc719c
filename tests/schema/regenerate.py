#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that schema_generated.hpp is what flatc makes of schema.fbs; with --write, make it so.

Exit status: 0 the same (or written), 1 different or flatc failed, 77 no flatc 2.0.8 here (a skipped test).
"""
import argparse
import difflib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FLATC_VERSION = "2.0.8"
FLATC_FLAGS = ["--cpp", "--cpp-std", "c++11", "--filename-ext", "hpp"]
SKIPPED = 77
NAMED_ENUMS = {"BuiltinOperator", "TensorType"}  # the others lose their tables of names
HEADING = f"""\
// SPDX-License-Identifier: Apache-2.0
// Made from schema.fbs by flatc {FLATC_VERSION} and tests/schema/regenerate.py. Do not edit.
"""


def flatc_version(flatc: str) -> str:
    answer = subprocess.run([flatc, "--version"], capture_output=True, text=True, check=True).stdout
    return answer.split()[-1] if answer.split() else "unknown"


def run_flatc(flatc: str, schema: Path) -> str:
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([flatc, *FLATC_FLAGS, "-o", directory, str(schema)], check=True)
        return (Path(directory) / "schema_generated.hpp").read_text()


def substitute_once(pattern: str, replacement: str, text: str) -> str:
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.S | re.M)
    if count != 1:
        sys.exit(f"flatc's output has no place that matches {pattern!r}")
    return changed


def without_function(text: str, declaration: str) -> str:
    return substitute_once(rf"^inline const {declaration}\(.*?^}}\n\n", "", text)


def adapted(text: str) -> str:
    """flatc's output with our heading and guard, for any FlatBuffers version, without unused reflection."""
    text = substitute_once(r"\A// automatically generated.*?\n\n\n", HEADING, text)
    text = text.replace("FLATBUFFERS_GENERATED_SCHEMA_MOTE_SCHEMA_H_", "MOTE_SCHEMA_SCHEMA_GENERATED_HPP")
    text = substitute_once(r'#include "flatbuffers/flatbuffers\.h"', '#include "flatbuffers.hpp"', text)
    text = substitute_once(r"^// Ensure the included flatbuffers\.h.*?^static_assert\(.*?\);\n\n", "", text)
    for enum in re.findall(r"&EnumValues(\w+)\(\)", text):
        text = without_function(text, rf"{enum} \(&EnumValues{enum}")
        if enum not in NAMED_ENUMS:
            text = without_function(text, rf"char \* const \*EnumNames{enum}")
            text = without_function(text, rf"char \*EnumName{enum}")
    return text


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="update the committed header")
    arguments.add_argument("--flatc", default="flatc", help="the compiler to run")
    options = arguments.parse_args()

    flatc = shutil.which(options.flatc)
    found = flatc_version(flatc) if flatc else "none"
    if found != FLATC_VERSION:
        print(f"skipped: needs flatc {FLATC_VERSION}, found {found}")
        return SKIPPED

    room = Path(__file__).resolve().parents[2] / "include" / "mote" / "schema"
    header = room / "schema_generated.hpp"
    fresh = adapted(run_flatc(flatc, room / "schema.fbs"))
    if options.write:
        header.write_text(fresh)
        return 0
    committed = header.read_text() if header.exists() else ""
    sys.stdout.writelines(difflib.unified_diff(committed.splitlines(True), fresh.splitlines(True),
                                               "schema_generated.hpp", "made from schema.fbs"))
    return 0 if committed == fresh else 1


if __name__ == "__main__":
    sys.exit(main())
