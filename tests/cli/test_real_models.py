#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The host tool on real models: every tensor is TFLM's, and the C++ that it prints runs them. tool.py has the
arguments. Without the models in ../shared/models only those among the examples are tested."""
import csv
import platform
import re
import struct
import subprocess
import sys
import unittest
import zlib

from tool import BUILD, EXAMPLES, MODELS, SOURCE, Case, main

sys.path.insert(0, str(SOURCE / "tests/standing"))
from build_command import syntax_check

# Multiply-accumulates of convolutions, FULLY_CONNECTED and SVDF.
WORK = {"hello_world_int8": 288, "hello_world_float": 288, "micro_speech_quantized": 336000, "person_detect": 7157888,
        "keyword_scrambled_8bit": 21056, "kws_ref_model": 2656768, "ad01_int8": 264192,
        "pretrainedResnet_quant": 12501632, "audio_preprocessor_int8": 0, "audio_preprocessor_float": 0}
# Whose operators are not all there yet.
LACKING = {"audio_preprocessor_int8", "audio_preprocessor_float"}


def floats(data):
    return struct.unpack(f"<{len(data) // 4}f", data)


class RealModels(Case):
    def models(self, names=None):
        return [(name, MODELS / name) for name in sorted(names or set(WORK) - LACKING)]

    def setUp(self):
        super().setUp()
        if not MODELS.is_dir():
            self.skipTest(f"no {MODELS}")

    def assert_same(self, got, expected, is_float, what):
        if not is_float:
            self.assertEqual(got, expected, what)
            return
        self.assertEqual(len(got), len(expected), what)
        for a, b in zip(floats(got), floats(expected)):
            self.assertLessEqual(abs(a - b), 1e-5 * abs(b) + 1e-6, what)

    def check_run(self, folder, golden, table, invokes):
        model = folder / "model.tflite"
        for old in self.folder.iterdir():
            old.unlink()
        self.mote("run", model, "--invokes", invokes, "--output", self.folder / "o")
        found = self.json("run", model, "--invokes", invokes, "--dump", self.folder / "d", "--output", self.folder / "k")
        for expected in sorted(folder.glob(f"{golden}.inv*.out*.bin")):
            place = expected.name[len(golden):]
            is_float = found["outputs"][int(re.search(r"out(\d+)", place)[1])]["type"] == "float32"
            for prefix in "ok":
                got = (self.folder / (prefix + place)).read_bytes()
                self.assert_same(got, expected.read_bytes(), is_float, f"{prefix} {expected}")
        self.check_tensors(folder / table)

    def check_tensors(self, table):
        with table.open() as lines:
            rows = list(csv.DictReader(lines))
        self.assertGreater(len(rows), 3)
        for row in rows:
            data = (self.folder / f"d.sg{row['subgraph']}.t{row['tensor']}.bin").read_bytes()
            self.assertEqual(len(data), int(row["bytes"]), f"{table} {row}")
            if row["type"] != "FLOAT32":
                self.assertEqual(f"{zlib.crc32(data):08x}", row["crc32"], f"{table} {row}")
        self.assertEqual(len(list(self.folder.glob("d.sg*.bin"))), len(rows))

    def test_every_tensor(self):
        for name, folder in self.models():
            with self.subTest(name):
                self.check_run(folder, "g", "tensors.csv", 1)

    def test_state(self):
        for name, folder in self.models():
            if (folder / "tensors3.csv").exists():
                with self.subTest(name):
                    self.check_run(folder, "g3", "tensors3.csv", 3)

    def test_real_inputs(self):
        for name, folder in self.models():
            for data in sorted((folder / "real").glob("*in0.bin")):
                expected = data.with_name(data.name.replace("in0", "out0")).read_bytes()
                found = self.json("run", folder / "model.tflite")
                invokes = data.stat().st_size // found["inputs"][0]["bytes"]
                self.mote("run", folder / "model.tflite", "--input", data, "--invokes", invokes, "--output", self.folder / "o")
                got = b"".join((self.folder / f"o.inv{k}.out0.bin").read_bytes() for k in range(invokes))
                self.assert_same(got, expected, found["outputs"][0]["type"] == "float32", str(data))

    def test_lacking(self):
        for name, folder in self.models(LACKING):
            self.assertIn("needs an op with custom_name", self.refusal("run", folder / "model.tflite"))

    def test_described(self):
        for name, folder in self.models(WORK):
            found = self.json("inspect", folder / "model.tflite", status=1 if name in LACKING else 0)
            self.assertEqual(found["multiply_accumulates"], WORK[name], name)
            self.assertEqual(found["supported"], name not in LACKING)
            if name not in LACKING:
                self.mote("plan", folder / "model.tflite")
                self.json("bench", folder / "model.tflite", "--repeat", 2, "--profile")


class PastedLines(Case):
    """What inspect prints, pasted beside what embed writes, loads its model, in an arena without a byte to spare."""

    MAIN = """
#include <cstdio>
mote::MicroInterpreter<mote::arena_bytes<MODEL, Ops> - 8, Ops> too_small;
int main() {
    const mote::Status loaded = interpreter.load(MODEL);
    const mote::Status refused = too_small.load(MODEL);
    std::printf("%d %u\\n", static_cast<int>(mote::arena_bytes<MODEL, Ops>), static_cast<unsigned>(refused.needed()));
    return loaded && !refused && interpreter.invoke() ? 0 : 1;
}
"""

    def models(self):
        found = {path.stem: path for path in EXAMPLES.glob("*/*.tflite")}
        if MODELS.is_dir():
            found.update({name: MODELS / name / "model.tflite" for name in set(WORK) - LACKING})
        return sorted(found.items())

    def program(self, name, model, lines, flags):
        """Builds the lines as a program of their own."""
        header = re.search(r'#include "(.+)\.h" // mote embed ', lines)[1]
        self.mote("embed", model, "--output", self.folder / f"{header}.h")
        source = self.write(f"{name}.cpp", lines + self.MAIN.replace("MODEL", header))
        command = syntax_check(BUILD, source)
        command.remove("-fsyntax-only")
        # The library's parameters called model shadow the user's array; GCC's -Wshadow says so.
        command = [*command, "-O0", "-Wno-shadow", *flags, f"-I{self.folder}", "-o", self.folder / name]
        build = subprocess.run(command, cwd=BUILD, capture_output=True, text=True)
        self.assertEqual(build.returncode, 0, build.stderr)
        return self.folder / name

    def check(self, name, model, lines, flags=()):
        run = subprocess.run([self.program(name, model, lines, flags)], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, f"{name}: {run.stdout}{run.stderr}")
        exact, needed = map(int, run.stdout.split())
        self.assertEqual(needed, exact)
        return exact

    def test_text(self):
        for name, model in self.models():
            text = self.mote("inspect", model).stdout
            lines = text[text.index("#include <mote/mote.hpp>"):text.index("\narena of ")]
            exact = self.check(name, model, lines)
            self.assertEqual(self.json("inspect", model)["cpp"], lines)
            self.assertGreaterEqual(exact, self.json("inspect", model)["micro_interpreter"]["arena_bytes"])

    @unittest.skipUnless(platform.machine() == "x86_64", "for compilers of x86-64")
    def test_native(self):
        """The same lines where the compiler targets an instruction set whose kernels take scratch."""
        model = EXAMPLES / "digits/digits_int8.tflite"
        found = self.json("inspect", model)
        exact = self.check("native", model, found["cpp"], ["-march=native"])
        arena = self.json("run", model)["arena"]["bytes"]
        self.assertGreaterEqual(exact, found["micro_interpreter"]["arena_bytes"])
        if exact != found["micro_interpreter"]["arena_bytes"]:
            self.assertEqual(exact, arena)


if __name__ == "__main__":
    if not MODELS.is_dir():
        print(f"skipped: no {MODELS}")
    main()
