#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_layers.py reports each kind of fault, and nothing on a sound library."""
import tempfile
import unittest
from pathlib import Path

from check_layers import MACRO_LIMIT, faults

SOUND = {
    "mote.hpp": '#include "runtime/run.hpp"\n#include "isa/native.hpp"',
    "config.hpp": "#if defined(__GNUC__)\n#define MOTE_INLINE inline\n#endif\nnamespace ops {}",
    "version.hpp": "namespace mote {\ninline namespace MOTE_NAMESPACE {\n}\n}",
    "core/span.hpp": '#include "../config.hpp"\n#include <cstdint>\n// new, throw and std::string are only words here\n'
                     "#if MOTE_STATUS_WORDS\n#endif\nstruct S { S() = delete; };\nauto* p = new (q) S;",
    "schema/flatbuffers.hpp": '#include "../core/span.hpp"\n#include <flatbuffers/flatbuffers.h>',
    "isa/native.hpp": "#include <immintrin.h>\n#if defined(__AVX2__)\n#endif",
    "runtime/run.hpp": '#include "../core/span.hpp"\n#define MOTE_LOCAL 1\n#undef MOTE_LOCAL',
}


def header(name: str, body: str) -> str:
    guard = "MOTE_" + name.replace("/", "_").replace(".", "_").upper()
    return f"// SPDX-License-Identifier: Apache-2.0\n#ifndef {guard}\n#define {guard}\n\n{body}\n\n#endif\n"


def faults_of(changed: dict) -> list:
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory) / "mote"
        files = {name: header(name, body) for name, body in SOUND.items()}
        for name, text in {**files, **changed}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        return [f"{path}: {fault}" for path, fault in faults(root)]


class CheckLayers(unittest.TestCase):
    def expect(self, name: str, body: str, *faults_wanted: str):
        self.assertEqual(faults_of({name: header(name, body)}), [f"{name}: {fault}" for fault in faults_wanted])

    def test_sound_library(self):
        self.assertEqual(faults_of({}), [])

    def test_layers(self):
        self.expect("core/a.hpp", '#include "../runtime/run.hpp"', "core may not include runtime (../runtime/run.hpp)")
        self.expect("memory/a.hpp", '#include "../schema/flatbuffers.hpp"',
                    "memory may not include schema (../schema/flatbuffers.hpp)")
        self.expect("ops/a.hpp", '#include "../isa/native.hpp"', "ops may not include isa (../isa/native.hpp)")
        self.expect("ops/a.hpp", '#include "../mote.hpp"', "ops may not include the root (../mote.hpp)")
        self.expect("config.hpp", '#include "core/span.hpp"', "config.hpp may not include core (core/span.hpp)")
        self.expect("mote.hpp", '#include "kernels/dot.hpp"', '"kernels/dot.hpp" does not exist')

    def test_places(self):
        self.expect("core/a.hpp", '#include "../../x.hpp"', '"../../x.hpp" leaves the library')
        self.expect("other/a.hpp", "", "is in no room")

    def test_namespaces(self):
        self.expect("core/a.hpp", "namespace mote {\n}", "opens namespace mote without its inline namespace")
        self.expect("ops/a.hpp", "namespace mote::ops {\n}")
        self.expect("core/a.hpp", "namespace mote::other::detail {\n}", "config.hpp does not name namespace other")

    def test_foreign_headers(self):
        self.expect("core/a.hpp", "#include <flatbuffers/flatbuffers.h>",
                    "core/ may not include <flatbuffers/flatbuffers.h>")
        self.expect("schema/a.hpp", "#include <flatbuffers/flatbuffers.h>",
                    "schema/ may not include <flatbuffers/flatbuffers.h>")
        self.expect("schema/a.hpp", "#include <vector>", "schema/ may not include <vector>")

    def test_targets(self):
        self.expect("kernels/a.hpp", "#ifdef __ARM_FEATURE_DSP\n#endif",
                    "#if on __ARM_FEATURE_DSP: only config.hpp and isa/ may ask")
        self.expect("core/a.hpp", "#if defined(__GNUC__) && MOTE_X\n#elif _MSC_VER > 1900\n#endif",
                    "#if on __GNUC__: only config.hpp and isa/ may ask",
                    "#if on _MSC_VER: only config.hpp and isa/ may ask")

    def test_tokens(self):
        for body, fault in {
            "auto p = new int;": "'new': new-expression that is not placement",
            "void f() { delete p; }": "'delete': delete-expression",
            "auto p = malloc(4);": "'malloc(': heap",
            "std::string s;": "'std::string': owns heap memory",
            "int m = std::min(1, 2);": "'min(': a macro in Arduino.h",
            "int m = Limits::max();": "'max(': a macro in Arduino.h",
            "void f() { throw 1; }": "'throw': exceptions",
            "auto& t = typeid(int);": "'typeid': RTTI",
            "struct A { virtual void f(); };": "'virtual': virtual functions",
        }.items():
            self.expect("core/a.hpp", body, fault)

    def test_operators(self):
        op = header("ops/relu.hpp", "auto code = schema::BuiltinOperator_RELU;")
        self.assertEqual(faults_of({"ops/relu.hpp": op, "ops/all_ops.hpp": header("ops/all_ops.hpp", "")}),
                         ["ops/relu.hpp: names an operator but is not in all_ops.hpp"])
        listed = {"ops/relu.hpp": op, "ops/all_ops.hpp": header("ops/all_ops.hpp", '#include "relu.hpp"')}
        self.assertEqual(faults_of(listed), [])
        brought = {**listed, "runtime/run.hpp": header("runtime/run.hpp", '#include "../ops/relu.hpp"')}
        self.assertEqual(faults_of(brought), ["mote.hpp: brings an operator along: ops/relu.hpp"])

    def test_macros(self):
        self.expect("core/a.hpp", "#define LIMIT 4", "macro LIMIT survives the header")
        many = "\n".join(f"#define MOTE_M{i} {i}" for i in range(MACRO_LIMIT))
        self.assertIn(f"{MACRO_LIMIT + 1} macros survive", faults_of({"core/a.hpp": header("core/a.hpp", many)})[0])

    def test_heading(self):
        text = header("core/a.hpp", "")
        self.assertEqual(faults_of({"core/a.hpp": text.replace("CORE_A", "A")}),
                         ["core/a.hpp: its include guard is not MOTE_CORE_A_HPP"])
        self.assertEqual(faults_of({"core/a.hpp": text[3:]}), ["core/a.hpp: does not start with the SPDX line"])


if __name__ == "__main__":
    unittest.main()
