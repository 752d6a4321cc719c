// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_FLAT_TABLE_HPP
#define MOTE_SCHEMA_FLAT_TABLE_HPP

#include "../core/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {
inline namespace MOTE_NAMESPACE {

/// The table reader for run time: follows a FlatBuffer's offsets without a check, so the bytes must have
/// passed check_flatbuffer (or be trusted). A field that is absent reads as its default, an absent table or
/// vector as an empty one.
class FlatTable {
    static constexpr std::size_t offset_bytes = 4; // of an offset, and of a vector's count

public:
    /// A vector of scalars in the file.
    template <class T>
    class Vector {
    public:
        Vector() noexcept = default;
        explicit Vector(const unsigned char* vector) noexcept : vector_(vector) {}
        std::size_t size() const noexcept { return count(vector_); }
        /// The verifier aligns vectors to four bytes, whatever their elements.
        T operator[](std::size_t i) const noexcept {
            return load_le<T>(vector_ + offset_bytes + i * sizeof(T));
        }
        /// The elements as they lie in the file: little-endian, perhaps not aligned.
        const unsigned char* data() const noexcept {
            return vector_ == nullptr ? nullptr : vector_ + offset_bytes;
        }

    private:
        const unsigned char* vector_ = nullptr; // its size, then its elements
    };

    /// A vector of tables in the file.
    class Tables {
    public:
        Tables() noexcept = default;
        explicit Tables(const unsigned char* vector) noexcept : vector_(vector) {}
        std::size_t size() const noexcept { return count(vector_); }
        FlatTable operator[](std::size_t i) const noexcept {
            return FlatTable(followed(vector_ + offset_bytes * (1 + i)));
        }

    private:
        const unsigned char* vector_ = nullptr;
    };

    FlatTable() noexcept = default;
    explicit FlatTable(const unsigned char* table) noexcept : table_(table) {}

    /// The root table of a file, whose size the verifier has seen to.
    static FlatTable root(const unsigned char* file, std::size_t = 0) noexcept {
        return FlatTable(followed(file));
    }

    bool present() const noexcept { return table_ != nullptr; }

    template <class T>
    T scalar(std::uint16_t field, T otherwise) const noexcept {
        const unsigned char* const at = locate(table_, field);
        return at == nullptr ? otherwise : load_le<T>(at);
    }
    template <class T>
    Vector<T> vector(std::uint16_t field) const noexcept {
        return Vector<T>(target(table_, field));
    }
    FlatTable table(std::uint16_t field) const noexcept { return FlatTable(target(table_, field)); }
    Tables tables(std::uint16_t field) const noexcept { return Tables(target(table_, field)); }
    /// A string with its closing zero; nullptr when absent.
    const char* text(std::uint16_t field) const noexcept {
        return reinterpret_cast<const char*>(vector<std::uint8_t>(field).data());
    }

private:
    // Static, with the table in a register: most of what load() does is to call these two.

    /// Where a field is in the file; nullptr where it is absent. A table starts with the signed distance to
    /// its vtable, which holds its own size, then each field's place.
    MOTE_NOINLINE static const unsigned char* locate(const unsigned char* table,
                                                     std::uint16_t field) noexcept {
        if (table == nullptr) return nullptr;
        const unsigned char* const vtable = table - load_le_aligned<std::int32_t>(table);
        if (field >= load_le_aligned<std::uint16_t>(vtable)) return nullptr;
        const auto place = load_le_aligned<std::uint16_t>(vtable + field);
        return place == 0 ? nullptr : table + place;
    }
    /// Where the table or vector in a field starts; nullptr where it is absent.
    MOTE_NOINLINE static const unsigned char* target(const unsigned char* table,
                                                     std::uint16_t field) noexcept {
        const unsigned char* const at = locate(table, field);
        return at == nullptr ? nullptr : followed(at);
    }
    MOTE_INLINE static const unsigned char* followed(const unsigned char* offset) noexcept {
        return offset + load_le_aligned<std::uint32_t>(offset);
    }
    static std::size_t count(const unsigned char* vector) noexcept {
        return vector == nullptr ? 0 : load_le_aligned<std::uint32_t>(vector);
    }

    const unsigned char* table_ = nullptr;
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
