// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_OP_FOR_PAIRS_HPP
#define MOTE_OPS_OP_FOR_PAIRS_HPP

#include "op.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Element types that an op converts between.
template <class InputType, class OutputType>
struct TypePair {
    using Input = InputType;
    using Output = OutputType;
};

namespace detail {

template <class T, class Named>
inline constexpr bool is_named = false;
template <class T, class... Named>
inline constexpr bool is_named<T, TypeList<Named...>> = sizeof...(Named) == 0 ||
                                                        (std::is_same_v<T, Named> || ...);

template <class Pair, class Named>
inline constexpr bool
    is_chosen = (is_named<typename Pair::Input, Named>)&&(is_named<typename Pair::Output, Named>);

template <schema::BuiltinOperator Code, template <class, class> class Variant, class... Chosen>
struct OpOfPairs : Op<Code, Variant<typename Chosen::Input, typename Chosen::Output>...> {
    using Arguments = TypeList<TypeList<typename Chosen::Input, typename Chosen::Output>...>;
    template <class T>
    static constexpr bool converts =
        ((std::is_same_v<T, typename Chosen::Input> || std::is_same_v<T, typename Chosen::Output>) || ...);
};

/// Moves the pairs whose types are both named, one by one, from `Pairs` to `Chosen`.
template <schema::BuiltinOperator Code, template <class, class> class Variant, class Named, class Pairs,
          class... Chosen>
struct ChoosePairs {
    using type = OpOfPairs<Code, Variant, Chosen...>;
};
template <schema::BuiltinOperator Code, template <class, class> class Variant, class Named, class First,
          class... Rest, class... Chosen>
struct ChoosePairs<Code, Variant, Named, TypeList<First, Rest...>, Chosen...>
    : std::conditional_t<is_chosen<First, Named>,
                         ChoosePairs<Code, Variant, Named, TypeList<Rest...>, Chosen..., First>,
                         ChoosePairs<Code, Variant, Named, TypeList<Rest...>, Chosen...>> {};

template <schema::BuiltinOperator Code, template <class, class> class Variant, class Named, class Pairs>
struct OpForPairs;
template <schema::BuiltinOperator Code, template <class, class> class Variant, class... Named, class Pairs>
struct OpForPairs<Code, Variant, TypeList<Named...>, Pairs>
    : ChoosePairs<Code, Variant, TypeList<Named...>, Pairs>::type {
    using Chosen = typename ChoosePairs<Code, Variant, TypeList<Named...>, Pairs>::type;
    static_assert((Chosen::template converts<Named> && ...),
                  "this op does not convert between the named element types: name those of input and output");
};

} // namespace detail

/// An op with a variant per pair of element types in `Pairs`: those with both types in `Named`, or all when
/// that is empty. `Quantize<float, std::int8_t>` makes int8 of float, and of int8 with another scale.
template <schema::BuiltinOperator Code, template <class, class> class Variant, class Named, class Pairs>
using OpForPairs = detail::OpForPairs<Code, Variant, Named, Pairs>;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
