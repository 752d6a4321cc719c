// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_H
#define MOTE_H

/// How the Arduino IDE finds the library: sketches include <mote.h> before any header of mote/.
#include "mote/mote.hpp"

#endif
