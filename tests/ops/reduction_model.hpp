// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_OPS_REDUCTION_MODEL_HPP
#define MOTE_TESTS_OPS_REDUCTION_MODEL_HPP

#include "../support/runner.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace test {

/// A model of one operator that reduces axes; these are constant, or input 1 of the model.
struct ReductionModel {
    mote::schema::BuiltinOperator code;
    std::vector<std::int32_t> in, axes;
    bool keep_dims = false;
    bool axes_at_run_time = false;
    Quant in_quant{}, out_quant{};

    bool reduces(std::size_t axis) const {
        for (const std::int32_t a : axes)
            if (static_cast<std::size_t>(a < 0 ? a + static_cast<std::int32_t>(in.size()) : a) == axis)
                return true;
        return false;
    }
    /// The shape that the reduction leaves.
    std::vector<std::int32_t> out() const {
        std::vector<std::int32_t> shape;
        for (std::size_t axis = 0; axis < in.size(); ++axis)
            if (!reduces(axis))
                shape.push_back(in[axis]);
            else if (keep_dims)
                shape.push_back(1);
        return shape;
    }

    Model build(mote::ElementType type) const { return build(type, out()); }
    Model build(mote::ElementType type, std::vector<std::int32_t> out_shape) const {
        namespace s = mote::flat;
        ModelBuilder builder;
        const auto count = static_cast<std::int32_t>(axes.size());
        const int x = builder.tensor(type, in, in_quant);
        const int a = axes_at_run_time ? builder.tensor(mote::ElementType::int32, {count})
                                       : builder.constant({count}, axes);
        const int y = builder.tensor(type, std::move(out_shape), out_quant);
        builder.op(code, {x, a}, {y}, s::BuiltinOptions_ReducerOptions,
                   [keep = keep_dims](flatbuffers::FlatBufferBuilder& f) {
                       return s::CreateReducerOptions(f, keep).Union();
                   });
        if (axes_at_run_time)
            builder.io({x, a}, {y});
        else
            builder.io({x}, {y});
        return builder.build();
    }

    /// The sums that the reduction leaves, by its definition.
    template <class Sum, class T>
    std::vector<Sum> sums(const std::vector<T>& x) const {
        std::vector<Sum> result;
        for (std::size_t i = 0; i < x.size(); ++i) {
            std::size_t to = 0;
            std::size_t step = 1;
            std::size_t rest = i;
            for (std::size_t axis = in.size(); axis-- > 0;) {
                const auto extent = static_cast<std::size_t>(in[axis]);
                if (!reduces(axis)) {
                    to += rest % extent * step;
                    step *= extent;
                }
                rest /= extent;
            }
            if (to >= result.size()) result.resize(to + 1);
            result[to] += static_cast<Sum>(x[i]);
        }
        return result;
    }
};

/// The model's output for `x`.
template <class Ops, class T>
std::vector<T> reduce(const ReductionModel& m, const std::vector<T>& x) {
    Runner<Ops> run(m.build(mote::element_type_of<T>));
    if (!run.status() || !run.set(0, x)) return {};
    if (m.axes_at_run_time && !run.set(1, m.axes)) return {};
    return run.invoke() ? run.template get<T>(0) : std::vector<T>{};
}

/// Shapes and axes that merge in every way: none, all, first, last, alternating.
inline std::vector<ReductionModel> reduction_cases(mote::schema::BuiltinOperator code) {
    return {
        {code, {2, 3}, {0}},
        {code, {2, 3}, {1}, true},
        {code, {2, 3}, {-1, 0}},
        {code, {7}, {0}},
        {code, {3, 4}, {0, 0, -2}},
        {code, {1, 5, 4, 35}, {1, 2}, true},
        {code, {2, 5, 4, 3}, {2, 1}},
        {code, {2, 3, 4, 5}, {0, 2}},
        {code, {2, 3, 4, 5}, {1, 3}, true},
        {code, {3, 1, 4}, {1}},
        {code, {1, 1}, {0, 1}},
        {code, {}, {}},
        {code, {2, 3}, {}},
        {code, {2, 3, 2, 3, 2, 3, 2, 3}, {0, 2, 4, 6}},
        {code, {2, 3, 2, 3, 2, 3, 2, 3}, {1, 3, 5, 7}, true},
    };
}

/// Elements of both signs for the model's input.
template <class T>
std::vector<T> reduction_input(const ReductionModel& m) {
    int n = 1;
    for (const std::int32_t extent : m.in) n *= extent;
    std::vector<T> x;
    for (int i = 0; i < n; ++i) x.push_back(static_cast<T>(i * 83 % 255 - 127));
    return x;
}

} // namespace test

#endif
