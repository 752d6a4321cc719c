// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_CHECK_FLATBUFFER_HPP
#define MOTE_SCHEMA_CHECK_FLATBUFFER_HPP

#include "schema_generated.hpp"

#include "../core/status.hpp"

namespace mote {

/// Whether `data` is aligned as reading a model in place needs.
inline Status check_alignment(const unsigned char* data) noexcept {
    if (data == nullptr) return StatusCode::invalid_model;
    return reinterpret_cast<std::uintptr_t>(data) % 8 == 0 ? StatusCode::ok : StatusCode::misaligned_model;
}

/// Whether `size` bytes at `data` are a .tflite FlatBuffer whose every offset stays inside them.
inline Status check_flatbuffer(const unsigned char* data, std::size_t size) noexcept {
    if (data == nullptr || size < 8 || size > 0x3fffffffu) return StatusCode::invalid_model;
    if (const Status s = check_alignment(data); !s) return s;
    constexpr flatbuffers::uoffset_t max_depth = 16;
    flatbuffers::Verifier verifier(data, size, max_depth);
    return schema::VerifyModelBuffer(verifier) ? StatusCode::ok : StatusCode::invalid_model;
}

} // namespace mote

#endif
