#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""List the models of a folder, one absolute path a line. Usage: list_models.py DIRECTORY OUTPUT"""
import sys
from pathlib import Path

models = sorted(Path(sys.argv[1]).resolve().glob("*.tflite"))
Path(sys.argv[2]).write_text("".join(f"{path}\n" for path in models))
