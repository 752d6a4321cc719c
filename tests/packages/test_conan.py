#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`conan create` packs mote, then builds and runs its test package. packages.py has the arguments."""
import os

from packages import VERSION, Case, main, output_of, pip_tool, program, run

program("cmake")
CONAN = pip_tool("conan", "conan==2.34.0")


class Conan(Case):
    def setUp(self):
        super().setUp()
        os.environ["CONAN_HOME"] = str(self.folder / "conan")
        output_of(CONAN, "profile", "detect")
        self.recipe = self.copy_of_tree() / "examples/packages/conan"

    def test_create(self):
        said = output_of(CONAN, "create", self.recipe, "--no-remote")
        self.assertIn("mean error", said)
        self.assertIn(f"mote/{VERSION}", said)

    def test_language(self):
        refused = run(CONAN, "create", self.recipe, "--no-remote", "-s", "compiler.cppstd=14", "--test-folder=")
        self.assertNotEqual(refused.returncode, 0)
        self.assertRegex(refused.stdout, "Current cppstd .* is lower than the required C\\+\\+ standard")


if __name__ == "__main__":
    main()
