#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`pio pkg pack` takes library.json and packs what a user needs. packages.py has the arguments."""
import json
import os
import tarfile

from packages import SOURCE, VERSION, Case, main, output_of, pip_python

PYTHON = pip_python("platformio", "platformio>=6,<7")

# It looks the licence up in a list that it downloads, which is answered here instead.
PACK = """
import sys
from platformio.__main__ import main
from platformio.package.manifest.schema import ManifestSchema
ManifestSchema.load_spdx_licenses = staticmethod(lambda: {"licenses": [{"licenseId": "Apache-2.0"}]})
sys.exit(main())
"""


class PlatformIO(Case):
    def test_pack(self):
        os.environ.update(PLATFORMIO_CORE_DIR=str(self.folder / "core"), PLATFORMIO_SETTING_ENABLE_TELEMETRY="no")
        archive = self.folder / f"mote-{VERSION}.tar.gz"
        output_of(PYTHON, "-c", PACK, "pkg", "pack", "-o", archive, self.copy_of_tree())
        with tarfile.open(archive) as packed:
            names = {name.removeprefix("./") for name in packed.getnames()}
        headers = {path.relative_to(SOURCE).as_posix() for path in SOURCE.glob("include/mote/**/*.hpp")}
        self.assertLessEqual(headers | {"library.json", "LICENSE", "README.md", "CHANGELOG.md"}, names)
        for example in json.loads((SOURCE / "library.json").read_text())["examples"]:
            self.assertLessEqual({f"{example['base']}/{name}" for name in example["files"]}, names)
        self.assertEqual([name for name in names if name.startswith(("tests", "benchmarks", "examples/cli"))], [])


if __name__ == "__main__":
    main()
