// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_INTEGER_CONSTANT_HPP
#define MOTE_OPS_INTEGER_CONSTANT_HPP

#include "../core/math.hpp"
#include "../core/result.hpp"
#include "../schema/tensor_info.hpp"

#include <cstdint>
#include <limits>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The values of a constant int32 or int64 operand (axes, paddings, ...), where they lie in the model.
class IntegerConstant {
public:
    constexpr IntegerConstant() noexcept = default;
    constexpr IntegerConstant(const Constant& bytes, bool is_wide) noexcept
        : bytes_(bytes), is_wide_(is_wide) {}

    /// Value `i`; the nearest that int32 has.
    constexpr std::int32_t operator[](int i) const noexcept {
        const auto at = static_cast<std::size_t>(i);
        if (!is_wide_) return bytes_.at<std::int32_t>(at);
        constexpr std::int64_t lowest = (std::numeric_limits<std::int32_t>::min)();
        constexpr std::int64_t highest = (std::numeric_limits<std::int32_t>::max)();
        return static_cast<std::int32_t>(clamp(bytes_.at<std::int64_t>(at), lowest, highest));
    }

private:
    Constant bytes_{};
    bool is_wide_ = false;
};

/// The `count` values of a tensor; unsupported_type, shape_mismatch or not_constant when it cannot give them.
template <class Tensor>
constexpr Result<IntegerConstant> integer_constant(const Tensor& tensor, int count) noexcept {
    const bool is_wide = tensor.template is<std::int64_t>();
    const auto refused = [&](StatusCode code) { return Status(code).at_tensor(tensor.index()); };
    if (!is_wide && !tensor.template is<std::int32_t>()) return refused(StatusCode::unsupported_type);
    if (tensor.elements() != count) return refused(StatusCode::shape_mismatch);
    if (count > 0 && !tensor.is_constant()) return refused(StatusCode::not_constant);
    return IntegerConstant(tensor.constant(), is_wide);
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
