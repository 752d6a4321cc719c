// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/byte_table.hpp"

#include "../support/corpus.hpp"
#include "build_tiny_model.hpp"
#include "model_facts.hpp"
#include "mote/schema/check_model.hpp"
#include "mote/schema/flat_table.hpp"
#include "tiny_model.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using mote::ByteTable;
using mote::FlatTable;

namespace {

/// A table of four fields at byte 12, its vtable before it: a byte 0xFE, none, a word 5, a vector at byte 32.
constexpr unsigned char sample[] = {
    16,   0, 0,    0,                 // to the table
    12,   0, 16,   0,                 // the vtable: its bytes, the table's bytes
    4,    0, 0,    0,    8, 0, 12, 0, // where the fields are
    12,   0, 0,    0,                 // back to the vtable
    0xFE, 0, 0,    0,                 //
    5,    0, 0,    0,                 //
    4,    0, 0,    0,                 // to the vector
    2,    0, 0,    0,                 // its length
    1,    0, 0xFF, 0xFF,
};
constexpr ByteTable table = ByteTable::root(sample, sizeof sample);

/// The first bytes of it, and no memory after them.
template <std::size_t Size>
struct Cut {
    unsigned char bytes[Size] = {};
    constexpr Cut() {
        for (std::size_t i = 0; i < Size; ++i) bytes[i] = sample[i];
    }
};
template <std::size_t Size>
inline constexpr Cut<Size> cut;
template <std::size_t Size>
constexpr ByteTable root_of_cut() {
    return ByteTable::root(cut<Size>.bytes, Size);
}

/// Whether both readers say the same of a model.
std::string compare(mote::ModelBytes model) {
    return test::first_difference(test::ModelFacts<ByteTable>(model.data, model.size).lines(),
                                  test::ModelFacts<FlatTable>(model.data, model.size).lines());
}

} // namespace

TEST_CASE("the compiler reads fields, vectors and what is not there") {
    static_assert(table.present());
    static_assert(table.scalar<std::uint8_t>(4, 0) == 0xFE);
    static_assert(table.scalar<std::int8_t>(4, 0) == -2);
    static_assert(table.scalar<std::int32_t>(6, 99) == 99);
    static_assert(table.scalar<std::int32_t>(8, 99) == 5);
    static_assert(table.vector<std::int16_t>(10).size() == 2);
    static_assert(table.vector<std::int16_t>(10)[0] == 1);
    static_assert(table.vector<std::int16_t>(10)[1] == -1);
    static_assert(table.vector<std::int16_t>(10).data() == sample + 36);
    static_assert(table.vector<std::int16_t>(6).size() == 0);
    static_assert(table.vector<std::int16_t>(6).data() == nullptr);
    // Past the end of the vtable, as in files older than the field.
    static_assert(table.scalar<std::int32_t>(12, -3) == -3);
    static_assert(!table.table(12).present());
    static_assert(table.tables(6).size() == 0);
    CHECK(table.scalar<std::int32_t>(8, 99) == 5);
}

TEST_CASE("what lies outside of the file is not there") {
    static_assert(root_of_cut<32>().vector<std::int16_t>(10).size() == 0); // without the vector
    static_assert(root_of_cut<33>().vector<std::int16_t>(10).size() == 0); // its length cut
    static_assert(root_of_cut<36>().vector<std::int16_t>(10).size() == 0); // its elements missing
    static_assert(root_of_cut<39>().vector<std::int16_t>(10).size() == 0); // one of them cut
    static_assert(root_of_cut<33>().tables(10).size() == 0);
    static_assert(root_of_cut<20>().scalar<std::int32_t>(8, 99) == 0);
    static_assert(!root_of_cut<16>().present());
    static_assert(!root_of_cut<3>().present() && !root_of_cut<0>().present());
    // Elements that are too many to count in 32 bits.
    constexpr unsigned char huge[] = {12, 0, 0, 0, 6, 0, 8, 0, 4, 0,    0, 0, 8, 0,
                                      0,  0, 4, 0, 0, 0, 1, 0, 0, 0x40, 7, 0, 0, 0};
    static_assert(ByteTable::root(huge, sizeof huge).present());
    static_assert(ByteTable::root(huge, sizeof huge).vector<std::uint8_t>(4).size() == 0);
    CHECK(ByteTable::root(huge, sizeof huge).vector<std::int64_t>(4).size() == 0);
    CHECK(ByteTable::root(huge, sizeof huge).tables(4).size() == 0);
}

TEST_CASE("a model cut anywhere can be read, for what it is worth") {
    for (std::size_t size = 0; size < sizeof test::tiny_model; ++size) {
        // Of this exact size, so that a sanitizer sees any byte read past the end.
        const std::vector<unsigned char> bytes(test::tiny_model, test::tiny_model + size);
        const mote::ModelView<ByteTable> model(bytes.data(), size);
        if (mote::check_model(model))
            CHECK(test::ModelFacts<ByteTable>(bytes.data(), size).lines().size() > 10);
    }
}

TEST_CASE("FlatBuffers reads the same from these bytes") {
    alignas(8) unsigned char bytes[sizeof sample];
    std::copy(sample, sample + sizeof sample, bytes);
    const FlatTable flat = FlatTable::root(bytes);
    CHECK(flat.scalar<std::uint8_t>(4, 0) == 0xFE);
    CHECK(flat.scalar<std::int32_t>(6, 99) == 99);
    CHECK(flat.scalar<std::int32_t>(8, 99) == 5);
    CHECK(flat.vector<std::int16_t>(10)[1] == -1);
    CHECK(flat.scalar<std::int32_t>(12, -3) == -3);
}

TEST_CASE("an absent table has no fields") {
    static_assert(!ByteTable().present());
    static_assert(ByteTable().scalar<std::int32_t>(4, -7) == -7);
    static_assert(ByteTable().vector<float>(4).size() == 0);
    static_assert(ByteTable().tables(4).size() == 0);
    static_assert(!ByteTable().table(4).present());
    CHECK(ByteTable().text(4) == nullptr);
}

TEST_CASE("both readers give the same answers on built models") {
    const test::Model built = test::build_tiny_model();
    CHECK(compare(built.bytes()) == "");
    CHECK(compare(test::tiny_model) == "");
    CHECK(compare(test::ModelBuilder().build().bytes()) == "");
}

TEST_CASE("the compiler's model is what its source builds") {
    const test::Model built = test::build_tiny_model();
    // Not byte by byte: compilers evaluate arguments in different orders, and so write tables in different
    // places.
    CHECK(test::first_difference(
              test::ModelFacts<ByteTable>(test::tiny_model, sizeof test::tiny_model, false).lines(),
              test::ModelFacts<ByteTable>(built.bytes().data, built.bytes().size, false).lines()) == "");
}

TEST_CASE("the compiler's reader does not mind where the bytes lie") {
    const test::ModelFacts<ByteTable> aligned(test::tiny_model, sizeof test::tiny_model);
    unsigned char room[sizeof test::tiny_model + 8];
    for (std::size_t shift = 0; shift < 8; ++shift) {
        std::copy(test::tiny_model, test::tiny_model + sizeof test::tiny_model, room + shift);
        CHECK(
            test::first_difference(test::ModelFacts<ByteTable>(room + shift, sizeof test::tiny_model).lines(),
                                   aligned.lines()) == "");
    }
}

TEST_CASE("both readers give the same answers on the whole corpus") {
    const std::string folder = test::data_folder("conformance");
    const std::vector<std::string> names = test::files_in(folder, "", ".tflite");
    CHECK(names.size() > 1300);
    for (const std::string& name : names) {
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + name);
        const std::string difference = compare({bytes.data(), bytes.size()});
        CHECK_MESSAGE(difference.empty(), name << ": " << difference);
    }
}
