// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_PROGRESS_HPP
#define MOTE_CLI_PROGRESS_HPP

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace cli {

/// One line of stderr that says how far a long command is, while it lasts and if that is a terminal.
class Progress {
public:
    Progress() : shows_(isatty(STDERR_FILENO) == 1) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { wipe(); }

    /// Shows what `text()` says, ten times per second at most, so that it may be called often.
    template <class Text>
    void show(const Text& text) {
        if (!shows_) return;
        const auto now = Clock::now();
        if (now < next_) return;
        next_ = now + std::chrono::milliseconds(100);
        std::string line = text();
        constexpr std::size_t most = 78; // a line that wraps could not be wiped
        if (line.size() > most) line = line.substr(0, most - 3) + "...";
        std::fprintf(stderr, "\r\033[K%s", line.c_str());
        std::fflush(stderr);
        is_dirty_ = true;
    }

    /// Takes the line away, so that others can be written.
    void wipe() {
        if (!is_dirty_) return;
        std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
        is_dirty_ = false;
    }

private:
    using Clock = std::chrono::steady_clock;

    bool shows_;
    bool is_dirty_ = false;
    Clock::time_point next_ = Clock::now() + std::chrono::milliseconds(200); // nothing flickers on short work
};

} // namespace cli

#endif
