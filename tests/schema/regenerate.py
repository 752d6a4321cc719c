#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check that format.hpp and schema_generated.hpp are what flatc makes of schema.fbs; with --write, make them so.

format.hpp is what mote needs of the schema and includes nothing of FlatBuffers: enumerations, field ids, and
the layout of each table for the verifier. schema_generated.hpp is flatc's own output: accessors, builders and
verifier on the FlatBuffers library.

Exit status: 0 the same (or written), 1 different or flatc failed, 77 no flatc 2.0.8 here (a skipped test).
"""
import argparse
import difflib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

FLATC_VERSION = "2.0.8"
FLATC_FLAGS = ["--cpp", "--cpp-std", "c++11", "--filename-ext", "hpp"]
SKIPPED = 77
NAMED_ENUMS = {"BuiltinOperator", "TensorType"}
HEADING = f"""\
// SPDX-License-Identifier: Apache-2.0
// Made from schema.fbs by flatc {FLATC_VERSION} and tests/schema/regenerate.py. Do not edit.
"""
WIDTHS = {"int8_t": 1, "uint8_t": 1, "int32_t": 4, "uint32_t": 4, "float": 4, "int64_t": 8, "uint64_t": 8}


def flatc_version(flatc: str) -> str:
    answer = subprocess.run([flatc, "--version"], capture_output=True, text=True, check=True).stdout
    return answer.split()[-1] if answer.split() else "unknown"


def run_flatc(flatc: str, schema: Path) -> str:
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([flatc, *FLATC_FLAGS, "-o", directory, str(schema)], check=True)
        return (Path(directory) / "schema_generated.hpp").read_text()


# --- schema_generated.hpp ---

def substitute_once(pattern: str, replacement: str, text: str) -> str:
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.S | re.M)
    if count != 1:
        sys.exit(f"flatc's output has no place that matches {pattern!r}")
    return changed


def without_enum(enum: str, text: str) -> str:
    """Without its definition, which format.hpp has, and without its functions."""
    text = substitute_once(rf"^enum {enum} : .*?^}};\n\n", "", text)
    text = substitute_once(rf"^inline const {enum} \(&EnumValues{enum}\(.*?^}}\n\n", "", text)
    text = substitute_once(rf"^inline const char \* const \*EnumNames{enum}\(.*?^}}\n\n", "", text)
    return substitute_once(rf"^inline const char \*EnumName{enum}\(.*?^}}\n\n", "", text)


def adapted(text: str) -> str:
    """flatc's output with our heading, guard and namespace, for any FlatBuffers version, on format.hpp's
    enumerations."""
    text = substitute_once(r"\A// automatically generated.*?\n\n\n", HEADING, text)
    text = text.replace("FLATBUFFERS_GENERATED_SCHEMA_MOTE_SCHEMA_H_", "MOTE_SCHEMA_SCHEMA_GENERATED_HPP")
    text = substitute_once(r'#include "flatbuffers/flatbuffers\.h"',
                           '#include "flatbuffers.hpp"\n#include "format.hpp"', text)
    text = substitute_once(r"^// Ensure the included flatbuffers\.h.*?^static_assert\(.*?\);\n\n", "", text)
    for enum in re.findall(r"^enum (\w+) : ", text, flags=re.M):
        text = without_enum(enum, text)
        text = text.replace(f"mote::schema::{enum} ", f"schema::{enum} ")
        text = re.sub(rf"mote::schema::{enum}(?=[>_)])", f"schema::{enum}", text)
    text = text.replace("mote::schema::", "mote::flat::")
    text = substitute_once(r"^namespace schema \{\n", "namespace flat {\n\nusing namespace schema;\n", text)
    text = substitute_once(r"^}  // namespace schema\n", "}  // namespace flat\n", text)
    return text


# --- format.hpp ---

class Table:
    """A table's field ids, and what flatc's verifier checks of it."""

    def __init__(self, name: str, body: str):
        self.name = name
        self.ids = {field: int(at) for field, at in re.findall(r"^    (VT_\w+) = (\d+)", body, flags=re.M)}
        self.types = dict(re.findall(r"const flatbuffers::Vector<(?P<t>.*?)> \*(\w+)\(\) const \{", body))
        self.types = {name: kind for kind, name in self.types.items()}
        self.body = body
        self.checks = re.search(r"bool Verify\(.*?return (.*?);\n  }", body, flags=re.S).group(1)

    def fields(self):
        """(id, kind, child table or union) of every field that is verified, by id."""
        found = {}
        for width, field in re.findall(r"VerifyField<(\w+)>\(verifier, (VT_\w+), \d\)", self.checks):
            found[field] = (f"scalar{WIDTHS[width]}", None)
        for field in re.findall(r"VerifyOffset\(verifier, (VT_\w+)\)", self.checks):
            found[field] = self.referred(field)
        return sorted((self.ids[field], kind, child) for field, (kind, child) in found.items())

    def referred(self, field: str):
        accessor = field[len("VT_"):].lower()
        declared = re.search(rf"const (.*) \*{accessor}\(\) const {{", self.body).group(1)
        if declared == "void":
            union = re.search(rf"Verify(\w+)\(verifier, {accessor}\(\), {accessor}_type\(\)\)", self.checks).group(1)
            return "union_", union
        if declared == "flatbuffers::String":
            self.must_check(f"verifier.VerifyString({accessor}())")
            return "string", None
        vector = re.fullmatch(r"flatbuffers::Vector<(.*)>", declared)
        if vector is None:
            self.must_check(f"verifier.VerifyTable({accessor}())")
            return "table", declared.split("::")[-1]
        self.must_check(f"verifier.VerifyVector({accessor}())")
        tables = re.fullmatch(r"flatbuffers::Offset<(.*)>", vector.group(1))
        if tables is None:
            return f"vector{WIDTHS[vector.group(1)]}", None
        self.must_check(f"verifier.VerifyVectorOfTables({accessor}())")
        return "tables", tables.group(1).split("::")[-1]

    def must_check(self, check: str):
        if check not in self.checks:
            sys.exit(f"flatc's verifier of {self.name} lacks {check}")


def read_tables(text: str):
    found = re.findall(r"^struct (\w+) FLATBUFFERS_FINAL_CLASS : private flatbuffers::Table \{\n(.*?)^};\n", text,
                       flags=re.S | re.M)
    return {name: Table(name, body) for name, body in found}


def read_unions(text: str):
    """For each union the table of each of its members: None for the member NONE."""
    unions = {}
    verifier = (r"^inline bool Verify(\w+)\(flatbuffers::Verifier &verifier, const void \*obj, \w+ type\) \{\n"
                r"  switch \(type\) \{\n(.*?)^    default: return true;")
    for union, body in re.findall(verifier, text, flags=re.S | re.M):
        members = re.findall(rf"case {union}_(\w+): \{{\n"
                             r"(?:      return true;|      auto ptr = reinterpret_cast<const (\S+) \*>\(obj\);)", body)
        unions[union] = [table.split("::")[-1] if table else None for _, table in members]
    return unions


class Layouts:
    """Tables that look alike to a verifier share a layout; children come before their parents."""

    def __init__(self, tables, unions):
        self.tables, self.unions = tables, unions
        self.layouts = []  # each a tuple of fields
        self.numbers = {}  # table name -> layout
        self.union_numbers = {}  # union name -> first of its members among `members`
        self.members = []  # layout of each union's members
        for union in unions:
            numbers = [0 if name is None else self.number(name) for name in unions[union]]
            self.union_numbers[union] = len(self.union_numbers)
            self.members.append(numbers)
        self.root = self.number("Model")

    def number(self, name: str) -> int:
        if name not in self.numbers:
            fields = tuple((at, kind, self.child(kind, child)) for at, kind, child in self.tables[name].fields())
            if fields not in self.layouts:
                self.layouts.append(fields)
            self.numbers[name] = self.layouts.index(fields)
        return self.numbers[name]

    def child(self, kind: str, child) -> int:
        if child is None:
            return 0
        return list(self.unions).index(child) if kind == "union_" else self.number(child)


def enums_text(text: str) -> str:
    parts = []
    for enum, base, body in re.findall(r"^enum (\w+) : (\w+) \{\n(.*?)^};\n", text, flags=re.S | re.M):
        parts.append(f"enum {enum} : std::{base} {{\n{body.replace('  ', '    ')}}};\n")
        if enum in NAMED_ENUMS:
            names = re.search(rf"EnumNames{enum}\(\) {{\n.*?= {{\n(.*?),\n    nullptr\n  }};", text, flags=re.S)
            parts.append(f"inline constexpr const char* names_of_{enum}[] = {{\n{names.group(1)}\n}};\n"
                         f"/// The name of a value of the format.\n"
                         f"constexpr const char* name_of({enum} value) noexcept {{\n"
                         f"    return names_of_{enum}[value];\n}}\n")
    return "\n".join(parts)


def wrapped(items, indent: str) -> str:
    """The items in lines, none broken within an item."""
    whole = ", ".join(item.replace(" ", "\0") for item in items)
    return textwrap.fill(whole, 110, initial_indent=indent, subsequent_indent=indent).replace("\0", " ")


def ids_text(tables) -> str:
    parts = []
    for table in tables.values():
        if table.ids:
            ids = wrapped((f"{field} = {at}" for field, at in table.ids.items()), " " * 8)
            parts.append(f"struct {table.name} {{\n    enum : std::uint16_t {{\n{ids}\n    }};\n}};\n")
    return "".join(parts)


def array_text(declaration: str, items) -> str:
    return f"inline constexpr {declaration}[] = {{\n{wrapped(items, ' ' * 4)}\n}};\n"


def layouts_text(layouts: Layouts) -> str:
    fields, starts = [], []
    for layout in layouts.layouts:
        starts.append(str(len(fields)))
        fields += [f"{{{(at - 4) // 2}, {kind}, {child}}}" for at, kind, child in layout]
    starts.append(str(len(fields)))
    members = [str(layout) for members in layouts.members for layout in members]
    counts = [len(members) for members in layouts.members]
    unions = [f"{{{sum(counts[:i])}, {count}}}" for i, count in enumerate(counts)]
    if max(len(fields), len(members)) > 255 or max(at for layout in layouts.layouts for at, _, _ in layout) > 34:
        sys.exit("the schema has outgrown the bytes that layouts are kept in")
    return "\n".join([array_text("Field fields", fields), array_text("std::uint8_t first_field", starts),
                      array_text("std::uint8_t members", members), array_text("Union unions", unions),
                      f"inline constexpr std::uint8_t model = {layouts.root};\n"])


def format_text(text: str) -> str:
    tables = read_tables(text)
    return f"""\
{HEADING}// clang-format off
#ifndef MOTE_SCHEMA_FORMAT_HPP
#define MOTE_SCHEMA_FORMAT_HPP

#include "../config.hpp"

#include <cstdint>

/// The .tflite format as constants: enumerations, and for each table the ids of its fields.
namespace mote::schema {{

{enums_text(text)}
{ids_text(tables)}
}} // namespace mote::schema

/// What a verifier has to know of each table. Tables of the same layout share one, known by its number; a
/// layout is a run of `fields`, from first_field[number] to first_field[number + 1], in the order of their ids.
namespace mote::schema::layout {{

/// What a field holds: a number of so many bytes, or an offset to something else.
enum Kind : std::uint8_t {{ scalar1, scalar4, scalar8, string, vector1, vector4, vector8, table, tables, union_ }};

struct Field {{
    std::uint8_t index : 4; ///< among the entries of a vtable
    std::uint8_t kind : 4;
    std::uint8_t child; ///< the layout of a table or of each of several, the number of a union
}};

/// A union's members, as layouts: from members[first], by the value of the field before it; the first is none.
struct Union {{
    std::uint8_t first;
    std::uint8_t count;
}};

{layouts_text(Layouts(tables, read_unions(text)))}
}} // namespace mote::schema::layout

#endif
"""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="update the committed headers")
    arguments.add_argument("--flatc", default="flatc", help="the compiler to run")
    options = arguments.parse_args()

    flatc = shutil.which(options.flatc)
    found = flatc_version(flatc) if flatc else "none"
    if found != FLATC_VERSION:
        print(f"skipped: needs flatc {FLATC_VERSION}, found {found}")
        return SKIPPED

    room = Path(__file__).resolve().parents[2] / "include" / "mote" / "schema"
    text = run_flatc(flatc, room / "schema.fbs")
    different = False
    for name, fresh in (("schema_generated.hpp", adapted(text)), ("format.hpp", format_text(text))):
        header = room / name
        committed = header.read_text() if header.exists() else ""
        if options.write:
            header.write_text(fresh)
        elif committed != fresh:
            different = True
            sys.stdout.writelines(difflib.unified_diff(committed.splitlines(True), fresh.splitlines(True), name,
                                                       "made from schema.fbs"))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
