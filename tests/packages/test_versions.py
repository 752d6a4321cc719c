#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every package says the version that meson.build says. packages.py has the arguments."""
import re

from packages import SOURCE, VERSION, Case, main

STATED = {
    "CMakeLists.txt": r"project\(mote VERSION ([\d.]+)",
    "CHANGELOG.md": r"^## \[(\d[\d.]*)\]",
    "idf_component.yml": r'^version: "([\d.]+)"',
    "library.json": r'^  "version": "([\d.]+)"',
    "examples/packages/arduino/library.properties": r"^version=([\d.]+)$",
    "examples/packages/conan/conanfile.py": r'^    version = "([\d.]+)"',
    "examples/packages/meson/mote.wrap": r"^revision = v([\d.]+)$",
    "examples/packages/vcpkg/mote/vcpkg.json": r'^  "version": "([\d.]+)"',
}
PARTS = ["MAJOR", "MINOR", "PATCH"]


class Versions(Case):
    def first(self, path, pattern):
        found = re.search(pattern, (SOURCE / path).read_text(), re.M)
        self.assertIsNotNone(found, f"{path} states no version")
        return found[1]

    def test_manifests(self):
        for path, pattern in STATED.items():
            with self.subTest(path):
                self.assertEqual(self.first(path, pattern), VERSION)

    def test_header(self):
        path = "include/mote/version.hpp"
        if not (SOURCE / path).is_file():
            self.skipTest("no version.hpp")
        parts = [self.first(path, rf"^#define MOTE_VERSION_{part}\s+(\d+)$") for part in PARTS]
        self.assertEqual(".".join(parts), VERSION)


if __name__ == "__main__":
    main()
