// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_NPY_HPP
#define MOTE_CLI_NPY_HPP

#include "failure.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace cli {

/// What NumPy's .npy files hold: one array, its elements in C order. `dtype` is NumPy's word for their type,
/// as "<f4"; `data` lies in the file's bytes.
struct NpyArray {
    std::string dtype;
    std::vector<std::uint64_t> shape;
    const unsigned char* data = nullptr;
    std::size_t size = 0; ///< of `data`, in bytes
};

constexpr char npy_magic[] = "\x93NUMPY";
constexpr std::size_t npy_magic_size = sizeof npy_magic - 1;

/// Whether a file's bytes start as those of a .npy file do.
inline bool has_npy_magic(const unsigned char* bytes, std::size_t size) {
    return size >= npy_magic_size && std::memcmp(bytes, npy_magic, npy_magic_size) == 0;
}

/// "(1, 2)", "(3,)", "()", as Python writes it.
template <class Extents>
std::string npy_shape_text(const Extents& shape) {
    std::string text;
    for (const auto extent : shape) text += (text.empty() ? "" : ", ") + std::to_string(extent);
    return "(" + text + (shape.size() == 1 ? ",)" : ")");
}

/// Bytes of an element of `dtype`, 0 for one that is no plain number or bool.
inline std::size_t npy_element_size(const std::string& dtype) {
    if (dtype.size() != 3 || std::strchr("<>|=", dtype[0]) == nullptr) return 0;
    const std::size_t size = static_cast<std::size_t>(dtype[2] - '0');
    const bool is_power = size == 1 || size == 2 || size == 4 || size == 8;
    return is_power && std::strchr("biufc", dtype[1]) != nullptr ? size : 0;
}

/// Reads the header: a literal of a Python dict, with the keys 'descr', 'fortran_order' and 'shape' in any
/// order.
class NpyHeaderReader {
public:
    NpyHeaderReader(const std::string& file, const char* begin, const char* end)
        : file_(file), at_(begin), end_(end) {}

    NpyArray read() {
        expect('{');
        while (!take('}')) {
            read_entry();
            if (!take(',') && !next_is('}')) fail("its header has no comma between entries");
        }
        if (!has_descr_ || !has_order_ || !has_shape_) fail("its header lacks descr, fortran_order or shape");
        return array_;
    }

private:
    [[noreturn]] void fail(const std::string& words) const { throw usage_error(file_ + ": " + words); }

    void skip_blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t')) ++at_;
    }
    bool next_is(char c) {
        skip_blanks();
        return at_ != end_ && *at_ == c;
    }
    bool take(char c) {
        if (!next_is(c)) return false;
        ++at_;
        return true;
    }
    void expect(char c) {
        if (!take(c)) fail(std::string("its header has no ") + c + " where one belongs");
    }
    bool take_word(const char* word) {
        skip_blanks();
        const std::size_t length = std::strlen(word);
        if (static_cast<std::size_t>(end_ - at_) < length || std::memcmp(at_, word, length) != 0)
            return false;
        at_ += length;
        return true;
    }
    std::string read_string() {
        const char quote = next_is('"') ? '"' : '\'';
        expect(quote);
        std::string text;
        while (at_ != end_ && *at_ != quote) text += *at_++;
        expect(quote);
        return text;
    }

    void read_entry() {
        const std::string key = read_string();
        expect(':');
        if (key == "descr")
            read_descr();
        else if (key == "fortran_order")
            read_order();
        else if (key == "shape")
            read_shape();
        else
            fail("its header has the unknown key " + key);
    }
    void read_descr() {
        if (next_is('[')) fail("a structured dtype; a plain one is needed");
        array_.dtype = read_string();
        has_descr_ = true;
    }
    void read_order() {
        if (take_word("True"))
            fail("fortran_order is True; save numpy.ascontiguousarray(array) in its place");
        if (!take_word("False")) fail("fortran_order is neither True nor False");
        has_order_ = true;
    }
    void read_shape() {
        expect('(');
        while (!take(')')) {
            array_.shape.push_back(read_extent());
            if (!take(',') && !next_is(')')) fail("its shape has no comma between extents");
        }
        has_shape_ = true;
    }
    std::uint64_t read_extent() {
        skip_blanks();
        constexpr std::uint64_t most = std::uint64_t{1} << 48;
        std::uint64_t extent = 0;
        const char* const first = at_;
        for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_) {
            extent = extent * 10 + static_cast<std::uint64_t>(*at_ - '0');
            if (extent > most) fail("an extent of its shape is too large");
        }
        if (at_ == first) fail("an extent of its shape is no number");
        return extent;
    }

    const std::string& file_;
    const char* at_;
    const char* end_;
    NpyArray array_;
    bool has_descr_ = false, has_order_ = false, has_shape_ = false;
};

namespace detail {

/// Bytes that a .npy array takes, for a shape that fits in `most`; more than `most` for any other.
inline std::uint64_t npy_bytes(const NpyArray& array, std::uint64_t most) {
    for (const std::uint64_t extent : array.shape)
        if (extent == 0) return 0;
    std::uint64_t bytes = npy_element_size(array.dtype);
    for (const std::uint64_t extent : array.shape) {
        if (bytes > most / extent) return most + 1;
        bytes *= extent;
    }
    return bytes;
}

inline void check_npy_dtype(const std::string& file, const std::string& dtype) {
    if (npy_element_size(dtype) == 0)
        throw usage_error(file + ": dtype " + dtype + (dtype == "|O" ? " (Python objects)" : "") +
                          "; numbers or bool are needed");
    if (dtype[0] == '>')
        throw usage_error(file + ": dtype " + dtype + " is big-endian; save array.astype('<" +
                          dtype.substr(1) + "') in its place");
}

} // namespace detail

/// The array in the bytes of a .npy file called `file` of format 1.0 or 2.0. Throws a usage error in words
/// for what is no such file, is damaged, in Fortran order, big-endian, or not of numbers.
inline NpyArray parse_npy(const std::string& file, const unsigned char* bytes, std::size_t size) {
    if (!has_npy_magic(bytes, size)) throw usage_error(file + ": not a .npy file");
    constexpr std::size_t version_end = npy_magic_size + 2;
    const unsigned major = size > npy_magic_size ? bytes[npy_magic_size] : 0;
    if (size < version_end || (major != 1 && major != 2))
        throw usage_error(file + ": .npy format " + std::to_string(major) + "; 1 and 2 are read");
    const std::size_t header = version_end + (major == 1 ? 2 : 4);
    if (size < header) throw usage_error(file + ": the file ends in its header");
    std::size_t length = 0;
    for (std::size_t i = header; i-- > version_end;) length = length << 8 | bytes[i];
    if (length > size - header) throw usage_error(file + ": the file ends in its header");

    const char* const text = reinterpret_cast<const char*>(bytes) + header;
    NpyArray array = NpyHeaderReader(file, text, text + length).read();
    detail::check_npy_dtype(file, array.dtype);
    array.data = bytes + header + length;
    array.size = size - header - length;
    if (detail::npy_bytes(array, array.size) != array.size)
        throw usage_error(file + ": " + std::to_string(array.size) + " bytes of data do not make " +
                          npy_shape_text(array.shape) + " of " + array.dtype);
    return array;
}

/// What comes before the elements in a .npy file, format 1.0.
template <class Extents>
std::string npy_header(const std::string& dtype, const Extents& shape) {
    std::string header =
        "{'descr': '" + dtype + "', 'fortran_order': False, 'shape': " + npy_shape_text(shape) + ", }";
    constexpr std::size_t before = npy_magic_size + 4, alignment = 64;
    const std::size_t used = (before + header.size() + 1) % alignment;
    header.append((alignment - used) % alignment, ' ');
    header += '\n';
    std::string start(npy_magic, npy_magic_size);
    start += {'\1', '\0', static_cast<char>(header.size() & 0xff), static_cast<char>(header.size() >> 8)};
    return start + header;
}

} // namespace cli

#endif
