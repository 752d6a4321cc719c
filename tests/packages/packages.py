# SPDX-License-Identifier: Apache-2.0
"""What the tests of packages share. Arguments of such a test: SOURCE_DIRECTORY BUILD_DIRECTORY"""
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE, BUILD = (Path(argument).resolve() for argument in sys.argv[1:3])
PACKAGES = SOURCE / "examples/packages"
HELLO_WORLD = SOURCE / "examples/hello_world/main.cpp"
PUBLISHED = ["examples", "include", "zephyr"]  # and the files beside them
VERSION = re.search(r"version: '([\d.]+)'", (SOURCE / "meson.build").read_text())[1]

if shutil.which("ccache"):
    os.environ["CMAKE_CXX_COMPILER_LAUNCHER"] = "ccache"


def skip(why: str):
    print("skipped:", why)
    sys.exit(77)


def program(name: str) -> str:
    return shutil.which(name) or skip(f"{name} is not installed")


def output_of(*command, **options) -> str:
    """What a command prints. It must succeed."""
    done = run(*command, **options)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-6000:]}")
    return done.stdout


def run(*command, folder=None):
    return subprocess.run([*map(str, command)], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=600)


def pip_tool(name: str, requirement: str) -> str:
    """The program `name` on the PATH, or of a virtual environment for it."""
    return shutil.which(name) or str(environment(name, [requirement]) / name)


def pip_python(modules: dict) -> str:
    """A Python that has the modules, whose values are pip's requirements: this one, or that of a virtual environment."""
    if all(map(importlib.util.find_spec, modules)):
        return sys.executable
    return str(environment(next(iter(modules)), modules.values()) / "python3")


def environment(name: str, requirements) -> Path:
    """The programs of a virtual environment below the build directory with `requirements`. Where CI=true it is made;
    elsewhere nothing is downloaded unasked."""
    folder, wanted = BUILD / "pip" / name, "\n".join(requirements)
    complete = folder / "complete"
    made_before = complete.is_file() and complete.read_text() == wanted
    if not made_before and os.environ.get("CI") != "true":
        skip(f"there is no {name}; where pip may install it for this test alone, run the test with CI=true")
    if not made_before:
        for command in ([sys.executable, "-m", "venv", "--clear", folder],
                        [folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", *wanted.split()]):
            made = run(*command)
            if made.returncode:
                skip(f"cannot install {name}: {(made.stdout.splitlines() or ['no reason given'])[-1]}")
        complete.write_text(wanted)
    return folder / "bin"


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def copy_of_tree(self) -> Path:
        """What a package may take of the tree, where a tool may write."""
        tree = self.folder / "mote"
        for name in PUBLISHED:
            shutil.copytree(SOURCE / name, tree / name)
        for path in SOURCE.iterdir():
            if path.is_file() and path.name != ".git":  # of a worktree; git would write to its repository
                shutil.copy(path, tree)
        return tree


def main():
    del sys.argv[1:3]
    unittest.main()
