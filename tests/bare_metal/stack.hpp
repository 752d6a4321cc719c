// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_STACK_HPP
#define MOTE_TESTS_BARE_METAL_STACK_HPP

#include <cstddef>
#include <cstdint>

// From the linker script.
extern "C" std::uint32_t mote_stack_limit[]; // the lowest word of the stack
extern "C" std::uint32_t mote_stack_top[];   // past its highest

namespace board {

constexpr std::uint32_t stack_paint = 0x5afe57acu;

/// The stack pointer.
inline std::uint32_t* stack_now() noexcept {
    std::uint32_t* now;
#if defined(__riscv)
    __asm volatile("mv %0, sp" : "=r"(now));
#else
    __asm volatile("mov %0, sp" : "=r"(now));
#endif
    return now;
}

/// Paints the stack below the caller's frame. The store is volatile lest it become a call that paints over itself.
__attribute__((always_inline)) inline void paint_stack() noexcept {
    for (volatile std::uint32_t* at = stack_now() - 1; at >= mote_stack_limit; --at) *at = stack_paint;
}

/// Bytes of stack that were used below `from` since it was painted.
inline std::size_t stack_used(const std::uint32_t* from) noexcept {
    const volatile std::uint32_t* lowest = mote_stack_limit;
    while (lowest < from && *lowest == stack_paint) ++lowest;
    return static_cast<std::size_t>(from - lowest) * sizeof *from;
}

/// Whether the stack has grown into what lies below it, as its last word tells.
inline bool stack_overflowed() noexcept { return *static_cast<volatile std::uint32_t*>(mote_stack_limit) != stack_paint; }

} // namespace board

#endif
