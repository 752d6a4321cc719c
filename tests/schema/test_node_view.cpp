// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/node_view.hpp"

#include "build_tiny_model.hpp"
#include "mote/schema/byte_table.hpp"
#include "mote/schema/options.hpp"
#include "mote/schema/schema_generated.hpp"
#include "tiny_model.hpp"

#include <string>

#include <doctest/doctest.h>

using mote::ByteTable;
using mote::FlatTable;
using mote::ModelView;
using mote::NodeView;
using mote::Shape;
using mote::StatusCode;

namespace s = mote::flat;
namespace options = mote::options;

namespace {

constexpr ModelView<ByteTable> tiny(test::tiny_model, sizeof test::tiny_model);
constexpr NodeView<ByteTable> conv(tiny, tiny.subgraph(0), 0);
constexpr NodeView<ByteTable> reshape(tiny, tiny.subgraph(0), 1);

/// A model of one operator: CONV_2D with these options.
test::Model conv_with(s::BuiltinOptions type, test::ModelBuilder::Options options) {
    test::ModelBuilder b;
    const int x = b.tensor(mote::ElementType::float32, {1});
    const int y = b.tensor(mote::ElementType::float32, {1});
    b.op(s::BuiltinOperator_CONV_2D, {x, -1, x}, {y}, type, std::move(options));
    b.io({x}, {y});
    return b.build();
}
flatbuffers::Offset<void> plain(flatbuffers::FlatBufferBuilder& f) {
    return s::CreateConv2DOptions(f, s::Padding_SAME, 3, 4).Union();
}
template <class Options>
mote::Result<Options> options_of(const test::Model& model, bool may_be_missing = false) {
    const ModelView<FlatTable> view(model.bytes().data);
    const NodeView<FlatTable> node(view, view.subgraph(0), 0);
    return may_be_missing ? node.options_or_default<Options>() : node.options<Options>();
}

} // namespace

TEST_CASE("the compiler sees an operator, its operands and options") {
    static_assert(conv.index() == 0 && reshape.index() == 1);
    static_assert(conv.code().builtin == s::BuiltinOperator_CONV_2D);
    static_assert(reshape.code().builtin == s::BuiltinOperator_RESHAPE);
    static_assert(conv.input_count() == 3 && conv.output_count() == 1);
    static_assert(conv.input(0).index() == 0 && conv.input(1).index() == 1 && conv.output(0).index() == 2);
    static_assert(conv.inputs()[2] == -1);
    static_assert(conv.input(0).shape() == Shape{{1, 2, 2, 2}, 4});
    static_assert(conv.input(1).constant().at<std::int8_t>(5) == -6);
    static_assert(conv.input(1).scales()[2] == 0.125f);
    static_assert(conv.options<options::Conv2D>()->stride_h == 2);
    static_assert(conv.options<options::Conv2D>()->activation == options::Activation::relu6);
    static_assert(reshape.output(0).shape() == Shape{{2, 3}, 2});
    CHECK(conv.output(0).zero_point() == 7);
}

TEST_CASE("operands: there, optional and absent, past the end") {
    static_assert(conv.has_input(0) && conv.has_input(1));
    static_assert(!conv.has_input(2) && !conv.input(2).present());
    static_assert(!conv.has_input(3) && !conv.input(3).present());
    static_assert(!conv.has_input(-1) && !conv.input(-1).present());
    static_assert(!conv.output(1).present());
    CHECK_FALSE(reshape.has_input(1));
}

TEST_CASE("where bytes of the model lie in it") {
    static_assert(conv.offset_of(test::tiny_model) == 0);
    static_assert(conv.offset_of(test::tiny_model + 100) == 100);
    constexpr auto weights = conv.offset_of(conv.input(1).constant().data);
    static_assert(test::tiny_model[weights] == 1 && test::tiny_model[weights + 4] == 5);
    CHECK(weights % 4 == 0);
}

TEST_CASE("options are refused where they are missing, another's or out of range") {
    const auto conv_options = s::BuiltinOptions_Conv2DOptions;
    CHECK(options_of<options::Conv2D>(conv_with(conv_options, plain))->stride_h == 4);
    CHECK(options_of<options::Pool2D>(conv_with(conv_options, plain)).status() == StatusCode::bad_option);
    CHECK(options_of<options::Conv2D>(conv_with(s::BuiltinOptions_NONE, nullptr)).status() ==
          StatusCode::bad_option);
    CHECK(options_of<options::Conv2D>(conv_with(conv_options, nullptr)).status() == StatusCode::bad_option);
    const auto odd_padding = [](flatbuffers::FlatBufferBuilder& f) {
        return s::CreateConv2DOptions(f, static_cast<s::Padding>(2)).Union();
    };
    CHECK(options_of<options::Conv2D>(conv_with(conv_options, odd_padding)).status() ==
          StatusCode::bad_option);
}

TEST_CASE("options that may be missing have the format's defaults") {
    const auto missing = options_of<options::Conv2D>(conv_with(s::BuiltinOptions_NONE, nullptr), true);
    REQUIRE(missing);
    CHECK(missing->stride_h == 0);
    CHECK(missing->dilation_w == 1);
    CHECK(options_of<options::Conv2D>(conv_with(s::BuiltinOptions_Conv2DOptions, plain), true)->stride_w ==
          3);
    // Present but another's, or named but absent: an error all the same.
    CHECK(options_of<options::Pool2D>(conv_with(s::BuiltinOptions_Conv2DOptions, plain), true).status() ==
          StatusCode::bad_option);
    CHECK(options_of<options::Conv2D>(conv_with(s::BuiltinOptions_Conv2DOptions, nullptr), true).status() ==
          StatusCode::bad_option);
}

TEST_CASE("a custom operator's options are bytes") {
    flatbuffers::FlatBufferBuilder f;
    const std::vector<std::int32_t> none;
    const std::vector<std::uint8_t> bytes = {9, 8, 7};
    const std::vector<flatbuffers::Offset<s::OperatorCode>> codes = {
        s::CreateOperatorCodeDirect(f, 32, "Mine", 2)};
    const std::vector<flatbuffers::Offset<s::Operator>> operators = {
        s::CreateOperatorDirect(f, 0, &none, &none, s::BuiltinOptions_NONE, 0, &bytes),
        s::CreateOperatorDirect(f, 0, nullptr, nullptr)};
    const std::vector<flatbuffers::Offset<s::SubGraph>> subgraphs = {
        s::CreateSubGraphDirect(f, nullptr, nullptr, nullptr, &operators)};
    s::FinishModelBuffer(f, s::CreateModelDirect(f, 3, &codes, &subgraphs));

    const ModelView<FlatTable> model(f.GetBufferPointer());
    const NodeView<FlatTable> with(model, model.subgraph(0), 0);
    CHECK(with.code().builtin == s::BuiltinOperator_CUSTOM);
    CHECK(std::string(with.code().custom_name) == "Mine");
    CHECK(with.code().version == 2);
    REQUIRE(with.custom_options().size == 3);
    CHECK(with.custom_options().data[2] == 7);
    CHECK(with.input_count() == 0);

    const NodeView<FlatTable> without(model, model.subgraph(0), 1);
    CHECK(without.custom_options().size == 0);
    CHECK(without.custom_options().data == nullptr);
    CHECK(without.input_count() == 0);
    CHECK(without.output_count() == 0);
}
