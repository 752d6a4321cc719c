#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The progress that long commands of the host tool show on a terminal, and nowhere else. tool.py has the arguments."""
import os
import pty
import subprocess

from tool import CORPUS, EXAMPLES, MOTE, Case, main

HELLO = EXAMPLES / "hello_world/hello_world_int8.tflite"
WIPE = b"\r\x1b[K"


class Progress(Case):
    def on_terminal(self, *arguments):
        """(exit status, stdout, what a terminal as stderr got)."""
        try:
            leader, follower = pty.openpty()
        except OSError as error:  # a container, mostly
            self.skipTest(f"no terminal to be had: {error}")
        with open(self.folder / "stdout", "w+b") as output:
            command = subprocess.Popen([MOTE, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=output, stderr=follower)
            os.close(follower)
            shown = b""
            try:
                while block := os.read(leader, 65536):
                    shown += block
            except OSError:  # how Linux says that the other end is closed
                pass
            os.close(leader)
            status = command.wait()
        return status, (self.folder / "stdout").read_bytes().decode(), shown

    def assert_wiped(self, shown, pattern):
        parts = shown.split(WIPE)
        self.assertGreater(len(parts), 2, shown)
        self.assertEqual((parts[0], parts[-1]), (b"", b""))
        for part in parts[1:-1]:
            self.assertRegex(part, pattern)

    def test_bench(self):
        status, output, shown = self.on_terminal("bench", HELLO)
        self.assertEqual(status, 0)
        self.assert_wiped(shown, rb"^\d+ invokes, minimum [\d.]+ microseconds$")
        self.assertNotIn("\r", output)
        self.assertEqual(self.mote("bench", HELLO).stderr, "")

    def test_verify(self):
        folders = [CORPUS] * 60  # a second of work, where a fifth goes without progress
        status, output, shown = self.on_terminal("verify", *folders)
        self.assertIn(status, (0, 1))
        self.assert_wiped(shown.replace(WIPE + WIPE, WIPE), rb"^(\d+ of \d+: .*)?$")
        self.assertNotIn("\r", output)
        self.assertRegex(output, r"\d+ passed, \d+ failed\n\Z")
        run = subprocess.run([MOTE, "verify", *folders], capture_output=True)
        self.assertEqual((run.returncode, run.stderr), (status, b""))

    def test_short(self):
        """Nothing flickers where there is nothing to wait for."""
        self.assertEqual(self.on_terminal("bench", HELLO, "--repeat", 1)[2], b"")


if __name__ == "__main__":
    main()
