#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sum up Meson test logs. Usage: summary.py [--broken-builds N] TESTLOG.json...

Counts doctest's test cases and the `N passed, M failed` of `mote verify`; any other test, and any that ended badly
without a failed case (a crash, a sanitizer), counts as one. A log that is missing or empty, and a broken build, is
a failure. The last line is `N passed, M failed`; the exit status is 1 where M > 0.
"""
import argparse
import json
import re
import sys
from pathlib import Path

DOCTEST = re.compile(r"^\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed", re.M)
VERIFY = re.compile(r"^(\d+) passed, (\d+) failed$", re.M)


def counts(test: dict) -> tuple:
    """(passed, failed) of one test."""
    if test["result"] == "SKIP":
        return 0, 0
    found = [match for pattern in (DOCTEST, VERIFY) for match in pattern.findall(test["stdout"] or "")]
    passed, failed = (sum(int(pair[i]) for pair in found) for i in (0, 1))
    if test["result"] not in ("OK", "EXPECTEDFAIL"):
        return passed, max(failed, 1)
    return (passed, failed) if found else (1, 0)


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--broken-builds", type=int, default=0)
    arguments.add_argument("log", nargs="*", type=Path)
    options = arguments.parse_args()

    passed, failed = 0, options.broken_builds
    if failed:
        print(f"builds that failed: {failed}")
    for log in options.log:
        tests = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
        of_log = [counts(test) for test in tests]
        if not tests:
            print(f"{log}: no tests were run")
            of_log = [(0, 1)]
        for test in tests:
            if test["result"] == "SKIP":
                print(f"skipped: {test['name']}", *(test["stdout"] or "").splitlines()[-1:])
        print(f"{log}: {sum(p for p, _ in of_log)} passed, {sum(f for _, f in of_log)} failed")
        passed += sum(p for p, _ in of_log)
        failed += sum(f for _, f in of_log)
    print(f"{passed} passed, {failed} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
