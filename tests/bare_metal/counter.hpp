// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_COUNTER_HPP
#define MOTE_TESTS_BARE_METAL_COUNTER_HPP

#include <cstdint>

#if !defined(__riscv)
extern "C" volatile std::uint32_t mote_systick_wraps; // start_cortex_m.cpp
#endif

namespace board {

/// Counts executed instructions, give or take two, in an emulator that gives each 128 ns of the machine's time: by SysTick
/// on a Cortex-M, by the processor's own counter on RISC-V. One counter at a time.
class Counter {
public:
    Counter() noexcept {
#if !defined(__riscv)
        mote_systick_wraps = 0;
        systick(4) = period - 1;
        systick(8) = 0;
        systick(0) = 7; // on, with its interrupt, at the processor's clock
#endif
        empty_ = between([]() noexcept {});
    }

    /// Instructions that `work()` executes, the reading of the timer left out.
    template <class Work>
    std::uint32_t count(Work&& work) const noexcept {
        const std::uint32_t all = between(work);
        return all > empty_ ? all - empty_ : 0;
    }

private:
    /// What the timer shows.
    struct Reading {
        std::uint32_t high, low;
    };
    inline static Reading begin_, end_;

    template <class Work>
    static std::uint32_t between(Work&& work) noexcept {
        mark<false>();
        work();
        mark<true>();
        return static_cast<std::uint32_t>(instructions(end_) - instructions(begin_));
    }
    /// Without arguments and results, so that the calls alone are between the readings.
    template <bool AtEnd>
    __attribute__((noinline)) static void mark() noexcept {
        (AtEnd ? end_ : begin_) = read();
        __asm volatile("" ::: "memory");
    }

#if defined(__riscv)
    static Reading read() noexcept {
        std::uint32_t high, low, again;
        do {
            __asm volatile(".option push\n .option arch, +zicsr\n"
                           " csrr %0, minstreth\n csrr %1, minstret\n csrr %2, minstreth\n .option pop"
                           : "=r"(high), "=r"(low), "=r"(again)::"memory");
        } while (high != again);
        return {high, low};
    }
    /// The emulator's minstret is nanoseconds where it is told how long an instruction takes.
    static std::uint64_t instructions(Reading at) noexcept { return (std::uint64_t{at.high} << 32 | at.low) / 128; }
#else
    static Reading read() noexcept {
        std::uint32_t wraps, left;
        do {
            wraps = mote_systick_wraps;
            left = systick(8);
        } while (wraps != mote_systick_wraps);
        return {wraps, left == 0 ? 0 : period - left}; // its interrupt comes as it reaches 0
    }
    /// Rounded; without those of the interrupt handler.
    static std::uint64_t instructions(Reading at) noexcept {
        constexpr std::uint64_t instructions_per_second = 7812500; // one in 128 ns
        constexpr std::uint64_t handler_instructions = 5;
        const std::uint64_t ticks = std::uint64_t{at.high} * period + at.low;
        return (ticks * instructions_per_second + MOTE_TIMER_HZ / 2) / MOTE_TIMER_HZ - at.high * handler_instructions;
    }
    static constexpr std::uint32_t period = 0x1000000;
    static volatile std::uint32_t& systick(std::uintptr_t offset) noexcept {
        return *reinterpret_cast<volatile std::uint32_t*>(0xe000e010 + offset);
    }
#endif

    std::uint32_t empty_;
};

} // namespace board

#endif
