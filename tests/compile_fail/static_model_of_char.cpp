// SPDX-License-Identifier: Apache-2.0
// expect: mote: the compiler cannot read this model: declare it `alignas(16) inline constexpr unsigned char
// model[] = {...};`
#include "mote/static.hpp"

inline constexpr char model[] = {28, 0, 0, 0, 84, 70, 76, 51};
mote::StaticInterpreter<model> net;
