// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_OPS_BINARY_MODEL_HPP
#define MOTE_TESTS_OPS_BINARY_MODEL_HPP

#include "../support/model_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace test {

using Extents = std::vector<std::int32_t>;

/// A model of one operator with two inputs.
struct BinaryModel {
    mote::schema::BuiltinOperator code;
    mote::schema::BuiltinOptions options_type;
    ModelBuilder::Options options;
    Extents a, b, out;
    Quant a_quant{}, b_quant{}, out_quant{};

    Model build(mote::ElementType type) const { return build(type, type, type); }
    Model build(mote::ElementType a_type, mote::ElementType b_type, mote::ElementType out_type) const {
        ModelBuilder builder;
        const int x = builder.tensor(a_type, a, a_quant);
        const int y = builder.tensor(b_type, b, b_quant);
        const int z = builder.tensor(out_type, out, out_quant);
        builder.op(code, {x, y}, {z}, options_type, options);
        builder.io({x, y}, {z});
        return builder.build();
    }
};

inline std::int32_t elements_of(const Extents& shape) {
    std::int32_t n = 1;
    for (const std::int32_t extent : shape) n *= extent;
    return n;
}

/// Which element of a tensor of `shape`, broadcast to `out`, belongs to element `i` of that.
inline std::size_t broadcast_index(const Extents& out, const Extents& shape, std::size_t i) {
    std::size_t index = 0;
    std::size_t step = 1;
    for (std::size_t from_end = 1; from_end <= shape.size(); ++from_end) {
        const auto extent = from_end > out.size() ? 1 : static_cast<std::size_t>(out[out.size() - from_end]);
        const auto own = static_cast<std::size_t>(shape[shape.size() - from_end]);
        index += own == 1 ? 0 : i % extent * step;
        i /= extent;
        step *= own;
    }
    return index;
}

/// function(a, b) element by element, by the definition of broadcasting.
template <class T, class Function>
std::vector<T> expected_pairs(const BinaryModel& m, const std::vector<T>& a, const std::vector<T>& b,
                              const Function& function) {
    std::vector<T> out(static_cast<std::size_t>(elements_of(m.out)));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = function(a[broadcast_index(m.out, m.a, i)], b[broadcast_index(m.out, m.b, i)]);
    return out;
}

/// Small numbers of both signs that do not repeat soon.
template <class T>
std::vector<T> some_values(const Extents& shape, int seed = 0) {
    std::vector<T> values;
    for (std::int32_t i = 0; i < elements_of(shape); ++i)
        values.push_back(static_cast<T>((i + seed) * 37 % 101 - 50));
    return values;
}

} // namespace test

#endif
