// SPDX-License-Identifier: Apache-2.0
#include "mote/runtime/advice.hpp"

#include "../support/runner.hpp"

#include "mote/ops/all_ops.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

using mote::Advice;
using mote::ElementType;

namespace {

namespace s = mote::schema;

/// An operator that has nothing but its code and its operands' types.
struct TypedNode {
    struct Tensor {
        ElementType element;
        ElementType type() const { return element; }
        template <class T>
        bool is() const {
            return element == mote::element_type_of<T>;
        }
    };

    std::int32_t builtin;
    std::vector<ElementType> inputs;
    ElementType result;

    mote::OperatorCode code() const { return {builtin}; }
    int input_count() const { return static_cast<int>(inputs.size()); }
    bool has_input(int i) const { return i < input_count(); }
    Tensor input(int i) const { return {has_input(i) ? inputs[static_cast<std::size_t>(i)] : ElementType{}}; }
    Tensor output(int) const { return {result}; }
    ElementType input_type(int i) const { return input(i).type(); }
    ElementType output_type(int) const { return result; }
};

/// The types that name each variant of an op set alone; none where a variant serves all types.
template <class... Ts>
std::set<ElementType> types_of(mote::TypeList<Ts...>) {
    return {mote::element_type_of<Ts>...};
}
template <class... Lists>
std::vector<std::set<ElementType>> types_of_each(mote::TypeList<Lists...>) {
    return {types_of(Lists{})...};
}
template <class Op, class = void>
struct TypesOfVariants {
    static std::vector<std::set<ElementType>> get() { return {{}}; } // of such ops there is one variant
};
template <class Op>
struct TypesOfVariants<Op, std::void_t<typename Op::Arguments>> {
    static std::vector<std::set<ElementType>> get() { return types_of_each(typename Op::Arguments{}); }
};
template <class... Ops>
std::vector<std::set<ElementType>> types_of_variants(mote::OpSet<Ops...>) {
    std::vector<std::set<ElementType>> all;
    for (const auto& some : {TypesOfVariants<Ops>::get()...}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::set<ElementType> types_of(const Advice& advice) {
    if (advice.kind != Advice::add_op) return {};
    return {advice.first, advice.second};
}

/// The operands that an operator has whose first two inputs and output are of these types.
TypedNode node_of(std::int32_t builtin, ElementType first, ElementType second, ElementType out) {
    if (builtin == s::BuiltinOperator_SVDF)
        return {builtin, {out, second, first, ElementType::int32, first}, out};
    if (builtin == s::BuiltinOperator_TRANSPOSE_CONV)
        return {builtin, {ElementType::int32, second, out}, out};
    if (builtin == s::BuiltinOperator_CONCATENATION) return {builtin, {first, first}, out};
    return {builtin, {first, second}, out};
}

Advice advice(std::int32_t builtin, ElementType first, ElementType second, ElementType out) {
    return mote::advice_for(node_of(builtin, first, second, out));
}

constexpr ElementType all_types[] = {
    ElementType::float32, ElementType::float16, ElementType::int32,  ElementType::uint8,
    ElementType::int64,   ElementType::boolean, ElementType::int16,  ElementType::int8,
    ElementType::int4,    ElementType::float64, ElementType::uint16, ElementType::complex64,
};

std::string own_source(const std::string& path) {
    const std::string here = __FILE__;
    std::ifstream file(here.substr(0, here.rfind("tests/runtime/")) + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("the ops that advice knows are those that mote has") {
    for (std::int32_t code = -1; code <= s::BuiltinOperator_MAX + 1; ++code) {
        const bool known = mote::detail::facts_of(code).rule != mote::detail::TypeRule::unknown;
        CHECK_MESSAGE(known == mote::AllOps::contains(mote::OperatorCode{code}), code);
    }
}

TEST_CASE("advice names the variant that would run the operator, for every combination of types") {
    const auto variants = types_of_variants(mote::AllOps());
    int added = 0;
    for (const auto& facts : mote::detail::op_facts) {
        // Of these, mote has not every pair that could be named.
        const bool loose = facts.builtin == s::BuiltinOperator_QUANTIZE ||
                           facts.builtin == s::BuiltinOperator_SOFTMAX;
        for (const ElementType first : all_types)
            for (const ElementType second : all_types)
                for (const ElementType out : all_types) {
                    const TypedNode node = node_of(facts.builtin, first, second, out);
                    const mote::Result<int> kind = mote::AllOps::select(node);
                    const Advice found = mote::advice_for(node);
                    const bool adds = found.kind == Advice::add_op || found.kind == Advice::add_any;
                    const bool right = kind ? adds &&
                                                  types_of(found) == variants[static_cast<std::size_t>(*kind)]
                                            : loose || !adds;
                    const auto name = [](ElementType type) { return std::string(mote::name_of(type)); };
                    CHECK_MESSAGE(right, facts.builtin << ": " << name(first) << ", " << name(second)
                                                       << " -> " << name(out));
                    added += adds;
                }
    }
    CHECK(added > 28 * 3);
}

TEST_CASE("advice names ops and headers that are there") {
    const std::string all_ops = own_source("include/mote/ops/all_ops.hpp");
    if (all_ops.empty()) return; // the sources are elsewhere
    int ops = 0;
    for (const auto& facts : mote::detail::op_facts) {
        const auto builtin = static_cast<s::BuiltinOperator>(facts.builtin);
        const std::string words = mote::Status(mote::StatusCode::missing_op)
                                      .at_operator(0, s::name_of(builtin))
                                      .with_advice({Advice::add_any})
                                      .message()
                                      .c_str();
        const std::size_t op = words.find("mote::ops::") + 6;
        const std::size_t header = words.find("<mote/ops/") + 10;
        CHECK_MESSAGE(all_ops.find(words.substr(op, words.find(',') - op)) != std::string::npos, words);
        CHECK_MESSAGE(all_ops.find('"' + words.substr(header, words.rfind('>') - header) + '"') !=
                          std::string::npos,
                      words);
        ++ops;
    }
    std::size_t named = 0;
    for (std::size_t at = all_ops.find("ops::"); at != std::string::npos; at = all_ops.find("ops::", at + 1))
        ++named;
    CHECK(ops == named);
}

TEST_CASE("what the converter made of floats") {
    constexpr ElementType f32 = ElementType::float32, f16 = ElementType::float16, i8 = ElementType::int8;
    CHECK(advice(s::BuiltinOperator_CONV_2D, f32, i8, f32).kind == Advice::dynamic_range);
    CHECK(advice(s::BuiltinOperator_FULLY_CONNECTED, f32, ElementType::int4, f32).kind ==
          Advice::dynamic_range);
    CHECK(advice(s::BuiltinOperator_TRANSPOSE_CONV, f32, i8, f32).kind == Advice::dynamic_range);
    CHECK(advice(s::BuiltinOperator_SVDF, f32, i8, f32).kind == Advice::dynamic_range);
    CHECK(advice(s::BuiltinOperator_DEQUANTIZE, f16, f16, f32).kind == Advice::float16);
    CHECK(advice(s::BuiltinOperator_CONV_2D, f32, f16, f32).kind == Advice::float16);
    CHECK(advice(s::BuiltinOperator_RELU, f16, f16, f16).kind == Advice::float16);
    CHECK(
        advice(s::BuiltinOperator_CONV_2D, ElementType::uint8, ElementType::uint8, ElementType::uint8).kind ==
        Advice::uint8);
    CHECK(advice(s::BuiltinOperator_RELU, ElementType::float64, f32, ElementType::float64).kind ==
          Advice::other_types);
    CHECK(advice(s::BuiltinOperator_ELU, f32, f32, f32).kind == Advice::no_such_op);
    CHECK(advice(s::BuiltinOperator_CUSTOM, f32, f32, f32).kind == Advice::custom_op);
    CHECK(advice(1000, f32, f32, f32).kind == Advice::no_such_op);
}

TEST_CASE("a refused model says what to add, and how many more it lacks") {
    test::ModelBuilder b;
    std::vector<int> t;
    for (int i = 0; i < 5; ++i)
        t.push_back(b.tensor(ElementType::int8, {1, 4}, test::quant(1.0f / 256, i < 2 ? 0 : -128)));
    b.op(s::BuiltinOperator_RELU, {t[0]}, {t[1]});
    b.op(s::BuiltinOperator_SOFTMAX, {t[1]}, {t[2]}, s::BuiltinOptions_SoftmaxOptions,
         [](auto& f) { return mote::flat::CreateSoftmaxOptions(f, 1.0f).Union(); });
    b.op(s::BuiltinOperator_ELU, {t[2]}, {t[3]});
    b.op(s::BuiltinOperator_RELU, {t[3]}, {t[4]});
    b.io({t[0]}, {t[4]});
    const test::Model model = b.build();
    const auto said = [&](auto set) {
        return std::string(test::Runner<decltype(set)>(model).status().message());
    };
    using Relu = mote::ops::Relu<std::int8_t>;
    CHECK(said(mote::OpSet<>()) ==
          "operator 0 RELU: not in the op set; add mote::ops::Relu<std::int8_t>, #include "
          "<mote/ops/relu.hpp>; 3 more operators are missing, see mote::for_each_missing_op");
    CHECK(said(mote::OpSet<Relu>()) ==
          "operator 1 SOFTMAX: not in the op set; add mote::ops::Softmax<std::int8_t>, #include "
          "<mote/ops/softmax.hpp>; 1 more operator is missing, see mote::for_each_missing_op");
    CHECK(said(mote::OpSet<Relu, mote::ops::Softmax<float>>())
              .find("operator 1 SOFTMAX: element types not supported, or not named in the op set; it needs "
                    "mote::ops::Softmax<std::int8_t>; 1 more") == 0);
    CHECK(said(mote::OpSet<Relu, mote::ops::Softmax<std::int8_t>>()) ==
          "operator 2 ELU: mote has no ELU; change the model or write an op for it, see mote/ops/op.hpp");
}
