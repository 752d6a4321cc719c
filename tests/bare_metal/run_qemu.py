#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Run a firmware in an emulator. Usage: run_qemu.py BOARD FIRMWARE [ARGUMENT...]

The firmware reads files and prints by semihosting; its exit status is this program's. One instruction takes 128 ns of the
machine's time, so that its timers count instructions (counter.hpp). MOTE_QEMU_TIMEOUT: seconds, 900 unless set.
"""
import os
import subprocess
import sys

MACHINES = {
    "microbit": ["qemu-system-arm", "-M", "microbit"],
    "mps2_an385": ["qemu-system-arm", "-M", "mps2-an385"],
    "mps2_an386": ["qemu-system-arm", "-M", "mps2-an386"],
    "mps2_an500": ["qemu-system-arm", "-M", "mps2-an500"],
    "mps2_an505": ["qemu-system-arm", "-M", "mps2-an505"],
    "mps3_an547": ["qemu-system-arm", "-M", "mps3-an547"],
    "riscv32_virt": ["qemu-system-riscv32", "-M", "virt", "-bios", "none"],
}


def command(board, firmware, arguments):
    words = ",".join("arg=" + word.replace(",", ",,") for word in [firmware, *arguments])
    return MACHINES[board] + [
        "-nographic", "-monitor", "none", "-serial", "none", "-icount", "shift=7",
        "-semihosting-config", "enable=on,target=native," + words, "-kernel", firmware]  # fmt: skip


def main():
    board, firmware, *arguments = sys.argv[1:]
    try:
        run = subprocess.run(
            command(board, firmware, arguments),
            stdin=subprocess.DEVNULL,
            timeout=float(os.environ.get("MOTE_QEMU_TIMEOUT", 900)),
        )
    except subprocess.TimeoutExpired:
        sys.exit(f"{firmware}: has not ended in time")
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
