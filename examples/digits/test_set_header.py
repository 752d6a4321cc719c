#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turn digits_test.bin into a C++ header: test_set_header.py digits_test.bin > digits_test.h"""
import sys
from pathlib import Path

RECORD = 65  # 64 pixels and a label
data = Path(sys.argv[1]).read_bytes()

print(f"""// SPDX-License-Identifier: CC-BY-4.0
// digits_test.bin by test_set_header.py; README.md says whose data it is. A record is 64 pixels of 0..16, row by
// row, and the digit that they show.
#ifndef DIGITS_TEST_H
#define DIGITS_TEST_H

inline constexpr unsigned char digits_test[{len(data) // RECORD}][{RECORD}] = {{""")
for start in range(0, len(data), RECORD):
    numbers = [str(value) for value in data[start:start + RECORD]]
    print("    {" + ",".join(numbers[:32]) + ",\n     " + ",".join(numbers[32:]) + "},")
print("};\n\n#endif")
