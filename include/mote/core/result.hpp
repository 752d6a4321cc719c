// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_RESULT_HPP
#define MOTE_CORE_RESULT_HPP

#include "status.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A value, or the Status that says why there is none. True when the value is there.
template <class T>
class [[nodiscard]] Result {
public:
    constexpr Result(const T& value) noexcept : value_(value) {}
    constexpr Result(const Status& status) noexcept : status_(status) {}
    constexpr Result(StatusCode code) noexcept : status_(code) {}

    constexpr explicit operator bool() const noexcept { return static_cast<bool>(status_); }
    constexpr const Status& status() const noexcept { return status_; }
    /// The value; a default one when there is none.
    constexpr const T& operator*() const noexcept { return value_; }
    constexpr const T* operator->() const noexcept { return &value_; }

private:
    T value_{};
    Status status_{};
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
