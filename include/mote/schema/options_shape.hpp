// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTIONS_SHAPE_HPP
#define MOTE_SCHEMA_OPTIONS_SHAPE_HPP

#include "option_fields.hpp"

#include "../core/shape.hpp"

#include <cstddef>
#include <cstdint>

namespace mote::options {

/// CONCATENATION. A negative axis counts from the last; not checked against any rank.
struct Concatenation {
    static constexpr auto table = schema::BuiltinOptions_ConcatenationOptions;

    std::int32_t axis;
    Activation activation;

    /// Whether every enumerated field had a value of the format.
    constexpr bool valid() const noexcept { return activation != Activation::invalid; }

    template <class Table>
    static constexpr Concatenation decode(const Table& t) noexcept {
        using Field = schema::ConcatenationOptions;
        return {t.template scalar<std::int32_t>(Field::VT_AXIS, 0),
                read_activation(t, Field::VT_FUSED_ACTIVATION_FUNCTION)};
    }
};

/// RESHAPE: nothing to read, the output tensor has the new shape.
struct Reshape {
    static constexpr auto table = schema::BuiltinOptions_ReshapeOptions;

    /// Always: there is no enumerated field.
    constexpr bool valid() const noexcept { return true; }

    template <class Table>
    static constexpr Reshape decode(const Table&) noexcept {
        return {};
    }
};

/// SQUEEZE: the axes to drop, each perhaps negative (from the last); none means every axis of extent 1.
struct Squeeze {
    static constexpr auto table = schema::BuiltinOptions_SqueezeOptions;

    std::int32_t dims[Shape::max_rank];
    int count;
    bool fits; // false: the file lists more than dims holds

    /// Whether `dims` holds all that the file lists; there is no enumerated field.
    constexpr bool valid() const noexcept { return fits; }

    template <class Table>
    static constexpr Squeeze decode(const Table& t) noexcept {
        const auto listed = t.template vector<std::int32_t>(schema::SqueezeOptions::VT_SQUEEZE_DIMS);
        Squeeze o{};
        o.fits = listed.size() <= Shape::max_rank;
        o.count = o.fits ? static_cast<int>(listed.size()) : Shape::max_rank;
        for (int i = 0; i < o.count; ++i) o.dims[i] = listed[static_cast<std::size_t>(i)];
        return o;
    }
};

/// STRIDED_SLICE: bit i of a mask is about entry i of begin, end, strides. `offset`: end counts from begin.
struct StridedSlice {
    static constexpr auto table = schema::BuiltinOptions_StridedSliceOptions;

    std::int32_t begin_mask;
    std::int32_t end_mask;
    std::int32_t ellipsis_mask;
    std::int32_t new_axis_mask;
    std::int32_t shrink_axis_mask;
    bool offset;

    /// Always: there is no enumerated field.
    constexpr bool valid() const noexcept { return true; }

    template <class Table>
    static constexpr StridedSlice decode(const Table& t) noexcept {
        using Field = schema::StridedSliceOptions;
        StridedSlice o{};
        o.begin_mask = t.template scalar<std::int32_t>(Field::VT_BEGIN_MASK, 0);
        o.end_mask = t.template scalar<std::int32_t>(Field::VT_END_MASK, 0);
        o.ellipsis_mask = t.template scalar<std::int32_t>(Field::VT_ELLIPSIS_MASK, 0);
        o.new_axis_mask = t.template scalar<std::int32_t>(Field::VT_NEW_AXIS_MASK, 0);
        o.shrink_axis_mask = t.template scalar<std::int32_t>(Field::VT_SHRINK_AXIS_MASK, 0);
        o.offset = read_flag(t, Field::VT_OFFSET);
        return o;
    }
};

/// MEAN, SUM, REDUCE_MAX, REDUCE_MIN, REDUCE_ALL and their kin: whether reduced axes stay, with extent 1.
struct Reducer {
    static constexpr auto table = schema::BuiltinOptions_ReducerOptions;

    bool keep_dims;

    /// Always: there is no enumerated field.
    constexpr bool valid() const noexcept { return true; }

    template <class Table>
    static constexpr Reducer decode(const Table& t) noexcept {
        return {read_flag(t, schema::ReducerOptions::VT_KEEP_DIMS)};
    }
};

} // namespace mote::options

#endif
