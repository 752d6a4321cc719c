// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_GOLDEN_HPP
#define MOTE_CLI_GOLDEN_HPP

#include "session.hpp"

#include <cmath>
#include <cstring>
#include <sstream>
#include <string>

namespace cli {

/// The test vectors that a model carries in its metadata: `mote.test.<invoke>.input.<i>` and `.output.<i>`,
/// raw bytes, and `mote.test.tolerance`, two floats.
class GoldenVectors {
public:
    explicit GoldenVectors(const mote::ModelView<mote::FlatTable>& model) : model_(model) {
        const auto tolerance = model.metadata("mote.test.tolerance");
        if (!tolerance.found || tolerance.bytes.size < 8) return;
        exact_ = false;
        absolute_ = tolerance.bytes.at<float>(0);
        relative_ = tolerance.bytes.at<float>(1);
    }

    /// Whether the model carries any.
    bool present() const { return input(0, 0).found || output(0, 0).found; }

    using Vector = mote::ModelView<mote::FlatTable>::Metadata;
    Vector input(int invoke, int i) const { return vector(invoke, "input", i); }
    Vector output(int invoke, int i) const { return vector(invoke, "output", i); }

    /// Empty when `got` is as expected, else the first difference.
    std::string compare(const mote::TensorAccess& got, const mote::Constant& expected) const {
        std::ostringstream out;
        if (got.size() != expected.size) {
            out << got.size() << " bytes, expected " << expected.size;
        } else if (got.info.is<float>() && !exact_) {
            for (std::size_t i = 0; i < expected.size / 4; ++i) {
                const float a = reinterpret_cast<const float*>(got.data)[i];
                const float b = expected.at<float>(i);
                if (within_tolerance(a, b)) continue;
                out << "element " << i << ": got " << a << ", expected " << b;
                break;
            }
        } else if (expected.size > 0 && std::memcmp(got.data, expected.data, expected.size) != 0) {
            describe_bytes(out, got, expected);
        }
        return out.str();
    }

private:
    Vector vector(int invoke, const char* side, int i) const {
        return model_.metadata(
            ("mote.test." + std::to_string(invoke) + "." + side + "." + std::to_string(i)).c_str());
    }
    bool within_tolerance(float a, float b) const {
        if (std::isnan(b)) return std::isnan(a);
        if (a == b) return true;
        return std::fabs(a - b) <= absolute_ + relative_ * std::fabs(b);
    }
    static void describe_bytes(std::ostringstream& out, const mote::TensorAccess& got,
                               const mote::Constant& expected) {
        std::size_t width = static_cast<std::size_t>(mote::bits_of(got.info.type()) / 8);
        if (width == 0) width = 1;
        std::size_t i = 0;
        while (std::memcmp(got.data + i * width, expected.data + i * width, width) == 0) ++i;
        out << "element " << i << ": got " << number(got.info.type(), got.data + i * width) << ", expected "
            << number(got.info.type(), expected.data + i * width);
    }
    static std::string number(mote::ElementType type, const unsigned char* at) {
        switch (type) {
        case mote::ElementType::float32: return std::to_string(mote::load_le<float>(at));
        case mote::ElementType::int16: return std::to_string(mote::load_le<std::int16_t>(at));
        case mote::ElementType::int32: return std::to_string(mote::load_le<std::int32_t>(at));
        case mote::ElementType::int64: return std::to_string(mote::load_le<std::int64_t>(at));
        case mote::ElementType::int8: return std::to_string(mote::load_le<std::int8_t>(at));
        default: return std::to_string(*at);
        }
    }

    mote::ModelView<mote::FlatTable> model_;
    float absolute_ = 0;
    float relative_ = 0;
    bool exact_ = true;
};

/// Runs one invoke of the model's golden vectors; says what differs, or nothing.
template <class Interpreter>
std::string verify_invoke(Interpreter& interpreter, const GoldenVectors& golden, int invoke) {
    for (int i = 0; i < interpreter.input_count(); ++i) {
        const auto vector = golden.input(invoke, i);
        const mote::TensorAccess input = interpreter.input_tensor(i);
        if (!vector.found || vector.bytes.size != input.size())
            return "input " + std::to_string(i) + ": bad test vector";
        if (input.size() > 0) std::memcpy(input.data, vector.bytes.data, input.size());
    }
    if (const mote::Status s = interpreter.invoke(); !s) return std::string("invoke: ") + s.message().c_str();
    for (int i = 0; i < interpreter.output_count(); ++i) {
        const auto vector = golden.output(invoke, i);
        if (!vector.found) continue;
        const std::string difference = golden.compare(interpreter.output_tensor(i), vector.bytes);
        if (!difference.empty())
            return "invoke " + std::to_string(invoke) + " output " + std::to_string(i) + " " + difference;
    }
    return {};
}

/// Runs all golden vectors of the model that `interpreter` has loaded; empty when all match, else why not.
template <class Interpreter>
std::string verify_loaded(Interpreter& interpreter) {
    const GoldenVectors golden(interpreter.model());
    if (!golden.present()) return "no test vectors";
    int invoke = 0;
    do {
        const std::string failure = verify_invoke(interpreter, golden, invoke);
        if (!failure.empty()) return failure;
        ++invoke;
    } while (golden.input(invoke, 0).found);
    return {};
}

/// Loads `model` with `loader`, which has `Status open(ModelBytes)`, and verifies `interpreter`, which then
/// holds it.
template <class Loader, class Interpreter>
std::string verify_with(Loader& loader, Interpreter& interpreter, mote::ModelBytes model) {
    if (const mote::Status s = loader.open(model); !s) return std::string("refused: ") + s.message().c_str();
    return verify_loaded(interpreter);
}

/// The same on an interpreter of its own.
template <class Ops, class Config = mote::DefaultConfig>
std::string verify_model(mote::ModelBytes model) {
    Session<Ops, Config> session;
    return verify_with(session, session.interpreter(), model);
}

} // namespace cli

#endif
