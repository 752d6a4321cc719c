// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_CHECK_FLATBUFFER_HPP
#define MOTE_SCHEMA_CHECK_FLATBUFFER_HPP

#include "../config.hpp"
#include "../core/status.hpp"

#if MOTE_FLATBUFFERS
#include "flatbuffers_verifier.hpp"
#else
#include "verifier.hpp"
#endif

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace detail {
#if MOTE_FLATBUFFERS
using Verifier = FlatBuffersModelVerifier;
#else
using Verifier = ModelVerifier;
#endif
} // namespace detail

/// Whether `data` is aligned as reading a model in place needs.
inline Status check_alignment(const unsigned char* data) noexcept {
    if (data == nullptr) return StatusCode::invalid_model;
    return reinterpret_cast<std::uintptr_t>(data) % 8 == 0 ? StatusCode::ok : StatusCode::misaligned_model;
}

/// Whether `size` bytes at `data` are a .tflite FlatBuffer whose every offset stays inside them. Takes time
/// in proportion to `size` at most.
inline Status check_flatbuffer(const unsigned char* data, std::size_t size) noexcept {
    if (data == nullptr || size > detail::max_file_bytes) return StatusCode::invalid_model;
    if (const Status s = check_alignment(data); !s) return s;
    return detail::Verifier(data, size).verify() ? StatusCode::ok : StatusCode::invalid_model;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
