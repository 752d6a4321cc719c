// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_FLATBUFFERS_VERIFIER_HPP
#define MOTE_SCHEMA_FLATBUFFERS_VERIFIER_HPP

#include "schema_generated.hpp"
#include "verifier.hpp"

namespace mote::detail {

/// What ModelVerifier is, by the FlatBuffers library and the code that its compiler made of the schema.
class FlatBuffersModelVerifier {
public:
    FlatBuffersModelVerifier(const unsigned char* file, std::size_t size) noexcept
        : verifier_(file, size, max_depth, max_tables(size)) {}

    bool verify() noexcept { return flat::VerifyModelBuffer(verifier_); }

private:
    static constexpr flatbuffers::uoffset_t max_depth = 16;

    flatbuffers::Verifier verifier_;
};

} // namespace mote::detail

#endif
