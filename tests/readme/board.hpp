// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_README_BOARD_HPP
#define MOTE_TESTS_README_BOARD_HPP

// The standard headers that tests use, before Arduino.h makes macros of their names.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include <Arduino.h>

/// What a sketch has printed, line by line, in place of a serial port.
struct PrintedLines {
    std::string last;
    int count = 0;

    void begin(unsigned long) {}
    void println(const char* text) { add(text); }
    void println(double value) { add(std::to_string(value)); }

private:
    void add(const std::string& line) {
        last = line;
        ++count;
    }
};
inline PrintedLines printed;
#undef Serial
#define Serial printed

/// The clock of the board, which a test sets.
inline unsigned long board_milliseconds = 0;
#define millis() board_milliseconds

/// Ends the program where `condition` does not hold.
inline void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "not so: %s; printed: %s\n", what, printed.last.c_str());
    std::exit(1);
}

#endif
