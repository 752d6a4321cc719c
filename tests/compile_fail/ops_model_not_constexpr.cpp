// SPDX-License-Identifier: Apache-2.0
// expect: mote: the compiler cannot read this model: declare it `alignas(16) inline constexpr unsigned char
// model[] = {...};`
#include "mote/static.hpp"

extern const unsigned char model[];
using Ops = mote::ops_of<model>;
