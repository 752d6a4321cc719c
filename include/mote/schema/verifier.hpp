// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_VERIFIER_HPP
#define MOTE_SCHEMA_VERIFIER_HPP

#include "format.hpp"

#include "../core/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace mote::detail {

/// The largest file that a verifier takes, in bytes.
inline constexpr std::size_t max_file_bytes = 0x3fffffff;

/// How many tables a verifier visits in a file of `size` bytes: as many as it has room for offsets. A file in
/// which more are reached leads to the same tables again and again, so that verifying it takes time without
/// bound.
constexpr std::uint32_t max_tables(std::size_t size) noexcept { return static_cast<std::uint32_t>(size / 4); }

/// Checks that every offset, vtable, vector, string and number that the schema knows lies inside the file,
/// where it should be aligned from the file's start: what a FlatTable may then read without a check. Accepts
/// what the FlatBuffers library's verifier accepts. Tables nest five deep in the schema, and no deeper here.
class ModelVerifier {
public:
    /// `size` bytes of file, at most max_file_bytes.
    ModelVerifier(const unsigned char* file, std::size_t size) noexcept
        : file_(file), size_(static_cast<std::uint32_t>(size)), tables_left_(max_tables(size)) {}

    /// Whether the file is a model: it says so, and all tables reached from its root are whole.
    bool verify() noexcept {
        constexpr std::uint32_t smallest_file = 12; // root offset, identifier, an empty table with its vtable
        constexpr std::uint32_t identifier = 0x334c4654; // "TFL3"
        if (size_ < smallest_file || load32(4) != identifier) return false;
        const std::uint32_t root = follow(0);
        return root != 0 && is_table(root, schema::layout::model);
    }

private:
    std::uint32_t load16(std::uint32_t at) const noexcept {
        return load_le_aligned<std::uint16_t>(file_ + at);
    }
    std::uint32_t load32(std::uint32_t at) const noexcept {
        return load_le_aligned<std::uint32_t>(file_ + at);
    }

    MOTE_INLINE bool holds(std::uint32_t at, std::uint32_t bytes) const noexcept {
        return bytes < size_ && at <= size_ - bytes;
    }
    /// Whether a number of so many bytes, a power of two, can lie at `at`.
    MOTE_INLINE bool is_scalar(std::uint32_t at, std::uint32_t bytes) const noexcept {
        return (at & (bytes - 1)) == 0 && holds(at, bytes);
    }
    /// Where the offset at `at` leads; 0 where there is none or it leads outside.
    std::uint32_t follow(std::uint32_t at) const noexcept {
        if (!is_scalar(at, 4)) return 0;
        const std::uint32_t distance = load32(at);
        // Both summands are below 2^30.
        return distance != 0 && distance <= max_file_bytes && holds(at + distance, 1) ? at + distance : 0;
    }

    /// A count, then as many elements.
    bool is_vector(std::uint32_t at, std::uint32_t element_bytes) const noexcept {
        if (!is_scalar(at, 4)) return false;
        const std::uint32_t count = load32(at);
        return count <= max_file_bytes / element_bytes && holds(at, 4 + count * element_bytes);
    }
    /// A vector of characters with a zero behind it.
    bool is_string(std::uint32_t at) const noexcept {
        if (!is_vector(at, 1)) return false;
        const std::uint32_t end = at + 4 + load32(at);
        return holds(end, 1) && file_[end] == 0;
    }
    bool is_vector_of_tables(std::uint32_t at, std::uint32_t layout) noexcept {
        if (!is_vector(at, 4)) return false;
        for (std::uint32_t left = load32(at); left > 0; --left) {
            at += 4;
            const std::uint32_t distance = load32(at);
            if (distance > max_file_bytes || !is_table(at + distance, layout)) return false;
        }
        return true;
    }

    /// A table starts with the signed distance to its vtable, which holds its own size, the table's, and
    /// where in the table each field is: 0 for those that are absent.
    bool is_table(std::uint32_t at, std::uint32_t layout) noexcept {
        if (!is_scalar(at, 4) || tables_left_-- == 0) return false;
        const std::uint32_t vtable = at - load32(at); // one that lies before the file wraps to far behind it
        if (!is_scalar(vtable, 2)) return false;
        const std::uint32_t vtable_bytes = load16(vtable);
        if (vtable_bytes % 2 != 0 || !holds(vtable, vtable_bytes)) return false;
        const std::uint32_t last = schema::layout::first_field[layout + 1];
        std::uint32_t before = 0; // where the entry before the field's is: for a union, that of its type
        for (std::uint32_t i = schema::layout::first_field[layout]; i < last; ++i) {
            const schema::layout::Field field = schema::layout::fields[i];
            const std::uint32_t entry = 4 + 2 * std::uint32_t{field.index};
            if (entry >= vtable_bytes) break; // as are all that follow
            const std::uint32_t place = load16(vtable + entry);
            if (place != 0 && !is_field(at + place, field, before)) return false;
            before = place == 0 ? 0 : at + place;
        }
        return true;
    }
    MOTE_INLINE bool is_field(std::uint32_t at, schema::layout::Field field, std::uint32_t type_at) noexcept {
        using namespace schema::layout;
        if (field.kind <= scalar8)
            return is_scalar(at, field.kind == scalar1 ? 1 : field.kind == scalar4 ? 4 : 8);
        const std::uint32_t to = follow(at);
        if (to == 0) return false;
        switch (field.kind) {
        case string: return is_string(to);
        case vector1: return is_vector(to, 1);
        case vector4: return is_vector(to, 4);
        case vector8: return is_vector(to, 8);
        case table: return is_table(to, field.child);
        case tables: return is_vector_of_tables(to, field.child);
        default: return is_member(to, unions[field.child], type_at == 0 ? 0 : file_[type_at]);
        }
    }
    /// A union's member, whose type says which table it is. Types that the schema does not know may be
    /// anything.
    MOTE_INLINE bool is_member(std::uint32_t at, schema::layout::Union of, std::uint32_t type) noexcept {
        return type == 0 || type >= of.count || is_table(at, schema::layout::members[of.first + type]);
    }

    const unsigned char* file_;
    std::uint32_t size_;
    std::uint32_t tables_left_;
};

} // namespace mote::detail

#endif
