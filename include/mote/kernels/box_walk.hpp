// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_KERNELS_BOX_WALK_HPP
#define MOTE_KERNELS_BOX_WALK_HPP

#include "../config.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Goes through the positions of a box, the innermost axis first. An axis is two words of a table: its extent
/// (at least 1) and a number of bytes that belongs to a step along it.
class BoxWalk {
public:
    static constexpr int max_axes = 8;

    /// Stands at the first position. `axes`, two words for each of `count`, must outlive the walk.
    BoxWalk(const std::uint32_t* axes, int count) noexcept : axes_(axes), count_(count) {}

    /// Goes on to the next position: along the first axis that has one, those inside it starting again. Its
    /// second word is then `step()`. False after the last position.
    bool next() noexcept {
        for (int axis = 0; axis < count_; ++axis) {
            if (++position_[axis] < axes_[2 * axis]) {
                step_ = axes_[2 * axis + 1];
                return true;
            }
            position_[axis] = 0;
        }
        return false;
    }
    std::uint32_t step() const noexcept { return step_; }

private:
    const std::uint32_t* axes_;
    int count_;
    std::uint32_t step_ = 0;
    std::uint32_t position_[max_axes] = {};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
