// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MEMORY_PLACE_HPP
#define MOTE_MEMORY_PLACE_HPP

#include "../config.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The memories that tensors lie in.
enum class Region : std::uint32_t {
    head,     // activations and scratch, reused from step to step
    tail,     // variables and state, kept
    model,    // constants, where they lie in the file
    external, // the user's own buffers, by number
};

/// Where a tensor lies, in four bytes that mean the same on every target: a region and an offset into it.
class Place {
public:
    constexpr Place() noexcept = default;
    constexpr Place(Region region, std::uint32_t offset) noexcept
        : word_(static_cast<std::uint32_t>(region) << 30 | offset) {}
    static constexpr Place from_word(std::uint32_t word) noexcept {
        Place place;
        place.word_ = word;
        return place;
    }

    constexpr bool present() const noexcept { return word_ != absent; }
    constexpr Region region() const noexcept { return static_cast<Region>(word_ >> 30); }
    constexpr std::uint32_t offset() const noexcept { return word_ & 0x3fffffffu; }
    constexpr std::uint32_t raw() const noexcept { return word_; }

private:
    static constexpr std::uint32_t absent = 0xffffffffu;
    std::uint32_t word_ = absent;
};

/// Where the regions themselves are.
class Bases {
public:
    constexpr Bases() noexcept = default;
    constexpr Bases(unsigned char* head, unsigned char* tail, const unsigned char* model,
                    void* const* externals) noexcept
        : starts_{head, tail, model}, externals_(externals) {}

    unsigned char* tail() const noexcept { return const_cast<unsigned char*>(start(Region::tail)); }
    constexpr const unsigned char* model() const noexcept { return start(Region::model); }

    /// The memory of a place; nullptr for an absent one. Constants must not be written through it.
    void* at(Place place) const noexcept {
        if (place.region() != Region::external)
            return const_cast<unsigned char*>(start(place.region())) + place.offset();
        return place.present() ? externals_[place.offset()] : nullptr;
    }

private:
    constexpr const unsigned char* start(Region region) const noexcept {
        return starts_[static_cast<std::uint32_t>(region)];
    }

    const unsigned char* starts_[3] = {}; // in the order of Region
    void* const* externals_ = nullptr;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
