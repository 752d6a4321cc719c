// SPDX-License-Identifier: Apache-2.0
#include "../support/runner.hpp"
#include "../support/toy_ops.hpp"

#include "mote/ops/conv_2d.hpp"

#include <doctest/doctest.h>

namespace {

using Ops = mote::OpSet<test::AddOne, mote::ops::Conv2D<std::int8_t, float>, test::FailIfNegative>;

/// What `Set` selects for the only operator of a model.
template <class Set>
mote::Result<int> selected(const test::Model& model) {
    const mote::ModelView<mote::FlatTable> view(model.bytes().data);
    return Set::select(mote::NodeView<mote::FlatTable>(view, view.subgraph(0), 0));
}

test::Model conv(mote::ElementType activation, mote::ElementType weights) {
    test::ModelBuilder b;
    const int x = b.tensor(activation, {1, 1, 1, 1});
    const int w = b.tensor(weights, {1, 1, 1, 1});
    const int y = b.tensor(activation, {1, 1, 1, 1});
    b.op(mote::schema::BuiltinOperator_CONV_2D, {x, w}, {y});
    b.io({x, w}, {y});
    return b.build();
}

test::Model custom(const char* name) {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {1});
    const int y = b.tensor(mote::ElementType::float32, {1});
    b.custom_op(name, {x}, {y});
    b.io({x}, {y});
    return b.build();
}

} // namespace

TEST_CASE("variants are numbered through the list and selected by code, name and types") {
    using mote::ElementType;
    CHECK(*selected<Ops>(custom("AddOne")) == 0);
    CHECK(*selected<Ops>(conv(ElementType::int8, ElementType::int8)) == 1);
    CHECK(*selected<Ops>(conv(ElementType::float32, ElementType::float32)) == 2);
    CHECK(*selected<Ops>(custom("FailIfNegative")) == 3);
}

TEST_CASE("an op that is not there and a type that is not named are told apart") {
    using mote::ElementType;
    CHECK(selected<Ops>(custom("AddTwo")).status() == mote::StatusCode::missing_op);
    CHECK(selected<Ops>(conv(ElementType::int16, ElementType::int8)).status() ==
          mote::StatusCode::unsupported_type);
    CHECK(selected<mote::OpSet<test::AddOne>>(conv(ElementType::int8, ElementType::int8)).status() ==
          mote::StatusCode::missing_op);
    CHECK(selected<mote::OpSet<>>(custom("AddOne")).status() == mote::StatusCode::missing_op);
}

TEST_CASE("visit reaches exactly the variant of its number") {
    int calls = 0;
    Ops::visit(3, [&](auto variant) {
        ++calls;
        CHECK(std::is_same_v<decltype(variant), test::FailIfNegative>);
    });
    Ops::visit(4, [&](auto) { ++calls; });
    CHECK(calls == 1);
}

TEST_CASE("all missing ops are reported, with index, name and what to add") {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {1});
    std::vector<int> t{x};
    for (int i = 0; i < 4; ++i) t.push_back(b.tensor(mote::ElementType::float32, {1}));
    b.custom_op("Mystery", {t[0]}, {t[1]});
    b.custom_op("AddOne", {t[1]}, {t[2]});
    b.op(mote::schema::BuiltinOperator_HARD_SWISH, {t[2]}, {t[3]});
    b.op(mote::schema::BuiltinOperator_RELU_N1_TO_1, {t[3]}, {t[4]});
    b.io({x}, {t[4]});
    const test::Model model = b.build();

    std::vector<std::string> messages;
    CHECK(mote::for_each_missing_op<Ops>(model.bytes(),
                                         [&](const mote::Status& s) { messages.emplace_back(s.message()); }));
    REQUIRE(messages.size() == 3);
    CHECK(
        messages[0] ==
        "operator 0 Mystery: needs an op with custom_name = \"Mystery\" in the op set; see mote/ops/op.hpp");
    CHECK(messages[1].find("operator 2 HARD_SWISH: mote has no HARD_SWISH; ") == 0);
    CHECK(messages[2].find("operator 3 RELU_N1_TO_1: mote has no RELU_N1_TO_1; ") == 0);
    CHECK(std::string(test::Runner<Ops>(model).status().message()) ==
          messages[0] + "; 2 more operators are missing, see mote::for_each_missing_op");

    alignas(8) const unsigned char junk[16] = {};
    CHECK(mote::for_each_missing_op<Ops>(mote::ModelBytes(junk), [&](const mote::Status&) {
              messages.clear();
          }) == mote::StatusCode::invalid_model);
    CHECK(messages.size() == 3);
}
