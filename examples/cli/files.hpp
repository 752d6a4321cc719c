// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_FILES_HPP
#define MOTE_CLI_FILES_HPP

#include "aligned_bytes.hpp"
#include "failure.hpp"

#include "mote/runtime/model_bytes.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

namespace cli {

/// How the command line calls standard input.
inline bool is_standard_input(const std::string& path) { return path == "-"; }

/// A file as messages call it.
inline std::string file_text(const std::string& path) {
    return is_standard_input(path) ? "standard input" : path;
}

namespace detail {

inline std::string read_all(std::FILE* file) {
    std::string bytes;
    char block[1 << 16];
    for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, file)) > 0;)
        bytes.append(block, size);
    return bytes;
}

inline std::string read_standard_input() {
    static bool was_read = false;
    if (was_read) throw usage_error("standard input can be read only once");
    was_read = true;
    const std::string bytes = read_all(stdin);
    if (std::ferror(stdin) != 0) throw usage_error("standard input: cannot be read");
    return bytes;
}

inline std::string read_path(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) throw usage_error(path + ": " + std::strerror(EISDIR));
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) throw usage_error(path + ": " + std::strerror(errno));
    const std::string bytes = read_all(file);
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    if (failed) throw usage_error(path + ": cannot be read");
    return bytes;
}

} // namespace detail

/// A file's or a pipe's bytes, aligned as a model must be. "-" is standard input.
inline AlignedBytes read_file(const std::string& path) {
    const std::string read = is_standard_input(path) ? detail::read_standard_input()
                                                     : detail::read_path(path);
    AlignedBytes bytes(read.size());
    if (!read.empty()) std::memcpy(bytes.data(), read.data(), read.size());
    return bytes;
}

inline void write_file(const std::string& path, const void* data, std::size_t size) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file) throw usage_error(path + ": " + std::strerror(errno));
    file.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    file.close();
    if (!file) throw usage_error(path + ": cannot be written");
}

/// A .tflite file in memory, and how messages call it.
struct ModelFile {
    std::string path;
    AlignedBytes bytes;

    explicit ModelFile(const std::string& name) : path(file_text(name)), bytes(read_file(name)) {}
    mote::ModelBytes model() const { return {bytes.data(), bytes.size()}; }
};

} // namespace cli

#endif
