#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that the op in the comment of ops/op.hpp compiles as it stands. Usage: protocol_example.py BUILD_DIRECTORY HEADER"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from build_command import syntax_check

USE = """
mote::MicroInterpreter<1024, mote::OpSet<AddOne>> interpreter;
mote::Status run(const unsigned char* model, std::size_t size) {
    if (const mote::Status s = interpreter.load(model, size); !s) return s;
    return interpreter.invoke();
}
"""


def main() -> int:
    build, header = Path(sys.argv[1]), Path(sys.argv[2])
    example = re.search(r"^///     struct AddOne.*?^///     \};$", header.read_text(), re.M | re.S)
    if not example:
        sys.exit(f"{header}: no example `struct AddOne`")
    code = re.sub(r"^/// ?", "", example[0], flags=re.M)
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "example.cpp"
        source.write_text(f"#include <mote/mote.hpp>\n{code}\n{USE}")
        return subprocess.run(syntax_check(build, source), cwd=build).returncode


if __name__ == "__main__":
    sys.exit(main())
