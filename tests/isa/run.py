# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of an ISA, or says "skipped" where this CPU lacks it. Arguments: MOTE MODEL ISA PROGRAM..."""
import subprocess
import sys

tool, model, isa, *program = sys.argv[1:]
probe = subprocess.run([tool, "run", model, "--isa", isa], capture_output=True, text=True)
if probe.returncode == 2 and "this CPU lacks it" in probe.stderr:
    print(f"skipped: {probe.stderr.strip()}")
    sys.exit(77)
if program[0].endswith(".py"):
    program.insert(0, sys.executable)
sys.exit(subprocess.run(program).returncode)
