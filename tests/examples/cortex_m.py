#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that examples/cortex_m builds without a warning, runs, needs no heap, and fails where a result is wrong."""
import subprocess
import sys
import tempfile
from pathlib import Path

from makefiles import ROOT, copy, make_run, require, skip

CHECK_SYMBOLS = ROOT / "tests" / "standing" / "check_symbols.py"


def main() -> int:
    require("make", "arm-none-eabi-g++", "arm-none-eabi-size", "arm-none-eabi-nm", "qemu-system-arm")
    library = subprocess.run(["arm-none-eabi-g++", "-mcpu=cortex-m4", "-mthumb", "-x", "c++", "-fsyntax-only", "-"],
                             input="#include <cstdint>\n", text=True, capture_output=True)
    if library.returncode != 0:
        skip("arm-none-eabi-g++ has no C++ library here")

    with tempfile.TemporaryDirectory() as scratch:
        copy(scratch, "cortex_m", "hello_world")
        folder = Path(scratch) / "cortex_m"
        status, output = make_run(folder)
        print(output)
        if status != 0 or "\n0 wrong\n" not in output or "warning" in output:
            print("`make run` should succeed, without a warning")
            return 1
        firmware = folder / "build" / "firmware.elf"
        if subprocess.run([sys.executable, CHECK_SYMBOLS, "--nm", "arm-none-eabi-nm", firmware]).returncode != 0:
            return 1

        program = folder / "main.cpp"
        text = program.read_text()
        wrong = text.replace("{127, -3}", "{127, -4}")
        assert wrong != text
        program.write_text(wrong)
        status, output = make_run(folder)
        if status == 0 or "127 -3 is wrong\n1 wrong\n" not in output:
            print(output)
            print("`make run` should fail where a result is not the expected one")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
