// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_STATIC_HPP
#define MOTE_STATIC_HPP

#include "isa/native.hpp"
#include "runtime/static_interpreter.hpp"

#endif
