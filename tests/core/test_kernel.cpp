// SPDX-License-Identifier: Apache-2.0
#include "mote/core/kernel.hpp"

#include <string>
#include <type_traits>

#include <doctest/doctest.h>

namespace test_isa {

/// A lineage for this test only: `grandchild : child : scalar`, and `cousin : scalar`.
struct child {
    using base = mote::isa::scalar;
    static constexpr bool supported = true;
};
struct grandchild {
    using base = child;
    static constexpr bool supported = true;
};
struct cousin {
    using base = mote::isa::scalar;
    static constexpr bool supported = false;
};

} // namespace test_isa

namespace {

struct only_portable;
struct overridden;
struct leaf;
struct loop;

int portable_calls = 0;
int child_calls = 0;

} // namespace

namespace mote {

template <>
struct Kernel<only_portable, isa::scalar> {
    static int run(int x) { return ++portable_calls, x + 1; }
};

template <>
struct Kernel<overridden, isa::scalar> {
    static constexpr int lanes = 1;
    static int run(int x) { return ++portable_calls, 2 * x; }
};
template <>
struct Kernel<overridden, test_isa::child> {
    static constexpr int lanes = 4;
    static int run(int x) { return ++child_calls, x + x; }
};

template <>
struct Kernel<leaf, isa::scalar> {
    static std::string run() { return "scalar"; }
};
template <>
struct Kernel<leaf, test_isa::child> {
    static std::string run() { return "child"; }
};
template <>
struct Kernel<leaf, test_isa::grandchild> {
    static std::string run() { return "grandchild over " + Kernel<leaf, test_isa::grandchild::base>::run(); }
};

template <>
struct Kernel<loop, isa::scalar> {
    template <class Isa>
    static std::string run() {
        return "loop over " + Kernel<leaf, Isa>::run();
    }
};

} // namespace mote

using mote::Kernel;

TEST_CASE("what an ISA does not specialise is its ancestors'") {
    portable_calls = 0;
    CHECK(Kernel<only_portable, mote::isa::scalar>::run(1) == 2);
    CHECK(Kernel<only_portable, test_isa::child>::run(2) == 3);
    CHECK(Kernel<only_portable, test_isa::grandchild>::run(3) == 4);
    CHECK(Kernel<only_portable, test_isa::cousin>::run(4) == 5);
    CHECK(portable_calls == 4);
    static_assert(std::is_base_of_v<Kernel<only_portable, mote::isa::scalar>,
                                    Kernel<only_portable, test_isa::grandchild>>);
}

TEST_CASE("the nearest specialisation runs, and only it") {
    portable_calls = child_calls = 0;
    CHECK(Kernel<overridden, test_isa::child>::run(7) == 14);
    CHECK(Kernel<overridden, test_isa::grandchild>::run(8) == 16);
    CHECK(child_calls == 2);
    CHECK(portable_calls == 0);
    CHECK(Kernel<overridden, mote::isa::scalar>::run(9) == 18);
    CHECK(Kernel<overridden, test_isa::cousin>::run(9) == 18);
    CHECK(child_calls == 2);
    CHECK(portable_calls == 2);
    static_assert(Kernel<overridden, test_isa::grandchild>::lanes == 4);
    static_assert(Kernel<overridden, test_isa::cousin>::lanes == 1);
}

TEST_CASE("an inherited loop runs the real target's leaves") {
    const auto run = [](auto isa) { return Kernel<loop, decltype(isa)>::template run<decltype(isa)>(); };
    CHECK(run(mote::isa::scalar{}) == "loop over scalar");
    CHECK(run(test_isa::child{}) == "loop over child");
    CHECK(run(test_isa::cousin{}) == "loop over scalar");
    CHECK(run(test_isa::grandchild{}) == "loop over grandchild over child");
}

TEST_CASE("scalar is the root and always there") {
    static_assert(std::is_void_v<mote::isa::scalar::base>);
    static_assert(mote::isa::scalar::supported);
    CHECK(std::is_empty_v<mote::isa::scalar>);
}
