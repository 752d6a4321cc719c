// SPDX-License-Identifier: Apache-2.0
#include "../support/runner.hpp"

#include "mote/ops/reshape.hpp"

#include <doctest/doctest.h>

using mote::ElementType;

namespace {

/// float: y[i] = a[i] + b[n - 1 - i]. The output may lie on a, never on b.
struct AddReversed : mote::Operands<2> {
    static constexpr const char* custom_name = "AddReversed";
    struct Params {
        std::int32_t elements;
    };
    template <class Node>
    static constexpr bool accepts(const Node& node) {
        return mote::has_types<float>(node);
    }
    template <class Node, class Requests>
    static constexpr mote::Result<Params> prepare(const Node& node, Requests& requests) {
        requests.overlap(0);
        return Params{node.output(0).elements()};
    }
    template <class Config>
    static void eval(const Params& p, const mote::EvalContext& context) {
        const float* a = context.input<float>(0);
        const float* b = context.input<float>(1);
        for (std::int32_t i = 0; i < p.elements; ++i)
            context.output<float>(0)[i] = a[i] + b[p.elements - 1 - i];
    }
};

using Ops = mote::OpSet<AddReversed, mote::ops::Reshape<>>;
using Floats = std::vector<float>;

} // namespace

TEST_CASE("an output lies on the input that permits it") {
    test::ModelBuilder b;
    const int x = b.tensor(ElementType::float32, {4});
    const int z = b.tensor(ElementType::float32, {4});
    const int y = b.tensor(ElementType::float32, {4});
    b.custom_op("AddReversed", {x, z}, {y});
    b.io({x, z}, {y});
    test::Runner<Ops> run(b.build());
    REQUIRE(run.status());
    CHECK(run.requirement().head == 32);
    REQUIRE(run.set(0, Floats{1, 2, 3, 4}));
    REQUIRE(run.set(1, Floats{10, 20, 30, 40}));
    CHECK(run.invoke());
    CHECK(run.get<float>(0) == Floats{41, 32, 23, 14});
}

TEST_CASE("an output lies on no input that is read a second time without permission") {
    for (const bool renamed : {false, true}) {
        CAPTURE(renamed);
        test::ModelBuilder b;
        const int x = b.tensor(ElementType::float32, {4});
        const int again = b.tensor(ElementType::float32, {2, 2});
        const int y = b.tensor(ElementType::float32, {4});
        b.op(mote::schema::BuiltinOperator_RESHAPE, {x}, {again});
        b.custom_op("AddReversed", {x, renamed ? again : x}, {y});
        b.io({x}, {y});
        test::Runner<Ops> run(b.build());
        REQUIRE(run.status());
        CHECK(run.requirement().head == 32);
        REQUIRE(run.set(0, Floats{1, 2, 3, 4}));
        CHECK(run.invoke());
        CHECK(run.get<float>(0) == Floats{5, 5, 5, 5});
    }
}
