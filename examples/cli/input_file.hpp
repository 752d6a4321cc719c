// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_INPUT_FILE_HPP
#define MOTE_CLI_INPUT_FILE_HPP

#include "files.hpp"
#include "npy_tensor.hpp"

#include "mote/runtime/tensor_access.hpp"

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

} // namespace cli

#endif
