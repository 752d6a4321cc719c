// SPDX-License-Identifier: Apache-2.0
// What the other firmware here relies on: constructors and data, the instruction counter, the stack's high-water mark.
#include "console.hpp"
#include "counter.hpp"
#include "stack.hpp"

#include <initializer_list>

namespace {

board::Console out;
int failures = 0;

void expect(bool so, const char* what) {
    if (so) return;
    out << "not so: " << what << '\n';
    ++failures;
}

volatile int initialised = 42;
volatile int zero;
struct Constructed {
    int value = initialised + 1;
} constructed;

/// 2 n instructions and a return.
__attribute__((naked, noinline)) void spin(std::uint32_t) {
#if defined(__riscv)
    __asm volatile("1: addi a0, a0, -1\n bnez a0, 1b\n ret");
#else
    __asm volatile(".syntax unified\n 1: subs r0, r0, #1\n bne 1b\n bx lr");
#endif
}

void check_counter() {
    const board::Counter counter;
    expect(counter.count([] {}) <= 1, "nothing takes no instruction");
    // 24 bits of SysTick hold five million instructions, on most boards.
    for (std::uint32_t turns = 1; turns <= 10000000; turns *= 10) {
        const std::uint32_t counted = counter.count([turns] { spin(turns); });
        const std::uint32_t least = 2 * turns + 1;
        expect(counted >= least && counted <= least + 5, "a loop of known length is counted right");
    }
}

__attribute__((noinline)) void use_stack(std::size_t bytes) {
    volatile char* const block = static_cast<char*>(__builtin_alloca(bytes));
    for (std::size_t i = 0; i < bytes; ++i) block[i] = 1;
}

void check_stack() {
    for (const std::size_t bytes : {std::size_t{0}, std::size_t{64}, std::size_t{1000}}) {
        const std::uint32_t* const from = board::stack_now();
        board::paint_stack();
        use_stack(bytes);
        const std::size_t used = board::stack_used(from);
        expect(used >= bytes && used <= bytes + 64, "the stack's mark is where it was used to");
    }
    expect(!board::stack_overflowed(), "the stack's last word is its paint");
}

} // namespace

int main() {
    expect(initialised == 42 && zero == 0 && constructed.value == 43, "data and constructors");
    check_counter();
    check_stack();
    out << (failures == 0 ? "all as expected\n" : "failed\n");
    return failures;
}
