// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_OPS_POOL_MODEL_HPP
#define MOTE_TESTS_OPS_POOL_MODEL_HPP

#include "../support/runner.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace test {

/// A model of one pooling operator.
struct PoolModel {
    mote::schema::BuiltinOperator code;
    std::vector<std::int32_t> in;
    std::int32_t filter_h, filter_w, stride_h, stride_w;
    mote::schema::Padding padding = mote::schema::Padding_SAME;
    mote::schema::ActivationFunctionType activation = mote::schema::ActivationFunctionType_NONE;
    Quant in_quant{}, out_quant{};

    bool is_same() const { return padding == mote::schema::Padding_SAME; }
    static std::int32_t out_extent(std::int32_t n, std::int32_t filter, std::int32_t stride, bool same) {
        return same ? (n + stride - 1) / stride : (n - filter + stride) / stride;
    }
    std::vector<std::int32_t> out() const {
        return {in[0], out_extent(in[1], filter_h, stride_h, is_same()),
                out_extent(in[2], filter_w, stride_w, is_same()), in[3]};
    }
    Model build(mote::ElementType type) const { return build(type, out()); }
    Model build(mote::ElementType type, std::vector<std::int32_t> out_shape) const {
        namespace s = mote::flat;
        ModelBuilder builder;
        const int x = builder.tensor(type, in, in_quant);
        const int y = builder.tensor(type, std::move(out_shape), out_quant);
        builder.op(code, {x}, {y}, s::BuiltinOptions_Pool2DOptions,
                   [m = *this](flatbuffers::FlatBufferBuilder& f) {
                       return s::CreatePool2DOptions(f, m.padding, m.stride_w, m.stride_h, m.filter_w,
                                                     m.filter_h, m.activation)
                           .Union();
                   });
        builder.io({x}, {y});
        return builder.build();
    }

    /// `fold(values of a window that are inside the input)` for every output, by the definition.
    template <class T, class Fold>
    std::vector<T> expected(const std::vector<T>& x, const Fold& fold) const {
        const auto shape = out();
        const auto before = [this](std::int32_t n, std::int32_t out_n, std::int32_t filter,
                                   std::int32_t stride) {
            return is_same() ? std::max<std::int32_t>((out_n - 1) * stride + filter - n, 0) / 2 : 0;
        };
        const std::int32_t top = before(in[1], shape[1], filter_h, stride_h);
        const std::int32_t left = before(in[2], shape[2], filter_w, stride_w);
        std::vector<T> result;
        for (std::int32_t b = 0; b < shape[0]; ++b)
            for (std::int32_t oy = 0; oy < shape[1]; ++oy)
                for (std::int32_t ox = 0; ox < shape[2]; ++ox)
                    for (std::int32_t c = 0; c < shape[3]; ++c) {
                        std::vector<T> values;
                        for (std::int32_t y = oy * stride_h - top; y < oy * stride_h - top + filter_h; ++y)
                            for (std::int32_t column = ox * stride_w - left;
                                 column < ox * stride_w - left + filter_w; ++column)
                                if (y >= 0 && y < in[1] && column >= 0 && column < in[2])
                                    values.push_back(x[static_cast<std::size_t>(
                                        ((b * in[1] + y) * in[2] + column) * in[3] + c)]);
                        result.push_back(fold(values));
                    }
        return result;
    }
};

/// Windows of all kinds: overlapping, with gaps, larger than the input, channels around the kernel's block.
inline std::vector<PoolModel> pool_cases(mote::schema::BuiltinOperator code) {
    constexpr auto valid = mote::schema::Padding_VALID;
    return {
        {code, {1, 4, 4, 1}, 2, 2, 2, 2},         {code, {1, 7, 5, 3}, 3, 2, 1, 2},
        {code, {2, 5, 6, 16}, 3, 3, 2, 2},        {code, {1, 5, 6, 17}, 2, 2, 1, 1, valid},
        {code, {2, 8, 3, 35}, 8, 3, 1, 1, valid}, {code, {1, 3, 3, 4}, 5, 5, 1, 1},
        {code, {1, 1, 1, 2}, 1, 1, 1, 1, valid},  {code, {1, 9, 9, 5}, 1, 2, 4, 3},
        {code, {3, 6, 6, 8}, 2, 3, 3, 2, valid},
    };
}

/// Elements of both signs for the model's input, the limits of int8 among them.
template <class T>
std::vector<T> pool_input(const PoolModel& m) {
    std::vector<T> x;
    for (int i = 0; i < m.in[0] * m.in[1] * m.in[2] * m.in[3]; ++i)
        x.push_back(static_cast<T>(i * 83 % 256 - 128));
    return x;
}

/// The model's output for `x`.
template <class Ops, class T>
std::vector<T> pooled(const PoolModel& m, const std::vector<T>& x) {
    Runner<Ops> run(m.build(mote::element_type_of<T>));
    if (!run.status() || !run.set(0, x) || !run.invoke()) return {};
    return run.template get<T>(0);
}

/// What AVERAGE_POOL_2D and MAX_POOL_2D refuse alike.
template <class Ops>
std::vector<mote::StatusCode> pool_refusals(mote::schema::BuiltinOperator code) {
    const PoolModel good{code, {1, 4, 4, 2}, 2, 2, 2, 2};
    std::vector<mote::StatusCode> found;
    const auto load = [&](const PoolModel& m) {
        found.push_back(load_code<Ops>(m.build(mote::ElementType::float32, {1, 2, 2, 2})));
    };
    const auto with = [&](auto change) {
        PoolModel m = good;
        change(m);
        load(m);
    };
    with([](PoolModel& m) { m.filter_h = 0; });
    with([](PoolModel& m) { m.filter_w = -1; });
    with([](PoolModel& m) { m.stride_h = 0; });
    with([](PoolModel& m) { m.stride_w = 0x7fffffff; });
    with([](PoolModel& m) { m.padding = static_cast<mote::schema::Padding>(2); });
    with([](PoolModel& m) { m.activation = static_cast<mote::schema::ActivationFunctionType>(6); });
    return found;
}

} // namespace test

#endif
