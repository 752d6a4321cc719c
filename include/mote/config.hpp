// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CONFIG_HPP
#define MOTE_CONFIG_HPP

// What is too old would fail somewhere deep in the library; this says at once what to do.
// clang-format off
#if defined(__clang__)
#if __clang_major__ < 11 && !defined(__apple_build_version__)
#error "mote needs Clang 11 or newer: update the compiler."
#endif
#elif defined(__GNUC__) && __GNUC__ < 8
#error "mote needs GCC 8 or newer, for StaticInterpreter GCC 11: update the board's core or toolchain, or choose a core that has a newer one."
#endif

#if defined(_MSVC_LANG)
#if _MSVC_LANG < 201703L
#error "mote needs C++17: compile with /std:c++17."
#endif
#elif __cplusplus < 201703L
#error "mote needs C++17: compile with -std=gnu++17. Arduino: write compiler.cpp.extra_flags=-std=gnu++17 in platform.local.txt beside the core's platform.txt. PlatformIO: build_unflags = -std=gnu++11 -std=gnu++14 and build_flags = -std=gnu++17 in platformio.ini."
#endif
// clang-format on

/// 1: Status::message() says in words what went wrong; 0: the words are left out of flash.
#ifndef MOTE_STATUS_WORDS
#define MOTE_STATUS_WORDS 1
#endif

/// 0: load() verifies models with mote's own verifier, which needs no other header; 1: with that of the
/// FlatBuffers library, whose headers (2.0.8 or newer) must then be on the include path. Both accept the same
/// files.
#ifndef MOTE_FLATBUFFERS
#define MOTE_FLATBUFFERS 0
#endif
#if MOTE_FLATBUFFERS && !__has_include(<flatbuffers/flatbuffers.h>)
#error "mote: <flatbuffers/flatbuffers.h> not found: add it to the include path or set MOTE_FLATBUFFERS=0"
#endif

/// The inline namespace that all of mote is in. It names the version and the settings above, which change
/// definitions: parts of one firmware that are compiled with different ones get along.
#if MOTE_STATUS_WORDS && MOTE_FLATBUFFERS
#define MOTE_NAMESPACE v0_1_0_words_flatbuffers
#elif MOTE_STATUS_WORDS
#define MOTE_NAMESPACE v0_1_0_words
#elif MOTE_FLATBUFFERS
#define MOTE_NAMESPACE v0_1_0_flatbuffers
#else
#define MOTE_NAMESPACE v0_1_0
#endif

namespace mote {
inline namespace MOTE_NAMESPACE {
// Named here first, so that `namespace mote::ops` means this one wherever it stands.
namespace detail {}
namespace flat {}
namespace isa {}
namespace multipliers {}
namespace numerics {}
namespace ops {}
namespace options {}
namespace schema {}
} // namespace MOTE_NAMESPACE
} // namespace mote

/// Checks what C++ callers must guarantee, never what a model says. Nothing by default;
/// `-DMOTE_ASSERT=assert` works where <cassert> is included first. Must stay usable in constant expressions,
/// and be the same in all parts of a program.
#ifndef MOTE_ASSERT
#define MOTE_ASSERT(condition) static_cast<void>(0)
#endif

/// FlatBuffers' assertions guard what its verifier has seen to; the C library's would bring printf and malloc
/// along.
#if MOTE_FLATBUFFERS && !defined(FLATBUFFERS_ASSERT)
#define FLATBUFFERS_ASSERT(condition) MOTE_ASSERT(condition)
#endif

/// Before a function that is called rarely: one copy of it in flash, whatever the optimiser thinks.
#ifndef MOTE_NOINLINE
#if defined(_MSC_VER)
#define MOTE_NOINLINE __declspec(noinline)
#else
#define MOTE_NOINLINE __attribute__((noinline))
#endif
#endif

/// Before a function that costs more to call than to run; replaces `inline`.
#ifndef MOTE_INLINE
#if defined(_MSC_VER)
#define MOTE_INLINE __forceinline
#else
#define MOTE_INLINE inline __attribute__((always_inline))
#endif
#endif

/// `bytes`, a pointer to const unsigned char that is known to be a multiple of `alignment`.
#ifndef MOTE_ASSUME_ALIGNED
#if defined(__GNUC__)
#define MOTE_ASSUME_ALIGNED(bytes, alignment)                                                                \
    static_cast<const unsigned char*>(__builtin_assume_aligned(bytes, alignment))
#else
#define MOTE_ASSUME_ALIGNED(bytes, alignment) (bytes)
#endif
#endif

/// The value of type `To` with the bytes of `from`, in constant expressions too. Without the compiler's help
/// (GCC 11, Clang 9, MSVC 19.27) those can only have numbers, which is enough for all but StaticInterpreter.
#ifndef MOTE_BIT_CAST
#if defined(__has_builtin)
#if __has_builtin(__builtin_bit_cast)
#define MOTE_BIT_CAST(To, from) __builtin_bit_cast(To, from)
#endif
#elif defined(_MSC_VER) && _MSC_VER >= 1927
#define MOTE_BIT_CAST(To, from) __builtin_bit_cast(To, from)
#endif
#ifndef MOTE_BIT_CAST
#define MOTE_BIT_CAST(To, from) ::mote::detail::union_cast<To>(from)
#endif
#endif

/// Leading zero bits of a 32-bit unsigned value that is not 0: one instruction where the target has it.
#ifndef MOTE_CLZ32
#if defined(__GNUC__)
#define MOTE_CLZ32(bits) __builtin_clz(bits)
#else
#define MOTE_CLZ32(bits) ::mote::detail::portable_clz32(bits)
#endif
#endif

#endif
