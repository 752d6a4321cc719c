// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_BYTE_TABLE_HPP
#define MOTE_SCHEMA_BYTE_TABLE_HPP

#include "../core/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {

/// The file's bytes. Whatever lies outside reads as 0, so that no file can lead a reader astray.
struct FileBytes {
    const unsigned char* data = nullptr;
    std::uint32_t size = 0;

    constexpr bool holds(std::uint64_t at, std::uint64_t bytes) const noexcept { return at + bytes <= size; }
    template <class T>
    constexpr T load(std::uint32_t at) const noexcept {
        return holds(at, sizeof(T)) ? load_le<T>(data + at) : T{};
    }
    // The same for the numbers that every access reads: in few steps, which compilers count.
    constexpr std::uint32_t load32(std::uint32_t at) const noexcept {
        return size >= 4 && at <= size - 4 ? load_le32(data + at) : 0;
    }
    constexpr std::uint32_t load16(std::uint32_t at) const noexcept {
        return size >= 2 && at <= size - 2 ? static_cast<std::uint32_t>(data[at] | data[at + 1] << 8) : 0;
    }
    /// Where the offset at `at` leads: 0 when outside.
    constexpr std::uint32_t follow(std::uint32_t at) const noexcept {
        const std::uint32_t to = at + load32(at);
        return to < size ? to : 0;
    }
    /// Elements of the vector at `at`, of `width` bytes each: none when they are not all inside.
    constexpr std::size_t count(std::uint32_t at, std::size_t width) const noexcept {
        if (at == 0) return 0;
        const std::uint32_t elements = load32(at);
        return holds(std::uint64_t{at} + 4, std::uint64_t{elements} * width) ? elements : 0;
    }
};

} // namespace detail

/// The table reader for the compiler: reads a FlatBuffer out of constexpr bytes. The same answers as
/// FlatTable for a valid file, and defaults for what an invalid one lacks. A FlatBuffer table starts with the
/// signed distance to its vtable, which holds each field's place.
class ByteTable {
public:
    /// A vector of scalars in the file.
    template <class T>
    class Vector {
    public:
        constexpr Vector() noexcept = default;
        constexpr Vector(detail::FileBytes file, std::uint32_t at) noexcept
            : data_(file.holds(at, 4) ? file.data + at + 4 : nullptr), size_(file.count(at, sizeof(T))) {}
        constexpr std::size_t size() const noexcept { return size_; }
        constexpr T operator[](std::size_t i) const noexcept { return load_le<T>(data_ + i * sizeof(T)); }
        constexpr const unsigned char* data() const noexcept { return data_; }

    private:
        const unsigned char* data_ = nullptr;
        std::size_t size_ = 0;
    };

    /// A vector of tables in the file.
    class Tables {
    public:
        constexpr Tables() noexcept = default;
        constexpr Tables(detail::FileBytes file, std::uint32_t at) noexcept : file_(file), at_(at) {}
        constexpr std::size_t size() const noexcept { return file_.count(at_, 4); }
        constexpr ByteTable operator[](std::size_t i) const noexcept {
            return ByteTable(file_, file_.follow(at_ + 4 + static_cast<std::uint32_t>(i) * 4));
        }

    private:
        detail::FileBytes file_{};
        std::uint32_t at_ = 0;
    };

    constexpr ByteTable() noexcept = default;
    /// The table at byte `at` of the file; 0, where no table can be: an absent one.
    constexpr ByteTable(detail::FileBytes file, std::uint32_t at) noexcept : file_(file), at_(at) {}

    /// The root table of a file of `size` bytes.
    static constexpr ByteTable root(const unsigned char* data, std::size_t size = 0xffffffffu) noexcept {
        const detail::FileBytes file{data, static_cast<std::uint32_t>(size)};
        return ByteTable(file, file.follow(0));
    }

    constexpr bool present() const noexcept { return at_ != 0; }

    template <class T>
    constexpr T scalar(std::uint16_t field, T otherwise) const noexcept {
        const std::uint32_t at = locate(field);
        return at == 0 ? otherwise : file_.load<T>(at);
    }
    template <class T>
    constexpr Vector<T> vector(std::uint16_t field) const noexcept {
        const std::uint32_t at = target(field);
        return at == 0 ? Vector<T>() : Vector<T>(file_, at);
    }
    constexpr ByteTable table(std::uint16_t field) const noexcept { return ByteTable(file_, target(field)); }
    constexpr Tables tables(std::uint16_t field) const noexcept { return Tables(file_, target(field)); }
    /// A string is bytes to the compiler: no text here.
    constexpr const char* text(std::uint16_t) const noexcept { return nullptr; }

private:
    /// Where a field is in the file, 0 where it is absent. Places are numbers, not pointers: some compiler
    /// flags keep pointers from being compared in constants.
    constexpr std::uint32_t locate(std::uint16_t field) const noexcept {
        if (at_ == 0) return 0;
        const std::uint32_t vtable = at_ - file_.load32(at_);
        if (field >= file_.load16(vtable)) return 0;
        const std::uint32_t place = file_.load16(vtable + field);
        return place == 0 ? 0 : at_ + place;
    }
    /// Where the table or vector in a field starts.
    constexpr std::uint32_t target(std::uint16_t field) const noexcept {
        const std::uint32_t at = locate(field);
        return at == 0 ? 0 : file_.follow(at);
    }

    detail::FileBytes file_{};
    std::uint32_t at_ = 0;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
