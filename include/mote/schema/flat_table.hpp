// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_FLAT_TABLE_HPP
#define MOTE_SCHEMA_FLAT_TABLE_HPP

#include "flatbuffers.hpp"

#include "../core/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace mote {

/// The table reader for run time, on the FlatBuffers library. A field that is absent reads as its default, an
/// absent table or vector as an empty one. The bytes must have passed check_flatbuffer (or be trusted).
class FlatTable {
public:
    /// A vector of scalars in the file.
    template <class T>
    class Vector {
    public:
        Vector() noexcept = default;
        explicit Vector(const flatbuffers::Vector<T>* vector) noexcept : vector_(vector) {}
        std::size_t size() const noexcept { return vector_ == nullptr ? 0 : vector_->size(); }
        /// The verifier aligns vectors to four bytes, whatever their elements.
        T operator[](std::size_t i) const noexcept { return load_le<T>(data() + i * sizeof(T)); }
        /// The elements as they lie in the file: little-endian, perhaps not aligned.
        const unsigned char* data() const noexcept { return vector_ == nullptr ? nullptr : vector_->Data(); }

    private:
        const flatbuffers::Vector<T>* vector_ = nullptr;
    };

    /// A vector of tables in the file.
    class Tables {
    public:
        Tables() noexcept = default;
        explicit Tables(const flatbuffers::Vector<flatbuffers::Offset<flatbuffers::Table>>* v) noexcept
            : vector_(v) {}
        std::size_t size() const noexcept { return vector_ == nullptr ? 0 : vector_->size(); }
        FlatTable operator[](std::size_t i) const noexcept {
            return FlatTable(vector_->Get(static_cast<flatbuffers::uoffset_t>(i)));
        }

    private:
        const flatbuffers::Vector<flatbuffers::Offset<flatbuffers::Table>>* vector_ = nullptr;
    };

    FlatTable() noexcept = default;
    explicit FlatTable(const flatbuffers::Table* table) noexcept : table_(table) {}

    /// The root table of a file, whose size the verifier has seen to.
    static FlatTable root(const unsigned char* file, std::size_t = 0) noexcept {
        return FlatTable(flatbuffers::GetRoot<flatbuffers::Table>(file));
    }

    bool present() const noexcept { return table_ != nullptr; }

    template <class T>
    T scalar(flatbuffers::voffset_t field, T otherwise) const noexcept {
        return table_ == nullptr ? otherwise : table_->GetField<T>(field, otherwise);
    }
    template <class T>
    Vector<T> vector(flatbuffers::voffset_t field) const noexcept {
        return Vector<T>(pointer<flatbuffers::Vector<T>>(field));
    }
    FlatTable table(flatbuffers::voffset_t field) const noexcept {
        return FlatTable(pointer<flatbuffers::Table>(field));
    }
    Tables tables(flatbuffers::voffset_t field) const noexcept {
        return Tables(pointer<flatbuffers::Vector<flatbuffers::Offset<flatbuffers::Table>>>(field));
    }
    /// A string with its closing zero; nullptr when absent.
    const char* text(flatbuffers::voffset_t field) const noexcept {
        const auto* string = pointer<flatbuffers::String>(field);
        return string == nullptr ? nullptr : string->c_str();
    }

private:
    template <class P>
    const P* pointer(flatbuffers::voffset_t field) const noexcept {
        return table_ == nullptr ? nullptr : table_->GetPointer<const P*>(field);
    }

    const flatbuffers::Table* table_ = nullptr;
};

} // namespace mote

#endif
