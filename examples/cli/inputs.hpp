// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_INPUTS_HPP
#define MOTE_CLI_INPUTS_HPP

#include "input_file.hpp"
#include "nearest.hpp"
#include "runner.hpp"
#include "xorshift.hpp"

#include <string>
#include <vector>

namespace cli {

/// What a model is fed with: one file per input, or else one stream of xorshift32.
class Inputs {
public:
    explicit Inputs(std::uint32_t seed) : generator_(seed) {}

    /// Reads the files that `--input` names: "FILE", or "NAME=FILE" for the input of that name. Those without
    /// a name are for the other inputs, in their order. There must be one for each input of the loaded model,
    /// of its size or of `invokes` times that.
    void read(const std::vector<std::string>& specs, const Runner& runner, int invokes) {
        if (specs.empty()) return;
        const std::vector<std::string> paths = paths_by_input(specs, runner);
        for (int i = 0; i < runner.input_count(); ++i)
            files_.emplace_back(paths[static_cast<std::size_t>(i)], runner.input_tensor(i), i, invokes);
    }

    /// Writes all inputs for invoke number `invoke`; invokes must come in order.
    void write(const Runner& runner, int invoke) {
        for (int i = 0; i < runner.input_count(); ++i) {
            const mote::TensorAccess input = runner.input_tensor(i);
            if (!files_.empty())
                files_[static_cast<std::size_t>(i)].write(input, invoke);
            else if (input.size() > 0)
                generator_.fill(input.info.type(), input.data, input.size());
        }
    }

private:
    static std::vector<std::string> names_of(const Runner& runner) {
        std::vector<std::string> names;
        for (int i = 0; i < runner.input_count(); ++i) {
            const char* const name = runner.input_tensor(i).info.name();
            names.emplace_back(name == nullptr ? "" : name);
        }
        return names;
    }

    /// The input that the "NAME=" in front of `spec` means: of several such names, which may have a = too,
    /// the longest; of several inputs of that name the first that has no file. -1: there is no such name.
    static int named_input(const std::string& spec, const std::vector<std::string>& names,
                           const std::vector<std::string>& paths) {
        int best = -1;
        for (int i = 0; i < static_cast<int>(names.size()); ++i) {
            const std::string& name = names[static_cast<std::size_t>(i)];
            if (name.empty() || spec.compare(0, name.size() + 1, name + "=") != 0) continue;
            const std::size_t found = best < 0 ? 0 : names[static_cast<std::size_t>(best)].size();
            const bool is_free = paths[static_cast<std::size_t>(i)].empty();
            if (name.size() > found ||
                (name.size() == found && is_free && !paths[static_cast<std::size_t>(best)].empty()))
                best = i;
        }
        return best;
    }

    static std::vector<std::string> paths_by_input(const std::vector<std::string>& specs,
                                                   const Runner& runner) {
        const std::vector<std::string> names = names_of(runner);
        if (specs.size() != names.size())
            throw usage_error("--input given " + std::to_string(specs.size()) + " times, but the model has " +
                              std::to_string(names.size()) + " inputs: " + quoted(names));
        std::vector<std::string> paths(names.size());
        std::vector<std::string> unnamed;
        for (const std::string& spec : specs) {
            const int input = named_input(spec, names, paths);
            if (input < 0) {
                check_is_file(spec, names);
                unnamed.push_back(spec);
                continue;
            }
            std::string& path = paths[static_cast<std::size_t>(input)];
            const std::string& name = names[static_cast<std::size_t>(input)];
            if (!path.empty())
                throw usage_error("--input " + spec + ": \"" + name_text(name.c_str()) +
                                  "\" has a file already");
            path = spec.substr(name.size() + 1);
            if (path.empty()) throw usage_error("--input " + spec + ": no file is named");
        }
        auto next = unnamed.begin();
        for (std::string& path : paths)
            if (path.empty()) path = *next++;
        return paths;
    }

    /// What has a = and is no file was meant to name an input.
    static void check_is_file(const std::string& spec, const std::vector<std::string>& names) {
        const std::size_t equals = spec.rfind('=');
        std::error_code error;
        if (equals == std::string::npos || std::filesystem::exists(spec, error)) return;
        throw usage_error("--input " + spec + ": no input of this name; the model has " + quoted(names) +
                          did_you_mean(spec.substr(0, equals), names));
    }
    static std::string quoted(const std::vector<std::string>& names) {
        std::vector<std::string> texts;
        for (const std::string& name : names) texts.push_back("\"" + name_text(name.c_str()) + "\"");
        return joined(texts);
    }

    std::vector<InputFile> files_;
    Xorshift32 generator_;
};

} // namespace cli

#endif
