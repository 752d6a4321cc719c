// SPDX-License-Identifier: Apache-2.0
// expect: mote: load takes an array of bytes, mote::trusted(array), or a pointer with a size: load(pointer,
// size)
#include "mote/mote.hpp"

extern const unsigned char g_model[];

mote::Status start(mote::MicroInterpreter<1024, mote::OpSet<>>& interpreter) {
    return interpreter.load(g_model);
}
