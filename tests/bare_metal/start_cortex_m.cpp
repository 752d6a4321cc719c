// SPDX-License-Identifier: Apache-2.0
// Reset, faults and vectors of every Cortex-M.
#include "start.hpp"

namespace {

[[maybe_unused]] volatile std::uint32_t& system_register(std::uintptr_t address) {
    return *reinterpret_cast<volatile std::uint32_t*>(address);
}

/// What the processor pushes when an exception is taken.
struct ExceptionFrame {
    std::uint32_t r0, r1, r2, r3, r12, lr, pc, xpsr;
};

void enable_coprocessors() {
#if defined(__ARM_FP) || defined(__ARM_FEATURE_MVE)
    system_register(0xe000ed88) |= 0xfu << 20; // CPACR: full access to CP10 and CP11, FPU and MVE
    __asm volatile("dsb\n isb" ::: "memory");
#endif
}

void limit_stack() {
#if __ARM_ARCH >= 8
    __asm volatile("msr msplim, %0" ::"r"(mote_stack_limit));
#endif
}

} // namespace

extern "C" {

[[noreturn]] __attribute__((used)) void mote_hard_fault(const ExceptionFrame* frame) {
#if __ARM_ARCH >= 7
    const std::uint32_t cause = system_register(0xe000ed28), address = system_register(0xe000ed38); // CFSR, BFAR
#else
    const std::uint32_t cause = 0, address = 0;
#endif
    board::fault(frame->pc, frame->lr, cause, address);
}

[[noreturn]] __attribute__((noinline, used)) void mote_run() { board::run_main(); }

[[noreturn]] void _start() {
    enable_coprocessors();
    limit_stack();
    mote_run();
}

__attribute__((naked)) void fault_handler() {
    __asm volatile("mrs r0, msp\n"
                   "ldr r1, =mote_hard_fault\n"
                   "bx r1\n"
                   ".ltorg");
}

/// Times that SysTick has run out; see counter.hpp.
volatile std::uint32_t mote_systick_wraps = 0;

/// Five instructions, a number that counter.hpp knows.
__attribute__((naked)) void systick_handler() {
    __asm volatile(".syntax unified\n"
                   "ldr r0, =mote_systick_wraps\n"
                   "ldr r1, [r0]\n"
                   "adds r1, r1, #1\n"
                   "str r1, [r0]\n"
                   "bx lr\n"
                   ".ltorg");
}
}

namespace {

struct Vectors {
    const void* stack_top;
    void (*handlers[15])();
};

__attribute__((section(".vectors"), used)) const Vectors vectors = {
    mote_stack_top,
    {_start, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler, nullptr, nullptr,
     nullptr, fault_handler, fault_handler, nullptr, fault_handler, systick_handler}};

} // namespace
