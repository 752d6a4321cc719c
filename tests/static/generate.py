#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write one source that runs StaticInterpreter on a share of the conformance corpus.

Usage: generate.py CORPUS OPS SCHEMA PART PARTS OUTPUT
CORPUS: folder of .tflite files. OPS: include/mote/ops, which says what operators there are. SCHEMA: schema.fbs, for their
codes. The cases that have only such operators are dealt out to PARTS sources; this writes number PART of them.
"""
import re
import struct
import sys
from pathlib import Path


def supported_codes(ops: Path, schema: Path) -> set:
    names = {n for h in ops.glob("*.hpp") for n in re.findall(r"\bschema::BuiltinOperator_(\w+),", h.read_text())}
    enum = re.search(r"enum BuiltinOperator : int \{(.*?)\}", schema.read_text(), re.S).group(1)
    codes = dict(re.findall(r"(\w+) = (\d+)", enum))
    return {int(codes[n]) for n in names}


class Table:
    """As much of FlatBuffers as finding the operator codes takes."""

    def __init__(self, data, at):
        self.data, self.at = data, at

    def place(self, field):
        vtable = self.at - struct.unpack_from("<i", self.data, self.at)[0]
        size = struct.unpack_from("<H", self.data, vtable)[0]
        offset = struct.unpack_from("<H", self.data, vtable + 4 + 2 * field)[0] if 4 + 2 * field < size else 0
        return self.at + offset if offset else None

    def scalar(self, field, code, otherwise):
        at = self.place(field)
        return struct.unpack_from("<" + code, self.data, at)[0] if at else otherwise

    def tables(self, field):
        at = self.place(field)
        if not at:
            return
        at += struct.unpack_from("<I", self.data, at)[0]
        for i in range(struct.unpack_from("<I", self.data, at)[0]):
            entry = at + 4 + 4 * i
            yield Table(self.data, entry + struct.unpack_from("<I", self.data, entry)[0])


def operator_codes(data: bytes) -> set:
    root = Table(data, struct.unpack_from("<I", data, 0)[0])
    codes = [max(c.scalar(0, "b", 0), c.scalar(3, "i", 0)) for c in root.tables(1)]
    used = {o.scalar(0, "I", 0) for s in root.tables(2) for o in s.tables(3)}
    return {codes[i] for i in used}


def main():
    corpus, ops, schema, part, parts, output = sys.argv[1:]
    known = supported_codes(Path(ops), Path(schema))
    cases = [p for p in sorted(Path(corpus).glob("*.tflite")) if operator_codes(p.read_bytes()) <= known]
    mine = cases[int(part) :: int(parts)]
    lines = ['#include "static_case.hpp"', "", "#include <doctest/doctest.h>", "", "namespace {"]
    for i, case in enumerate(mine):
        numbers = ",".join(map(str, case.read_bytes()))
        lines.append(f"alignas(16) constexpr unsigned char model_{i}[] = {{{numbers}}}; // {case.name}")
    lines += ["} // namespace", "", f'TEST_CASE("StaticInterpreter on the corpus, part {part} of {parts}") {{']
    lines += [f'    test::check_static_case<model_{i}>("{case.name}");' for i, case in enumerate(mine)]
    lines += ["}"]
    Path(output).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
