// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_OP_SET_HPP
#define MOTE_RUNTIME_OP_SET_HPP

#include "../core/status.hpp"
#include "../ops/op.hpp"
#include "../schema/node_view.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// An op of the user's own may be its only variant: then it need not say so.
template <class Op, class = void>
struct VariantsOf {
    using type = TypeList<Op>;
};
template <class Op>
struct VariantsOf<Op, std::void_t<typename Op::Variants>> {
    using type = typename Op::Variants;
};

template <class Op, class = void>
inline constexpr bool is_custom = false;
template <class Op>
inline constexpr bool is_custom<Op, std::void_t<decltype(Op::custom_name)>> = true;

/// Which inputs an op reads, a bit each: all of them, unless it says otherwise.
inline constexpr std::uint32_t all_inputs = 0xffffffffu;
template <class Op, class = void>
inline constexpr std::uint32_t inputs_read = all_inputs;
template <class Op>
inline constexpr std::uint32_t inputs_read<Op, std::void_t<decltype(Op::inputs_read)>> = Op::inputs_read;

constexpr bool same_text(const Constant& a, const char* b) noexcept {
    std::size_t i = 0;
    while (i < a.size && b[i] != '\0' && a.data[i] == static_cast<unsigned char>(b[i])) ++i;
    return i == a.size && b[i] == '\0';
}

/// Whether `Op` implements the operator: by its name if custom, else by its builtin code.
template <class Op>
constexpr bool implements(const OperatorCode& code) noexcept {
    if constexpr (is_custom<Op>)
        return code.builtin == schema::BuiltinOperator_CUSTOM && same_text(code.custom_text, Op::custom_name);
    else
        return code.builtin == Op::builtin;
}

/// Those of a builtin operator's inputs that `Op` reads, if it implements it; else all.
template <class Op>
constexpr std::uint32_t inputs_read_of([[maybe_unused]] std::int32_t builtin) noexcept {
    if constexpr (inputs_read<Op> == all_inputs)
        return all_inputs;
    else
        return builtin == Op::builtin ? inputs_read<Op> : all_inputs;
}

/// A variant and the op that it belongs to.
template <class OpType, class VariantType>
struct Entry {
    using Op = OpType;
    using Variant = VariantType;
};

template <class Op, class Variants>
struct EntriesOf;
template <class Op, class... Vs>
struct EntriesOf<Op, TypeList<Vs...>> {
    using type = TypeList<Entry<Op, Vs>...>;
};

template <class... Lists>
struct Concat {
    using type = TypeList<>;
};
template <class... As>
struct Concat<TypeList<As...>> {
    using type = TypeList<As...>;
};
template <class... As, class... Bs, class... Rest>
struct Concat<TypeList<As...>, TypeList<Bs...>, Rest...> : Concat<TypeList<As..., Bs...>, Rest...> {};

template <class... Ts>
constexpr int size_of(TypeList<Ts...>) noexcept {
    return static_cast<int>(sizeof...(Ts));
}

} // namespace detail

/// The operators compiled in: exactly those named, in any order. `OpSet<ops::Conv2D<std::int8_t>,
/// ops::Softmax<>>`. Ops of the user's own follow the same protocol (ops/op.hpp) and go in the same list.
template <class... Ops>
class OpSet {
public:
    /// The variants in the order of their numbers, each with its op.
    using Entries = typename detail::Concat<
        typename detail::EntriesOf<Ops, typename detail::VariantsOf<Ops>::type>::type...>::type;

    /// Which variant implements the node, as a number for `visit`; missing_op or unsupported_type when none
    /// does.
    template <class Node>
    MOTE_NOINLINE static constexpr Result<int> select(const Node& node) noexcept {
        const OperatorCode code = node.code();
        const int kind = first_accepting(node, code, Entries{});
        if (kind >= 0) return kind;
        return contains(code) ? StatusCode::unsupported_type : StatusCode::missing_op;
    }

    /// Whether any op here implements the operator, whatever the element types.
    static constexpr bool contains(const OperatorCode& code) noexcept {
        return (detail::implements<Ops>(code) || ...);
    }

    /// Which inputs of the operator make a difference to its result, a bit each; input 32 and on always do.
    template <class Node>
    static constexpr std::uint32_t inputs_read(const Node& node) noexcept {
        if constexpr (((detail::inputs_read<Ops> == detail::all_inputs) && ...)) {
            return static_cast<void>(node), detail::all_inputs;
        } else {
            const std::int32_t builtin = node.builtin();
            return (detail::inputs_read_of<Ops>(builtin) & ...);
        }
    }

    /// The number of no variant: that of a step which does nothing.
    static constexpr int skipped = detail::size_of(Entries{});

    /// Calls `f(Variant{})` for variant number `kind`.
    template <class F>
    static constexpr void visit(int kind, F&& f) {
        visit(kind, f, Entries{});
    }

private:
    template <class Node, class... Es>
    static constexpr int first_accepting(const Node& node, const OperatorCode& code,
                                         TypeList<Es...>) noexcept {
        int found = -1;
        int kind = 0;
        ((found < 0 && detail::implements<typename Es::Op>(code) && Es::Variant::accepts(node)
              ? void(found = kind++)
              : void(++kind)),
         ...);
        return found;
    }
    template <class F, class... Es>
    static constexpr void visit(int kind, F& f, TypeList<Es...>) {
        int i = 0;
        static_cast<void>(((kind == i++ ? (f(typename Es::Variant{}), true) : false) || ...));
    }
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
