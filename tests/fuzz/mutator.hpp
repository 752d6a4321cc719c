// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_FUZZ_MUTATOR_HPP
#define MOTE_TESTS_FUZZ_MUTATOR_HPP

#include "mote/schema/check_flatbuffer.hpp"
#include "mote/schema/flat_table.hpp"
#include "mote/schema/model_view.hpp"

#include "../../examples/cli/xorshift.hpp"

#include <cstdint>
#include <cstring>
#include <vector>

namespace test {

/// Breaks a model here and there, the same way for the same seed. Bytes that only hold test vectors are left alone.
class Mutator {
public:
    explicit Mutator(std::vector<std::uint8_t> model) : model_(std::move(model)) {
        const mote::ModelView<mote::FlatTable> view(model_.data());
        std::vector<bool> dull(model_.size());
        for (std::size_t i = 0; i < view.buffers().size(); ++i) {
            const mote::Constant bytes = view.buffer(i);
            // What is that long is no shape, index or axis; its first bytes stand for the rest.
            for (std::size_t at = 16; at < bytes.size; ++at) dull[static_cast<std::size_t>(bytes.data - model_.data()) + at] = true;
        }
        for (std::size_t at = 0; at < model_.size(); ++at)
            if (!dull[at]) places_.push_back(at);
    }

    std::vector<std::uint8_t> mutant(std::uint32_t seed) const {
        cli::Xorshift32 random(seed * 2654435761u + 1);
        for (int i = 0; i < 8; ++i) random.next();
        std::vector<std::uint8_t> bytes = model_;
        const std::uint32_t times = 1 + random.next() % 3;
        for (std::uint32_t i = 0; i < times && !bytes.empty(); ++i) mutate(bytes, random);
        return bytes;
    }

private:
    void mutate(std::vector<std::uint8_t>& bytes, cli::Xorshift32& random) const {
        const std::size_t place = places_[random.next() % places_.size()];
        if (place >= bytes.size()) return;
        switch (random.next() % 16) {
        case 0: bytes.resize(place); return;
        case 1:
        case 2:
        case 3: bytes[place] = static_cast<std::uint8_t>(bytes[place] ^ 1u << random.next() % 8); return;
        case 4:
        case 5: bytes[place] = static_cast<std::uint8_t>(random.next()); return;
        case 6:
        case 7:
        case 8:
        case 9: bytes[place] = static_cast<std::uint8_t>(bytes[place] + (random.next() % 2 != 0 ? 1 : 255)); return;
        case 10:
        case 11: copy_word(bytes, place, places_[random.next() % places_.size()]); return;
        default: set_word(bytes, place, interesting_[random.next() % (sizeof interesting_ / 4)]);
        }
    }
    static void set_word(std::vector<std::uint8_t>& bytes, std::size_t place, std::uint32_t value) {
        place &= ~std::size_t{3};
        for (std::size_t i = 0; i < 4 && place + i < bytes.size(); ++i, value >>= 8)
            bytes[place + i] = static_cast<std::uint8_t>(value & 0xff);
    }
    static void copy_word(std::vector<std::uint8_t>& bytes, std::size_t to, std::size_t from) {
        to &= ~std::size_t{3}, from &= ~std::size_t{3};
        if (to + 4 <= bytes.size() && from + 4 <= bytes.size()) std::memmove(bytes.data() + to, bytes.data() + from, 4);
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
