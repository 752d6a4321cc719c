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
    return shutil.which(name) or str(environment(name, requirement) / name)


def pip_python(module: str, requirement: str) -> str:
    """A Python that has `module`: this one, or that of a virtual environment for it."""
    if importlib.util.find_spec(module):
        return sys.executable
    return str(environment(module, requirement) / "python3")


def environment(name: str, requirement: str) -> Path:
    """The programs of a virtual environment below the build directory with `requirement`. Where CI=true it is made;
    elsewhere nothing is downloaded unasked."""
    folder = BUILD / "pip" / name
    complete = folder / "complete"
    if not complete.exists() and os.environ.get("CI") != "true":
        skip(f"there is no {name}; for this test alone: python3 -m venv {folder} && "
             f"{folder}/bin/pip install '{requirement}' && touch {complete}")
    if not complete.exists():
        for command in ([sys.executable, "-m", "venv", "--clear", folder],
                        [folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", requirement]):
            made = run(*command)
            if made.returncode:
                skip(f"cannot install {requirement}: {(made.stdout.splitlines() or ['no reason given'])[-1]}")
        complete.touch()
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
