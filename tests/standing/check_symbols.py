#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fail when a binary needs what a microcontroller does not have: heap, exceptions, RTTI, virtual functions.

Usage: check_symbols.py [--nm NM] [--allow REGEX]... BINARY...
The binary is an object file, or a program that holds no more than mote and its use: no doctest.
Every symbol counts, defined or undefined; --allow names those that a start-up library brings along.
"""
import argparse
import re
import subprocess
import sys

FORBIDDEN = [
    r"(malloc|calloc|realloc|free|aligned_alloc)(@.*)?",
    r"_?(malloc|free|realloc|sbrk)_r",
    r"_Zn[wa][jmy].*",              # operator new
    r"_Zd[la]Pv.*",                 # operator delete
    r"__cxa_(throw|rethrow|begin_catch|end_catch|allocate_exception|free_exception|pure_virtual|bad_cast|bad_typeid"
    r"|atexit|guard_acquire|guard_release)(@.*)?",
    r"_Unwind_Resume(@.*)?",
    r"__gxx_personality_v0(@.*)?",
    r"_ZT[VTIS].*",                 # virtual tables and type information
    r"_GLOBAL__sub_I_.*",           # static constructors
]


def faults(names: list, allowed: list) -> list:
    forbidden, allow = re.compile("|".join(FORBIDDEN)), re.compile("|".join(allowed) or r"(?!)")
    return [name for name in names if forbidden.fullmatch(name) and not allow.fullmatch(name)]


def symbols(nm: str, binary: str) -> list:
    out = subprocess.run([nm, "--format=posix", binary], capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in out.splitlines() if len(line.split()) > 1]
    if not names:
        sys.exit(f"{binary}: no symbols to check (stripped?)")
    return names


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--nm", default="nm")
    arguments.add_argument("--allow", action="append", default=[], metavar="REGEX")
    arguments.add_argument("binary", nargs="+")
    options = arguments.parse_args()
    found = [f"{binary}: {name}" for binary in options.binary
             for name in faults(symbols(options.nm, binary), options.allow)]
    print("\n".join(found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
