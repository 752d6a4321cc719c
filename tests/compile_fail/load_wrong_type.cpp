// SPDX-License-Identifier: Apache-2.0
// expect: mote: load takes an array of bytes, mote::trusted(array), or a pointer with a size: load(pointer,
// size)
#include "mote/mote.hpp"

const int words[4] = {};

mote::Status start(mote::Interpreter<mote::OpSet<>>& interpreter) { return interpreter.load(words); }
