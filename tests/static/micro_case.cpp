// SPDX-License-Identifier: Apache-2.0
#include "static_case.hpp"
#include "static_model.hpp"

namespace test {

struct MicroCase::State {
    explicit State(mote::ModelBytes model)
        : opened(session.open(model)), golden(mote::ModelView<mote::FlatTable>(model.data)) {}

    cli::Session<mote::AllOps> session;
    mote::Status opened;
    cli::GoldenVectors golden;
};

MicroCase::MicroCase(mote::ModelBytes model) : state_(new State(model)) { CHECK(state_->opened); }
MicroCase::~MicroCase() { delete state_; }

bool MicroCase::run(int k) {
    auto& interpreter = state_->session.interpreter();
    const bool has_vectors = state_->golden.input(k, 0).found ||
                             (k == 0 && state_->golden.output(0, 0).found);
    if (!state_->opened || !has_vectors) return false;
    for (int i = 0; i < interpreter.input_count(); ++i)
        std::memcpy(interpreter.input_tensor(i).data, input(k, i).data, input(k, i).size);
    CHECK(interpreter.invoke());
    return true;
}

std::vector<unsigned char> MicroCase::output(int i) const {
    const mote::TensorAccess output = state_->session.interpreter().output_tensor(i);
    return {output.data, output.data + output.size()};
}

mote::Constant MicroCase::input(int k, int i) const { return state_->golden.input(k, i).bytes; }

std::string MicroCase::difference(int k, int i, const unsigned char* bytes) const {
    const auto expected = state_->golden.output(k, i);
    mote::TensorAccess got = state_->session.interpreter().output_tensor(i);
    std::vector<unsigned char> copy(bytes, bytes + got.size());
    got.data = copy.data();
    return expected.found ? state_->golden.compare(got, expected.bytes) : std::string();
}

struct MicroModel::State {
    explicit State(mote::ModelBytes model) : opened(session.open(model)) {}

    cli::Session<mote::AllOps> session;
    mote::Status opened;
};

MicroModel::MicroModel(mote::ModelBytes model) : state_(new State(model)) { REQUIRE(state_->opened); }
MicroModel::~MicroModel() { delete state_; }

std::vector<unsigned char> MicroModel::run(const std::vector<unsigned char>& input) {
    auto& interpreter = state_->session.interpreter();
    std::memcpy(interpreter.input_tensor(0).data, input.data(), input.size());
    CHECK(interpreter.invoke());
    const mote::TensorAccess output = interpreter.output_tensor(0);
    return {output.data, output.data + output.size()};
}

std::uint32_t MicroModel::head() const { return state_->session.requirement().head; }

const mote::Requirement& MicroCase::requirement() const { return state_->session.requirement(); }

} // namespace test
