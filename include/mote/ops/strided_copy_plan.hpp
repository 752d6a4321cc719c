// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_STRIDED_COPY_PLAN_HPP
#define MOTE_OPS_STRIDED_COPY_PLAN_HPP

#include "../core/shape.hpp"
#include "../kernels/strided_copy.hpp"
#include "requests.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Where the elements of an output lie in an input, put together from the output's innermost axis out. Axes
/// of extent 1 go, and neighbours that can be walked as one become one, so that little is left to keep and to
/// count.
class StridedCopyPlan {
public:
    constexpr StridedCopyPlan() noexcept = default;
    /// `element`: bytes of one.
    constexpr explicit StridedCopyPlan(int element) noexcept {
        box_.cell = static_cast<std::uint32_t>(element);
        box_.element = static_cast<std::uint16_t>(element);
    }

    /// The next axis outwards: its extent and how many bytes of the input apart its indices are.
    constexpr void add(std::int32_t extent, std::int32_t stride) noexcept {
        if (extent == 0) is_empty_ = true;
        if (extent > 1) add_axis(extent, stride);
    }
    /// Whether all elements lie together in the output's order.
    constexpr bool is_one_cell() const noexcept { return box_.axes == 0; }

    /// What to keep, its table requested; `first`: bytes of the input before the output's first element.
    template <class Requests>
    constexpr StridedBox finish(std::uint32_t first, Requests& requests) const noexcept {
        StridedBox box = box_;
        box.first = first;
        if (is_empty_) box.first = box.cell = box.axes = 0;
        const WordTable table = requests.table(2 * box.axes);
        std::int32_t row_to_last = 0; // bytes from the first row inside the axis to the last
        for (int i = 0; i < box.axes; ++i) {
            table.set(2 * i, static_cast<std::uint32_t>(extents_[i]));
            table.set(2 * i + 1, static_cast<std::uint32_t>(strides_[i] - row_to_last));
            if (i > 0) row_to_last += strides_[i] * (extents_[i] - 1);
        }
        return box;
    }

private:
    constexpr void add_axis(std::int32_t extent, std::int32_t stride) noexcept {
        const int last = box_.axes - 1;
        if (last < 0 && stride == static_cast<std::int32_t>(box_.cell)) {
            box_.cell *= static_cast<std::uint32_t>(extent);
        } else if (last >= 0 && stride == strides_[last] * extents_[last]) {
            extents_[last] *= extent;
        } else {
            extents_[last + 1] = extent;
            strides_[last + 1] = stride;
            ++box_.axes;
        }
    }

    StridedBox box_{};
    std::int32_t extents_[Shape::max_rank] = {};
    std::int32_t strides_[Shape::max_rank] = {};
    bool is_empty_ = false;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
