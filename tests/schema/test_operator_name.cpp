// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/operator_name.hpp"

#include "mote/schema/byte_table.hpp"
#include "mote/schema/node_view.hpp"
#include "tiny_model.hpp"

#include <limits>
#include <string>

#include <doctest/doctest.h>

using mote::name_of;
using mote::OperatorCode;

namespace s = mote::schema;

namespace {

OperatorCode code(std::int32_t builtin, const char* custom_name = nullptr) {
    OperatorCode made;
    made.builtin = builtin;
    made.custom_name = custom_name;
    return made;
}

} // namespace

TEST_CASE("builtin operators have the format's names") {
    CHECK(std::string(name_of(code(s::BuiltinOperator_CONV_2D))) == "CONV_2D");
    CHECK(std::string(name_of(code(s::BuiltinOperator_MIN))) == "ADD");
    CHECK(std::string(name_of(code(s::BuiltinOperator_MAX))) == "STABLEHLO_CASE");
    CHECK(std::string(name_of(code(s::BuiltinOperator_PAD, "not custom"))) == "PAD");
}

TEST_CASE("every builtin code up to the last has a name") {
    for (std::int32_t i = s::BuiltinOperator_MIN; i <= s::BuiltinOperator_MAX; ++i) {
        if (i == s::BuiltinOperator_CUSTOM) continue;
        const char* name = name_of(code(i));
        REQUIRE_MESSAGE(name != nullptr, i);
        CHECK_MESSAGE(*name != '\0', i);
    }
}

TEST_CASE("a custom operator has its own name, if any") {
    CHECK(std::string(name_of(code(s::BuiltinOperator_CUSTOM, "SignalRfft"))) == "SignalRfft");
    CHECK(name_of(code(s::BuiltinOperator_CUSTOM)) == nullptr);
}

TEST_CASE("codes that the format does not know have none") {
    CHECK(name_of(OperatorCode()) == nullptr);
    CHECK(name_of(code(-5)) == nullptr);
    CHECK(name_of(code(s::BuiltinOperator_MAX + 1)) == nullptr);
    CHECK(name_of(code((std::numeric_limits<std::int32_t>::max)())) == nullptr);
    CHECK(name_of(code((std::numeric_limits<std::int32_t>::min)())) == nullptr);
}

TEST_CASE("an operator of a model by its name") {
    const mote::ModelView<mote::ByteTable> model(test::tiny_model, sizeof test::tiny_model);
    const auto name = [&](int i) {
        return std::string(
            mote::detail::operator_name(mote::NodeView<mote::ByteTable>(model, model.subgraph(0), i)));
    };
    CHECK(name(0) == "CONV_2D");
    CHECK(name(1) == "RESHAPE");
}
