// SPDX-License-Identifier: Apache-2.0
// Arduino.h comes first, by the compiler's command line, as in a sketch.
#include "every_header.hpp"

static_assert(min(1, 2) == 1 && max(1, 2) == 2 && abs(-3) == 3, "mote must leave a sketch its macros");
static_assert(round(1.6) == 2 && ARDUINO == 10819 && B101 == 5, "mote must leave a sketch its macros");
