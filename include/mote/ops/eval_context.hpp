// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_EVAL_CONTEXT_HPP
#define MOTE_OPS_EVAL_CONTEXT_HPP

#include "../core/unaligned.hpp"
#include "../memory/place.hpp"

#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The memory that an eval works on: outputs, inputs, extras (scratch and state) and the table it asked for.
/// Nothing here can fail; prepare has checked types and sizes.
class EvalContext {
public:
    /// `operands`: the places of outputs, inputs, extras; `first_input` and `first_extra` say where these
    /// start; `end`: one past the step's last word.
    constexpr EvalContext(const Bases& bases, const std::uint32_t* operands, int first_input, int first_extra,
                          const std::uint32_t* end) noexcept
        : bases_(bases),
          operands_(operands),
          end_(end),
          first_input_(first_input),
          first_extra_(first_extra) {}

    template <class T>
    T* output(int i) const noexcept {
        return static_cast<T*>(at(i));
    }
    /// Input `i`; nullptr for an optional one that is absent.
    template <class T>
    const T* input(int i) const noexcept {
        return static_cast<const T*>(at(first_input_ + i));
    }
    /// Input `i` where it may be a constant of 64-bit elements, which need not be aligned for them.
    template <class T>
    ConstantPointer<T> constants(int i) const noexcept {
        return ConstantPointer<T>(input<T>(i));
    }
    /// Input `i`, a variable tensor that this op updates.
    template <class T>
    T* variable(int i) const noexcept {
        return static_cast<T*>(at(first_input_ + i));
    }
    /// The `i`-th of the scratch and state that prepare asked for, in its order.
    template <class T>
    T* extra(int i) const noexcept {
        return static_cast<T*>(at(first_extra_ + i));
    }
    /// The `words` words of the table that prepare asked for.
    constexpr const std::uint32_t* table(std::int32_t words) const noexcept { return end_ - words; }
    /// Bytes of the model, `offset` being what NodeView::offset_of gave.
    constexpr const unsigned char* model(std::uint32_t offset) const noexcept {
        return bases_.model() + offset;
    }

private:
    void* at(int i) const noexcept { return bases_.at(Place::from_word(operands_[i])); }

    const Bases& bases_;
    const std::uint32_t* operands_;
    const std::uint32_t* end_;
    int first_input_;
    int first_extra_;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
