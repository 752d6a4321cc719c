// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_FILES_HPP
#define MOTE_CLI_FILES_HPP

#include "failure.hpp"
#include "session.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

namespace cli {

/// A file's bytes, aligned as a model must be.
inline AlignedBytes read_file(const std::string& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) throw usage_error(path + ": " + error.message());
    AlignedBytes bytes(static_cast<std::size_t>(size));
    std::ifstream file(path, std::ios::binary);
    if (!file) throw usage_error(path + ": " + std::strerror(errno));
    if (size > 0 && !file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
        throw usage_error(path + ": cannot be read");
    return bytes;
}

inline void write_file(const std::string& path, const void* data, std::size_t size) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file) throw usage_error(path + ": " + std::strerror(errno));
    file.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    file.close();
    if (!file) throw usage_error(path + ": cannot be written");
}

/// A .tflite file in memory, and how the user called it.
struct ModelFile {
    std::string path;
    AlignedBytes bytes;

    explicit ModelFile(const std::string& name) : path(name), bytes(read_file(name)) {}
    mote::ModelBytes model() const { return {bytes.data(), bytes.size()}; }
};

} // namespace cli

#endif
