#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Unpack a test archive. Usage: unpack.py ARCHIVE DIRECTORY STAMP

DIRECTORY is emptied first, STAMP written last.
"""
import shutil
import sys
import tarfile
from pathlib import Path

archive, directory, stamp = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
shutil.rmtree(directory, ignore_errors=True)
with tarfile.open(archive) as members:
    members.extractall(directory)
stamp.touch()
