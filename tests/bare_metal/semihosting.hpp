// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_SEMIHOSTING_HPP
#define MOTE_TESTS_BARE_METAL_SEMIHOSTING_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>

/// The machine that a firmware runs on, as far as tests need it: the files and the console of the host by semihosting.
namespace board {

/// One semihosting operation; `argument` is the address of its parameter block, or a value.
#if defined(__riscv)
extern "C" std::intptr_t mote_semihost(std::intptr_t operation, std::intptr_t argument); // start_riscv.cpp
inline std::intptr_t semihost(std::intptr_t operation, std::intptr_t argument) noexcept {
    return mote_semihost(operation, argument);
}
#else
inline std::intptr_t semihost(std::intptr_t operation, std::intptr_t argument) noexcept {
    register std::intptr_t r0 __asm("r0") = operation;
    register std::intptr_t r1 __asm("r1") = argument;
    __asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}
#endif
template <class... Word>
std::intptr_t semihost_block(std::intptr_t operation, Word... words) noexcept {
    const std::intptr_t block[] = {static_cast<std::intptr_t>(words)...};
    return semihost(operation, reinterpret_cast<std::intptr_t>(block));
}

/// Ends the emulator with `status` as its exit status.
[[noreturn]] inline void exit(int status) noexcept {
    constexpr std::intptr_t application_exit = 0x20026;
    semihost_block(0x20, application_exit, status);
    for (;;) {}
}

/// What the firmware was started with, words apart by spaces, the first one its own name. False when it does not fit.
inline bool command_line(char* text, std::size_t capacity) noexcept {
    std::intptr_t block[] = {reinterpret_cast<std::intptr_t>(text), static_cast<std::intptr_t>(capacity)};
    return semihost(0x15, reinterpret_cast<std::intptr_t>(block)) == 0;
}

/// A file of the host.
class File {
public:
    enum Mode : std::intptr_t { read_binary = 1, write_text = 4, write_binary = 5 };

    File(const char* path, Mode mode) noexcept
        : handle_(semihost_block(0x01, reinterpret_cast<std::intptr_t>(path), mode, std::strlen(path))) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (is_open()) semihost_block(0x02, handle_);
    }

    bool is_open() const noexcept { return handle_ >= 0; }
    std::size_t size() const noexcept { return static_cast<std::size_t>(semihost_block(0x0c, handle_)); }
    /// Bytes read: fewer than `count` at the file's end.
    std::size_t read(void* bytes, std::size_t count) noexcept {
        return count - transfer(0x06, reinterpret_cast<std::intptr_t>(bytes), count);
    }
    /// Bytes written.
    std::size_t write(const void* bytes, std::size_t count) noexcept {
        return count - transfer(0x05, reinterpret_cast<std::intptr_t>(bytes), count);
    }

private:
    std::size_t transfer(std::intptr_t operation, std::intptr_t bytes, std::size_t count) noexcept {
        return static_cast<std::size_t>(semihost_block(operation, handle_, bytes, count));
    }

    std::intptr_t handle_;
};

} // namespace board

#endif
