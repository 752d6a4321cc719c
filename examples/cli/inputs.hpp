// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_INPUTS_HPP
#define MOTE_CLI_INPUTS_HPP

#include "files.hpp"
#include "runner.hpp"
#include "xorshift.hpp"

#include <cstring>
#include <string>
#include <vector>

namespace cli {

/// What a model is fed with: one file per input, or else one stream of xorshift32.
class Inputs {
public:
    Inputs(const std::vector<std::string>& files, std::uint32_t seed) : names_(files), generator_(seed) {
        for (const std::string& name : files) files_.push_back(read_file(name));
    }

    /// Files must be one for each input of the loaded model, each of the input's size or of `invokes` times
    /// that.
    void check(const Runner& runner, int invokes) const {
        if (files_.empty()) return;
        if (files_.size() != static_cast<std::size_t>(runner.input_count()))
            throw usage_error("--input given " + std::to_string(files_.size()) +
                              " times, but the model has " + std::to_string(runner.input_count()) +
                              " inputs");
        for (int i = 0; i < runner.input_count(); ++i) {
            const std::size_t got = files_[static_cast<std::size_t>(i)].size();
            const std::size_t size = runner.input_tensor(i).size();
            if (got == size || got == size * static_cast<std::size_t>(invokes)) continue;
            std::string wanted = std::to_string(size);
            if (invokes > 1) wanted += ", or " + std::to_string(invokes) + " times that";
            throw usage_error(names_[static_cast<std::size_t>(i)] + ": " + std::to_string(got) +
                              " bytes; input " + std::to_string(i) + " takes " + wanted);
        }
    }

    /// Writes all inputs for invoke number `invoke`; invokes must come in order.
    void write(const Runner& runner, int invoke) {
        for (int i = 0; i < runner.input_count(); ++i) {
            const mote::TensorAccess input = runner.input_tensor(i);
            if (input.size() == 0) continue;
            if (files_.empty())
                generator_.fill(input.info.type(), input.data, input.size());
            else
                std::memcpy(input.data, slice(static_cast<std::size_t>(i), invoke, input.size()),
                            input.size());
        }
    }

private:
    const unsigned char* slice(std::size_t file, int invoke, std::size_t size) const {
        const bool has_slices = files_[file].size() > size;
        return files_[file].data() + (has_slices ? static_cast<std::size_t>(invoke) * size : 0);
    }

    std::vector<std::string> names_;
    std::vector<AlignedBytes> files_;
    Xorshift32 generator_;
};

} // namespace cli

#endif
