#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write a source that runs StaticInterpreter on one model. Usage: generate_model.py MODEL NAME GOLDEN OUTPUT

GOLDEN: a folder with TFLM's g.inv0.in0.bin and g.inv0.out0.bin for it, or nothing.
"""
import sys
from pathlib import Path

model, name, golden, output = sys.argv[1:]
numbers = ",".join(map(str, Path(model).read_bytes()))
Path(output).write_text(f'''#include "static_model.hpp"

namespace {{
alignas(16) constexpr unsigned char model[] = {{{numbers}}};
}} // namespace

TEST_CASE("StaticInterpreter on {name}") {{
    test::check_static_model<model>("{golden}");
}}
''')
