// SPDX-License-Identifier: Apache-2.0
// flags: -U__clang__ -U__GNUC__ -D__GNUC__=7
// expect: mote needs GCC 8 or newer
#include "mote/config.hpp"
