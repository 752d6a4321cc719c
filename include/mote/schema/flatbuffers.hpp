// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_FLATBUFFERS_HPP
#define MOTE_SCHEMA_FLATBUFFERS_HPP

#include "../config.hpp"

// Arduino.h defines these names as macros; FlatBuffers and the standard headers that it includes spell them
// as functions. And where ARDUINO is defined, FlatBuffers wants a <utility.h> that few cores have.
#pragma push_macro("min")
#pragma push_macro("max")
#pragma push_macro("abs")
#pragma push_macro("round")
#pragma push_macro("ARDUINO")
#undef min
#undef max
#undef abs
#undef round
#undef ARDUINO

#include <flatbuffers/flatbuffers.h>

#pragma pop_macro("ARDUINO")
#pragma pop_macro("round")
#pragma pop_macro("abs")
#pragma pop_macro("max")
#pragma pop_macro("min")

static_assert(FLATBUFFERS_VERSION_MAJOR * 1000000 + FLATBUFFERS_VERSION_MINOR * 1000 +
                      FLATBUFFERS_VERSION_REVISION >=
                  2000008,
              "mote: these FlatBuffers headers are older than 2.0.8: take newer ones, or leave "
              "MOTE_FLATBUFFERS at 0, with "
              "which mote needs none");

#endif
