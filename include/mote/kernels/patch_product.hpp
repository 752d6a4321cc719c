// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_PATCH_PRODUCT_HPP
#define MOTE_KERNELS_PATCH_PRODUCT_HPP

#include "../core/kernel.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A block of `positions` patches of `depth` elements each, in a layout of its ISA's own. `offset` is what
/// each element was or is to be raised by.
struct PatchBlock {
    const void* data;
    std::int32_t positions;
    std::int32_t depth;
    std::int32_t offset;
};

/// Output channels [first, end).
struct ChannelRange {
    std::int32_t first, end;
};

/// The matrix product under `PatchConv`. An ISA that has one defines
///
///     template <class X, class Weights> static constexpr bool available;  // for these elements
///     static constexpr std::int32_t most_positions(std::int32_t depth);   // worth having in a block
///     static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions);
///     struct Writer {                                                     // writes one patch, front to back
///         Writer(void* block, std::int32_t positions, std::int32_t position, std::int32_t offset);
///         void copy(const X* from, std::int32_t n);
///         void pad(std::int32_t n);                                       // elements that add nothing
///         void close();
///     };
///     template <class Finish>
///     static void run(const PatchBlock&, const std::int8_t* weights, const std::int32_t* bias, ChannelRange,
///                     const Finish&, typename Finish::Element* out, std::int32_t stride);
///
/// where `run` sets out[p * stride + c] = finish(bias[c] + sum over i of (patch[p][i] + offset) *
/// weights[(c - first) * depth + i], c) for each position p and channel c. `bias` may be null. The scratch is
/// aligned as the arena is, block_bytes a multiple of what its layout needs.
struct patch_product;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
