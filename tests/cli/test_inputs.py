#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Inputs and outputs of the host tool by name and as NumPy's .npy files, whose bytes are written here by hand. tool.py
has the arguments."""
import ast
import math
import struct
import subprocess

from tool import CORPUS, EXAMPLES, MOTE, Case, Xorshift, elements, main

HELLO = EXAMPLES / "hello_world/hello_world_int8.tflite"
HELLO_FLOAT = EXAMPLES / "hello_world/hello_world_float.tflite"
DTYPES = {"int8": "|i1", "uint8": "|u1", "int16": "<i2", "int32": "<i4", "int64": "<i8", "float32": "<f4", "bool": "|b1"}


def npy(dtype, shape, data, version=1, order="False", descr=None):
    header = f"{{'descr': {descr or repr(dtype)}, 'fortran_order': {order}, 'shape': {tuple(shape)!r}, }}"
    return with_header(header, data, version)


def with_header(header, data, version=1):
    length = struct.calcsize("<H" if version == 1 else "<I")
    text = header.encode("latin1")
    text += b" " * (-(6 + 2 + length + len(text) + 1) % 64) + b"\n"
    return b"\x93NUMPY" + bytes([version, 0]) + struct.pack("<H" if version == 1 else "<I", len(text)) + text + data


def parse(data):
    """(dtype, shape, bytes) of a version 1 file, by the words of NumPy's manual."""
    assert data[:8] == b"\x93NUMPY\x01\x00"
    end = 10 + struct.unpack_from("<H", data, 8)[0]
    assert end % 64 == 0 and data[end - 1:end] == b"\n"
    header = ast.literal_eval(data[10:end].decode("latin1"))
    assert sorted(header) == ["descr", "fortran_order", "shape"] and header["fortran_order"] is False
    return header["descr"], header["shape"], data[end:]


class InputCase(Case):
    def outputs(self, model, *arguments):
        """Bytes of all outputs of all invokes."""
        prefix = self.folder / "o"
        self.mote("run", model, "--output", prefix, *arguments)
        found = sorted(self.folder.glob("o.inv*.bin"))
        data = [path.read_bytes() for path in found]
        for path in found:
            path.unlink()
        return data

    def inputs(self, model):
        return self.json("run", model)["inputs"]

    def some_bytes(self, tensor, seed=5):
        return Xorshift(seed).tensor(tensor["type"], elements(tensor["shape"]))


class Arrays(InputCase):
    def test_every_type(self):
        """A .npy file gives what the same bytes raw give, and outputs come back as they are."""
        seen = set()
        for model in [HELLO, HELLO_FLOAT, *sorted(CORPUS.glob("*.tflite"))]:
            run = subprocess.run([MOTE, "run", model], capture_output=True)
            kind = model.name.split("_")[0]
            if run.returncode != 0 or kind not in ("hello", "reshape", "transpose", "concatenation", "sub", "quantize"):
                continue
            tensors = self.inputs(model)
            types = tuple(tensor["type"] for tensor in tensors)
            if not set(types) <= set(DTYPES) or types in seen:
                continue
            seen.add(types)
            raw, arrays = [], []
            for i, tensor in enumerate(tensors):
                data = self.some_bytes(tensor, i + 1)
                raw += ["--input", self.write(f"{i}.bin", data)]
                arrays += ["--input", self.write(f"{i}.npy", npy(DTYPES[tensor["type"]], tensor["shape"], data, 1 + i % 2))]
            expected = self.outputs(model, *raw)
            self.assertEqual(self.outputs(model, *arrays), expected, model)
            found = self.json("run", model, *arrays, "--output-npy", self.folder / "n")["outputs"]
            for i, (tensor, data) in enumerate(zip(found, expected)):
                array = parse((self.folder / f"n.inv0.out{i}.npy").read_bytes())
                self.assertEqual(array, (DTYPES[tensor["type"]], tuple(tensor["shape"]), data), model)
        self.assertLessEqual({"int8", "int16", "int32", "float32", "bool"}, {kind for types in seen for kind in types})

    def test_quantised(self):
        tensor = self.inputs(HELLO)[0]
        scale, zero = tensor["quantization"]["scale"], tensor["quantization"]["zero_point"]
        values = [0.0, 1.0, 3.14, 6.2, 100.0, -7.0, math.inf, 12 * scale]
        quantised = [max(-128, min(127, math.floor(value / scale + 0.5) + zero)) if value < 50 else 127 for value in values]
        raw = self.write("q.bin", struct.pack("<8b", *quantised))
        expected = self.outputs(HELLO, "--input", raw, "--invokes", 8)
        for dtype, letter in (("<f4", "f"), ("<f8", "d")):
            data = struct.pack(f"<8{letter}", *values)
            for shape in ([8, 1], [8, 1, 1]):
                array = self.write("v.npy", npy(dtype, shape, data))
                self.assertEqual(self.outputs(HELLO, "--input", array, "--invokes", 8), expected)
        one = self.write("one.npy", npy("<f4", [1, 1], struct.pack("<f", 3.14)))
        self.assertEqual(self.outputs(HELLO, "--input", one, "--invokes", 2), [expected[2]] * 2)
        nan = self.write("nan.npy", npy("<f4", [1, 1], struct.pack("<f", math.nan)))
        self.assertIn("element 0 is not a number", self.refusal("run", HELLO, "--input", nan, status=2))

    def test_slices(self):
        data = struct.pack("<3f", 0.5, 1.5, 2.5)
        raw = self.outputs(HELLO_FLOAT, "--input", self.write("three.bin", data), "--invokes", 3)
        for shape in ([3, 1], [3, 1, 1]):
            array = self.write("three.npy", npy("<f4", shape, data))
            self.assertEqual(self.outputs(HELLO_FLOAT, "--input", array, "--invokes", 3), raw)
            self.assertIn("takes (1, 1)", self.refusal("run", HELLO_FLOAT, "--input", array, status=2))
            self.assertIn("or 2 times that", self.refusal("run", HELLO_FLOAT, "--input", array, "--invokes", 2, status=2))
        self.mote("run", HELLO_FLOAT, "--invokes", 2, "--output-npy", self.folder / "p")
        self.assertEqual(sorted(path.name for path in self.folder.glob("p*")), ["p.inv0.out0.npy", "p.inv1.out0.npy"])
        self.refusal("run", HELLO_FLOAT, "--output-npy", self.folder / "no/where", status=2)

    def refused_file(self, data, words, model=HELLO_FLOAT):
        file = self.write("bad.npy", data)
        line = self.refusal("run", model, "--input", file, status=2)
        self.assertRegex(line, rf"bad\.npy: .*{words}")

    def test_types_and_shapes(self):
        self.refused_file(npy("<f8", [1, 1], bytes(8)), r"dtype <f8; input 0 is float32 and takes <f4")
        self.refused_file(npy("|i1", [1, 1], bytes(1)), r"dtype \|i1; input 0 is float32")
        self.refused_file(npy("|u1", [1, 1], bytes(1)), r"dtype \|u1; input 0 is int8 and takes \|i1, or <f4 or <f8", HELLO)
        self.refused_file(npy("<f2", [1, 1], bytes(2)), r"dtype <f2; input 0 is int8", HELLO)
        self.refused_file(npy(">f4", [1, 1], bytes(4)), r"big-endian; save array\.astype\('<f4'\)")
        self.refused_file(npy("|O", [1, 1], bytes(8)), r"\|O \(Python objects\)")
        for dtype in ("<U3", "|S4", "|V8", "<M8[s]", "f", "<f3", "", "<x4"):
            self.refused_file(npy(dtype, [1, 1], bytes(4)), "numbers or bool are needed")
        self.refused_file(npy("", [1], bytes(4), descr="[('a', '<f4')]"), "structured dtype")
        self.refused_file(npy("<f4", [1, 1], bytes(4), order="True"), "ascontiguousarray")
        for shape, text in (([1], r"\(1,\)"), ([], r"\(\)"), ([1, 1, 1, 1], r"\(1, 1, 1, 1\)"), ([1, 2], r"\(1, 2\)")):
            self.refused_file(npy("<f4", shape, bytes(4 * elements(shape))), rf"shape {text}; input 0 takes \(1, 1\)")
        self.refused_file(npy("<f4", [0, 1], b""), r"shape \(0, 1\)")

    def test_damaged(self):
        good = npy("<f4", [1, 1], bytes(4))
        self.mote("run", HELLO_FLOAT, "--input", self.write("good.npy", good))
        for size in range(len(good)):
            self.refused_file(good[:size], ".")
        self.refused_file(good + b"?", "5 bytes of data do not make")
        self.refused_file(good[:6] + b"\x03" + good[7:], "format 3; 1 and 2 are read")
        self.refused_file(npy("<f4", [2**40, 2**40], bytes(4)), "do not make")
        self.refused_file(npy("<f4", [2**70], bytes(4)), "too large")
        for at in range(len(good) - 4):  # never a crash, and nothing but one line
            bad = self.write("flipped.npy", good[:at] + bytes([good[at] ^ 0x15]) + good[at + 1:])
            run = subprocess.run([MOTE, "run", HELLO_FLOAT, "--input", bad], capture_output=True, text=True, errors="replace")
            self.assertIn(run.returncode, (0, 2))
            self.assertEqual(run.stderr.count("\n"), run.returncode // 2)

    def test_headers(self):
        """As others may write them."""
        data = bytes(4)
        for header in ('{"shape": (1,1), "fortran_order": False, "descr": "<f4"}', "{'shape':(1,1,),'descr':'<f4','fortran_order':False}",
                       " { 'descr' : '<f4' ,\n 'fortran_order' : False , 'shape' : ( 1 , 1 ) , } "):
            for version in (1, 2):
                self.mote("run", HELLO_FLOAT, "--input", self.write("h.npy", with_header(header, data, version)))
        for header, words in (("", "has no {"), ("{}", "lacks descr"), ("{'descr': '<f4', 'shape': (1, 1)}", "lacks descr"),
                              ("{'descr': '<f4' 'shape': (1, 1)}", "comma"), ("{'colour': 1}", "unknown key colour"),
                              ("{'shape': (1 1)}", "comma"), ("{'shape': (-1,)}", "no number"), ("{'shape': 1}", r"has no \("),
                              ("{'fortran_order': 0}", "neither True nor False"), ("{'descr': '<f4", "has no '")):
            self.refused_file(with_header(header, data), words)

    def test_standard_input(self):
        array = npy("<f4", [1, 1], struct.pack("<f", 1.25))
        expected = self.outputs(HELLO_FLOAT, "--input", self.write("one.npy", array))
        for data in (array, struct.pack("<f", 1.25)):
            run = subprocess.run([MOTE, "run", HELLO_FLOAT, "--input", "-", "--output", self.folder / "o"], input=data, capture_output=True)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertEqual([(self.folder / "o.inv0.out0.bin").read_bytes()], expected)
        run = subprocess.run([MOTE, "run", HELLO_FLOAT, "--input", "-"], input=b"123", capture_output=True, text=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"standard input: 3 bytes; input 0 takes 4", run.stderr)

    def test_digits(self):
        """The test set's pixels as floats classify as well as its bytes do."""
        model = EXAMPLES / "digits/digits_int8.tflite"
        records = (EXAMPLES / "digits/digits_test.bin").read_bytes()
        count = 40
        images = [records[65 * i:65 * i + 65] for i in range(count)]
        floats = b"".join(struct.pack("<64f", *(pixel / 16 for pixel in image[:64])) for image in images)
        array = self.write("x.npy", npy("<f4", [count, 8, 8, 1], floats))
        self.mote("run", model, "--input", array, "--invokes", count, "--output-npy", self.folder / "y")
        right = 0
        for i, image in enumerate(images):
            scores = parse((self.folder / f"y.inv{i}.out0.npy").read_bytes())[2]
            best = max(range(10), key=lambda k: struct.unpack_from("b", scores, k))
            right += best == image[64]
        self.assertGreater(right, 0.9 * count)


class Names(InputCase):
    def model(self):
        return next(m for m in sorted(CORPUS.glob("sub__int8*.tflite")) if len({t["name"] for t in self.inputs(m)} - {""}) == 2)

    def test_by_name(self):
        model = self.model()
        tensors = self.inputs(model)
        names = [tensor["name"] for tensor in tensors]
        self.assertEqual(len(set(names)), 2)
        files = [self.write(f"i{i}.bin", self.some_bytes(tensor, i + 3)) for i, tensor in enumerate(tensors)]
        expected = self.outputs(model, "--input", files[0], "--input", files[1])
        first, second = (f"{name}={file}" for name, file in zip(names, files))
        for arguments in ([first, second], [second, first], [second, files[0]], [files[0], second], [files[1], first], [first, files[1]]):
            specs = [word for argument in arguments for word in ("--input", argument)]
            self.assertEqual(self.outputs(model, *specs), expected, arguments)
        self.assertIn("has a file already", self.refusal("run", model, "--input", first, "--input", first, status=2))
        self.assertIn("no file is named", self.refusal("run", model, "--input", f"{names[0]}=", "--input", second, status=2))
        line = self.refusal("run", model, "--input", f"{names[0]}x={files[0]}", "--input", second, status=2)
        self.assertIn(f"did you mean {names[0]}?", line)
        self.assertIn(f'"{names[0]}", "{names[1]}"', line)
        self.assertIn(f'"{names[0]}", "{names[1]}"', self.refusal("run", model, "--input", second, status=2))

    def test_file_with_equals(self):
        file = self.write("a=b.bin", bytes(1))
        self.mote("run", HELLO, "--input", file)
        name = self.inputs(HELLO)[0]["name"]
        self.mote("run", HELLO, "--input", f"{name}={file}")


if __name__ == "__main__":
    main()
