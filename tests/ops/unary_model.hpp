// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_OPS_UNARY_MODEL_HPP
#define MOTE_TESTS_OPS_UNARY_MODEL_HPP

#include "../support/runner.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace test {

/// A tensor of a UnaryModel.
struct TensorSpec {
    mote::ElementType type;
    std::vector<std::int32_t> shape;
    Quant quantization{};
};

/// A model of one operator with one input.
struct UnaryModel {
    mote::schema::BuiltinOperator code;
    TensorSpec in;
    TensorSpec out;
    mote::schema::BuiltinOptions options_type = mote::schema::BuiltinOptions_NONE;
    ModelBuilder::Options options{};

    Model build() const {
        ModelBuilder b;
        const int x = b.tensor(in.type, in.shape, in.quantization);
        const int y = b.tensor(out.type, out.shape, out.quantization);
        b.op(code, {x}, {y}, options_type, options);
        b.io({x}, {y});
        return b.build();
    }
};

/// The model's output for one input; empty where it does not load or its types are others.
template <class Ops, class In, class Out = In>
std::vector<Out> output_of(const UnaryModel& m, const std::vector<In>& x) {
    const Model model = m.build();
    Runner<Ops> run(model);
    if (!run.status() || !run.template set<In>(0, x) || !run.invoke()) return {};
    return run.template get<Out>(0);
}

/// Bytes of the head that the model needs; 0 where it does not load.
template <class Ops>
std::size_t head_of(const UnaryModel& m) {
    const Model model = m.build();
    return Runner<Ops>(model).requirement().head;
}

/// Every value of T, or of a type with more than 16 bits every 65537th, in order.
template <class T>
std::vector<T> all_values() {
    constexpr std::int64_t step = sizeof(T) > 2 ? 65537 : 1;
    std::vector<T> values;
    for (std::int64_t x = std::numeric_limits<T>::min(); x <= std::numeric_limits<T>::max(); x += step)
        values.push_back(static_cast<T>(x));
    return values;
}

/// value, limited to what T can hold.
template <class T>
T saturated(std::int64_t value) {
    constexpr std::int64_t low = std::numeric_limits<T>::min(), high = std::numeric_limits<T>::max();
    return static_cast<T>(value < low ? low : value > high ? high : value);
}

} // namespace test

#endif
