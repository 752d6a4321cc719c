// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_GOLDEN_HPP
#define MOTE_TESTS_BARE_METAL_GOLDEN_HPP

#include "console.hpp"

#include "mote/mote.hpp"

namespace board {

/// A model's own test vectors (tests/conformance/README.md), checked without a heap.
class Golden {
public:
    explicit Golden(const mote::ModelView<mote::FlatTable>& model) noexcept : model_(model) {
        const Vector tolerance = model.metadata("mote.test.tolerance");
        exact_ = !tolerance.found || tolerance.bytes.size < 8;
        if (exact_) return;
        absolute_ = tolerance.bytes.at<float>(0);
        relative_ = tolerance.bytes.at<float>(1);
    }

    /// Runs all vectors on the interpreter that holds the model. At the first failure says what is wrong, after
    /// `name`, and returns false.
    template <class Interpreter>
    bool run(Interpreter& interpreter, const char* name, Console& out) const noexcept {
        if (!vector(0, "input", 0).found && !vector(0, "output", 0).found) {
            out << name << ": no test vectors\n";
            return false;
        }
        int invoke = 0;
        do {
            if (!run_one(interpreter, invoke, name, out)) return false;
            ++invoke;
        } while (vector(invoke, "input", 0).found);
        return true;
    }

private:
    using Vector = mote::ModelView<mote::FlatTable>::Metadata;

    template <class Interpreter>
    bool run_one(Interpreter& interpreter, int invoke, const char* name, Console& out) const noexcept {
        for (int i = 0; i < interpreter.input_count(); ++i) {
            const Vector values = vector(invoke, "input", i);
            const mote::TensorAccess input = interpreter.input_tensor(i);
            if (!values.found || values.bytes.size != input.size()) {
                out << name << ": input " << i << ": bad test vector\n";
                return false;
            }
            if (input.size() > 0) std::memcpy(input.data, values.bytes.data, input.size());
        }
        if (const mote::Status s = interpreter.invoke(); !s) {
            out << name << ": invoke: " << s.message().c_str() << '\n';
            return false;
        }
        for (int i = 0; i < interpreter.output_count(); ++i)
            if (!compare(interpreter.output_tensor(i), invoke, i, name, out)) return false;
        return true;
    }

    bool compare(const mote::TensorAccess& got, int invoke, int i, const char* name, Console& out) const noexcept {
        const Vector expected = vector(invoke, "output", i);
        if (!expected.found) return true;
        if (got.size() != expected.bytes.size) {
            out << name << ": output " << i << ": " << got.size() << " bytes, expected " << expected.bytes.size << '\n';
            return false;
        }
        const bool by_value = got.info.is<float>() && !exact_;
        const std::size_t width = by_value ? 4 : mote::maximum(mote::bits_of(got.info.type()) / 8, 1);
        for (std::size_t at = 0; at < got.size(); at += width) {
            const unsigned char* const bytes = expected.bytes.data + at;
            if (std::memcmp(got.data + at, bytes, width) == 0) continue;
            if (by_value && within_tolerance(mote::load_le<float>(got.data + at), mote::load_le<float>(bytes))) continue;
            out << name << ": invoke " << invoke << " output " << i << " element " << at / width << ": got ";
            print(out, got.info.type(), got.data + at);
            print(out << ", expected ", got.info.type(), bytes);
            out << '\n';
            return false;
        }
        return true;
    }

    bool within_tolerance(float got, float expected) const noexcept {
        if (expected != expected) return got != got;
        if (got == expected) return true;
        const float error = got > expected ? got - expected : expected - got;
        return error <= absolute_ + relative_ * (expected < 0 ? -expected : expected);
    }

    static void print(Console& out, mote::ElementType type, const unsigned char* at) noexcept {
        switch (type) {
        case mote::ElementType::float32:
            (out.scientific(mote::load_le<float>(at)) << " (0x").hex(mote::load_le<std::uint32_t>(at)) << ')';
            break;
        case mote::ElementType::int64: out << mote::load_le<std::int64_t>(at); break;
        case mote::ElementType::int32: out << mote::load_le<std::int32_t>(at); break;
        case mote::ElementType::int16: out << mote::load_le<std::int16_t>(at); break;
        case mote::ElementType::int8: out << int{mote::load_le<std::int8_t>(at)}; break;
        default: out << int{*at};
        }
    }

    /// The vector of metadata "mote.test.<invoke>.<side>.<i>".
    Vector vector(int invoke, const char* side, int i) const noexcept {
        char name[48] = "mote.test.";
        char* end = put_number(name + std::strlen(name), invoke);
        *end++ = '.';
        for (; *side != '\0'; ++side) *end++ = *side;
        *end++ = '.';
        *put_number(end, i) = '\0';
        return model_.metadata(name);
    }
    static char* put_number(char* to, int value) noexcept {
        if (value >= 10) to = put_number(to, value / 10);
        *to = static_cast<char>('0' + value % 10);
        return to + 1;
    }

    mote::ModelView<mote::FlatTable> model_;
    float absolute_ = 0;
    float relative_ = 0;
    bool exact_ = true;
};

} // namespace board

#endif
