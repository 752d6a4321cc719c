#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fail unless a command prints exactly what a file holds. Usage: same_output.py FILE COMMAND..."""
import subprocess
import sys
from pathlib import Path

file, command = Path(sys.argv[1]), sys.argv[2:]
output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
if output != file.read_text():
    sys.exit(f"{file} is stale: make it anew with {' '.join(command)} > {file}")
