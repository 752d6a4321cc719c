// SPDX-License-Identifier: Apache-2.0
// Reset and traps of 32-bit RISC-V in machine mode.
#include "start.hpp"

extern "C" {

/// The three instructions are the request: uncompressed, and not across a page.
__attribute__((naked, aligned(16))) std::intptr_t mote_semihost(std::intptr_t, std::intptr_t) {
    __asm volatile(".option push\n .option norvc\n"
                   "slli x0, x0, 0x1f\n"
                   "ebreak\n"
                   "srai x0, x0, 7\n"
                   ".option pop\n"
                   "ret");
}

[[noreturn]] __attribute__((used)) void mote_run() { board::run_main(); }

[[noreturn]] __attribute__((used)) void mote_trap(std::uint32_t return_address) {
    std::uint32_t pc, cause, address;
    __asm volatile(".option push\n .option arch, +zicsr\n csrr %0, mepc\n csrr %1, mcause\n csrr %2, mtval\n .option pop"
                    : "=r"(pc), "=r"(cause), "=r"(address));
    board::fault(pc, return_address, cause, address);
}

__attribute__((naked, section(".vectors"), used)) void _start() {
    __asm volatile(".option push\n .option norelax\n la gp, __global_pointer$\n .option pop\n"
                   "la sp, mote_stack_top\n"
                   "la tp, mote_thread_local\n"
                   "la t0, mote_trap_entry\n"
                   ".option push\n .option arch, +zicsr\n csrw mtvec, t0\n .option pop\n"
                   "j mote_run\n"
                   ".balign 4\n"
                   "mote_trap_entry:\n"
                   "mv a0, ra\n"
                   "j mote_trap");
}
}
