#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pack a directory of test data, the same bytes every time. Usage: pack.py DIRECTORY ARCHIVE.tar.xz

Files are sorted by path, without dates or owners; README.md stays out.
"""
import io
import lzma
import sys
import tarfile
from pathlib import Path


def pack(directory: Path, archive: Path) -> int:
    raw = io.BytesIO()
    files = sorted(p for p in directory.rglob("*") if p.is_file() and p.name != "README.md")
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in files:
            member = tarfile.TarInfo(path.relative_to(directory).as_posix())
            member.size = path.stat().st_size
            tar.addfile(member, io.BytesIO(path.read_bytes()))
    archive.write_bytes(lzma.compress(raw.getvalue(), preset=9 | lzma.PRESET_EXTREME))
    return len(files)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f"{pack(Path(sys.argv[1]), Path(sys.argv[2]))} files in {sys.argv[2]}")
