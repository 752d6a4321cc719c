// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_LOOKUP_TABLES_HPP
#define MOTE_CORE_LOOKUP_TABLES_HPP

#include <cstdint>

#include "exp.hpp"
#include "math.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Values at the 513 ends of 512 equal intervals of the int16 range.
struct InterpolationTable {
    std::int16_t values[513];
};

/// Values at 256 equal steps of the argument's magnitude.
struct SigmoidTable {
    std::uint16_t values[256];
};

/// The function of `table` at `value`, linear between two entries.
constexpr std::int16_t interpolate(const InterpolationTable& table, std::int16_t value) noexcept {
    const int index = 256 + (value >> 7);
    const int base = table.values[index];
    const auto slope = static_cast<std::int16_t>(table.values[index + 1] - base);
    return static_cast<std::int16_t>(base + ((slope * (value & 0x7F) + 64) >> 7));
}

namespace detail {

// TFLM's rule: an entry is off its function's value by half the error of the chord in the middle of the
// interval. `function(i)` is the value, a float, at half interval i = 0 ... 1024; 1 is 2^15. The sum of the
// chord is a float as it is there, with its rounding.
template <class Function>
constexpr InterpolationTable make_interpolation_table(Function function) noexcept {
    constexpr std::int32_t lowest = -32768, highest = 32767;
    InterpolationTable table{};
    float next = function(0) * 32768.0f;
    for (int i = 0; i < 512; ++i) {
        const std::int32_t sample = round_half_away(next);
        const std::int32_t middle = round_half_away(function(2 * i + 1) * 32768.0f);
        next = function(2 * i + 2) * 32768.0f;
        const std::int32_t chord = round_half_away((next + static_cast<float>(sample)) / 2);
        const std::int32_t bias = round_half_away(static_cast<float>(chord - middle) / 2);
        table.values[i] = static_cast<std::int16_t>(clamp(sample - bias, lowest, highest));
    }
    table.values[512] = static_cast<std::int16_t>(clamp(round_half_away(next), lowest, highest));
    return table;
}

struct ExpOfLastTen {
    constexpr float operator()(int half_step) const noexcept {
        return exp(static_cast<float>(half_step - 1024) * (5.0f / 512));
    }
};

struct OneOverOnePlusX {
    constexpr float operator()(int half_step) const noexcept {
        return 1.0f / (1.0f + static_cast<float>(half_step) / 1024);
    }
};

/// 1 / (1 + exp(-step / 48)) * 2^32
constexpr std::int64_t wide_sigmoid(int step) noexcept {
    const WidePower power = exp_wide(-step * ((std::int64_t{1} << 56) / 48));
    const std::uint64_t below = (std::uint64_t{1} << 62) + (power.mantissa >> -power.exponent);
    return static_cast<std::int64_t>((std::uint64_t{1} << 63) / (below >> 31));
}

// The same rule with exact halves; the last entry is the limit, 1, less what does not fit.
constexpr SigmoidTable make_sigmoid_table() noexcept {
    SigmoidTable table{};
    std::int64_t next = wide_sigmoid(0);
    for (int i = 0; i < 255; ++i) {
        const std::int64_t sample = next;
        next = wide_sigmoid(2 * i + 2);
        const std::int64_t twice_error = sample + next - 2 * wide_sigmoid(2 * i + 1);
        table.values[i] = static_cast<std::uint16_t>((4 * sample - twice_error + (1 << 17)) >> 18);
    }
    table.values[255] = 65535;
    return table;
}

} // namespace detail

// Templates, so that only a program that uses a table has the compiler compute it.

/// exp(10 * (x / 65536 - 1/2)) over the int16 range, at 2^15: int16 SOFTMAX.
template <class = void>
inline constexpr InterpolationTable
    softmax_exp_table = detail::make_interpolation_table(detail::ExpOfLastTen{});

/// 1 / (1 + x), x from 0 to 1 over the int16 range, at 2^15: int16 SOFTMAX.
template <class = void>
inline constexpr InterpolationTable
    softmax_reciprocal_table = detail::make_interpolation_table(detail::OneOverOnePlusX{});

/// sigmoid(i / 24) at 2^16: int16 LOGISTIC and TANH, which interpolate.
template <class = void>
inline constexpr SigmoidTable sigmoid_table = detail::make_sigmoid_table();

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
