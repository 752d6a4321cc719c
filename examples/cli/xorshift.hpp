// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_XORSHIFT_HPP
#define MOTE_CLI_XORSHIFT_HPP

#include "mote/core/bits.hpp"
#include "mote/core/element_type.hpp"

#include <cstddef>
#include <cstdint>

namespace cli {

/// Marsaglia's xorshift32: the same inputs everywhere.
class Xorshift32 {
public:
    /// A seed of 0, in which the generator would be stuck, counts as 1.
    explicit Xorshift32(std::uint32_t seed) : state_(seed == 0 ? 1 : seed) {}

    std::uint32_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 17;
        state_ ^= state_ << 5;
        return state_;
    }

    /// Fills a tensor's bytes: one step per element, or per byte for types without a rule of their own.
    void fill(mote::ElementType type, unsigned char* bytes, std::size_t size) {
        const std::size_t width = step_bytes(type);
        for (std::size_t at = 0; at < size; at += width) {
            std::uint32_t value = element(type);
            for (std::size_t i = 0; i < width && at + i < size; ++i, value >>= 8)
                bytes[at + i] = static_cast<unsigned char>(value & 0xff);
        }
    }

private:
    static std::size_t step_bytes(mote::ElementType type) {
        switch (type) {
        case mote::ElementType::float64:
        case mote::ElementType::complex64:
        case mote::ElementType::complex128: return 1;
        default: return mote::bits_of(type) < 8 ? 1 : static_cast<std::size_t>(mote::bits_of(type)) / 8;
        }
    }
    std::uint32_t element(mote::ElementType type) {
        const std::uint32_t x = next();
        if (type == mote::ElementType::float32)
            return mote::bit_cast<std::uint32_t>(static_cast<float>(x >> 8) / 16777216.0f * 2.0f - 1.0f);
        if (type == mote::ElementType::boolean) return x & 1;
        return mote::bits_of(type) == 16 ? x & 0xffff : x & 0xff;
    }

    std::uint32_t state_;
};

} // namespace cli

#endif
