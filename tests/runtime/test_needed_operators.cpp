// SPDX-License-Identifier: Apache-2.0
#include "mote/runtime/needed_operators.hpp"

#include "../support/model_builder.hpp"
#include "../support/tiny_models.hpp"
#include "../support/toy_ops.hpp"

#include "mote/ops/relu.hpp"
#include "mote/ops/reshape.hpp"
#include "mote/ops/transpose_conv.hpp"
#include "mote/runtime/static_interpreter.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace s = mote::schema;
using mote::ElementType;
using mote::StatusCode;

namespace {

/// A few operators in the order of execution, by the tensors that they read and write; tensor 0 is the
/// graph's input.
class Graph {
public:
    explicit Graph(int tensors) {
        for (int i = 0; i < tensors; ++i) b_.tensor(ElementType::float32, {4});
    }
    Graph& op(s::BuiltinOperator code, std::vector<std::int32_t> inputs, std::vector<std::int32_t> outputs) {
        b_.op(code, std::move(inputs), std::move(outputs));
        return *this;
    }
    Graph& custom(const char* name, std::vector<std::int32_t> inputs, std::vector<std::int32_t> outputs) {
        b_.custom_op(name, std::move(inputs), std::move(outputs));
        return *this;
    }
    Graph& variable() {
        b_.variable(ElementType::float32, {4});
        return *this;
    }
    test::Model build(std::vector<std::int32_t> outputs) {
        b_.io({0}, std::move(outputs));
        return b_.build();
    }
    /// A letter per operator: n where it is needed, - where it is not.
    std::string needed(std::vector<std::int32_t> outputs) {
        const test::Model built = build(std::move(outputs));
        const mote::ModelView<mote::FlatTable> model(built.bytes().data);
        std::vector<std::uint32_t> bits(mote::NeededOperators::bytes_for(model.subgraph(0)) / 4);
        const auto found = mote::NeededOperators::find<mote::OpSet<mote::ops::Reshape<>>>(model, bits.data());
        std::string letters;
        for (int i = 0; i < static_cast<int>(model.subgraph(0).operators().size()); ++i)
            letters += found.contains(mote::NodeView<mote::FlatTable>(model, model.subgraph(0), i)) ? 'n'
                                                                                                    : '-';
        CHECK((found.bytes_kept() == 0) == (letters.find('-') == std::string::npos));
        return letters;
    }

private:
    test::ModelBuilder b_;
};

constexpr auto shape = s::BuiltinOperator_SHAPE;
constexpr auto slice = s::BuiltinOperator_STRIDED_SLICE;
constexpr auto pack = s::BuiltinOperator_PACK;
constexpr auto reshape = s::BuiltinOperator_RESHAPE;
constexpr auto relu = s::BuiltinOperator_RELU;

/// What a converter makes of Flatten behind a RELU: tensor 6 is the output.
Graph flatten() {
    return Graph(7)
        .op(relu, {0}, {1})
        .op(shape, {1}, {2})
        .op(slice, {2}, {3})
        .op(pack, {3}, {4})
        .op(reshape, {1, 4}, {5})
        .op(relu, {5}, {6});
}

/// The operators that a tap sees, in order.
template <class Interpreter>
std::vector<int> tapped(Interpreter& interpreter) {
    std::vector<int> operators;
    CHECK(interpreter.invoke([&](const auto& step) {
        operators.push_back(step.index());
        CHECK(step.output().present());
    }));
    return operators;
}

} // namespace

TEST_CASE("an operator is needed whose results the caller or a needed operator reads") {
    CHECK(Graph(3).op(relu, {0}, {1}).op(relu, {1}, {2}).needed({2}) == "nn");
    CHECK(Graph(3).op(relu, {0}, {1}).op(relu, {1}, {2}).needed({1}) == "n-");
    CHECK(Graph(4).op(relu, {0}, {1}).op(relu, {1}, {2}).op(relu, {0}, {3}).needed({3}) == "--n");
    CHECK(Graph(4).op(relu, {0}, {1, 2}).op(relu, {2}, {3}).needed({3}) == "nn");
    CHECK(flatten().needed({6}) == "n---nn");
    CHECK(flatten().needed({6, 4}) == "nnnnnn");
    CHECK(flatten().needed({1}) == "n-----");
}

TEST_CASE("what does more than to write its outputs is needed") {
    CHECK(Graph(2).op(relu, {0}, {1}).op(s::BuiltinOperator_ASSIGN_VARIABLE, {0}, {}).needed({1}) == "nn");
    CHECK(Graph(3).op(relu, {0}, {1}).custom("Print", {1}, {2}).needed({0}) == "nn");
    CHECK(Graph(3).op(relu, {0}, {1}).op(s::BuiltinOperator_WHILE, {1}, {2}).needed({0}) == "nn");
    CHECK(Graph(2).variable().op(s::BuiltinOperator_SVDF, {0, 2}, {1}).needed({0}) == "n");
}

TEST_CASE("a graph without outputs is run as it stands") {
    CHECK(Graph(2).op(relu, {0}, {1}).needed({}) == "n");
}

TEST_CASE("many tensors, more than a word of marks") {
    Graph graph(200);
    std::string expected;
    for (int i = 0; i < 199; ++i) {
        graph.op(relu, {i % 3 == 2 ? i - 1 : i}, {i + 1});
        expected += i % 3 == 1 ? '-' : 'n';
    }
    CHECK(graph.needed({199}) == expected);
}

TEST_CASE("operators that nobody needs are skipped, whether the op set has them or not") {
    using Ops = mote::OpSet<mote::ops::Reshape<>, mote::ops::Relu<float>>;
    const test::Model model = flatten().build({6});
    mote::MicroInterpreter<1024, Ops> interpreter;
    REQUIRE(interpreter.load(model.bytes()));
    CHECK(interpreter.step_count() == 6);
    const float x[] = {-1, 2, -3, 4};
    const float y[] = {0, 2, 0, 4};
    for (int i = 0; i < 2; ++i) {
        REQUIRE(interpreter.input<float>().set(x));
        REQUIRE(interpreter.invoke());
        for (std::size_t k = 0; k < 4; ++k) CHECK(interpreter.output<float>()[k] == y[k]);
    }
    CHECK(tapped(interpreter) == std::vector<int>{0, 4, 5});
    for (int i = 0; i < 6; ++i) {
        CHECK(interpreter.next_step() == i);
        CHECK(interpreter.step());
    }
}

TEST_CASE("skipped operators take four bytes each and no memory for their results") {
    using Ops = mote::OpSet<mote::ops::Reshape<>, mote::ops::Relu<float>>;
    const auto bytes = [](const test::Model& model) {
        mote::MicroInterpreter<1024, Ops> interpreter;
        REQUIRE(interpreter.load(model.bytes()));
        return std::pair{interpreter.head_bytes(), interpreter.tail_bytes()};
    };
    const auto with = bytes(flatten().build({6}));
    const auto without =
        bytes(Graph(7).op(relu, {0}, {1}).op(reshape, {1}, {5}).op(relu, {5}, {6}).build({6}));
    CHECK(with.first == without.first);
    CHECK(with.second - without.second <= 3 * 4 + 4); // and what aligns the tail
}

TEST_CASE("what is missing is what is needed") {
    const test::Model model = flatten().build({6});
    std::vector<int> missing;
    const auto note = [&](const mote::Status& status) { missing.push_back(status.operator_index()); };
    CHECK(mote::for_each_missing_op<mote::OpSet<mote::ops::Reshape<>>>(model.bytes(), note));
    CHECK(missing == std::vector<int>{0, 5});
    mote::MicroInterpreter<1024, mote::OpSet<mote::ops::Reshape<>>> interpreter;
    const mote::Status status = interpreter.load(model.bytes());
    CHECK(status == StatusCode::missing_op);
    CHECK(std::string(status.message()).find("1 more operator") != std::string::npos);
}

TEST_CASE("an operand that is not read need not be there in time") {
    // The shape would be written by an operator that comes later.
    const test::Model model = Graph(3).op(reshape, {0, 2}, {1}).op(relu, {0}, {2}).build({1});
    mote::MicroInterpreter<512, mote::OpSet<mote::ops::Reshape<>>> interpreter;
    CHECK(interpreter.load(model.bytes()));
}

TEST_CASE("TRANSPOSE_CONV reads all but the shape of its output") {
    using Ops = mote::OpSet<mote::ops::TransposeConv<>>;
    const test::Model built = Graph(6)
                                  .op(shape, {0}, {1})
                                  .op(relu, {0}, {2})
                                  .op(relu, {0}, {3})
                                  .op(relu, {0}, {4})
                                  .op(s::BuiltinOperator_TRANSPOSE_CONV, {1, 2, 3, 4}, {5})
                                  .build({5});
    const mote::ModelView<mote::FlatTable> model(built.bytes().data);
    std::uint32_t bits[2] = {};
    const auto found = mote::NeededOperators::find<Ops>(model, bits);
    for (int i = 0; i < 5; ++i)
        CHECK(found.contains(mote::NodeView<mote::FlatTable>(model, model.subgraph(0), i)) == (i != 0));
}

TEST_CASE("the compiler skips the same operators") {
    using Net = mote::StaticInterpreter<tiny::flatten>;
    static_assert(mote::ops_of<tiny::flatten>::skipped == 2,
                  "variants of RELU for float and of RESHAPE alone");
    Net net;
    for (std::size_t i = 0; i < 4; ++i) net.input<0>().data()[i] = static_cast<float>(i) - 1.5f;
    CHECK(net.invoke());
    CHECK(net.output<0>().data()[0] == 0.0f);
    CHECK(net.output<0>().data()[3] == 1.5f);
    for (std::size_t i = 0; i < 4; ++i) net.input<0>().data()[i] = static_cast<float>(i) - 1.5f;
    CHECK(tapped(net) == std::vector<int>{0, 4, 5});
    mote::MicroInterpreter<mote::arena_bytes<tiny::flatten>, mote::ops_of<tiny::flatten>> same;
    CHECK(same.load(tiny::flatten));
}
