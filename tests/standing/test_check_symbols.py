#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_symbols.py tells what a microcontroller lacks from what a program without it has."""
import unittest

from check_symbols import faults


class CheckSymbols(unittest.TestCase):
    def test_forbidden(self):
        names = ["malloc@GLIBC_2.2.5", "free", "_malloc_r", "_Znwm", "_Znaj", "_ZdlPvm", "__cxa_throw", "_ZTV1A",
                 "_ZTI1A", "__cxa_guard_acquire", "_GLOBAL__sub_I_main", "__gxx_personality_v0@CXXABI_1.3"]
        self.assertEqual(faults(names, []), names)

    def test_harmless(self):
        self.assertEqual(faults(["main", "memcpy@GLIBC_2.14", "_ZN4mote6invokeEv", "freeze", "__cxa_finalize"], []), [])

    def test_allowed(self):
        self.assertEqual(faults(["_sbrk_r", "_free_r", "malloc"], ["_(sbrk|free)_r"]), ["malloc"])


if __name__ == "__main__":
    unittest.main()
