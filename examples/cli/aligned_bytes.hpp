// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_ALIGNED_BYTES_HPP
#define MOTE_CLI_ALIGNED_BYTES_HPP

#include "mote/core/span.hpp"

#include <cstddef>
#include <vector>

namespace cli {

/// Memory on the heap, aligned for models and arenas, of an exact number of bytes.
class AlignedBytes {
public:
    AlignedBytes() = default;
    explicit AlignedBytes(std::size_t size)
        : blocks_((size + sizeof(Block) - 1) / sizeof(Block)), size_(size) {}

    unsigned char* data() { return blocks_.empty() ? nullptr : blocks_.front().bytes; }
    const unsigned char* data() const { return blocks_.empty() ? nullptr : blocks_.front().bytes; }
    std::size_t size() const { return size_; }
    mote::Span<unsigned char> span() { return {data(), size_}; }

private:
    struct alignas(16) Block {
        unsigned char bytes[16] = {};
    };
    std::vector<Block> blocks_;
    std::size_t size_ = 0;
};

} // namespace cli

#endif
