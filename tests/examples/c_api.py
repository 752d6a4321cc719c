#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that examples/c_api runs from strict C, that its C is C++ too, and that its errors arrive. Usage: c_api.py CXX..."""
import subprocess
import sys
import tempfile
from pathlib import Path

from makefiles import copy, make_run, require

FLAGS = "CFLAGS=-std=c99 -O2 -Wall -Wextra -Wpedantic -Werror"

MISUSE = """
#include "model.h"

#include <string.h>

int main(void) {
    size_t size = 7;
    const char* error = model_invoke();
    if (error == NULL || strstr(error, "no model loaded") == NULL) return 1;
    if (model_input(0, &size) != NULL || size != 0) return 2;
    if (model_load() != NULL) return 3;
    if (model_input(1, &size) != NULL || model_output(-1, &size) != NULL || size != 0) return 4;
    return model_invoke() == NULL && model_output(0, &size) != NULL && size == 10 ? 0 : 5;
}
"""


def main() -> int:
    require("make", "cc")
    compiler = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        copy(scratch, "c_api", "digits")
        folder = Path(scratch) / "c_api"
        variables = [FLAGS, "CXX=" + " ".join(compiler)]
        status, output = make_run(folder, *variables)
        print(output)
        if status != 0 or "\nthe digit is a 4\n" not in output or "warning" in output:
            print("`make run` should succeed, without a warning")
            return 1

        program = folder / "main.c"
        as_cpp = [*compiler, "-std=c++17", "-Wall", "-Wextra", "-Werror", "-x", "c++", "-fsyntax-only", program]
        if subprocess.run(as_cpp).returncode != 0:
            print("main.c should be C++ too")
            return 1

        program.write_text(MISUSE)
        status, output = make_run(folder, *variables)
        if status != 0:
            print(output)
            print("an error did not arrive as it should: see the exit status and MISUSE")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
