// SPDX-License-Identifier: Apache-2.0
#include "../schema/both_verifiers.hpp"
#include "../support/corpus.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("both verifiers agree on every malformed model") {
    const std::string folder = test::data_folder("malformed");
    const std::vector<std::string> names = test::files_in(folder, "", ".tflite");
    CHECK(names.size() > 170);
    for (const std::string& name : names) {
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + name);
        const test::Verdicts found = test::verdicts(bytes.data(), bytes.size());
        CHECK_MESSAGE(found.ours == found.theirs, name);
    }
}
