// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_NEON_PATCHES_HPP
#define MOTE_ISA_NEON_PATCHES_HPP

// The matrix product under convolutions, for the ISAs of AArch64.

#include "../kernels/dot.hpp"
#include "../kernels/finish_channels.hpp"
#include "../kernels/patch_product.hpp"
#include "neon_stage.hpp"

#include <cstddef>
#include <type_traits>
#include <utility>

#if defined(__aarch64__) && defined(__ARM_NEON) && !defined(__ARM_BIG_ENDIAN)

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail::neon {

MOTE_INLINE int8x8_t zip1(int8x8_t a, int8x8_t b) noexcept { return vzip1_s8(a, b); }
MOTE_INLINE int8x8_t zip2(int8x8_t a, int8x8_t b) noexcept { return vzip2_s8(a, b); }
MOTE_INLINE int32x4_t zip1(int32x4_t a, int32x4_t b) noexcept { return vzip1q_s32(a, b); }
MOTE_INLINE int32x4_t zip2(int32x4_t a, int32x4_t b) noexcept { return vzip2q_s32(a, b); }

/// Columns of a square matrix as rows. Each round takes the highest bit of an element's place to the lowest.
template <class Row, int... I>
MOTE_INLINE void transpose(Row* rows, std::integer_sequence<int, I...>) noexcept {
    constexpr int half = sizeof...(I) / 2;
    for (int round = 1; round < static_cast<int>(sizeof...(I)); round *= 2) {
        const Row zipped[] = {
            (I % 2 == 0 ? zip1(rows[I / 2], rows[I / 2 + half]) : zip2(rows[I / 2], rows[I / 2 + half]))...};
        ((rows[I] = zipped[I]), ...);
    }
}

/// The first `n` of 16 bytes, zeros after them; `readable` bytes may be read, which n may exceed.
MOTE_INLINE int8x16_t load_first(const std::int8_t* from, std::int32_t n, std::int32_t readable) noexcept {
    if (n >= 16) return vld1q_s8(from);
    if (readable >= 16) return vandq_s8(vld1q_s8(from), first_bytes(n));
    std::int8_t bytes[16] = {};
    if (n > 0) std::memcpy(bytes, from, static_cast<std::size_t>(n));
    return vld1q_s8(bytes);
}

/// A block of patches, each a row of whole vectors: a vector that holds the rows' length in bytes, the rows,
/// one vector that may be read, and the packed weights of a tile of eight channels.
struct PatchRows {
    unsigned char* first;
    std::ptrdiff_t length;
    unsigned char* packed;

    explicit PatchRows(const PatchBlock& block) noexcept
        : first(static_cast<unsigned char*>(const_cast<void*>(block.data)) + 16),
          length(length_of(block.data)),
          packed(first + length * block.positions + 16) {}

    static constexpr std::uint32_t bytes(std::int32_t row, std::int32_t positions,
                                         std::int32_t packed) noexcept {
        return static_cast<std::uint32_t>(32 + whole(row) * positions + whole(packed));
    }
    static constexpr std::int32_t whole(std::int32_t bytes) noexcept { return (bytes + 15) & ~15; }

    static std::int32_t length_of(const void* block) noexcept {
        std::int32_t length;
        std::memcpy(&length, block, sizeof length);
        return length;
    }
    /// Where row `position` starts; those before have been written.
    static void* start(void* block, std::int32_t position) noexcept {
        auto* const rows = static_cast<unsigned char*>(block) + 16;
        return position == 0 ? rows : rows + static_cast<std::ptrdiff_t>(position) * length_of(block);
    }
    /// Row 0 says how long all are.
    static void note_length(void* block, const void* end) noexcept {
        const auto written = static_cast<const unsigned char*>(end) - static_cast<unsigned char*>(block) - 16;
        const std::int32_t length = whole(static_cast<std::int32_t>(written));
        std::memcpy(block, &length, sizeof length);
    }
};

/// Tiles of eight channels by eight or four positions. `Math` multiplies one step of depth, of as many
/// elements as its instruction takes: a lane of the patches' vectors by a vector or two of packed weights.
template <class Math, class Isa>
struct PatchTiles {
    template <class X, class Weights>
    static constexpr bool available =
        std::is_same_v<X, std::int8_t>&& std::is_same_v<Weights, const std::int8_t*>;

    using Writer = typename Math::Writer;

    static constexpr std::int32_t most_positions(std::int32_t depth) noexcept {
        return clamp(16384 / depth, std::int32_t{16}, std::int32_t{128}) / 8 * 8;
    }
    static constexpr std::uint32_t block_bytes(std::int32_t depth, std::int32_t positions) noexcept {
        return PatchRows::bytes(depth * static_cast<std::int32_t>(sizeof(typename Math::X)), positions,
                                PatchRows::whole(depth) * 8);
    }

    template <class Finish>
    static void run(const PatchBlock& block, const std::int8_t* weights, const std::int32_t* bias,
                    ChannelRange channels, const Finish& finish, typename Finish::Element* out,
                    std::int32_t stride) noexcept {
        const PatchRows rows(block);
        if (block.positions < 4) return few(rows, block, weights, bias, channels, finish, out, stride);
        for (std::int32_t c = channels.first; c < channels.end; c += 8, weights += 8 * block.depth) {
            const std::int32_t n = minimum(std::int32_t{8}, channels.end - c);
            Tile<Finish> tile{rows, ceil_div(block.depth, Math::step), finish, c, n, out + c, stride, {}, {}};
            Math::pack(weights, block.depth, n, block.offset, reinterpret_cast<std::int8_t*>(rows.packed),
                       tile.start);
            tile.prepare(bias);
            std::int32_t p = 0;
            for (; p + 8 <= block.positions; p += 8) tile.run(p, std::make_integer_sequence<int, 8>{});
            if (p + 4 <= block.positions) {
                tile.run(p, std::make_integer_sequence<int, 4>{});
                p += 4;
            }
            // The last ones together with some that were there before.
            if (p < block.positions) tile.run(block.positions - 4, std::make_integer_sequence<int, 4>{});
        }
    }

private:
    /// Where packing the weights would cost more than it saves.
    template <class Finish>
    static void few(const PatchRows& rows, const PatchBlock& block, const std::int8_t* weights,
                    const std::int32_t* bias, ChannelRange channels, const Finish& finish,
                    typename Finish::Element* out, std::int32_t stride) noexcept {
        const std::int32_t depth = block.depth;
        for (std::int32_t c = channels.first; c < channels.end; c += 4, weights += 4 * depth) {
            const std::int32_t n = minimum(std::int32_t{4}, channels.end - c);
            for (std::int32_t p = 0; p < block.positions; ++p) {
                std::int32_t sums[4] = {};
                for (std::int32_t i = 0; bias != nullptr && i < n; ++i) sums[i] = bias[c + i];
                const auto* const x = reinterpret_cast<const typename Math::X*>(rows.first + p * rows.length);
                const std::int32_t offset = Math::offset_of(block);
                if (n == 4)
                    Kernel<dot, Isa>::template run<4>(x, offset, weights, depth, depth, sums);
                else
                    for (std::int32_t i = 0; i < n; ++i)
                        Kernel<dot, Isa>::template run<1>(x, offset, weights + i * depth, 0, depth, sums + i);
                Kernel<finish_channels, Isa>::run(finish, sums, n, c, out + p * stride + c);
            }
        }
    }

    template <class Finish>
    struct Tile {
        static constexpr bool is_int8 = std::is_same_v<Finish, Int8Stage>;

        const PatchRows& rows;
        std::int32_t steps;
        const Finish& finish;
        std::int32_t channel, channels;
        typename Finish::Element* out;
        std::int32_t stride;
        int32x4_t start[2];
        Scales scales[2];

        void prepare(const std::int32_t* bias) noexcept {
            if (bias != nullptr) {
                std::int32_t all[8] = {};
                for (std::int32_t i = 0; i < channels; ++i) all[i] = bias[channel + i];
                start[0] = wrapped_sum(start[0], vld1q_s32(all));
                start[1] = wrapped_sum(start[1], vld1q_s32(all + 4));
            }
            if constexpr (is_int8) {
                scales[0] = channels >= 4 ? unpacked(finish.multipliers, channel)
                                          : unpacked_each(finish.multipliers, channel, channels);
                scales[1] = scales[0];
                if (channels == 8) scales[1] = unpacked(finish.multipliers, channel + 4);
                if (channels > 4 && channels < 8)
                    scales[1] = unpacked_each(finish.multipliers, channel + 4, channels - 4);
            }
        }

        template <int... P>
        void run(std::int32_t position, std::integer_sequence<int, P...> positions) const noexcept {
            const std::ptrdiff_t row = rows.length;
            const unsigned char* x = rows.first + position * row;
            auto* w = reinterpret_cast<const std::int8_t*>(rows.packed);
            const int32x4_t start0 = start[0], start1 = start[1];
            int32x4_t a[] = {(static_cast<void>(P), start0)...};
            int32x4_t b[] = {(static_cast<void>(P), start1)...};
            std::int32_t left = steps;
            for (; left >= Math::lanes; left -= Math::lanes, x += 16) {
                const typename Math::Vector v[] = {Math::load(x + P * row)...};
                multiply(a, b, v, w, positions, std::make_integer_sequence<int, Math::lanes>{});
            }
            for (; left > 0; --left, x += 16 / Math::lanes) {
                const typename Math::Vector v[] = {Math::load(x + P * row)...};
                multiply(a, b, v, w, positions, std::make_integer_sequence<int, 1>{});
            }
            std::ptrdiff_t places[] = {(position + P) * stride...};
            write(a, b, places, positions);
        }

        template <int... P, int... Lane>
        MOTE_INLINE static void multiply(int32x4_t* a, int32x4_t* b, const typename Math::Vector* x,
                                         const std::int8_t*& w, std::integer_sequence<int, P...> positions,
                                         std::integer_sequence<int, Lane...>) noexcept {
            (multiply_lane<Lane>(a, b, x, w, positions), ...);
        }
        template <int Lane, int... P>
        MOTE_INLINE static void multiply_lane(int32x4_t* a, int32x4_t* b, const typename Math::Vector* x,
                                              const std::int8_t*& w,
                                              std::integer_sequence<int, P...>) noexcept {
            const auto weights = Math::next_weights(w);
            ((a[P] = Math::template low<Lane>(a[P], weights, x[P]),
              b[P] = Math::template high<Lane>(b[P], weights, x[P])),
             ...);
        }

        template <int... P>
        MOTE_INLINE void write(const int32x4_t* a, const int32x4_t* b, const std::ptrdiff_t* places,
                               std::integer_sequence<int, P...>) const noexcept {
            typename Finish::Element* const to = out;
            const std::int32_t n = channels;
            if constexpr (is_int8) {
                const Limits limits(finish);
                const Scales low = scales[0], high = scales[1];
                const int8x8_t bytes[] = {limits.narrowed(scaled(a[P], low), scaled(b[P], high))...};
                if (n == 8) return static_cast<void>((store(to + places[P], bytes[P]), ...));
                (store_first(bytes[P], n, to + places[P]), ...);
            } else {
                (finish_each(finish, a[P], b[P], channel, n, to + places[P]), ...);
            }
        }
        static void store_first(int8x8_t bytes, std::int32_t n, std::int8_t* to) noexcept {
            std::int8_t all[8];
            vst1_s8(all, bytes);
            for (std::int32_t i = 0; i < n; ++i) to[i] = all[i];
        }
        static void finish_each(const Finish& finish, int32x4_t a, int32x4_t b, std::int32_t channel,
                                std::int32_t n, typename Finish::Element* to) noexcept {
            std::int32_t sums[8];
            vst1q_s32(sums, a);
            vst1q_s32(sums + 4, b);
            for (std::int32_t i = 0; i < n; ++i) to[i] = finish(sums[i], channel + i);
        }
    };
};

} // namespace detail::neon

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif

#endif
