// SPDX-License-Identifier: Apache-2.0
// expect: mote: the model is refused
// expect: model_refused<mote::StatusCode::invalid_model
#include "../support/tiny_models.hpp"

#include "mote/static.hpp"

constexpr std::uint32_t bytes = mote::arena_bytes<tiny::wrong_identifier>;
