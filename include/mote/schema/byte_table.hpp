// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_BYTE_TABLE_HPP
#define MOTE_SCHEMA_BYTE_TABLE_HPP

#include "../core/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {

/// The table reader for the compiler: reads a FlatBuffer out of constexpr bytes. The same answers as FlatTable.
/// A FlatBuffer table starts with the signed distance to its vtable, which holds each field's place.
class ByteTable {
public:
    /// A vector of scalars in the file.
    template <class T>
    class Vector {
    public:
        constexpr Vector() noexcept = default;
        constexpr explicit Vector(const unsigned char* length) noexcept : at_(length) {}
        constexpr std::size_t size() const noexcept { return at_ == nullptr ? 0 : load_le<std::uint32_t>(at_); }
        constexpr T operator[](std::size_t i) const noexcept { return load_le<T>(at_ + 4 + i * sizeof(T)); }
        constexpr const unsigned char* data() const noexcept { return at_ == nullptr ? nullptr : at_ + 4; }

    private:
        const unsigned char* at_ = nullptr;
    };

    /// A vector of tables in the file.
    class Tables {
    public:
        constexpr Tables() noexcept = default;
        constexpr explicit Tables(const unsigned char* length) noexcept : at_(length) {}
        constexpr std::size_t size() const noexcept { return at_ == nullptr ? 0 : load_le<std::uint32_t>(at_); }
        constexpr ByteTable operator[](std::size_t i) const noexcept { return ByteTable(follow(at_ + 4 + i * 4)); }

    private:
        const unsigned char* at_ = nullptr;
    };

    constexpr ByteTable() noexcept = default;
    constexpr explicit ByteTable(const unsigned char* table) noexcept : table_(table) {}

    /// The file's root table.
    static constexpr ByteTable root(const unsigned char* file) noexcept { return ByteTable(follow(file)); }

    constexpr bool present() const noexcept { return table_ != nullptr; }

    template <class T>
    constexpr T scalar(std::uint16_t field, T otherwise) const noexcept {
        const unsigned char* at = locate(field);
        return at == nullptr ? otherwise : load_le<T>(at);
    }
    template <class T>
    constexpr Vector<T> vector(std::uint16_t field) const noexcept {
        return Vector<T>(pointer(field));
    }
    constexpr ByteTable table(std::uint16_t field) const noexcept { return ByteTable(pointer(field)); }
    constexpr Tables tables(std::uint16_t field) const noexcept { return Tables(pointer(field)); }
    /// A string is bytes to the compiler: no text here.
    constexpr const char* text(std::uint16_t) const noexcept { return nullptr; }

private:
    static constexpr const unsigned char* follow(const unsigned char* at) noexcept {
        return at + load_le<std::uint32_t>(at);
    }
    constexpr const unsigned char* locate(std::uint16_t field) const noexcept {
        if (table_ == nullptr) return nullptr;
        const unsigned char* vtable = table_ - load_le<std::int32_t>(table_);
        if (field >= load_le<std::uint16_t>(vtable)) return nullptr;
        const std::uint16_t place = load_le<std::uint16_t>(vtable + field);
        return place == 0 ? nullptr : table_ + place;
    }
    constexpr const unsigned char* pointer(std::uint16_t field) const noexcept {
        const unsigned char* at = locate(field);
        return at == nullptr ? nullptr : follow(at);
    }

    const unsigned char* table_ = nullptr;
};

} // namespace mote

#endif
