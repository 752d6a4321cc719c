// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

// What Arduino cores define before a sketch's includes: the generated header and the options must not mind.
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define round(x) ((x) >= 0 ? (long)((x) + 0.5) : (long)((x)-0.5))
#define degrees(rad) ((rad)*RAD_TO_DEG)
#define F(text) text
#define B1 1
#define PI 3.1415926535897932384626433832795
#define DEFAULT 1
#define HIGH 0x1
#define LOW 0x0
#define INPUT 0x0
#define OUTPUT 0x1

#include "../../include/mote/schema/options.hpp"
#include "mote/schema/schema_generated.hpp"

#undef min
#undef max
#undef abs
#undef round
#undef degrees
#undef F
#undef B1
#undef PI
#undef DEFAULT
#undef HIGH
#undef LOW
#undef INPUT
#undef OUTPUT

#include <array>
#include <type_traits>
#include <vector>

namespace options = mote::options;
namespace schema = mote::schema;
using mote::ElementType;
using options::Activation, options::Padding, options::WeightsFormat;

namespace {

/// A table that the compiler can read: the format's field number i has the value `fields[i]`.
struct ListedTable {
    static constexpr int absent = -1000;
    std::array<int, 8> fields = {absent, absent, absent, absent, absent, absent, absent, absent};
    std::array<std::int32_t, 10> elements = {};
    std::size_t length = 0;

    struct Elements {
        const std::int32_t* data;
        std::size_t length;
        constexpr std::size_t size() const { return length; }
        constexpr std::int32_t operator[](std::size_t i) const { return data[i]; }
    };

    template <class T>
    constexpr T scalar(std::uint16_t id, T otherwise) const {
        const int value = fields[(id - 4u) / 2u];
        return value == absent ? otherwise : static_cast<T>(value);
    }
    template <class T>
    constexpr Elements vector(std::uint16_t) const {
        static_assert(std::is_same_v<T, std::int32_t>);
        return {elements.data(), length};
    }
    constexpr bool present() const { return true; }
};

template <class... Values>
constexpr ListedTable listed(Values... values) {
    ListedTable table;
    std::size_t i = 0;
    ((table.fields[i++] = static_cast<int>(values)), ...);
    return table;
}

constexpr ListedTable listed_vector(std::size_t length) {
    ListedTable table;
    table.length = length;
    for (std::size_t i = 0; i < length; ++i) table.elements[i] = static_cast<std::int32_t>(i) - 4;
    return table;
}

/// A table in a FlatBuffer, or none.
class BuiltTable {
public:
    explicit BuiltTable(const flatbuffers::Table* table) : table_(table) {}
    bool present() const { return table_ != nullptr; }

    template <class T>
    T scalar(std::uint16_t id, T otherwise) const {
        return present() ? table_->GetField<T>(id, otherwise) : otherwise;
    }
    template <class T>
    std::vector<T> vector(std::uint16_t id) const {
        const auto* found = present() ? table_->GetPointer<const flatbuffers::Vector<T>*>(id) : nullptr;
        return found ? std::vector<T>(found->begin(), found->end()) : std::vector<T>();
    }

private:
    const flatbuffers::Table* table_;
};

/// `Options` as decoded from the table that `build(builder)` makes, after a trip through a finished buffer.
template <class Options, class Build>
Options decoded(Build build) {
    flatbuffers::FlatBufferBuilder builder;
    const auto table = build(builder);
    builder.Finish(flatbuffers::Offset<flatbuffers::Table>(table.o));
    return Options::decode(BuiltTable(flatbuffers::GetRoot<flatbuffers::Table>(builder.GetBufferPointer())));
}

template <class Options>
Options decoded_from_no_table() {
    return Options::decode(BuiltTable(nullptr));
}

constexpr auto padding_code(int code) { return static_cast<schema::Padding>(code); }
constexpr auto activation_code(int code) { return static_cast<schema::ActivationFunctionType>(code); }

} // namespace

TEST_CASE("each struct names its member of the union") {
    static_assert(options::Conv2D::table == 1);
    static_assert(options::DepthwiseConv2D::table == 2);
    static_assert(options::Pool2D::table == 5);
    static_assert(options::Svdf::table == 6);
    static_assert(options::FullyConnected::table == 8);
    static_assert(options::Softmax::table == 9);
    static_assert(options::Concatenation::table == 10);
    static_assert(options::Add::table == 11);
    static_assert(options::Reshape::table == 17);
    static_assert(options::Mul::table == 21);
    static_assert(options::Reducer::table == 27);
    static_assert(options::Sub::table == 28);
    static_assert(options::Squeeze::table == 30);
    static_assert(options::StridedSlice::table == 32);
    static_assert(options::TransposeConv::table == 49);
    static_assert(options::LeakyRelu::table == 75);
    static_assert(schema::BuiltinOptions_RightShiftOptions == 126);
    static_assert(schema::BuiltinOptions2_StablehloCaseOptions == 23);
    static_assert(schema::BuiltinOperator_STABLEHLO_CASE == 209);
}

TEST_CASE("the compiler decodes fields by the format's numbers") {
    constexpr auto conv = options::Conv2D::decode(listed(1, 2, 3, 4, 5, 6, 9));
    static_assert(conv.padding == Padding::valid && conv.stride_w == 2 && conv.stride_h == 3);
    static_assert(conv.activation == Activation::tanh && conv.dilation_w == 5 && conv.dilation_h == 6);
    static_assert(conv.quantized_bias_type == ElementType::int8);

    constexpr auto depthwise = options::DepthwiseConv2D::decode(listed(1, 2, 3, 4, 5, 6, 7));
    static_assert(depthwise.padding == Padding::valid && depthwise.stride_w == 2 && depthwise.stride_h == 3);
    static_assert(depthwise.depth_multiplier == 4 && depthwise.activation == Activation::sign_bit);
    static_assert(depthwise.dilation_w == 6 && depthwise.dilation_h == 7);

    constexpr auto transposed = options::TransposeConv::decode(listed(1, 2, 3, 1, 2));
    static_assert(transposed.stride_w == 2 && transposed.stride_h == 3);
    static_assert(transposed.padding == Padding::valid && transposed.activation == Activation::relu);
    static_assert(transposed.quantized_bias_type == ElementType::int32);

    constexpr auto pool = options::Pool2D::decode(listed(1, 2, 3, 4, 5, 3));
    static_assert(pool.padding == Padding::valid && pool.stride_w == 2 && pool.stride_h == 3);
    static_assert(pool.filter_w == 4 && pool.filter_h == 5 && pool.activation == Activation::relu6);

    constexpr auto dense = options::FullyConnected::decode(listed(2, 1, 1, 0, 7));
    static_assert(dense.activation == Activation::relu_n1_to_1 && dense.keep_num_dims);
    static_assert(dense.weights_format == WeightsFormat::shuffled_4x16_int8);
    static_assert(!dense.asymmetric_quantize_inputs && dense.quantized_bias_type == ElementType::int16);

    constexpr auto svdf = options::Svdf::decode(listed(4, 1, 1));
    static_assert(svdf.rank == 4 && svdf.activation == Activation::relu && svdf.asymmetric_quantize_inputs);

    static_assert(options::Add::decode(listed(3, 0)).activation == Activation::relu6);
    static_assert(!options::Add::decode(listed(3, 0)).pot_scale_int16);
    static_assert(options::Sub::decode(listed(2, 0)).activation == Activation::relu_n1_to_1);
    static_assert(!options::Sub::decode(listed(2, 0)).pot_scale_int16);
    static_assert(options::Mul::decode(listed(1)).activation == Activation::relu);
    static_assert(options::LeakyRelu::decode(listed(3)).alpha == 3.0f);
    static_assert(options::Softmax::decode(listed(2)).beta == 2.0f);

    constexpr auto concatenation = options::Concatenation::decode(listed(-2, 3));
    static_assert(concatenation.axis == -2 && concatenation.activation == Activation::relu6);
    static_assert(options::Reshape::decode(listed()).valid());
    static_assert(options::Reducer::decode(listed(1)).keep_dims);

    constexpr auto slice = options::StridedSlice::decode(listed(1, 2, 4, 8, 16, 1));
    static_assert(slice.begin_mask == 1 && slice.end_mask == 2 && slice.ellipsis_mask == 4);
    static_assert(slice.new_axis_mask == 8 && slice.shrink_axis_mask == 16 && slice.offset);
}

TEST_CASE("options of convolutions and pooling from a FlatBuffer") {
    const auto conv = decoded<options::Conv2D>([](auto& builder) {
        return mote::flat::CreateConv2DOptions(builder, schema::Padding_VALID, -3, 70000,
                                               schema::ActivationFunctionType_RELU6, 2, -1,
                                               schema::TensorType_INT64);
    });
    CHECK(conv.padding == Padding::valid);
    CHECK((conv.stride_w == -3 && conv.stride_h == 70000));
    CHECK(conv.activation == Activation::relu6);
    CHECK((conv.dilation_w == 2 && conv.dilation_h == -1));
    CHECK(conv.quantized_bias_type == ElementType::int64);
    CHECK(conv.valid());

    const auto depthwise = decoded<options::DepthwiseConv2D>([](auto& builder) {
        return mote::flat::CreateDepthwiseConv2DOptions(builder, schema::Padding_SAME, 2, 3, 8,
                                                        schema::ActivationFunctionType_RELU, 4, 5);
    });
    CHECK(depthwise.padding == Padding::same);
    CHECK((depthwise.stride_w == 2 && depthwise.stride_h == 3));
    CHECK(depthwise.depth_multiplier == 8);
    CHECK(depthwise.activation == Activation::relu);
    CHECK((depthwise.dilation_w == 4 && depthwise.dilation_h == 5));
    CHECK(depthwise.valid());

    const auto transposed = decoded<options::TransposeConv>([](auto& builder) {
        return mote::flat::CreateTransposeConvOptions(builder, schema::Padding_VALID, 3, 4,
                                                      schema::ActivationFunctionType_RELU_N1_TO_1,
                                                      schema::TensorType_INT32);
    });
    CHECK(transposed.padding == Padding::valid);
    CHECK((transposed.stride_w == 3 && transposed.stride_h == 4));
    CHECK(transposed.activation == Activation::relu_n1_to_1);
    CHECK(transposed.quantized_bias_type == ElementType::int32);
    CHECK(transposed.valid());

    const auto pool = decoded<options::Pool2D>([](auto& builder) {
        return mote::flat::CreatePool2DOptions(builder, schema::Padding_VALID, 1, 2, 3, 4,
                                               schema::ActivationFunctionType_TANH);
    });
    CHECK(pool.padding == Padding::valid);
    CHECK((pool.stride_w == 1 && pool.stride_h == 2));
    CHECK((pool.filter_w == 3 && pool.filter_h == 4));
    CHECK(pool.activation == Activation::tanh);
    CHECK(pool.valid());
}

TEST_CASE("options of dense and elementwise operators from a FlatBuffer") {
    const auto dense = decoded<options::FullyConnected>([](auto& builder) {
        constexpr auto shuffled = schema::FullyConnectedOptionsWeightsFormat_SHUFFLED4x16INT8;
        return mote::flat::CreateFullyConnectedOptions(builder, schema::ActivationFunctionType_SIGN_BIT,
                                                       shuffled, true, false, schema::TensorType_INT32);
    });
    CHECK(dense.activation == Activation::sign_bit);
    CHECK(dense.weights_format == WeightsFormat::shuffled_4x16_int8);
    CHECK(dense.keep_num_dims);
    CHECK_FALSE(dense.asymmetric_quantize_inputs);
    CHECK(dense.quantized_bias_type == ElementType::int32);
    CHECK(dense.valid());

    const auto svdf = decoded<options::Svdf>([](auto& builder) {
        return mote::flat::CreateSVDFOptions(builder, -7, schema::ActivationFunctionType_RELU, true);
    });
    CHECK((svdf.rank == -7 && svdf.activation == Activation::relu && svdf.asymmetric_quantize_inputs));

    const auto add = decoded<options::Add>([](auto& builder) {
        return mote::flat::CreateAddOptions(builder, schema::ActivationFunctionType_RELU, false);
    });
    CHECK((add.activation == Activation::relu && !add.pot_scale_int16));

    const auto sub = decoded<options::Sub>([](auto& builder) {
        return mote::flat::CreateSubOptions(builder, schema::ActivationFunctionType_RELU6, false);
    });
    CHECK((sub.activation == Activation::relu6 && !sub.pot_scale_int16));

    const auto mul = decoded<options::Mul>([](auto& builder) {
        return mote::flat::CreateMulOptions(builder, schema::ActivationFunctionType_RELU6);
    });
    CHECK(mul.activation == Activation::relu6);

    const auto leaky = decoded<options::LeakyRelu>(
        [](auto& builder) { return mote::flat::CreateLeakyReluOptions(builder, -0.125f); });
    CHECK(leaky.alpha == -0.125f);

    const auto softmax = decoded<options::Softmax>(
        [](auto& builder) { return mote::flat::CreateSoftmaxOptions(builder, 1.5f); });
    CHECK(softmax.beta == 1.5f);
}

TEST_CASE("options about shapes from a FlatBuffer") {
    const auto concatenation = decoded<options::Concatenation>([](auto& builder) {
        return mote::flat::CreateConcatenationOptions(builder, -1, schema::ActivationFunctionType_RELU);
    });
    CHECK((concatenation.axis == -1 && concatenation.activation == Activation::relu));

    const auto slice = decoded<options::StridedSlice>(
        [](auto& builder) { return mote::flat::CreateStridedSliceOptions(builder, 1, 2, 4, 8, 16, true); });
    CHECK((slice.begin_mask == 1 && slice.end_mask == 2));
    CHECK((slice.ellipsis_mask == 4 && slice.new_axis_mask == 8));
    CHECK((slice.shrink_axis_mask == 16 && slice.offset));

    const auto reducer = decoded<options::Reducer>(
        [](auto& builder) { return mote::flat::CreateReducerOptions(builder, true); });
    CHECK(reducer.keep_dims);

    const auto squeeze = decoded<options::Squeeze>([](auto& builder) {
        const std::vector<std::int32_t> axes = {2, -1, 0};
        return mote::flat::CreateSqueezeOptionsDirect(builder, &axes);
    });
    CHECK(squeeze.count == 3);
    CHECK((squeeze.dims[0] == 2 && squeeze.dims[1] == -1 && squeeze.dims[2] == 0));
    CHECK(squeeze.valid());
}

TEST_CASE("a list of axes is kept up to the largest rank, and a longer one is noticed") {
    constexpr auto full = options::Squeeze::decode(listed_vector(8));
    static_assert(full.valid() && full.count == 8 && full.dims[0] == -4 && full.dims[7] == 3);
    constexpr auto longer = options::Squeeze::decode(listed_vector(9));
    static_assert(!longer.valid() && longer.count == 8 && longer.dims[7] == 3);
}

TEST_CASE("absent fields and absent tables have the format's defaults") {
    const auto check = [](const auto& conv, const auto& depthwise, const auto& transposed, const auto& pool) {
        CHECK((conv.padding == Padding::same && conv.activation == Activation::none));
        CHECK((conv.stride_w == 0 && conv.stride_h == 0));
        CHECK((conv.dilation_w == 1 && conv.dilation_h == 1));
        CHECK(conv.quantized_bias_type == ElementType::float32);
        CHECK((depthwise.padding == Padding::same && depthwise.activation == Activation::none));
        CHECK((depthwise.stride_w == 0 && depthwise.stride_h == 0 && depthwise.depth_multiplier == 0));
        CHECK((depthwise.dilation_w == 1 && depthwise.dilation_h == 1));
        CHECK((transposed.padding == Padding::same && transposed.activation == Activation::none));
        CHECK((transposed.stride_w == 0 && transposed.stride_h == 0));
        CHECK(transposed.quantized_bias_type == ElementType::float32);
        CHECK((pool.padding == Padding::same && pool.activation == Activation::none));
        CHECK((pool.stride_w == 0 && pool.stride_h == 0 && pool.filter_w == 0 && pool.filter_h == 0));
    };
    check(decoded_from_no_table<options::Conv2D>(), decoded_from_no_table<options::DepthwiseConv2D>(),
          decoded_from_no_table<options::TransposeConv>(), decoded_from_no_table<options::Pool2D>());
    const auto empty = [](auto& builder) { return mote::flat::CreateOpaque(builder); };
    check(decoded<options::Conv2D>(empty), decoded<options::DepthwiseConv2D>(empty),
          decoded<options::TransposeConv>(empty), decoded<options::Pool2D>(empty));

    const auto dense = decoded_from_no_table<options::FullyConnected>();
    CHECK(dense.activation == Activation::none);
    CHECK(dense.weights_format == WeightsFormat::plain);
    CHECK((!dense.keep_num_dims && !dense.asymmetric_quantize_inputs));
    CHECK(dense.quantized_bias_type == ElementType::float32);
    const auto svdf = decoded_from_no_table<options::Svdf>();
    CHECK((svdf.rank == 0 && svdf.activation == Activation::none && !svdf.asymmetric_quantize_inputs));
    CHECK(decoded_from_no_table<options::Add>().activation == Activation::none);
    CHECK(decoded_from_no_table<options::Add>().pot_scale_int16);
    CHECK(decoded_from_no_table<options::Sub>().activation == Activation::none);
    CHECK(decoded_from_no_table<options::Sub>().pot_scale_int16);
    CHECK(decoded_from_no_table<options::Mul>().activation == Activation::none);
    CHECK(decoded_from_no_table<options::LeakyRelu>().alpha == 0.0f);
    CHECK(decoded_from_no_table<options::Softmax>().beta == 0.0f);
    CHECK(decoded_from_no_table<options::Concatenation>().axis == 0);
    CHECK(decoded_from_no_table<options::Concatenation>().activation == Activation::none);
    CHECK(decoded_from_no_table<options::Squeeze>().count == 0);
    CHECK(decoded_from_no_table<options::Squeeze>().valid());
    CHECK_FALSE(decoded_from_no_table<options::Reducer>().keep_dims);
    const auto slice = decoded_from_no_table<options::StridedSlice>();
    CHECK((slice.begin_mask | slice.end_mask | slice.ellipsis_mask | slice.new_axis_mask) == 0);
    CHECK((slice.shrink_axis_mask == 0 && !slice.offset));
}

TEST_CASE("enumerated values that the format does not know are noticed") {
    for (const int code : {2, 3, 99, 127, -1, -128}) {
        CAPTURE(code);
        const auto conv = decoded<options::Conv2D>(
            [&](auto& builder) { return mote::flat::CreateConv2DOptions(builder, padding_code(code)); });
        CHECK(conv.padding == Padding::invalid);
        CHECK_FALSE(conv.valid());
        CHECK_FALSE(options::DepthwiseConv2D::decode(listed(code)).valid());
        CHECK_FALSE(options::TransposeConv::decode(listed(code)).valid());
        CHECK_FALSE(options::Pool2D::decode(listed(code)).valid());
        CHECK_FALSE(options::FullyConnected::decode(listed(0, code)).valid());
        CHECK(options::FullyConnected::decode(listed(0, code)).weights_format == WeightsFormat::invalid);
    }
    for (const int code : {6, 99, 127, -1, -128}) {
        CAPTURE(code);
        const auto mul = decoded<options::Mul>(
            [&](auto& builder) { return mote::flat::CreateMulOptions(builder, activation_code(code)); });
        CHECK(mul.activation == Activation::invalid);
        CHECK_FALSE(mul.valid());
        CHECK_FALSE(options::Conv2D::decode(listed(0, 1, 1, code)).valid());
        CHECK_FALSE(options::DepthwiseConv2D::decode(listed(0, 1, 1, 1, code)).valid());
        CHECK_FALSE(options::TransposeConv::decode(listed(0, 1, 1, code)).valid());
        CHECK_FALSE(options::Pool2D::decode(listed(0, 1, 1, 1, 1, code)).valid());
        CHECK_FALSE(options::FullyConnected::decode(listed(code)).valid());
        CHECK_FALSE(options::Svdf::decode(listed(1, code)).valid());
        CHECK_FALSE(options::Add::decode(listed(code)).valid());
        CHECK_FALSE(options::Sub::decode(listed(code)).valid());
        CHECK_FALSE(options::Concatenation::decode(listed(0, code)).valid());
    }
}

TEST_CASE("a flag is set by any byte but zero") {
    const auto reducer = decoded<options::Reducer>([](auto& builder) {
        const auto start = builder.StartTable();
        builder.template AddElement<std::uint8_t>(4, 2, 0);
        return flatbuffers::Offset<mote::flat::ReducerOptions>(builder.EndTable(start));
    });
    CHECK(reducer.keep_dims);
}
