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
        major, minor, patch = map(int, VERSION.split("."))
        self.assertEqual(self.first(path, r"^#define MOTE_VERSION (\d+)$"), str(major * 10000 + minor * 100 + patch))
        namespace = "v" + VERSION.replace(".", "_")
        for found in re.findall(r"^#define MOTE_NAMESPACE (\w+)", (SOURCE / "include/mote/config.hpp").read_text(), re.M):
            self.assertRegex(found, rf"^{namespace}(_|$)")
        self.assertEqual(self.first(path, r'^inline constexpr char version\[\] = "([\d.]+)";$'), VERSION)


if __name__ == "__main__":
    main()
