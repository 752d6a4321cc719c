// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPERATOR_NAME_HPP
#define MOTE_SCHEMA_OPERATOR_NAME_HPP

#include "model_view.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What the field calls an operator: "CONV_2D", or a custom operator's own name; nullptr when it has none.
inline const char* name_of(const OperatorCode& code) noexcept {
    if (code.builtin == schema::BuiltinOperator_CUSTOM) return code.custom_name;
    if (code.builtin < schema::BuiltinOperator_MIN || code.builtin > schema::BuiltinOperator_MAX)
        return nullptr;
    return schema::name_of(static_cast<schema::BuiltinOperator>(code.builtin));
}

namespace detail {

/// The name for a Status: nothing, and no table of names, where Status has no words.
template <class Node>
constexpr const char* operator_name(const Node& node) noexcept {
#if MOTE_STATUS_WORDS
    return name_of(node.code());
#else
    return static_cast<void>(node), nullptr;
#endif
}

} // namespace detail

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
