#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""PlatformIO packs mote by library.json, and builds hello_world with that package and with the Arduino library. Its
packages cannot be had everywhere, so that the platform is a stand-in (the host's compiler) and SCons that of pip.
packages.py has the arguments."""
import json
import os
import shutil
import sys
import tarfile

from packages import PACKAGES, SOURCE, VERSION, Case, main, output_of, pip_python

PYTHON = pip_python({"platformio": "platformio==6.2.0", "SCons": "SCons==4.11.1"})

# pio, but that it looks the licence up in a list that it downloads, which is answered here instead.
PIO = """
import sys
from platformio.__main__ import main
from platformio.package.manifest.schema import ManifestSchema
ManifestSchema.load_spdx_licenses = staticmethod(lambda: {"licenses": [{"licenseId": "Apache-2.0"}]})
sys.exit(main())
"""
SCONS_VERSION = """
from platformio.dependencies import get_core_dependencies
print(get_core_dependencies()["tool-scons"].lstrip("~^"))
"""

PLATFORM = """
from platformio.public import PlatformBase
class LocalPlatform(PlatformBase):
    def is_embedded(self):
        return False
"""
BUILDER = """
from SCons.Script import Default, DefaultEnvironment
Default([DefaultEnvironment().BuildProgram()])
"""
PROJECT = """
[env:local]
platform = local
build_flags = -std=gnu++17
lib_compat_mode = off
lib_deps = {}
"""


class PlatformIO(Case):
    def setUp(self):
        super().setUp()
        self.core = self.folder / "core"
        os.environ.update(PLATFORMIO_CORE_DIR=str(self.core), PLATFORMIO_SETTING_ENABLE_TELEMETRY="no")

    def pio(self, *arguments, **options):
        return output_of(PYTHON, "-c", PIO, *arguments, **options)

    def pack(self):
        archive = self.folder / f"mote-{VERSION}.tar.gz"
        self.pio("pkg", "pack", "-o", archive, self.copy_of_tree())
        return archive

    def test_pack(self):
        with tarfile.open(self.pack()) as packed:
            names = {name.removeprefix("./") for name in packed.getnames()}
        headers = {path.relative_to(SOURCE).as_posix() for path in SOURCE.glob("include/mote/**/*.hpp")}
        headers.add("examples/packages/arduino/src/mote.h")
        self.assertLessEqual(headers | {"library.json", "LICENSE", "README.md", "CHANGELOG.md"}, names)
        for example in json.loads((SOURCE / "library.json").read_text())["examples"]:
            self.assertLessEqual({f"{example['base']}/{name}" for name in example["files"]}, names)
        self.assertEqual([name for name in names if name.startswith(("tests", "benchmarks", "examples/cli"))], [])

    def installed(self, kind, name, version, manifest):
        """The folder of a package of PlatformIO's own, as its installer leaves it."""
        folder = self.core / f"{kind}s" / name
        folder.mkdir(parents=True)
        (folder / f"{kind}.json").write_text(json.dumps({"name": name, "version": version, **manifest}))
        kind = {"package": "tool"}.get(kind, kind)
        owner = "platformio" if kind == "tool" else None
        (folder / ".piopm").write_text(json.dumps({
            "type": kind, "name": name, "version": version,
            "spec": {"owner": owner, "id": None, "name": name, "requirements": None, "uri": None}}))
        return folder

    def build_with(self, library):
        scons = self.installed("package", "tool-scons", output_of(PYTHON, "-c", SCONS_VERSION).strip(), {})
        (scons / "scons.py").write_text("from SCons.Script.Main import main\nmain()\n")
        platform = self.installed("platform", "local", "1.0.0", {"title": "local", "packages": {}})
        (platform / "platform.py").write_text(PLATFORM)
        (platform / "builder").mkdir()
        (platform / "builder/main.py").write_text(BUILDER)

        project = self.folder / "project"
        (project / "src").mkdir(parents=True)
        for name in ("main.cpp", "hello_world.hpp", "hello_world_int8.h"):
            shutil.copy(SOURCE / "examples/hello_world" / name, project / "src")
        main_cpp = project / "src/main.cpp"
        main_cpp.write_text("#include <mote.h>\n" + main_cpp.read_text())
        (project / "platformio.ini").write_text(PROJECT.format(library.as_uri()))
        self.pio("run", folder=project)
        self.assertIn("mean error", output_of(project / ".pio/build/local/program"))

    def test_build_with_package(self):
        self.build_with(self.pack())

    def test_build_with_arduino_library(self):
        output_of(sys.executable, PACKAGES / "arduino_zip.py", self.folder)
        self.build_with(self.folder / f"mote-{VERSION}.zip")


if __name__ == "__main__":
    main()
