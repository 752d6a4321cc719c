#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""List the models of a folder, one absolute path a line. Usage: list_models.py DIRECTORY OUTPUT [EVERY]

EVERY: keep the first of every EVERY models of one operator, so that each operator stays.
"""
import sys
from itertools import groupby
from pathlib import Path

directory, output, every = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), int(*sys.argv[3:] or [1])
models = sorted(directory.glob("*.tflite"))
kept = []
for _, cases in groupby(models, lambda path: path.name.split("__")[0]):
    kept += list(cases)[::every]
output.write_text("".join(f"{path}\n" for path in kept))
