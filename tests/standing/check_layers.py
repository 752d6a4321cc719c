#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fail when a header breaks the rules of the library. Usage: check_layers.py include/mote

What a room may include, which standard headers survive Arduino's macros, where the target may be asked for, what a
microcontroller does not have (heap, exceptions, RTTI), and how a header starts.
"""
import re
import sys
from pathlib import Path

ROOMS = {
    "core": {"core"},
    "schema": {"core", "schema"},
    "memory": {"core", "memory"},
    "kernels": {"core", "kernels"},
    "isa": {"core", "kernels", "isa"},
    "ops": {"core", "schema", "memory", "kernels", "ops"},
    "signal": {"core", "schema", "memory", "kernels", "ops", "signal"},
    "runtime": {"core", "schema", "memory", "ops", "runtime"},
}
ROOT_HEADERS = {"mote.hpp", "static.hpp", "config.hpp", "version.hpp"}
UMBRELLA = {"core", "schema", "memory", "isa", "ops", "runtime"}
STANDARD = {"array", "cfloat", "climits", "cmath", "cstddef", "cstdint", "cstring", "initializer_list", "limits",
            "new", "tuple", "type_traits", "utility"}
FOREIGN = {"schema/flatbuffers.hpp": "flatbuffers/", "kernels": "Eigen/"}  # a header's, or a room's
GENERATED = "schema_generated.hpp"
MACRO_LIMIT = 10

FORBIDDEN = {
    r"\bnew\b(?!\s*\()": "new-expression that is not placement",
    r"\bdelete\b(?<!= delete)": "delete-expression",
    r"\b(malloc|calloc|realloc)\s*\(": "heap",
    r"\bstd::(string|vector|map|function|unique_ptr|shared_ptr)\b": "owns heap memory",
    r"\b(min|max|abs|round|sq|constrain|radians|degrees|bit|word|F)\s*\(": "a macro in Arduino.h",
    r"\b(throw|try|catch)\b": "exceptions",
    r"\b(dynamic_cast|typeid)\b": "RTTI",
    r"\bvirtual\b": "virtual functions",
    r"\b(thread_local|iostream|printf)\b": "not on a microcontroller",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
CONDITION = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b(.*)", re.M)
DEFINE = re.compile(r"^\s*#\s*define\s+(\w+)", re.M)
UNDEF = re.compile(r"^\s*#\s*undef\s+(\w+)", re.M)
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|^\s*#\s*(?:include|pragma)[^\n]*', re.S | re.M)


def include_fault(root: Path, header: Path, room: str, kind: str, name: str) -> str:
    if kind == "<":
        own = FOREIGN.get(room) or FOREIGN.get(f"{room}/{header.name}") or "\0"
        if room == "isa" or name in STANDARD or name.startswith(own):
            return ""
        return f"{room}/ may not include <{name}>"
    target = (header.parent / name).resolve()
    if root not in target.parents:
        return f'"{name}" leaves the library'
    if not target.is_file():
        return f'"{name}" does not exist'
    path = target.relative_to(root)
    if path == Path("config.hpp"):
        return ""
    to = path.parts[0] if len(path.parts) > 1 else "the root"
    if room in ROOT_HEADERS and path == Path("version.hpp"):
        return ""
    allowed = UMBRELLA if room in ("mote.hpp", "static.hpp") else ROOMS.get(room, set())
    return "" if to in allowed else f"{room} may not include {to} ({name})"


def may_ask_for_target(path: Path) -> bool:
    return path.parts[0] == "isa" or path == Path("config.hpp") or path.name == GENERATED


def text_faults(path: Path, text: str):
    guard = "MOTE_" + re.sub(r"\W", "_", path.as_posix()).upper()
    if not text.startswith("// SPDX-License-Identifier: Apache-2.0\n"):
        yield "does not start with the SPDX line"
    if f"#ifndef {guard}\n#define {guard}\n" not in text:
        yield f"its include guard is not {guard}"
    if path.name == GENERATED:
        return
    code = NOT_CODE.sub("", text)
    for pattern, why in FORBIDDEN.items():
        for match in re.finditer(pattern, code):
            yield f"'{match[0].strip()}': {why}"
    if not may_ask_for_target(path):
        for condition in CONDITION.findall(code):
            for name in re.findall(r"\b[A-Za-z_]\w*", condition):
                if name != "defined" and not name.startswith("MOTE_"):
                    yield f"#if on {name}: only config.hpp and isa/ may ask"


def namespace_faults(root: Path):
    """All is in the inline namespace: what stands in mote itself, and the namespaces of config.hpp."""
    listed = set(re.findall(r"^namespace (\w+) {}$", (root / "config.hpp").read_text(), re.M))
    for header in sorted(root.rglob("*.hpp")):
        text = header.read_text()
        if header.name != GENERATED and len(re.findall(r"^namespace mote {", text, re.M)) != len(
                re.findall(r"^namespace mote {\ninline namespace MOTE_NAMESPACE {", text, re.M)):  # fmt: skip
            yield header.relative_to(root), "opens namespace mote without its inline namespace"
        for name in re.findall(r"^namespace mote::(\w+)", text, re.M):
            if name not in listed:
                yield header.relative_to(root), f"config.hpp does not name namespace {name}"


def surviving_macros(text: str) -> set:
    code = NOT_CODE.sub("", text)
    return {name for name in DEFINE.findall(code) if not name.endswith("_HPP")} - set(UNDEF.findall(code))


def included(header: Path) -> set:
    names = [name for kind, name in INCLUDE.findall(header.read_text()) if kind == '"']
    return {target for name in names if (target := (header.parent / name).resolve()).is_file()}


def reached(header: Path, seen: set) -> set:
    for target in included(header) - seen:
        seen.add(target)
        reached(target, seen)
    return seen


def operator_faults(root: Path):
    """A sketch names its ops, so the umbrella brings none; ops/all_ops.hpp has every one."""
    all_ops, umbrella = root / "ops/all_ops.hpp", root / "mote.hpp"
    if not all_ops.is_file() or not umbrella.is_file():
        return
    listed = included(all_ops)
    for header in (root / "ops").glob("*.hpp"):
        if re.search(r"\bBuiltinOperator_[A-Z]", header.read_text()) and header not in listed:
            yield header.relative_to(root), "names an operator but is not in all_ops.hpp"
    for header in sorted(reached(umbrella, set()) & (listed | {all_ops})):
        if header == all_ops or re.search(r"\bBuiltinOperator_[A-Z]", header.read_text()):
            yield Path("mote.hpp"), f"brings an operator along: {header.relative_to(root)}"


def faults(root: Path):
    """All (header, fault) pairs of the library at `root`."""
    root = root.resolve()
    yield from operator_faults(root)
    macros = set()
    for header in sorted(root.rglob("*.hpp")):
        path, text = header.relative_to(root), header.read_text()
        room = path.parts[0]
        if room not in ROOMS and str(path) not in ROOT_HEADERS:
            yield path, "is in no room"
            continue
        for kind, name in INCLUDE.findall(text):
            fault = include_fault(root, header, room, kind, name)
            if fault:
                yield path, fault
        for fault in text_faults(path, text):
            yield path, fault
        if path.name != GENERATED:
            own = surviving_macros(text)
            macros |= own
            for name in sorted(own):
                if not name.startswith("MOTE_") and name != "FLATBUFFERS_ASSERT":  # FlatBuffers asks its users for it
                    yield path, f"macro {name} survives the header"
    macros.discard("FLATBUFFERS_ASSERT")
    yield from namespace_faults(root)
    if len(macros) > MACRO_LIMIT:
        yield Path("."), f"{len(macros)} macros survive, at most {MACRO_LIMIT} may: {', '.join(sorted(macros))}"


if __name__ == "__main__":
    found = [f"{path}: {fault}" for path, fault in faults(Path(sys.argv[1]))]
    print("\n".join(found))
    sys.exit(bool(found))
