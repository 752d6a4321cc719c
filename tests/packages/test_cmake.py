#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A user's CMake project gets mote in each of the ways that there are, builds hello_world and runs it. ESP-IDF, Zephyr
and vcpkg are stand-ins of a few lines. packages.py has the arguments."""
import json
import re
from pathlib import Path

from packages import HELLO_WORLD, PACKAGES, SOURCE, VERSION, Case, main, output_of, program, run

CMAKE = program("cmake")
HERE = Path(__file__).resolve().parent

ESP_IDF_REQUIREMENTS = """
# ESP-IDF reads a component first as a script, where registering it ends the script.
set(ESP_PLATFORM 1)
macro(idf_component_register)
  message("registered ${ARGN}")
  return()
endmacro()
"""


class CMake(Case):
    def configure(self, way, *definitions, standard=14, command=output_of):
        """The standard is lower than mote's, which asks for its own."""
        return command(CMAKE, "-S", HERE / "consumer", "-B", self.folder / "build", f"-DWAY={way}", f"-DMOTE={SOURCE}",
                       f"-DPROGRAM={HELLO_WORLD}", f"-DCMAKE_CXX_STANDARD={standard}", *definitions)

    def uses(self, way, *definitions, **options):
        self.configure(way, *definitions, **options)
        output_of(CMAKE, "--build", self.folder / "build")
        self.assertIn("mean error", output_of(self.folder / "build/program"))

    def install(self):
        prefix = self.folder / "prefix"
        output_of(CMAKE, "-S", SOURCE, "-B", self.folder / "mote", f"-DCMAKE_INSTALL_PREFIX={prefix}")
        output_of(CMAKE, "--build", self.folder / "mote", "--target", "install")
        return prefix

    def test_add_subdirectory(self):
        self.uses("add_subdirectory")
        output_of(CMAKE, "--install", self.folder / "build", "--prefix", self.folder / "prefix")
        self.assertFalse((self.folder / "prefix").exists(), "mote is installed with the project that uses it")

    def test_fetch_content(self):
        self.uses("FetchContent")

    def test_find_package(self):
        # From where it was moved to: nothing in it names the place it was installed at.
        moved = self.install().rename(self.folder / "moved")
        self.uses("find_package", f"-DCMAKE_PREFIX_PATH={moved}", f"-DMOTE_VERSION={VERSION}")
        headers = [{path.relative_to(root) for path in root.rglob("*.hpp")} for root in
                   (moved / "include/mote", SOURCE / "include/mote")]
        self.assertEqual(*headers)

    def test_version_of_package(self):
        major, minor, _ = VERSION.split(".")
        prefix = self.install()
        others = [(int(major) + 1, 0), (major, int(minor) + 1), (major, int(minor) - 1)]
        for other in (f"{other[0]}.{other[1]}" for other in others if other[1] >= 0):
            refused = self.configure("find_package", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DMOTE_VERSION={other}",
                                     command=run)
            self.assertNotEqual(refused.returncode, 0)
            self.assertIn(f"version: {VERSION}", refused.stdout)

    def test_esp_idf(self):
        self.uses("ESP-IDF")
        script = self.folder / "requirements.cmake"
        script.write_text(f"{ESP_IDF_REQUIREMENTS}include({SOURCE}/CMakeLists.txt)\n")
        self.assertEqual(output_of(CMAKE, "-P", script), "registered INCLUDE_DIRS;include\n")

    def test_zephyr(self):
        module = re.search(r"^  cmake: (\S+)$", (SOURCE / "zephyr/module.yml").read_text(), re.M)[1]
        commands = self.folder / "build/compile_commands.json"
        given = ["Zephyr", f"-DMODULE={module}", "-DCMAKE_EXPORT_COMPILE_COMMANDS=1"]
        self.uses(*given, "-DCONFIG_MOTE=y", "-DCONFIG_MOTE_STATUS_WORDS=y", standard=17)
        self.assertNotIn("MOTE_STATUS_WORDS", commands.read_text())
        self.configure(*given, "-DCONFIG_MOTE=y", "-DCONFIG_MOTE_STATUS_WORDS=n")
        self.assertIn("-DMOTE_STATUS_WORDS=0", commands.read_text())
        self.configure(*given, "-DCONFIG_MOTE=n")
        self.assertNotIn("/include", commands.read_text())

    def test_vcpkg(self):
        port = PACKAGES / "vcpkg/mote"
        output_of(CMAKE, f"-DPORT_DIR={port}", f"-DWORK={self.folder}/vcpkg", "-P", HERE / "vcpkg_stand_ins.cmake")
        package = self.folder / "vcpkg/package"
        for name in ("copyright", "usage"):
            self.assertTrue((package / "share/mote" / name).is_file(), name)
        self.uses("find_package", f"-DCMAKE_PREFIX_PATH={package}")
        manifest = json.loads((port / "vcpkg.json").read_text())
        self.assertEqual(manifest["name"], port.name)
        functions = {dependency["name"] for dependency in manifest["dependencies"]}
        self.assertEqual(functions, {"vcpkg-cmake", "vcpkg-cmake-config"})


if __name__ == "__main__":
    main()
