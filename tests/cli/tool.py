# SPDX-License-Identifier: Apache-2.0
"""The host tool, for tests that run it. Arguments of such a test: MOTE BUILD_DIRECTORY SOURCE_DIRECTORY"""
import json
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

MOTE, BUILD, SOURCE = (Path(argument).resolve() for argument in sys.argv[1:4])
CORPUS = BUILD / "tests/data/conformance"
MALFORMED = BUILD / "tests/data/malformed"
EXAMPLES = SOURCE / "examples"
MODELS = SOURCE.parent / "shared/models"


class Case(unittest.TestCase):
    """A test with a folder of its own and ways to run the tool."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def mote(self, *arguments, status=0):
        """Runs the tool, which must exit with `status`; where that is not 0, with one line of reasons."""
        run = subprocess.run([MOTE, *map(str, arguments)], capture_output=True, text=True, timeout=600)
        said = f"{' '.join(map(str, arguments))}: {run.returncode}\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
        self.assertEqual(run.returncode, status, said)
        if status == 0:
            self.assertEqual(run.stderr, "", said)
        return run

    def refusal(self, *arguments, status=1):
        """The one line on stderr with which the tool exits."""
        line = self.mote(*arguments, status=status).stderr
        self.assertRegex(line, r"\Amote: [^\n]+\n\Z")
        return line

    def json(self, *arguments, status=0):
        return json.loads(self.mote(*arguments, "--json", status=status).stdout)

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data) if isinstance(data, bytes) else path.write_text(data)
        return path


class Xorshift:
    """The tool's random inputs, by the words of its manual."""

    FORMATS = {"int8": "<B", "uint8": "<B", "int16": "<H", "uint16": "<H", "int32": "<I", "uint32": "<I",
               "int64": "<Q", "uint64": "<Q", "bool": "<B", "float32": "<f"}

    def __init__(self, seed=1):
        self.state = seed or 1

    def step(self):
        x = self.state
        x ^= x << 13 & 0xFFFFFFFF
        x ^= x >> 17
        x ^= x << 5 & 0xFFFFFFFF
        self.state = x
        return x

    def element(self, kind):
        x = self.step()
        if kind == "float32":
            return struct.pack("<f", (x >> 8) / 16777216.0 * 2 - 1)
        masks = {"int16": 0xFFFF, "uint16": 0xFFFF, "bool": 1}
        return struct.pack(self.FORMATS[kind], x & masks.get(kind, 0xFF))

    def tensor(self, kind, count):
        return b"".join(self.element(kind) for _ in range(count))


def elements(shape):
    count = 1
    for extent in shape:
        count *= extent
    return count


def main():
    unittest.main(argv=sys.argv[:1], verbosity=1)
