#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write mote-VERSION.zip, the Arduino library. Usage: arduino_zip.py [DIRECTORY]    (default: the current one)

The library is the folder arduino/ beside this script, with the headers of include/ below src/, and the sketches among
the examples: each with the files that it includes, which must lie in its own folder. In the Arduino IDE: Sketch >
Include Library > Add .ZIP Library.
"""
import re
import sys
import zipfile
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent
TREE = PACKAGES.parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same files make the same bytes


def included(file: Path, seen: set) -> set:
    """`file` and what it includes with quotes, however indirectly."""
    seen.add(file)
    for name in INCLUDE.findall(file.read_text()):
        target = (file.parent / name).resolve()
        if file.parent not in target.parents or not target.is_file():
            sys.exit(f'{file}: "{name}" is not in the folder of the sketch, which must have all that it includes')
        if target not in seen:
            included(target, seen)
    return seen


def sketch_files(sketch: Path):
    yield from included(sketch, set())
    readme = sketch.parent / "README.md"
    if readme.is_file():
        yield readme


def library_files() -> dict:
    """Every file of the library: its path there, and where it is in the tree."""
    skeleton = PACKAGES / "arduino"
    files = {path.relative_to(skeleton): path for path in skeleton.rglob("*") if path.is_file()}
    files[Path("LICENSE")] = TREE / "LICENSE"
    for header in TREE.glob("include/mote/**/*.hpp"):
        files["src" / header.relative_to(TREE / "include")] = header
    for sketch in TREE.glob("examples/*/*.ino"):
        for path in sketch_files(sketch):
            files[path.relative_to(TREE)] = path
    return files


def main() -> int:
    if len(sys.argv) > 2 or sys.argv[1:] and sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    properties = (PACKAGES / "arduino/library.properties").read_text()
    version = re.search(r"^version=(.+)$", properties, re.M)[1]
    output = Path(sys.argv[1] if sys.argv[1:] else ".") / f"mote-{version}.zip"
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, source in sorted(library_files().items()):
            entry = zipfile.ZipInfo(("mote" / path).as_posix(), LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, source.read_bytes())
    print(output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
