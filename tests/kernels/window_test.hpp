// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_KERNELS_WINDOW_TEST_HPP
#define MOTE_TESTS_KERNELS_WINDOW_TEST_HPP

#include "mote/core/kernel.hpp"
#include "mote/kernels/window.hpp"

#include <cstdint>
#include <vector>

namespace test {

/// Runs window kernel K of `Isa` with as much scratch as it asks for, and no more.
template <class K, class Isa, class Sum, class X, class Weights, class Bias, class Finish>
void run_window(const mote::Window& w, std::int32_t filter, const X* x, std::int32_t offset, Weights weights,
                Bias bias, const Finish& finish, typename Finish::Element* out) {
    struct alignas(16) Unit {
        unsigned char bytes[16];
    };
    using Kernel = mote::Kernel<K, Isa>;
    const std::size_t bytes = Kernel::template scratch_bytes<X, Weights>(w, filter);
    std::vector<Unit> memory((bytes + sizeof(Unit) - 1) / sizeof(Unit));
    Kernel::template run<Isa, Sum>(w, filter, x, offset, weights, bias, finish, out, memory.data());
}

/// One axis of a window operator.
struct Axis {
    int in, filter, stride, dilation;
    bool same; // padding: as much as covers all of the input; else none

    int reach() const { return (filter - 1) * dilation + 1; }
    int out() const { return same ? (in + stride - 1) / stride : (in - reach()) / stride + 1; }
    int pad() const {
        const int total = (out() - 1) * stride + reach() - in;
        return same && total > 0 ? total / 2 : 0;
    }
};

inline mote::Window window(int batches, const Axis& y, const Axis& x, int in_c, int out_c) {
    const auto u16 = [](int n) { return static_cast<std::uint16_t>(n); };
    return {u16(batches),  u16(y.in),       u16(x.in),       u16(in_c),     u16(y.out()),
            u16(x.out()),  u16(out_c),      u16(y.filter),   u16(x.filter), u16(y.stride),
            u16(x.stride), u16(y.dilation), u16(x.dilation), u16(y.pad()),  u16(x.pad())};
}

/// Windows of many kinds: both paddings, strides, dilation, filters larger than the input, single extents.
inline std::vector<mote::Window> windows(int batches, int in_c, int out_c) {
    std::vector<mote::Window> all;
    for (const Axis& y :
         {Axis{5, 3, 1, 1, true}, Axis{4, 1, 1, 1, false}, Axis{7, 2, 3, 2, true}, Axis{1, 2, 1, 2, true}})
        for (const Axis& x : {Axis{6, 3, 2, 1, true}, Axis{5, 2, 1, 2, false}, Axis{2, 5, 1, 1, true},
                              Axis{4, 1, 3, 1, true}})
            all.push_back(window(batches, y, x, in_c, out_c));
    return all;
}

/// The sums of a convolution with `filter_c` input channels per filter, straight from the definition.
/// `weight(channel, y, x, c)` is the filter's.
template <class X, class Weight, class Bias>
std::vector<std::int64_t> convolved(const mote::Window& w, int filter_c, const std::vector<X>& x, int offset,
                                    const Weight& weight, const std::vector<Bias>& bias) {
    std::vector<std::int64_t> sums;
    const int group_outputs = w.out_c * filter_c / w.in_c;
    for (int b = 0; b < w.batches; ++b)
        for (int out_y = 0; out_y < w.out_h; ++out_y)
            for (int out_x = 0; out_x < w.out_w; ++out_x)
                for (int channel = 0; channel < w.out_c; ++channel) {
                    std::int64_t sum =
                        bias.empty() ? 0 : static_cast<std::int64_t>(bias[static_cast<std::size_t>(channel)]);
                    for (int fy = 0; fy < w.filter_h; ++fy)
                        for (int fx = 0; fx < w.filter_w; ++fx) {
                            const int in_y = out_y * w.stride_h - w.pad_h + fy * w.dilation_h;
                            const int in_x = out_x * w.stride_w - w.pad_w + fx * w.dilation_w;
                            if (in_y < 0 || in_y >= w.in_h || in_x < 0 || in_x >= w.in_w) continue;
                            for (int c = 0; c < filter_c; ++c) {
                                const int in_channel = channel / group_outputs * filter_c + c;
                                const int at = ((b * w.in_h + in_y) * w.in_w + in_x) * w.in_c + in_channel;
                                sum += (std::int64_t{x[static_cast<std::size_t>(at)]} + offset) *
                                       weight(channel, fy, fx, c);
                            }
                        }
                    sums.push_back(sum);
                }
    return sums;
}

/// How many bytes below the input the output of a window kernel must start, straight from the definition:
/// positions in memory order, each written after its window is read.
inline std::int64_t least_distance(const mote::Window& w, int in_bytes, int out_bytes) {
    std::int64_t distance = 0, still_read = std::int64_t{1} << 40;
    for (int position = w.batches * w.out_h * w.out_w; position-- > 0;) {
        const int b = position / (w.out_h * w.out_w), y = position / w.out_w % w.out_h,
                  x = position % w.out_w;
        for (int fy = 0; fy < w.filter_h; ++fy)
            for (int fx = 0; fx < w.filter_w; ++fx) {
                const int in_y = y * w.stride_h - w.pad_h + fy * w.dilation_h;
                const int in_x = x * w.stride_w - w.pad_w + fx * w.dilation_w;
                if (in_y < 0 || in_y >= w.in_h || in_x < 0 || in_x >= w.in_w) continue;
                const std::int64_t read =
                    ((std::int64_t{b} * w.in_h + in_y) * w.in_w + in_x) * w.in_c * in_bytes;
                if (read < still_read) still_read = read;
            }
        const std::int64_t written = std::int64_t{position + 1} * w.out_c * out_bytes;
        if (written - still_read > distance) distance = written - still_read;
    }
    return distance;
}

} // namespace test

#endif
