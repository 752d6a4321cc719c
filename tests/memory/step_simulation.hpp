// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_MEMORY_STEP_SIMULATION_HPP
#define MOTE_TESTS_MEMORY_STEP_SIMULATION_HPP

#include "mote/memory/buffer.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

/// What a plan means, byte by byte: a head in which every byte has an owner, and steps that write buffers.
/// Says nothing about intervals or clearances, so that these can be compared with it.
namespace step_simulation {

using Buffers = std::vector<mote::Buffer>;

inline bool lives_at(const mote::Buffer& buffer, int step) {
    return buffer.first <= step && step <= buffer.last;
}

/// Whether `output` is computed from `input`, which dies, with permission to overlap it.
inline bool consumes(const Buffers& buffers, std::size_t output, std::size_t input) {
    return buffers[output].shares == input && buffers[output].first == buffers[input].last;
}

class Head {
public:
    explicit Head(const Buffers& buffers) : buffers_(buffers) {
        std::size_t bytes = 0;
        for (const auto& b : buffers) bytes = bytes < b.offset + b.size ? b.offset + b.size : bytes;
        owners_.assign(bytes, buffers.size());
    }

    /// Writes a buffer from its first byte to its last. False if it destroys what it still has to read: when
    /// byte k is written, the first k + 1 - distance bytes of the input have been read, the others have not.
    bool write(std::size_t output) {
        const auto& buffer = buffers_[output];
        for (std::uint32_t k = 0; k < buffer.size; ++k) {
            const std::size_t at = buffer.offset + k;
            owners_[at] = output;
            if (buffer.shares == mote::Buffer::none || !consumes(buffers_, output, buffer.shares)) continue;
            const auto& input = buffers_[buffer.shares];
            const std::uint32_t already_read = k + 1 > buffer.distance ? k + 1 - buffer.distance : 0;
            if (at >= input.offset + already_read && at < input.offset + input.size) return false;
        }
        return true;
    }

    /// Whether the bytes of a live buffer are its own after a step, or went to an output that consumed it.
    bool is_intact(std::size_t index, int step) const {
        const auto& buffer = buffers_[index];
        for (std::uint32_t k = 0; k < buffer.size; ++k) {
            const std::size_t owner = owners_[buffer.offset + k];
            if (owner == index) continue;
            if (buffers_[owner].first != step || !consumes(buffers_, owner, index)) return false;
        }
        return true;
    }

private:
    const Buffers& buffers_;
    std::vector<std::size_t> owners_;
};

/// Whether all buffers survive as long as they live. An input is written before its consumer even if both
/// begin at one step, so `shares` must not go in circles.
inline bool survives(const Buffers& buffers) {
    Head head(buffers);
    int steps = 0;
    for (const auto& b : buffers) steps = steps > b.last ? steps : b.last + 1;
    for (int step = 0; step < steps; ++step) {
        std::vector<bool> written(buffers.size());
        for (std::size_t round = 0; round < buffers.size(); ++round) {
            for (std::size_t i = 0; i < buffers.size(); ++i) {
                if (written[i] || buffers[i].first != step) continue;
                const auto input = buffers[i].shares;
                if (input != mote::Buffer::none && buffers[input].first == step && !written[input]) continue;
                if (!head.write(i)) return false;
                written[i] = true;
            }
        }
        for (std::size_t i = 0; i < buffers.size(); ++i)
            if (lives_at(buffers[i], step) && !head.is_intact(i, step)) return false;
    }
    return true;
}

using Random = std::mt19937;

inline std::uint32_t below(Random& random, std::uint32_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
}

/// Up to `most` unplaced buffers with random lifetimes, sizes (some of them 0) and permissions, in any order.
inline Buffers random_buffers(Random& random, std::uint32_t most, bool sharing) {
    Buffers buffers(1 + below(random, most));
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        auto& b = buffers[i];
        b.size = below(random, 10) == 0 ? 0 : 1 + below(random, 24);
        b.first = static_cast<std::uint16_t>(below(random, 6));
        b.last = static_cast<std::uint16_t>(b.first +
                                            (below(random, 3) == 0 ? below(random, 4) : below(random, 2)));
        b.distance = below(random, 3) == 0 ? 0 : below(random, 40);
        b.id = static_cast<std::uint16_t>(i);
        // Most permissions are usable, some name a buffer that lives elsewhere.
        for (std::size_t j = 0; sharing && j < i; ++j) {
            const bool dies_here = buffers[j].last == b.first;
            if (below(random, dies_here ? 2 : 20) == 0) b.shares = static_cast<std::uint16_t>(j);
        }
    }
    Buffers shuffled(buffers.size());
    std::vector<std::uint16_t> place(buffers.size());
    for (std::size_t i = 0; i < place.size(); ++i) {
        const std::size_t j = below(random, static_cast<std::uint32_t>(i + 1));
        place[i] = place[j];
        place[j] = static_cast<std::uint16_t>(i);
    }
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        if (buffers[i].shares != mote::Buffer::none) buffers[i].shares = place[buffers[i].shares];
        shuffled[place[i]] = buffers[i];
    }
    return shuffled;
}

/// The same buffers in the order of their first steps, or the reverse.
inline Buffers in_order(const Buffers& buffers, bool rising) {
    std::vector<std::uint16_t> order;
    for (int step = 0; step < 16; ++step)
        for (std::size_t i = 0; i < buffers.size(); ++i)
            if (buffers[i].first == step) order.push_back(static_cast<std::uint16_t>(i));
    if (!rising) order = {order.rbegin(), order.rend()};
    Buffers sorted;
    for (const auto i : order) sorted.push_back(buffers[i]);
    for (auto& b : sorted) {
        if (b.shares == mote::Buffer::none) continue;
        for (std::size_t k = 0; k < order.size(); ++k) {
            if (order[k] != b.shares) continue;
            b.shares = static_cast<std::uint16_t>(k);
            break;
        }
    }
    return sorted;
}

} // namespace step_simulation

#endif
