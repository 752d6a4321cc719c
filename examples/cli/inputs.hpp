// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_INPUTS_HPP
#define MOTE_CLI_INPUTS_HPP

#include "files.hpp"
#include "nearest.hpp"
#include "npy_tensor.hpp"
#include "runner.hpp"
#include "xorshift.hpp"

#include <cstring>
#include <string>
#include <vector>

namespace cli {

/// One file for one input of a model: elements as the tensor has them, or real values for a quantised one;
/// for one invoke, or a slice for each.
class InputFile {
public:
    InputFile(const std::string& path, const mote::TensorAccess& input, int index, int invokes)
        : path_(file_text(path)), place_("input " + std::to_string(index)), bytes_(read_file(path)) {
        const std::string ending = ".npy";
        const bool is_npy = is_standard_input(path) ? has_npy_magic(bytes_.data(), bytes_.size())
                                                    : path.size() > ending.size() &&
                                                          path.substr(path.size() - ending.size()) == ending;
        if (is_npy)
            take_array(parse_npy(path_, bytes_.data(), bytes_.size()), input.info, invokes);
        else
            take_bytes(input.size(), invokes);
    }

    InputFile(InputFile&&) = default; // `data_` points into a vector, which moves along
    InputFile& operator=(InputFile&&) = default;

    void write(const mote::TensorAccess& input, int invoke) const {
        if (input.size() == 0) return;
        if (values_.empty()) {
            const std::size_t size = input.size();
            std::memcpy(input.data, data_ + start_of(invoke, size_, size), size);
            return;
        }
        const auto count = static_cast<std::size_t>(input.info.elements());
        const float* const first = values_.data() + start_of(invoke, values_.size(), count);
        if (const mote::Status s = set(input, {first, count}); !s) throw refused(path_, s);
    }

private:
    static std::size_t start_of(int invoke, std::size_t all, std::size_t one) {
        return all > one ? static_cast<std::size_t>(invoke) * one : 0;
    }
    static mote::Status set(const mote::TensorAccess& input, mote::Span<const float> values) {
        switch (input.info.type()) {
        case mote::ElementType::int8: return input.as<std::int8_t>().set(values);
        case mote::ElementType::uint8: return input.as<std::uint8_t>().set(values);
        case mote::ElementType::int16: return input.as<std::int16_t>().set(values);
        default: return input.as<std::int32_t>().set(values);
        }
    }

    void take_bytes(std::size_t wanted, int invokes) {
        data_ = bytes_.data();
        size_ = bytes_.size();
        if (size_ == wanted || size_ == wanted * static_cast<std::size_t>(invokes)) return;
        std::string words = std::to_string(wanted);
        if (invokes > 1) words += ", or " + std::to_string(invokes) + " times that";
        throw usage_error(path_ + ": " + std::to_string(size_) + " bytes; " + place_ + " takes " + words);
    }

    void take_array(const NpyArray& array, const TensorInfo& info, int invokes) {
        const std::string type = mote::name_of(info.type());
        const std::string dtype = npy_dtype(info.type());
        if (dtype.empty())
            throw usage_error(path_ + ": " + place_ + " is " + type + ", for which NumPy has no type");
        const bool is_real = takes_real_values(info) && (array.dtype == "<f4" || array.dtype == "<f8");
        if (array.dtype != dtype && !is_real)
            throw usage_error(path_ + ": dtype " + array.dtype + "; " + place_ + " is " + type +
                              " and takes " + dtype +
                              (takes_real_values(info) ? ", or <f4 or <f8, quantised for you" : ""));
        const std::vector<std::uint64_t> shape = extents_of(info.shape());
        if (!fits_shape(array.shape, shape, invokes))
            throw usage_error(path_ + ": shape " + npy_shape_text(array.shape) + "; " + place_ + " takes " +
                              npy_shape_text(shape) +
                              (invokes > 1 ? ", or " + std::to_string(invokes) + " times that" : ""));
        data_ = array.data;
        size_ = array.size;
        if (is_real) values_ = real_values(path_, array);
    }

    std::string path_;
    std::string place_;
    AlignedBytes bytes_;
    const unsigned char* data_ = nullptr; ///< the elements among the bytes
    std::size_t size_ = 0;
    std::vector<float> values_; ///< in place of the elements, for a quantised input
};

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
