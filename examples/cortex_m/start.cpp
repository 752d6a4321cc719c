// SPDX-License-Identifier: Apache-2.0
// What has to be there before main: the vector table, the reset handler, and the way to the outside. The
// parts that another chip or board changes are marked with CHANGE.
#include <cstdint>

int main();

// From the linker script.
extern "C" std::uint32_t data_begin[], data_end[], data_in_flash[], bss_begin[], bss_end[], stack_top[];
extern "C" void (*constructors_begin[])();
extern "C" void (*constructors_end[])();

namespace {

/// A request to the debugger or the emulator ("semihosting"). `argument` is a value or the address of a
/// block.
void semihost(std::uint32_t operation, std::uint32_t argument) {
    register std::uint32_t r0 __asm("r0") = operation;
    register std::uint32_t r1 __asm("r1") = argument;
    __asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

std::uint32_t address_of(const void* object) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(object));
}

/// CHANGE: ends the emulator, with `status` as its exit status. On a board: reset, or wait for the watchdog.
[[noreturn]] void leave(int status) {
    const std::uint32_t block[] = {0x20026,
                                   static_cast<std::uint32_t>(status)}; // "the application has ended"
    semihost(0x20, address_of(block));
    for (;;) {}
}

/// Switches on the FPU (coprocessors 10 and 11), which is off after reset. Nothing where the CPU flags have
/// none.
void enable_fpu() {
#if defined(__ARM_FP)
    auto& access = *reinterpret_cast<volatile std::uint32_t*>(0xe000ed88); // CPACR
    access = access | 0xfu << 20;
    __asm volatile("dsb\n isb" ::: "memory");
#endif
}

} // namespace

extern "C" {

/// CHANGE: here, to the console of the debugger or the emulator; without one connected this stops the chip.
/// On a board: write the characters to a UART.
void board_print(const char* text) { semihost(0x04, address_of(text)); }

/// The first code that runs.
[[noreturn]] void reset_handler() {
    enable_fpu();
    const std::uint32_t* from = data_in_flash;
    for (std::uint32_t* to = data_begin; to < data_end;) *to++ = *from++;
    for (std::uint32_t* to = bss_begin; to < bss_end;) *to++ = 0;
    for (auto constructor = constructors_begin; constructor < constructors_end; ++constructor)
        (*constructor)();
    leave(main());
}

/// Faults, and interrupts that nobody handles.
[[noreturn]] void fault_handler() {
    board_print("fault: an exception or interrupt without a handler\n");
    leave(2);
}
}

namespace {

struct Vectors {
    const void* stack_top;
    void (*handlers[15])();
};

/// What the processor reads at reset. CHANGE: after these fifteen come the interrupts of your chip, in the
/// order of its manual.
__attribute__((section(".vectors"), used))
const Vectors vectors = {stack_top,
                         {
                             reset_handler, fault_handler, fault_handler, // reset, NMI, HardFault
                             fault_handler, fault_handler, fault_handler, // MemManage, BusFault, UsageFault
                             nullptr, nullptr, nullptr, nullptr,          // reserved
                             fault_handler, fault_handler, nullptr,       // SVCall, DebugMonitor, reserved
                             fault_handler, fault_handler,                // PendSV, SysTick
                         }};

} // namespace
