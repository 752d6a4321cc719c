// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_STATUS_HPP
#define MOTE_CORE_STATUS_HPP

#include "../config.hpp"
#include "element_type.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What went wrong, in one byte.
enum class StatusCode : std::uint8_t {
    ok,
    // the file
    misaligned_model,
    invalid_model,
    unsupported_version,
    model_too_large,
    bad_operator_code,
    bad_tensor_index,
    bad_buffer_index,
    bad_buffer_size,
    external_buffer,
    bad_shape,
    bad_element_type,
    bad_quantization,
    undefined_tensor,
    redefined_tensor,
    bad_offline_plan,
    // an operator
    missing_op,
    unsupported_type,
    unsupported_feature,
    bad_operand_count,
    bad_option,
    shape_mismatch,
    not_constant,
    bad_constant,
    not_variable,
    // memory
    arena_too_small,
    workspace_too_small,
    // the caller
    not_loaded,
    wrong_index,
    bound_twice,
    wrong_type,
    wrong_size,
    misaligned_buffer,
    // while running
    value_out_of_range,
};

/// A Status in words: at most 255 characters, kept by value.
struct StatusMessage {
    char text[256] = {};
    constexpr const char* c_str() const noexcept { return text; }
    constexpr operator const char*() const noexcept { return text; }
};

/// What helps where no op of the set runs an operator; only the words of a Status use it.
struct Advice {
    enum Kind : std::uint8_t {
        none,
        add_op,        ///< mote has it, for these element types
        add_any,       ///< mote has it, for all element types alike
        no_such_op,    ///< mote does not have it
        custom_op,     ///< only the user can have it
        dynamic_range, ///< float activations with integer weights
        float16,
        uint8,
        other_types, ///< mote has it, but not for these element types
    };

    Kind kind = none;
    /// What names the op's variant, or else what mote does not have: one type where they are equal.
    ElementType first = ElementType::float32;
    ElementType second = ElementType::float32;
};

/// Why a call failed and where: the operator's and the tensor's index in the model where they apply, else -1.
/// Every fallible function returns one; none throws. True when all is well.
class [[nodiscard]] Status {
public:
    constexpr Status() noexcept {} // not defaulted: no zeros are written before the members
    constexpr Status(StatusCode code) noexcept : code_(code) {}

    /// Memory that does not suffice: bytes needed against bytes there. `exact` is false where the need is at
    /// least `needed` but could not be computed for lack of room.
    static constexpr Status too_small(StatusCode code, std::size_t needed, std::size_t available,
                                      bool exact = true) noexcept {
        Status s(code);
        s.needed_ = static_cast<std::uint32_t>(needed);
        s.available_ = static_cast<std::uint32_t>(available);
        s.at_least_ = !exact;
        return s;
    }

    /// The same failure, at operator `index` called `name`, unless known. The first 28 characters are kept.
    constexpr Status at_operator(int index, const char* name = nullptr) const noexcept {
        Status s = *this;
        if (s.operator_ >= 0 || s.code_ == StatusCode::ok) return s;
        s.operator_ = static_cast<std::int16_t>(index);
        s.set_name(name);
        return s;
    }

    /// The same failure, at tensor `index`, unless known.
    constexpr Status at_tensor(int index) const noexcept {
        Status s = *this;
        if (s.tensor_ < 0 && s.code_ != StatusCode::ok) s.tensor_ = static_cast<std::int16_t>(index);
        return s;
    }

    /// The same failure, of binding `index` in the order of load's list.
    constexpr Status at_binding(std::size_t index) const noexcept {
        Status s = *this;
        s.operator_ = static_cast<std::int16_t>(-2 - static_cast<int>(index < 32000 ? index : 32000));
        return s;
    }

    /// The same failure of an operator, with what helps; `others` more operators lack an op.
    constexpr Status with_advice(const Advice& advice, int others = 0) const noexcept {
        Status s = *this;
        s.set_advice(advice, others);
        return s;
    }

    constexpr explicit operator bool() const noexcept { return code_ == StatusCode::ok; }
    constexpr StatusCode code() const noexcept { return code_; }
    constexpr int operator_index() const noexcept { return operator_ < 0 ? -1 : operator_; }
    constexpr int tensor_index() const noexcept { return tensor_; }

    /// Which of load's bindings was refused, -1 where none was.
    constexpr int binding_index() const noexcept { return operator_ < -1 ? -2 - operator_ : -1; }

    /// Bytes that would do, after arena_too_small, workspace_too_small and wrong_size.
    constexpr std::uint32_t needed() const noexcept { return needed_; }
    /// Bytes that there were.
    constexpr std::uint32_t available() const noexcept { return available_; }

    /// The failure in words; only its number when MOTE_STATUS_WORDS is 0.
    StatusMessage message() const noexcept;

private:
#if MOTE_STATUS_WORDS
    constexpr void set_name(const char* name) noexcept {
        if (name == nullptr) return;
        for (std::size_t i = 0; i + 1 < sizeof name_ && name[i] != '\0'; ++i) name_[i] = name[i];
    }
    constexpr void set_advice(const Advice& advice, int others) noexcept {
        advice_ = advice;
        others_ = static_cast<std::uint8_t>(others < 255 ? others : 255);
    }
    // By value: the model that a custom operator's name is from may be gone when the words are made.
    char name_[29] = {};
    Advice advice_{};
#else
    constexpr void set_name(const char*) noexcept {}
    constexpr void set_advice(const Advice&, int) noexcept {}
#endif
    std::uint32_t needed_ = 0;
    std::uint32_t available_ = 0;
    std::int16_t operator_ = -1; // below -1: -2 less the number of a binding
    std::int16_t tensor_ = -1;
    StatusCode code_ = StatusCode::ok;
    bool at_least_ = false; // more than needed_ may be needed
#if MOTE_STATUS_WORDS
    std::uint8_t others_ = 0; // operators that lack an op, beside this one
#endif

    friend struct StatusWriter;
};

constexpr bool operator==(const Status& status, StatusCode code) noexcept { return status.code() == code; }
constexpr bool operator!=(const Status& status, StatusCode code) noexcept { return status.code() != code; }

} // namespace MOTE_NAMESPACE
} // namespace mote

#include "status_message.hpp"

#endif
