// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_KERNELS_KERNEL_TEST_HPP
#define MOTE_TESTS_KERNELS_KERNEL_TEST_HPP

#include "mote/isa/native.hpp"

#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>
#include <vector>

namespace test {

/// Calls `check(Isa{})` for isa::native and all its ancestors, down to isa::scalar.
template <class Isa = mote::isa::native, class Check>
void on_each_isa(const Check& check) {
    check(Isa{});
    if constexpr (!std::is_void_v<typename Isa::base>) on_each_isa<typename Isa::base>(check);
}

/// `n` integers of [low, high], the same on every run.
template <class T>
std::vector<T> noise(std::size_t n, unsigned seed, int low = (std::numeric_limits<T>::min)(),
                     int high = (std::numeric_limits<T>::max)()) {
    std::mt19937 random(seed);
    std::vector<T> values(n);
    for (T& value : values)
        value = static_cast<T>(low + static_cast<std::int64_t>(random()) % (std::int64_t{high} - low + 1));
    return values;
}

/// `n` floats of [-1, 1], the same on every run.
inline std::vector<float> float_noise(std::size_t n, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> values(n);
    for (float& value : values) value = static_cast<float>(random()) / 2147483648.0f - 1.0f;
    return values;
}

/// An output stage that shows what reaches it: sum and channel in one number.
template <class Sum>
struct RawSums {
    using Element = Sum;

    Sum operator()(Sum sum, std::int32_t channel) const { return sum * 8 + static_cast<Sum>(channel % 8); }
};

/// An output stage that lets int32 sums through.
struct PlainSums {
    using Element = std::int32_t;

    std::int32_t operator()(std::int32_t sum, std::int32_t) const { return sum; }
};

/// Packs int4 values, low nibble first.
inline std::vector<std::uint8_t> packed_int4(const std::vector<std::int8_t>& values) {
    std::vector<std::uint8_t> bytes(values.size() / 2 + 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        bytes[i / 2] = static_cast<std::uint8_t>(bytes[i / 2] | (values[i] & 15) << (i % 2 * 4));
    return bytes;
}

} // namespace test

#endif
