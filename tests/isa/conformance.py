# SPDX-License-Identifier: Apache-2.0
"""The conformance corpus and the real models on one ISA: it refuses what the portable kernels refuse, all else passes.
Arguments: MOTE CORPUS ISA"""
import json
import subprocess
import sys

tool, corpus, isa = sys.argv[1:]


def verified(name):
    run = subprocess.run([tool, "verify", "--json", "--isa", name, corpus], capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return json.loads(run.stdout)


portable, result = verified("scalar"), verified(isa)
for failure in result["failures"]:
    if failure not in portable["failures"]:
        print(f"{failure['file']}: {failure['reason']}")
print(f"{isa}: {result['passed']} passed; scalar: {portable['passed']}")
sys.exit(portable["passed"] == 0 or result != portable)
