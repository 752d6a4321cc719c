#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""ESP-IDF's component manager takes idf_component.yml and packs the component. packages.py has the arguments."""
import os
import tarfile

from packages import SOURCE, VERSION, Case, main, output_of, pip_tool

COMPOTE = pip_tool("compote", "idf-component-manager==3.1.2")
BESIDE = {"CHANGELOG.md", "CMakeLists.txt", "LICENSE", "README.md", "idf_component.yml"}


class Component(Case):
    def test_pack(self):
        os.environ["IDF_TOOLS_PATH"] = str(self.folder / "tools")
        tree = self.copy_of_tree()
        output_of(COMPOTE, "--warnings-as-errors", "component", "pack", "--name", "mote", "--project-dir", tree,
                  "--dest-dir", self.folder)
        with tarfile.open(self.folder / f"mote_{VERSION}.tgz") as packed:
            names = {entry.name.removeprefix("./") for entry in packed if entry.isfile()}
        headers = {path.relative_to(SOURCE).as_posix() for path in SOURCE.glob("include/mote/**/*.hpp")}
        self.assertEqual(names - BESIDE, headers)
        self.assertLessEqual(BESIDE, names)


if __name__ == "__main__":
    main()
