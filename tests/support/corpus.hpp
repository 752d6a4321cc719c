// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SUPPORT_CORPUS_HPP
#define MOTE_TESTS_SUPPORT_CORPUS_HPP

#include "../../examples/cli/golden.hpp"

#include <doctest/doctest.h>

#include <dirent.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace test {

/// Where the build unpacks the test archives: MOTE_TEST_DATA/<archive>.
inline std::string data_folder(const std::string& archive) {
    return std::string(MOTE_TEST_DATA "/") + archive;
}

/// Names of the files of a folder that start with `prefix` and end in `suffix`, sorted; empty when there is
/// none.
inline std::vector<std::string> files_in(const std::string& folder, const std::string& prefix,
                                         const std::string& suffix) {
    std::vector<std::string> names;
    DIR* const directory = opendir(folder.c_str());
    if (directory == nullptr) return names;
    while (const dirent* entry = readdir(directory)) {
        const std::string name = entry->d_name;
        if (name.size() >= prefix.size() + suffix.size() && name.compare(0, prefix.size(), prefix) == 0 &&
            name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0)
            names.push_back(name);
    }
    closedir(directory);
    std::sort(names.begin(), names.end());
    return names;
}

/// A file's bytes, aligned as a model needs.
inline cli::AlignedBytes read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    cli::AlignedBytes bytes(text.size());
    std::copy(text.begin(), text.end(), bytes.data());
    return bytes;
}

/// Runs every case of the conformance corpus whose name starts with "<op>__".
template <class Ops, class Config = mote::DefaultConfig>
void check_corpus(const std::string& op) {
    const std::string folder = data_folder("conformance");
    const std::vector<std::string> names = files_in(folder, op + "__", ".tflite");
    CHECK_MESSAGE(!names.empty(), op);
    for (const std::string& name : names) {
        const cli::AlignedBytes bytes = read_file(folder + "/" + name);
        const std::string failure = cli::verify_model<Ops, Config>({bytes.data(), bytes.size()});
        CHECK_MESSAGE(failure.empty(), name << ": " << failure);
    }
}

} // namespace test

#endif
