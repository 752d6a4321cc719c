// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_FAILURE_HPP
#define MOTE_CLI_FAILURE_HPP

#include "mote/core/status.hpp"

#include <stdexcept>
#include <string>

namespace cli {

/// What the process returns.
enum ExitStatus : int {
    exit_done = 0,
    exit_refused = 1, ///< the model was refused, a run failed, or a comparison differs
    exit_usage = 2,   ///< wrong arguments, or a file that cannot be read or written
};

/// Why a command ends early: one line of words, and what the process returns.
class Failure : public std::runtime_error {
public:
    Failure(ExitStatus status, const std::string& words) : std::runtime_error(words), status_(status) {}
    ExitStatus status() const { return status_; }

    /// The same, of a command that has written to stdout what it could.
    Failure after_output() const {
        Failure failure = *this;
        failure.has_output_ = true;
        return failure;
    }
    bool has_output() const { return has_output_; }

private:
    ExitStatus status_;
    bool has_output_ = false;
};

/// `file` and what a library call said of it.
inline Failure refused(const std::string& file, const mote::Status& status) {
    return Failure(exit_refused, file + ": " + status.message().c_str());
}
inline Failure usage_error(const std::string& words) { return Failure(exit_usage, words); }

} // namespace cli

#endif
