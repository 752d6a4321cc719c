// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_FUZZ_MUTATOR_HPP
#define MOTE_TESTS_FUZZ_MUTATOR_HPP

#include "mote/core/math.hpp"
#include "mote/schema/flat_table.hpp"
#include "mote/schema/model_view.hpp"
#include "mote/schema/schema_generated.hpp"

#include "../../examples/cli/xorshift.hpp"

#include <cstdint>
#include <cstring>
#include <vector>

namespace test {

/// Where in a model what it says lies: scalars and short vectors, hardly any offsets, no test vectors.
class Contents {
public:
    explicit Contents(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {
        const mote::flat::Model& model = *mote::flat::GetModel(bytes.data());
        for (const auto* code : *model.operator_codes()) {
            add_field(code, mote::schema::OperatorCode::VT_DEPRECATED_BUILTIN_CODE, 1);
            add_field(code, mote::schema::OperatorCode::VT_BUILTIN_CODE, 4);
        }
        for (const auto* subgraph : *model.subgraphs()) {
            add_vector(subgraph->inputs());
            add_vector(subgraph->outputs());
            if (subgraph->tensors() != nullptr)
                for (const auto* tensor : *subgraph->tensors()) add_tensor(model, *tensor);
            if (subgraph->operators() != nullptr)
                for (const auto* op : *subgraph->operators()) add_operator(*op);
        }
        const auto plan = mote::ModelView<mote::FlatTable>(bytes.data()).metadata("OfflineMemoryAllocation");
        for (std::size_t i = 0; i < plan.bytes.size; ++i) places_.push_back(position(plan.bytes.data + i));
    }
    const std::vector<std::size_t>& places() const { return places_; }

private:
    static constexpr std::size_t longest = 64; // the first bytes of what is longer stand for the rest

    std::size_t position(const void* at) const {
        return static_cast<std::size_t>(static_cast<const std::uint8_t*>(at) - bytes_.data());
    }
    void add(const void* start, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) places_.push_back(position(start) + i);
    }
    static std::uint16_t entry(const std::uint8_t* table, std::size_t field) {
        const std::uint8_t* const vtable = table - mote::load_le<std::int32_t>(table);
        return field < mote::load_le<std::uint16_t>(vtable) ? mote::load_le<std::uint16_t>(vtable + field)
                                                            : std::uint16_t{0};
    }
    /// The scalar in a table's field of the schema, if it is there.
    void add_field(const void* table, std::size_t field, std::size_t size) {
        const auto* const at = static_cast<const std::uint8_t*>(table);
        if (entry(at, field) != 0) add(at + entry(at, field), size);
    }
    /// All of a table but the way to its vtable, where the table's bytes are counted.
    void add_table(const void* table) {
        if (table == nullptr) return;
        const auto* const at = static_cast<const std::uint8_t*>(table);
        add(at + 4, entry(at, 2) - std::size_t{4});
    }
    template <class T>
    void add_vector(const flatbuffers::Vector<T>* vector) {
        if (vector != nullptr)
            add(vector->Data(), mote::minimum<std::size_t>(vector->size() * sizeof(T), longest));
    }
    void add_tensor(const mote::flat::Model& model, const mote::flat::Tensor& tensor) {
        using Field = mote::flat::Tensor;
        add_field(&tensor, Field::VT_TYPE, 1);
        add_field(&tensor, Field::VT_BUFFER, 4);
        add_field(&tensor, Field::VT_IS_VARIABLE, 1);
        add_vector(tensor.shape());
        add_vector(model.buffers()->Get(tensor.buffer())->data());
        if (const auto* q = tensor.quantization(); q != nullptr) {
            add_field(q, mote::schema::QuantizationParameters::VT_QUANTIZED_DIMENSION, 4);
            add_vector(q->scale());
            add_vector(q->zero_point());
        }
    }
    void add_operator(const mote::flat::Operator& op) {
        add_field(&op, mote::schema::Operator::VT_OPCODE_INDEX, 4);
        add_field(&op, mote::schema::Operator::VT_BUILTIN_OPTIONS_TYPE, 1);
        add_vector(op.inputs());
        add_vector(op.outputs());
        add_table(op.builtin_options());
        add_vector(op.custom_options());
    }

    const std::vector<std::uint8_t>& bytes_;
    std::vector<std::size_t> places_;
};

/// Breaks a sound model here and there, the same way for the same seed: mostly what it says, at times its
/// structure.
class Mutator {
public:
    explicit Mutator(std::vector<std::uint8_t> model)
        : model_(std::move(model)), places_(Contents(model_).places()) {}

    std::vector<std::uint8_t> mutant(std::uint32_t seed) const {
        cli::Xorshift32 random(seed * 2654435761u + 1);
        for (int i = 0; i < 8; ++i) random.next();
        std::vector<std::uint8_t> bytes = model_;
        const std::uint32_t times = 1 + random.next() % 4 / 2;
        for (std::uint32_t i = 0; i < times && !bytes.empty(); ++i) mutate(bytes, random);
        return bytes;
    }

private:
    void mutate(std::vector<std::uint8_t>& bytes, cli::Xorshift32& random) const {
        const std::size_t place = random.next() % 8 == 0 ? random.next() % bytes.size() : any_place(random);
        if (place >= bytes.size()) return;
        switch (random.next() % 16) {
        case 0:
            if (random.next() % 8 == 0) bytes.resize(place);
            return;
        case 1:
        case 2:
        case 3: bytes[place] = static_cast<std::uint8_t>(bytes[place] ^ 1u << random.next() % 8); return;
        case 4:
        case 5: bytes[place] = static_cast<std::uint8_t>(random.next()); return;
        case 6:
        case 7:
        case 8:
        case 9:
            bytes[place] = static_cast<std::uint8_t>(bytes[place] + (random.next() % 2 != 0 ? 1 : 255));
            return;
        case 10:
        case 11: copy_word(bytes, place, any_place(random)); return;
        default: set_word(bytes, place, interesting_[random.next() % (sizeof interesting_ / 4)]);
        }
    }
    std::size_t any_place(cli::Xorshift32& random) const { return places_[random.next() % places_.size()]; }
    static void set_word(std::vector<std::uint8_t>& bytes, std::size_t place, std::uint32_t value) {
        place &= ~std::size_t{3};
        for (std::size_t i = 0; i < 4 && place + i < bytes.size(); ++i, value >>= 8)
            bytes[place + i] = static_cast<std::uint8_t>(value & 0xff);
    }
    static void copy_word(std::vector<std::uint8_t>& bytes, std::size_t to, std::size_t from) {
        to &= ~std::size_t{3}, from &= ~std::size_t{3};
        if (to + 4 <= bytes.size() && from + 4 <= bytes.size())
            std::memmove(bytes.data() + to, bytes.data() + from, 4);
    }

    static constexpr std::uint32_t interesting_[] = {
        0,          1,          2,          3,          4,          5,          7,          8,
        16,         17,         64,         127,        128,        255,        256,        1000,
        0x7fff,     0x8000,     0xffff,     0x10000,    0xffffff,   0x3ffffff0, 0x3fffffff, 0x40000000,
        0x7ffffffe, 0x7fffffff, 0x80000000, 0x80000001, 0xffffff00, 0xffff8000, 0xfffffffe, 0xffffffff,
        0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, 0x7fc00000, 0x00000001, 0x00800000, 0x7f7fffff,
        0x33800000, 0x4f000000, 0xcf000000, 0x40400000,
    };
    std::vector<std::uint8_t> model_;
    std::vector<std::size_t> places_;
};

} // namespace test

#endif
