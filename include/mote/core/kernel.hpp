// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_KERNEL_HPP
#define MOTE_CORE_KERNEL_HPP

#include "../config.hpp"

#include <type_traits>

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// Root of every ISA lineage: plain C++17, always available.
struct scalar {
    using base = void;
    static constexpr bool supported = true;
};

/// The best ISA that the compiler's flags enable; isa/native.hpp defines it.
struct native;
} // namespace isa

namespace detail {
template <class>
inline constexpr bool always_false = false;

/// A function, for Clang gives up a class that has such an assertion, and all that needs it.
template <class Isa>
auto undefined_isa() noexcept {
    static_assert(always_false<Isa>, "mote: the ISA is not defined here: #include <mote/mote.hpp>, "
                                     "<mote/static.hpp> or <mote/isa/native.hpp>");
    return isa::scalar{};
}

/// What an ISA says of itself. For one that is only declared, isa::native mostly: an error of one sentence,
/// and what causes no others.
template <class Isa, class = void>
struct IsaFacts {
    using Base = decltype(undefined_isa<Isa>());
    static constexpr bool supported = true;
};
template <class Isa>
struct IsaFacts<Isa, std::void_t<typename Isa::base>> {
    using Base = typename Isa::base;
    static constexpr bool supported = Isa::supported;
};
} // namespace detail

/// Implementation of kernel `K` for `Isa`. Where `Isa` has none of its own it is that of the nearest
/// ancestor (`Isa::base`); the lineage ends at `isa::scalar`.
template <class K, class Isa>
struct Kernel : Kernel<K, typename detail::IsaFacts<Isa>::Base> {};

template <class K>
struct Kernel<K, void> {
    static_assert(detail::always_false<K>, "no portable version: specialise Kernel<K, isa::scalar>");
};

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
