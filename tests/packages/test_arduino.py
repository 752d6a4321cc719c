#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Arduino library: what is in the zip, and its sketches compiled as arduino-cli compiles them: nothing but the
library's src/ on the include path, the core's header before the sketch. packages.py has the arguments."""
import re
import shutil
import sys
import zipfile
from pathlib import Path

from packages import PACKAGES, SOURCE, VERSION, Case, main, output_of, run

CORE = SOURCE / "tests/standing/arduino"
FLAGS = ["-std=gnu++17", "-Os", "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics", "-ffunction-sections",
         "-fdata-sections", "-Wall", "-Wextra", "-Werror", "-DARDUINO=10819"]
COMPILERS = {
    "c++": [[]],
    "arm-none-eabi-g++": [["-mthumb", "-mcpu=cortex-m0plus"],
                          ["-mthumb", "-mcpu=cortex-m4", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"]],
}
FUNCTION = re.compile(r"^(\w[^;{}=\n]*\([^;{}\n]*\)) \{$", re.M)

# Fields that the IDE's library specification requires, and the categories that it knows.
FIELDS = ["name", "version", "author", "maintainer", "sentence", "paragraph", "category", "url", "architectures"]
CATEGORIES = ["Display", "Communication", "Signal Input/Output", "Sensors", "Device Control", "Timing", "Data Storage",
              "Data Processing", "Other"]


class Arduino(Case):
    def setUp(self):
        super().setUp()
        self.zip = self.folder / f"mote-{VERSION}.zip"
        said = output_of(sys.executable, PACKAGES / "arduino_zip.py", self.folder)
        self.assertEqual(said.strip(), str(self.zip))
        self.library = self.folder / "libraries/mote"
        with zipfile.ZipFile(self.zip) as archive:
            archive.extractall(self.folder / "libraries")

    def test_one_folder(self):
        self.assertEqual([path.name for path in (self.folder / "libraries").iterdir()], ["mote"])

    def test_same_bytes_again(self):
        first = self.zip.read_bytes()
        output_of(sys.executable, PACKAGES / "arduino_zip.py", self.folder)
        self.assertEqual(self.zip.read_bytes(), first)

    def test_files(self):
        every = {path.relative_to(self.library) for path in self.library.rglob("*") if path.is_file()}
        headers = {"src" / path.relative_to(SOURCE / "include") for path in SOURCE.glob("include/mote/**/*.hpp")}
        self.assertEqual({path for path in every if path.parts[:2] == ("src", "mote")}, headers)
        # What the IDE would compile or link, or takes for a sign of another layout.
        self.assertEqual([path for path in every if path.suffix in (".c", ".cpp", ".S", ".a", ".exe")], [])
        self.assertEqual({path.parts[0] for path in every},
                         {"LICENSE", "README.md", "examples", "keywords.txt", "library.properties", "src"})

    def test_properties(self):
        lines = (self.library / "library.properties").read_text().splitlines()
        properties = dict(line.split("=", 1) for line in lines)
        for field in FIELDS:
            self.assertTrue(properties.get(field), field)
        self.assertIn(properties["category"], CATEGORIES)
        self.assertFalse(properties["paragraph"].startswith(properties["sentence"]), "the IDE shows both")
        for header in properties["includes"].split(","):
            self.assertTrue((self.library / "src" / header).is_file(), header)

    def test_keywords(self):
        text = "\n".join(path.read_text() for path in self.library.rglob("*.hpp"))
        for line in (self.library / "keywords.txt").read_text().splitlines():
            if line and not line.startswith("#"):
                word, kind = line.split("\t")
                self.assertIn(kind, ("KEYWORD1", "KEYWORD2"))
                self.assertRegex(text, rf"\b{word}\b")

    def sketches(self):
        sketches = sorted(self.library.glob("examples/*/*.ino"))
        self.assertEqual([path.stem for path in sketches], [path.parent.name for path in sketches])
        self.assertIn("hello_world", [path.stem for path in sketches])
        return sketches

    def test_library_is_found(self):
        """The first header that a sketch names is the one at the root of src/, which is all that the IDE looks for."""
        for sketch in self.sketches():
            self.assertEqual(re.findall(r"#include <(.*?)>", sketch.read_text())[:1], ["mote.h"], sketch)

    def test_sketches_compile(self):
        tried = 0
        for compiler, targets in COMPILERS.items():
            if shutil.which(compiler):
                for target in targets:
                    for sketch in self.sketches():
                        with self.subTest(compiler=compiler, target=target, sketch=sketch.stem):
                            tried += 1
                            self.compile(compiler, target, sketch)
        self.assertGreater(tried, 0, "no compiler")

    def compile(self, compiler, target, sketch):
        # The folder is copied; the sketch becomes C++ with the core's header above it and its functions declared.
        folder = self.folder / sketch.stem
        shutil.copytree(sketch.parent, folder, dirs_exist_ok=True)
        text = sketch.read_text()
        first = FUNCTION.search(text)
        declarations = "".join(f"{head};\n" for head in FUNCTION.findall(text))
        source = folder / f"{sketch.name}.cpp"
        source.write_text(f"#include <Arduino.h>\n{text[:first.start()]}{declarations}{text[first.start():]}")
        done = run(*launcher(), compiler, *target, *FLAGS, f"-I{CORE}", f"-I{self.library / 'src'}",
                   "-c", source, "-o", source.with_suffix(".o"))
        self.assertEqual(done.returncode, 0, done.stdout[:4000])


def launcher() -> list:
    return ["ccache"] if shutil.which("ccache") else []


if __name__ == "__main__":
    main()
