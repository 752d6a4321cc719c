// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_NPY_TENSOR_HPP
#define MOTE_CLI_NPY_TENSOR_HPP

#include "npy.hpp"
#include "tensor_text.hpp"

#include "mote/core/bits.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace cli {

/// NumPy's dtype for a tensor's elements; empty where NumPy has none.
inline std::string npy_dtype(mote::ElementType type) {
    using mote::ElementType;
    switch (type) {
    case ElementType::float16: return "<f2";
    case ElementType::float32: return "<f4";
    case ElementType::float64: return "<f8";
    case ElementType::complex64: return "<c8";
    case ElementType::int8: return "|i1";
    case ElementType::int16: return "<i2";
    case ElementType::int32: return "<i4";
    case ElementType::int64: return "<i8";
    case ElementType::uint8: return "|u1";
    case ElementType::uint16: return "<u2";
    case ElementType::uint32: return "<u4";
    case ElementType::uint64: return "<u8";
    case ElementType::boolean: return "|b1";
    default: return "";
    }
}

/// Whether floats for a tensor mean real values, which its scale turns into elements.
inline bool takes_real_values(const TensorInfo& info) {
    switch (info.type()) {
    case mote::ElementType::int8:
    case mote::ElementType::uint8:
    case mote::ElementType::int16:
    case mote::ElementType::int32: return info.is_quantized();
    default: return false;
    }
}

inline std::vector<std::uint64_t> extents_of(const mote::Shape& shape) {
    std::vector<std::uint64_t> extents;
    for (int axis = 0; axis < shape.rank; ++axis) extents.push_back(static_cast<std::uint64_t>(shape[axis]));
    return extents;
}

/// Whether an array is a tensor's, or one for each of `invokes` invokes along the first axis: a new one, or
/// the tensor's own.
inline bool fits_shape(const std::vector<std::uint64_t>& array, const std::vector<std::uint64_t>& tensor,
                       int invokes) {
    if (array == tensor) return true;
    std::vector<std::uint64_t> stacked = tensor;
    stacked.insert(stacked.begin(), static_cast<std::uint64_t>(invokes));
    if (array == stacked) return true;
    if (tensor.empty()) return false;
    std::vector<std::uint64_t> longer = tensor;
    longer[0] *= static_cast<std::uint64_t>(invokes);
    return array == longer;
}

/// The elements of a float array as floats. NaN, which no integer stands for, is a usage error.
inline std::vector<float> real_values(const std::string& file, const NpyArray& array) {
    const std::size_t width = npy_element_size(array.dtype);
    std::vector<float> values;
    for (std::size_t at = 0; at < array.size; at += width) {
        values.push_back(width == 4 ? mote::load_le<float>(array.data + at)
                                    : static_cast<float>(mote::load_le<double>(array.data + at)));
        if (std::isnan(values.back()))
            throw usage_error(file + ": element " + std::to_string(at / width) + " is not a number");
    }
    return values;
}

} // namespace cli

#endif
