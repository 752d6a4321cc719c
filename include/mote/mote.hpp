// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_MOTE_HPP
#define MOTE_MOTE_HPP

#include "isa/native.hpp"
#include "runtime/allocation_report.hpp"
#include "runtime/micro_interpreter.hpp"
#include "runtime/missing_ops.hpp"
#include "runtime/required_arena.hpp"
#include "version.hpp"

#endif
