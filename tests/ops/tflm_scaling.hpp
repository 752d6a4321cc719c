// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_OPS_TFLM_SCALING_HPP
#define MOTE_TESTS_OPS_TFLM_SCALING_HPP

#include <cmath>
#include <cstdint>

namespace test {

/// A real number as TFLM's reference kernels scale by it, formed in double.
struct Scaling {
    std::int64_t value = 0;
    int shift = 0;

    explicit Scaling(double real) {
        value = std::llround(std::frexp(real, &shift) * 2147483648.0);
        if (value == std::int64_t{1} << 31) value /= 2, ++shift;
        if (shift < -31) value = shift = 0;
    }

    /// x scaled, in two roundings: of the product (towards zero after a nudge that depends on its sign), then
    /// of the shift, halves away from zero.
    std::int64_t operator()(std::int64_t x) const {
        const std::int64_t product = x * (std::int64_t{1} << (shift > 0 ? shift : 0)) * value;
        const std::int64_t nudge = product >= 0 ? std::int64_t{1} << 30 : 1 - (std::int64_t{1} << 30);
        const auto high = static_cast<double>((product + nudge) / (std::int64_t{1} << 31));
        return std::llround(std::ldexp(high, shift < 0 ? shift : 0));
    }
};

} // namespace test

#endif
