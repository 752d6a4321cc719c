#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare firmware's flash and RAM with those of sizes.json; exit with 1 where any grew by more than 2 %.

Sizes depend on the compiler: with another than that of sizes.json the check is skipped (exit status 77). With --update
sizes.json is rewritten.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

COMMITTED = Path(__file__).resolve().parent / "sizes.json"
ALLOWED_GROWTH = 0.02
SKIPPED = 77


def output_of(*command: str) -> list:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def measure(size: str, firmware: str) -> dict:
    """Bytes of flash and of RAM, the latter without stack."""
    text, data, bss = map(int, output_of(size, firmware)[1].split()[:3])
    return {"flash": text + data, "ram": data + bss}


def find_growth(found: dict, committed: dict) -> list:
    """Prints every size; returns what is wrong, a line each."""
    wrong = [f"{name}: in sizes.json but not built" for name in committed.keys() - found.keys()]
    for name, sizes in found.items():
        if name not in committed:
            wrong.append(f"{name}: not in sizes.json")
            continue
        for memory, size in sizes.items():
            before = committed[name][memory]
            line = f"{name}: {memory} {size} bytes, committed {before} ({size - before:+})"
            print(line)
            if size > before * (1 + ALLOWED_GROWTH):
                wrong.append(line)
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("compiler")
    parser.add_argument("size", help="the toolchain's program of that name")
    parser.add_argument("firmware", nargs="+")
    options = parser.parse_args()

    compiler = output_of(options.compiler, "--version")[0]
    found = {Path(firmware).name: measure(options.size, firmware) for firmware in options.firmware}
    if options.update:
        COMMITTED.write_text(json.dumps({"compiler": compiler, "sizes": found}, indent=4) + "\n")
        return 0

    committed = json.loads(COMMITTED.read_text())
    if compiler != committed["compiler"]:
        print(f"sizes are known for {committed['compiler']}, this is {compiler}")
        return SKIPPED
    wrong = find_growth(found, committed["sizes"])
    if wrong:
        print("grew by more than 2 % or unknown; where that is meant: ninja -C BUILD update_sizes", *wrong, sep="\n    ")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
