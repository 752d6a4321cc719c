// SPDX-License-Identifier: Apache-2.0
#include "mote/kernels/svdf.hpp"

#include "kernel_test.hpp"

#include <doctest/doctest.h>

using mote::Kernel;
using mote::SvdfShape;

namespace {

const SvdfShape shapes[] = {
    {1, 1, 1, 1, 1}, {1, 5, 2, 1, 5}, {2, 7, 3, 2, 10}, {1, 16, 8, 4, 8}, {3, 3, 5, 1, 2}};

std::size_t n(int count) { return static_cast<std::size_t>(count); }

/// A layer by its definition: all inputs that a filter remembers, oldest first, kept apart from each other.
template <class State>
class Layer {
public:
    explicit Layer(const SvdfShape& shape)
        : shape_(shape), kept_(n(shape.batches * shape.filters()), std::vector<State>(shape.memory)) {}

    template <class X, class Remember>
    void feed(const std::vector<X>& x, int offset, const std::vector<X>& weights, const Remember& remember) {
        for (int b = 0; b < shape_.batches; ++b)
            for (int f = 0; f < shape_.filters(); ++f) {
                std::int64_t sum = 0;
                for (int i = 0; i < shape_.inputs; ++i)
                    sum += (static_cast<std::int64_t>(x[n(b * shape_.inputs + i)]) + offset) *
                           static_cast<std::int64_t>(weights[n(f * shape_.inputs + i)]);
                std::vector<State>& memory = kept_[n(b * shape_.filters() + f)];
                memory.erase(memory.begin());
                memory.push_back(remember(sum));
            }
    }
    template <class Bias>
    std::vector<std::int64_t> read(int offset, const std::vector<State>& weights,
                                   const std::vector<Bias>& bias) const {
        std::vector<std::int64_t> sums;
        for (int b = 0; b < shape_.batches; ++b)
            for (int unit = 0; unit < shape_.units; ++unit) {
                std::int64_t sum = bias.empty() ? 0 : static_cast<std::int64_t>(bias[n(unit)]);
                for (int f = unit * shape_.rank; f < (unit + 1) * shape_.rank; ++f)
                    for (int m = 0; m < shape_.memory; ++m)
                        sum +=
                            (static_cast<std::int64_t>(kept_[n(b * shape_.filters() + f)][n(m)]) + offset) *
                            static_cast<std::int64_t>(weights[n(f * shape_.memory + m)]);
                sums.push_back(sum);
            }
        return sums;
    }

private:
    SvdfShape shape_;
    std::vector<std::vector<State>> kept_;
};

/// Some steps of the kernel and of the definition side by side.
template <class State, class Sum, class X>
void check(const SvdfShape& shape, int x_offset, int state_offset, bool has_bias) {
    const auto feature = test::noise<std::int8_t>(n(shape.filters() * shape.inputs), 1, -9, 9);
    const auto time = test::noise<std::int8_t>(n(shape.filters() * shape.memory), 2, -9, 9);
    const std::vector<X> feature_weights(feature.begin(), feature.end());
    const std::vector<State> time_weights(time.begin(), time.end());
    std::vector<Sum> bias;
    for (int unit = 0; has_bias && unit < shape.units; ++unit)
        bias.push_back(static_cast<Sum>(unit * 50 - 99));
    const auto remember = [](auto sum) { return static_cast<State>(static_cast<std::int32_t>(sum) % 101); };
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        Layer<State> layer(shape);
        std::vector<State> state(n(shape.batches * shape.filters() * shape.memory));
        for (unsigned step = 0; step < 6; ++step) {
            const auto drawn = test::noise<std::int8_t>(n(shape.batches * shape.inputs), 3 + step);
            const std::vector<X> x(drawn.begin(), drawn.end());
            Kernel<mote::svdf, Isa>::template feed<Isa, Sum>(shape, x.data(), x_offset,
                                                             feature_weights.data(), state.data(), remember);
            std::vector<Sum> out(n(shape.batches * shape.units));
            Kernel<mote::svdf, Isa>::template read<Isa>(
                shape, state.data(), state_offset, time_weights.data(),
                has_bias ? bias.data() : static_cast<const Sum*>(nullptr), test::RawSums<Sum>{}, out.data());
            layer.feed(x, x_offset, feature_weights, remember);
            const auto sums = layer.read(state_offset, time_weights, bias);
            for (std::size_t i = 0; i < out.size(); ++i)
                CHECK(out[i] == test::RawSums<Sum>{}(static_cast<Sum>(sums[i]),
                                                     static_cast<std::int32_t>(i) % shape.units));
        }
    });
}

} // namespace

TEST_CASE("int8 with int8 state") {
    for (const SvdfShape& shape : shapes)
        for (const int offset : {0, 128})
            check<std::int8_t, std::int32_t, std::int8_t>(shape, offset, offset / 16, offset == 0);
}

TEST_CASE("int8 with int16 state") {
    for (const SvdfShape& shape : shapes)
        for (const int offset : {0, -127})
            check<std::int16_t, std::int32_t, std::int8_t>(shape, offset, 0, offset == 0);
}

TEST_CASE("float") {
    for (const SvdfShape& shape : shapes)
        for (const bool has_bias : {false, true}) check<float, float, float>(shape, 0, 0, has_bias);
}

TEST_CASE("sums of the read half wrap modulo 2^32") {
    const SvdfShape shape{1, 1, 1, 2, 1};
    const std::int16_t state[] = {32767, 32767}, weights[] = {32767, 32767};
    const std::int32_t bias[] = {2147483647};
    test::on_each_isa([&](auto isa) {
        using Isa = decltype(isa);
        std::int32_t out[] = {0};
        Kernel<mote::svdf, Isa>::template read<Isa>(shape, state, 0, weights, bias, test::PlainSums{}, out);
        CHECK(out[0] == static_cast<std::int32_t>(2147483647u + 2u * 32767u * 32767u));
    });
}
