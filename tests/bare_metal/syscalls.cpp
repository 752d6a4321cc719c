// SPDX-License-Identifier: Apache-2.0
// What the C library asks of a system, for firmware that uses stdio or a heap. Nothing of it is linked where nobody asks.
#include "console.hpp"

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>

// From the linker script.
extern "C" char mote_heap_begin[], mote_heap_end[];

namespace {

/// Written to the host's standard output.
void write_out(const char* text, std::size_t size) {
    static board::File out(":tt", board::File::write_text);
    out.write(text, size);
}

} // namespace

extern "C" {

[[noreturn]] void _exit(int status) { board::exit(status); }

[[noreturn]] void __assert_func(const char* file, int line, const char*, const char* condition) {
    board::Console() << file << ':' << line << ": not so: " << condition << '\n';
    board::exit(1);
}

void* sbrk(std::ptrdiff_t bytes) {
    static char* end = mote_heap_begin;
    if (bytes > mote_heap_end - end) return reinterpret_cast<void*>(-1);
    char* const begin = end;
    end += bytes;
    return begin;
}

#if defined(__PICOLIBC__)

static int put_character(char c, std::FILE*) {
    write_out(&c, 1);
    return c;
}
static std::FILE console = FDEV_SETUP_STREAM(put_character, nullptr, nullptr, _FDEV_SETUP_WRITE);

#else

void* _sbrk(std::ptrdiff_t bytes) { return sbrk(bytes); }

/// The small C library prints no floats unless this part of it is asked for: here, so that only programs that print have it.
int _printf_float(struct _reent*, void*, std::FILE*, int (*)(struct _reent*, std::FILE*, const char*, std::size_t), void*);

int _write(int, const char* text, int size) {
    __asm volatile("" ::"r"(&_printf_float));
    write_out(text, static_cast<std::size_t>(size));
    return size;
}
int _fstat(int, struct stat* about) {
    about->st_mode = S_IFCHR; // a line at a time
    return 0;
}
int _isatty(int) { return 1; }
int _read(int, char*, int) { return 0; }
int _close(int) { return -1; }
int _lseek(int, int, int) { return -1; }
int _getpid() { return 1; }
int _kill(int, int) {
    errno = EINVAL;
    return -1;
}

#endif
}

#if defined(__PICOLIBC__)
std::FILE* const stdout = &console;
std::FILE* const stderr = &console;
std::FILE* const stdin = &console;
#endif
