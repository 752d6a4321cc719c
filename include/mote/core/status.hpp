// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_STATUS_HPP
#define MOTE_CORE_STATUS_HPP

#include "../config.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {

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
    wrong_type,
    wrong_size,
    misaligned_buffer,
    // while running
    value_out_of_range,
};

/// A Status in words: at most 159 characters, kept by value.
struct StatusMessage {
    char text[160] = {};
    constexpr const char* c_str() const noexcept { return text; }
    constexpr operator const char*() const noexcept { return text; }
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
        s.exact_ = exact;
        return s;
    }

    /// The same failure, at operator `index` called `name` (a string that outlives the Status), unless known.
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

    constexpr explicit operator bool() const noexcept { return code_ == StatusCode::ok; }
    constexpr StatusCode code() const noexcept { return code_; }
    constexpr int operator_index() const noexcept { return operator_; }
    constexpr int tensor_index() const noexcept { return tensor_; }

    /// Bytes that would do, after arena_too_small, workspace_too_small and wrong_size.
    constexpr std::uint32_t needed() const noexcept { return needed_; }
    /// Bytes that there were.
    constexpr std::uint32_t available() const noexcept { return available_; }

    /// The failure in words; only its number when MOTE_STATUS_WORDS is 0.
    StatusMessage message() const noexcept;

private:
#if MOTE_STATUS_WORDS
    constexpr void set_name(const char* name) noexcept { name_ = name; }
    constexpr const char* name() const noexcept { return name_; }
    const char* name_ = nullptr;
#else
    constexpr void set_name(const char*) noexcept {}
#endif
    std::uint32_t needed_ = 0;
    std::uint32_t available_ = 0;
    std::int16_t operator_ = -1;
    std::int16_t tensor_ = -1;
    StatusCode code_ = StatusCode::ok;
    bool exact_ = true;

    friend struct StatusWriter;
};

constexpr bool operator==(const Status& status, StatusCode code) noexcept { return status.code() == code; }
constexpr bool operator!=(const Status& status, StatusCode code) noexcept { return status.code() != code; }

} // namespace mote

#include "status_message.hpp"

#endif
