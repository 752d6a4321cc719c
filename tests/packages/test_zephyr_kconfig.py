#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Kconfig of mote as a Zephyr module, read by kconfiglib among stand-ins for Zephyr's own symbols. packages.py has
the arguments."""
import re

from packages import SOURCE, Case, main, output_of, pip_python

PYTHON = pip_python({"kconfiglib": "kconfiglib==14.1.0"})
KCONFIG = re.search(r"^  kconfig: (\S+)$", (SOURCE / "zephyr/module.yml").read_text(), re.M)[1]

ZEPHYR = f"""
config CPP
	bool "C++"
choice
	prompt "C++ standard"
	default STD_CPP11
config STD_CPP98
	bool "98"
config STD_CPP11
	bool "11"
config STD_CPP14
	bool "14"
config STD_CPP17
	bool "17"
config STD_CPP20
	bool "20"
endchoice
config REQUIRES_FULL_LIBCPP
	bool "Complete C++ library"
source "{SOURCE}/{KCONFIG}"
"""
# Prints what a configuration makes of the symbols of interest.
READ = """
import sys, kconfiglib
kconfig = kconfiglib.Kconfig(sys.argv[1])
kconfig.load_config(sys.argv[2])
assert not kconfig.warnings, kconfig.warnings
print(*(kconfig.syms[name].str_value for name in ("MOTE", "MOTE_STATUS_WORDS", "REQUIRES_FULL_LIBCPP")))
"""


class Kconfig(Case):
    def values(self, *lines):
        kconfig, config = self.folder / "Kconfig", self.folder / "prj.conf"
        kconfig.write_text(ZEPHYR)
        config.write_text("".join(f"CONFIG_{line}\n" for line in lines))
        return output_of(PYTHON, "-c", READ, kconfig, config).split()[-3:]

    def test_values(self):
        self.assertEqual(self.values("CPP=y", "STD_CPP17=y"), ["n", "n", "n"])
        self.assertEqual(self.values("CPP=y", "STD_CPP17=y", "MOTE=y"), ["y", "y", "y"])
        self.assertEqual(self.values("CPP=y", "STD_CPP20=y", "MOTE=y"), ["y", "y", "y"])
        self.assertEqual(self.values("CPP=y", "STD_CPP17=y", "MOTE=y", "MOTE_STATUS_WORDS=n"), ["y", "n", "y"])

    def test_what_it_needs(self):
        for lines in (["STD_CPP17=y"], ["CPP=y"], ["CPP=y", "STD_CPP14=y"]):
            with self.subTest(lines):
                self.assertEqual(self.values(*lines, "MOTE=y")[0], "n")


if __name__ == "__main__":
    main()
