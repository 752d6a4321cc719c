# SPDX-License-Identifier: Apache-2.0
from pathlib import Path

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy
from conan.tools.layout import basic_layout


class Mote(ConanFile):
    name = "mote"
    version = "0.1.0"
    description = "Runs TensorFlow Lite models on microcontrollers; header-only"
    license = "Apache-2.0"
    topics = ("tensorflow-lite", "tinyml", "machine-learning", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True

    def layout(self):
        basic_layout(self)

    def export_sources(self):
        tree = Path(self.recipe_folder).parents[2]
        copy(self, "LICENSE", tree, self.export_sources_folder)
        copy(self, "*.hpp", tree / "include", Path(self.export_sources_folder) / "include")

    def validate(self):
        check_min_cppstd(self, 17)

    def package(self):
        copy(self, "LICENSE", self.source_folder, Path(self.package_folder) / "licenses")
        copy(self, "*.hpp", Path(self.source_folder) / "include", Path(self.package_folder) / "include")

    def package_id(self):
        self.info.clear()

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
