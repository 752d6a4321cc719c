// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_TENSOR_ACCESS_HPP
#define MOTE_RUNTIME_TENSOR_ACCESS_HPP

#include "../core/tensor_view.hpp"
#include "../memory/place.hpp"
#include "../schema/flat_table.hpp"
#include "../schema/node_view.hpp"

#include <cstring>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// A tensor of a prepared model whatever its element type: what the model says of it, and its memory.
template <class Table>
struct BasicTensorAccess {
    TensorInfo<Table> info{};
    unsigned char* data = nullptr;

    constexpr bool present() const noexcept { return data != nullptr; }
    /// In bytes.
    std::size_t size() const noexcept { return present() ? info.bytes() : 0; }

    /// The tensor typed; wrong_index when it is not there, wrong_type when its elements are not T.
    template <class T>
    TensorView<T> as() const noexcept {
        if (const Status s = check(element_type_of<std::remove_const_t<T>>); !s) return s;
        return {reinterpret_cast<T*>(data), info.shape(), quantization()};
    }

private:
    MOTE_NOINLINE Status check(ElementType type) const noexcept {
        if (!present()) return StatusCode::wrong_index;
        return info.type() == type ? Status() : Status(StatusCode::wrong_type).at_tensor(info.index());
    }
    MOTE_NOINLINE Quantization quantization() const noexcept {
        if (!info.is_quantized()) return {};
        return {info.scale(), static_cast<std::int32_t>(info.zero_point())};
    }
};

/// What a tap sees after each step: the operator that ran, its outputs and its inputs, which outputs may have
/// overwritten unless Config::preserve_all_tensors.
template <class Table>
class BasicStepAccess {
public:
    using TensorAccess = BasicTensorAccess<Table>;

    BasicStepAccess(const NodeView<Table>& node, const Bases& bases, const std::uint32_t* operands) noexcept
        : node_(node), bases_(bases), operands_(operands) {}

    int index() const noexcept { return node_.index(); }
    OperatorCode code() const noexcept { return node_.code(); }
    int output_count() const noexcept { return node_.output_count(); }
    int input_count() const noexcept { return node_.input_count(); }
    TensorAccess output(int i = 0) const noexcept { return {node_.output(i), at(i)}; }
    /// Not `present()` where an optional input is absent.
    TensorAccess input(int i) const noexcept { return {node_.input(i), at(output_count() + i)}; }

private:
    unsigned char* at(int operand) const noexcept {
        return static_cast<unsigned char*>(bases_.at(Place::from_word(operands_[operand])));
    }

    const NodeView<Table>& node_;
    const Bases& bases_;
    const std::uint32_t* operands_;
};

using TensorAccess = BasicTensorAccess<FlatTable>;
using StepAccess = BasicStepAccess<FlatTable>;

/// Sets the variables that an operator reads as TFLM resets them: bytes of the zero point for int8, else
/// zero, which all state has been set to. `operands` are the places of its outputs, then of its inputs.
template <class Table>
void reset_variables(const NodeView<Table>& node, const Bases& bases,
                     const std::uint32_t* operands) noexcept {
    for (int i = 0; i < node.input_count(); ++i) {
        if (!node.has_input(i)) continue;
        const auto info = node.input(i);
        if (!info.is_variable() || !info.template is<std::int8_t>()) continue;
        const Place place = Place::from_word(operands[node.output_count() + i]);
        std::memset(bases.at(place), static_cast<int>(info.zero_point()), info.bytes());
    }
}

/// A tap that sees nothing and costs nothing.
struct NoTap {};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
