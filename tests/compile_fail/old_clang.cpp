// SPDX-License-Identifier: Apache-2.0
// flags: -U__clang__ -D__clang__=1 -U__clang_major__ -D__clang_major__=10
// expect: mote needs Clang 11 or newer
#include "mote/config.hpp"
