// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SCHEMA_BOTH_VERIFIERS_HPP
#define MOTE_TESTS_SCHEMA_BOTH_VERIFIERS_HPP

#include "mote/schema/flatbuffers_verifier.hpp"
#include "mote/schema/verifier.hpp"

#include <cstring>
#include <memory>

namespace test {

/// What mote's own verifier and the FlatBuffers library's say of the same bytes.
struct Verdicts {
    bool ours;
    bool theirs;
};

/// On a copy of exactly `size` bytes, so that a sanitizer sees any read past them.
inline Verdicts verdicts(const unsigned char* data, std::size_t size) {
    const std::unique_ptr<unsigned char[]> exact(new unsigned char[size]);
    if (size > 0) std::memcpy(exact.get(), data, size);
    return {mote::detail::ModelVerifier(exact.get(), size).verify(),
            mote::detail::FlatBuffersModelVerifier(exact.get(), size).verify()};
}

} // namespace test

#endif
