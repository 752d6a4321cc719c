// SPDX-License-Identifier: Apache-2.0
// flags: -std=gnu++14
// expect: mote needs C++17: compile with -std=gnu++17
#include "mote/mote.hpp"
