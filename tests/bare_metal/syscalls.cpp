// SPDX-License-Identifier: Apache-2.0
// What the C library asks of a system, for firmware that uses stdio or a heap. Nothing of it is linked where nobody asks.
#include "console.hpp"

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>
#include <sys/time.h>

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
    if (bytes > mote_heap_end - end) {
        board::Console() << "the heap is used up\n";
        return reinterpret_cast<void*>(-1);
    }
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

// Files of the host are read from their beginning to their end. A file's number is its semihosting handle past the console's.
constexpr int first_file = 3;

int _open(const char* path, int, int) {
    const std::intptr_t handle =
        board::semihost_block(0x01, reinterpret_cast<std::intptr_t>(path), board::File::read_binary, std::strlen(path));
    return handle < 0 ? -1 : first_file + static_cast<int>(handle);
}
int _read(int file, char* bytes, int size) {
    if (file < first_file) return 0;
    return size - static_cast<int>(
                      board::semihost_block(0x06, file - first_file, reinterpret_cast<std::intptr_t>(bytes), size));
}
int _close(int file) { return file < first_file ? -1 : static_cast<int>(board::semihost_block(0x02, file - first_file)); }
int _fstat(int file, struct stat* about) {
    about->st_mode = file < first_file ? S_IFCHR : S_IFREG; // the console: a line at a time
    return 0;
}
int _isatty(int file) { return file < first_file; }
int _lseek(int, int, int) { return -1; }
int _gettimeofday(struct timeval* now, void*) { // centiseconds since the start
    const auto centiseconds = static_cast<std::uint32_t>(board::semihost(0x10, 0));
    *now = {};
    now->tv_sec = centiseconds / 100;
    now->tv_usec = static_cast<suseconds_t>(centiseconds % 100 * 10000);
    return 0;
}
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
