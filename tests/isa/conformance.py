# SPDX-License-Identifier: Apache-2.0
"""One ISA refuses those models of the corpus that the portable kernels refuse, all others pass; on the real integer
models it gives the bytes of the portable kernels. Arguments: MOTE CORPUS MODELS ISA"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

tool, corpus, models, isa = sys.argv[1:]


def verified(name):
    run = subprocess.run([tool, "verify", "--json", "--isa", name, corpus], capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return json.loads(run.stdout)


def outputs(model, name):
    """Names and bytes of a model's outputs for some random inputs; none where it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([tool, "run", model, "--isa", name, "--invokes", "5", "--output", f"{folder}/o"],
                       capture_output=True)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


portable, result = verified("scalar"), verified(isa)
for failure in result["failures"]:
    if failure not in portable["failures"]:
        print(f"{failure['file']}: {failure['reason']}")
print(f"{isa}: {result['passed']} passed; scalar: {portable['passed']}")
differing = [path.parent.name for path in sorted(Path(models).glob("*/model.tflite"))
             if "float" not in path.parent.name and outputs(path, isa) != outputs(path, "scalar")]
print("differing models:", differing)
sys.exit(portable["passed"] == 0 or result != portable or differing != [])
