#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A user's Meson project gets mote by the wrap, from a repository made here. packages.py has the arguments."""
import os
import shutil
from pathlib import Path

from packages import HELLO_WORLD, PACKAGES, VERSION, Case, main, output_of, program

MESON, GIT = program("meson"), program("git")
HERE = Path(__file__).resolve().parent

for name in [name for name in os.environ if name.startswith("GIT_")]:
    del os.environ[name]  # of the repository that a hook runs in


class Wrap(Case):
    def test_subproject(self):
        tree = self.copy_of_tree()
        self.assertFalse((tree / ".git").exists())
        for command in ("init", "add .", "commit -m all", f"tag v{VERSION}"):
            output_of(GIT, "--git-dir", tree / ".git", "--work-tree", tree, "-c", "user.name=test",
                      "-c", "user.email=test@mote.example", *command.split(), folder=tree)

        project = self.folder / "project"
        shutil.copytree(HERE / "consumer", project)
        wrap = (PACKAGES / "meson/mote.wrap").read_text()
        self.assertIn("https://mote.example/mote.git", wrap)
        (project / "subprojects").mkdir()
        (project / "subprojects/mote.wrap").write_text(wrap.replace("https://mote.example/mote.git", tree.as_uri()))

        build = self.folder / "build"
        output_of(MESON, "setup", build, project, f"-Dprogram={HELLO_WORLD}", f"-Dmote_version={VERSION}")
        output_of(MESON, "compile", "-C", build)
        self.assertIn("mean error", output_of(build / "program"))


if __name__ == "__main__":
    main()
