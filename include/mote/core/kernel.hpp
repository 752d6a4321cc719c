// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_KERNEL_HPP
#define MOTE_CORE_KERNEL_HPP

namespace mote {

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
}

/// Implementation of kernel `K` for `Isa`. Where `Isa` has none of its own it is that of the nearest
/// ancestor (`Isa::base`); the lineage ends at `isa::scalar`.
template <class K, class Isa>
struct Kernel : Kernel<K, typename Isa::base> {};

template <class K>
struct Kernel<K, void> {
    static_assert(detail::always_false<K>, "no portable version: specialise Kernel<K, isa::scalar>");
};

} // namespace mote

#endif
