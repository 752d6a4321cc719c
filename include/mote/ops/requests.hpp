// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_REQUESTS_HPP
#define MOTE_OPS_REQUESTS_HPP

#include "../memory/buffer.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Words that an op computes once and reads at every eval (per-channel multipliers). Kept in the arena's
/// tail, or in flash by the static interpreter. Without room, what is set is dropped and load() fails
/// afterwards.
class WordTable {
public:
    constexpr WordTable() noexcept = default;
    constexpr explicit WordTable(std::uint32_t* words) noexcept : words_(words) {}
    constexpr void set(std::int32_t i, std::uint32_t word) const noexcept {
        if (words_ != nullptr) words_[i] = word;
    }
    /// False when nothing is kept: computing the words is of no use.
    constexpr bool kept() const noexcept { return words_ != nullptr; }

private:
    std::uint32_t* words_ = nullptr;
};

/// What an op asks of memory while it is prepared. `Owner` (the preparation) grants it.
template <class Owner>
class Requests {
public:
    /// The interpreter's policies.
    using Config = typename Owner::Config;

    constexpr explicit Requests(Owner& owner) noexcept : owner_(owner) {}

    /// `words` words beside the params: EvalContext::table(words). At most once.
    constexpr WordTable table(std::int32_t words) noexcept { return owner_.grant_table(words); }

    /// `bytes` of head memory for this step only: the next extra operand.
    constexpr void scratch(std::uint32_t bytes) noexcept { owner_.grant_extra(bytes, false); }

    /// `bytes` of zeroed memory that outlives invokes: the next extra operand.
    constexpr void state(std::uint32_t bytes) noexcept { owner_.grant_extra(bytes, true); }

    /// Permits output 0 to overlap input `i`, if the input dies here and the output starts at least
    /// `distance` bytes below where the input starts. 0: an op that reads each byte before it writes it or
    /// any above.
    constexpr void overlap(int i, std::uint32_t distance = 0) noexcept { owner_.grant_overlap(i, distance); }

    /// Asks that output 0 be the memory of input `i`, under another name. Not always granted: eval compares.
    constexpr void alias(int i) noexcept { owner_.grant_alias(i); }

private:
    Owner& owner_;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
