// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_START_HPP
#define MOTE_TESTS_BARE_METAL_START_HPP

#include "console.hpp"
#include "stack.hpp"

// From the linker script.
extern "C" std::uint32_t mote_data_begin[], mote_data_end[], mote_data_stored[], mote_bss_begin[], mote_bss_end[];
extern "C" void (*mote_constructors_begin[])(), (*mote_constructors_end[])();

int main();

namespace board {

enum Failure { faulted = 100, overflowed = 101 };

/// Makes memory what C++ expects, runs main and ends with its result. For the reset handlers, whose stack is set up.
[[noreturn]] inline void run_main() noexcept {
    paint_stack();
    // Volatile: these loops must not become calls of memcpy, whose own data may not be there yet.
    volatile std::uint32_t* to = mote_data_begin;
    for (const std::uint32_t* from = mote_data_stored; to < mote_data_end;) *to++ = *from++;
    for (volatile std::uint32_t* at = mote_bss_begin; at < mote_bss_end;) *at++ = 0;
    for (auto constructor = mote_constructors_begin; constructor < mote_constructors_end; ++constructor) (*constructor)();
    const int status = main();
    if (stack_overflowed()) {
        Console() << "the stack has overflowed\n";
        exit(overflowed);
    }
    exit(status);
}

/// Says where the program failed, and why as the machine puts it, and ends it.
[[noreturn]] inline void fault(std::uint32_t pc, std::uint32_t return_address, std::uint32_t cause,
                               std::uint32_t address) noexcept {
    Console out;
    (out << "fault at pc 0x").hex(pc) << ", return address 0x";
    (out.hex(return_address) << ", cause 0x").hex(cause);
    (out << ", address 0x").hex(address) << '\n';
    exit(faulted);
}

} // namespace board

// Nobody runs destructors at the end of a firmware.
extern "C" {
void* __dso_handle = nullptr;
int __cxa_atexit(void (*)(void*), void*, void*) { return 0; }
int __aeabi_atexit(void*, void (*)(void*), void*) { return 0; }
[[noreturn]] void __cxa_pure_virtual() { board::exit(board::faulted); }
}

#endif
