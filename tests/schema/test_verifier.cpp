// SPDX-License-Identifier: Apache-2.0
#include "mote/schema/verifier.hpp"

#include "../../examples/cli/xorshift.hpp"
#include "../support/corpus.hpp"
#include "both_verifiers.hpp"
#include "build_tiny_model.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using Bytes = std::vector<unsigned char>;

Bytes bytes_of(const std::string& path) {
    const cli::AlignedBytes file = test::read_file(path);
    return Bytes(file.data(), file.data() + file.size());
}
Bytes tiny_model() {
    const test::Model model = test::build_tiny_model();
    return Bytes(model.bytes().data, model.bytes().data + model.bytes().size);
}

/// Counts files on which the verifiers differ, and files that they accept.
class Tally {
public:
    void add(const Bytes& bytes) { add(bytes, bytes.size()); }
    void add(const Bytes& bytes, std::size_t size) {
        const test::Verdicts found = test::verdicts(bytes.data(), size);
        ++total;
        differing += found.ours != found.theirs ? 1 : 0;
        accepted += found.ours ? 1 : 0;
    }
    long total = 0, differing = 0, accepted = 0;
};

/// Every `step`-th model of a corpus.
std::vector<Bytes> models(const std::string& folder, std::size_t step) {
    std::vector<Bytes> found;
    const std::vector<std::string> names = test::files_in(folder, "", ".tflite");
    for (std::size_t i = 0; i < names.size(); i += step) found.push_back(bytes_of(folder + "/" + names[i]));
    return found;
}

std::uint32_t load(const Bytes& bytes, std::size_t at) {
    return mote::load_le<std::uint32_t>(bytes.data() + at);
}
void store(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        bytes[at + static_cast<std::size_t>(i)] = static_cast<unsigned char>(value >> 8 * i);
}

} // namespace

TEST_CASE("both verifiers accept every model of the corpus") {
    Tally tally;
    for (const Bytes& bytes : models(test::data_folder("conformance"), 1)) tally.add(bytes);
    CHECK(tally.total > 1300);
    CHECK(tally.accepted == tally.total);
    CHECK(tally.differing == 0);
}

TEST_CASE("both verifiers agree on every model cut anywhere") {
    Tally tally;
    for (const Bytes& bytes : models(test::data_folder("conformance"), 40))
        for (std::size_t size = 0; size < bytes.size(); ++size) tally.add(bytes, size);
    CHECK(tally.total > 10000);
    CHECK(tally.differing == 0);
}

TEST_CASE("both verifiers agree on a model with any one byte changed") {
    Tally tally;
    Bytes bytes = tiny_model();
    for (unsigned char& byte : bytes) {
        const unsigned char before = byte;
        for (int value = 0; value < 256; ++value) {
            byte = static_cast<unsigned char>(value);
            tally.add(bytes);
        }
        byte = before;
    }
    CHECK(tally.accepted > 1000);
    CHECK(tally.accepted < tally.total - 1000);
    CHECK(tally.differing == 0);
}

TEST_CASE("both verifiers agree on offsets to everywhere, and at the ends of their ranges") {
    Tally tally;
    Bytes bytes = tiny_model();
    const auto size = static_cast<std::uint32_t>(bytes.size());
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 2) {
        const std::uint32_t before = load(bytes, at);
        const auto here = static_cast<std::uint32_t>(at);
        const std::uint32_t values[] = {0u,
                                        1u,
                                        2u,
                                        0x3fffffffu,
                                        0x40000000u,
                                        0x7ffffffeu,
                                        0x7fffffffu,
                                        0x80000000u,
                                        0xffffffffu,
                                        size,
                                        size - here,
                                        size - here - 1,
                                        size - here - 4,
                                        size - here - 5,
                                        here,
                                        here - 2,
                                        0u - (size - here),
                                        4u - size + here,
                                        before + 1,
                                        before + 2,
                                        before + 4,
                                        before - 4};
        for (const std::uint32_t value : values) {
            store(bytes, at, value);
            tally.add(bytes);
        }
        for (std::uint32_t value = 0; value < size; value += 4) {
            store(bytes, at, value);
            tally.add(bytes);
        }
        store(bytes, at, before);
    }
    CHECK(tally.differing == 0);
}

TEST_CASE("both verifiers agree where several fields are changed at a time") {
    Tally tally;
    cli::Xorshift32 random(1);
    const auto below = [&](std::size_t limit) { return random.next() % limit; };
    for (const Bytes& model : models(test::data_folder("conformance"), 60)) {
        for (int round = 0; round < 500; ++round) {
            Bytes mutant = model;
            for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
                const std::size_t at = below(mutant.size() / 4) * 4;
                // Another of the file's own words, near to what was there, or an offset to somewhere.
                const std::uint32_t values[] = {load(mutant, below(mutant.size() / 4) * 4),
                                                load(mutant, at) + 4 * (random.next() % 8) - 16,
                                                static_cast<std::uint32_t>(below(mutant.size()))};
                store(mutant, at, values[below(3)]);
            }
            tally.add(mutant);
        }
    }
    CHECK(tally.total > 5000);
    CHECK(tally.differing == 0);
}

TEST_CASE("a file that leads to the same tables again and again is refused, by both, soon") {
    // A model whose subgraphs are all one, whose tensors are all one.
    flatbuffers::FlatBufferBuilder f;
    namespace s = mote::flat;
    const auto tensor = s::CreateTensor(f);
    const auto tensors = f.CreateVector(std::vector<flatbuffers::Offset<s::Tensor>>(2000, tensor));
    const auto subgraph = s::CreateSubGraph(f, tensors);
    const auto subgraphs = f.CreateVector(std::vector<flatbuffers::Offset<s::SubGraph>>(2000, subgraph));
    s::FinishModelBuffer(f, s::CreateModel(f, 3, 0, subgraphs));
    const test::Verdicts found = test::verdicts(f.GetBufferPointer(), f.GetSize());
    CHECK_FALSE(found.ours);
    CHECK_FALSE(found.theirs);
}
