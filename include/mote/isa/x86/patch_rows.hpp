// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_X86_PATCH_ROWS_HPP
#define MOTE_ISA_X86_PATCH_ROWS_HPP

#include "../../kernels/patch_conv.hpp"

#include <cstddef>
#include <cstring>
#include <type_traits>

namespace mote::detail::x86 {

/// Four bytes as they are in memory.
MOTE_INLINE std::int32_t load_word(const void* from) noexcept {
    std::int32_t word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

MOTE_INLINE unsigned char* cache_line(const void* scratch) noexcept {
    const auto address = reinterpret_cast<std::uintptr_t>(scratch);
    return reinterpret_cast<unsigned char*>((address + 63) & ~std::uintptr_t{63});
}

constexpr std::uint32_t whole_lines(std::int32_t bytes) noexcept {
    return align_up(static_cast<std::uint32_t>(bytes), std::uint32_t{64});
}

/// A block of patches, each a row of its own: a header of 64 bytes with the rows' length in bytes, the rows,
/// room to write beyond the last one, and room for the packed weights of a tile of channels.
struct PatchRows {
    unsigned char* first;
    std::ptrdiff_t length;
    unsigned char* packed;

    explicit PatchRows(const PatchBlock& block) noexcept {
        unsigned char* const header = cache_line(block.data);
        first = header + 64;
        length = load_word(header);
        packed = first + whole_lines(static_cast<std::int32_t>(length) * block.positions + 64);
    }
    static constexpr std::uint32_t bytes(std::int32_t row, std::int32_t positions,
                                         std::int32_t packed) noexcept {
        return 128 + whole_lines(row * positions + 64) + whole_lines(packed);
    }
    /// Where row `position` starts; those before have been written.
    static unsigned char* start(const void* block, std::int32_t position) noexcept {
        unsigned char* const header = cache_line(block);
        return header + 64 + (position == 0 ? 0 : position * load_word(header));
    }
    /// Row 0 says how long all are.
    static void note_length(const void* block, const void* end) noexcept {
        unsigned char* const header = cache_line(block);
        const auto bytes = static_cast<std::int32_t>(static_cast<const unsigned char*>(end) - header - 64);
        std::memcpy(header, &bytes, sizeof bytes);
    }
};

/// Whether a window of `channels` has so few elements that scratch memory of hundreds of bytes for each is
/// within 32 bits.
constexpr bool is_moderate(const Window& w, std::int32_t channels) noexcept {
    return std::int64_t{w.filter_h} * w.filter_w * channels <= std::int64_t{1} << 20;
}

/// PatchConv, but where patches are what lies in memory side by side, a block is copied as one.
template <class Isa>
struct RowConv {
    template <class X, class Weights>
    static constexpr bool has_scratch = PatchConv<Isa>::template has_scratch<X, Weights>;
    template <class X, class Weights>
    static constexpr std::uint32_t scratch_bytes(const Window& w, std::int32_t filter_c) noexcept {
        return is_moderate(w, w.in_c) ? PatchConv<Isa>::template scratch_bytes<X, Weights>(w, filter_c) : 0;
    }

    template <class Leaf, class Accumulator, class X, class Weights, class Bias, class Finish>
    static void run(const Window& w, std::int32_t filter_c, const X* x, std::int32_t offset, Weights weights,
                    Bias bias, const Finish& finish, typename Finish::Element* out, void* scratch) noexcept {
        if (!is_moderate(w, w.in_c))
            return Kernel<conv, isa::scalar>::run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias,
                                                                     finish, out, scratch);
        if constexpr (Product::template available<X, Weights> && std::is_same_v<Accumulator, std::int32_t>)
            if (is_plain(w, filter_c)) return rows(w, x, offset, weights, bias, finish, out, scratch);
        PatchConv<Isa>::template run<Leaf, Accumulator>(w, filter_c, x, offset, weights, bias, finish, out,
                                                        scratch);
    }

private:
    using Product = Kernel<patch_product, Isa>;

    static bool is_plain(const Window& w, std::int32_t filter_c) noexcept {
        return w.filter_h == 1 && w.filter_w == 1 && w.stride_h == 1 && w.stride_w == 1 && w.pad_h == 0 &&
               w.pad_w == 0 && w.in_h == w.out_h && w.in_w == w.out_w && filter_c == w.in_c &&
               filter_c % 4 == 0;
    }

    template <class Finish>
    static void rows(const Window& w, const std::int8_t* x, std::int32_t offset, const std::int8_t* weights,
                     const std::int32_t* bias, const Finish& finish, typename Finish::Element* out,
                     void* scratch) noexcept {
        const std::int32_t depth = w.in_c;
        std::int32_t count = Product::most_positions(depth);
        for (std::int32_t left = w.batches * w.out_h * w.out_w; left > 0; left -= count) {
            count = minimum(count, left);
            typename Product::Writer writer(scratch, count, 0, offset);
            writer.copy(x, depth);
            writer.close();
            writer.copy(x + depth, (count - 1) * depth);
            Product::run(PatchBlock{scratch, count, depth, offset}, weights, bias, ChannelRange{0, w.out_c},
                         finish, out, w.out_c);
            x += count * depth;
            out += count * w.out_c;
        }
    }
};

} // namespace mote::detail::x86

#endif
