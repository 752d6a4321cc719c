// SPDX-License-Identifier: Apache-2.0
#include "mote/ops/op_for_pairs.hpp"

#include <doctest/doctest.h>

#include <cstdint>

namespace {

template <class In, class Out>
struct Variant {};

using Pairs = mote::TypeList<mote::TypePair<float, std::int8_t>, mote::TypePair<std::int8_t, std::int8_t>,
                             mote::TypePair<std::int8_t, std::int16_t>>;

template <class... Types>
using Chosen = typename mote::OpForPairs<mote::schema::BuiltinOperator_QUANTIZE, Variant,
                                         mote::TypeList<Types...>, Pairs>::Variants;

template <class... Variants>
using Expected = mote::TypeList<Variants...>;

} // namespace

TEST_CASE("an op for pairs has the pairs whose types are both named, in the order of the pairs") {
    static_assert(std::is_same_v<Chosen<std::int8_t>, Expected<Variant<std::int8_t, std::int8_t>>>);
    static_assert(std::is_same_v<Chosen<std::int8_t, float>,
                                 Expected<Variant<float, std::int8_t>, Variant<std::int8_t, std::int8_t>>>);
    static_assert(
        std::is_same_v<Chosen<std::int16_t, std::int8_t>,
                       Expected<Variant<std::int8_t, std::int8_t>, Variant<std::int8_t, std::int16_t>>>);
    CHECK(std::is_same_v<Chosen<>, Chosen<std::int16_t, std::int8_t, float>>);
}
