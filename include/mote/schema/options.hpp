// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_SCHEMA_OPTIONS_HPP
#define MOTE_SCHEMA_OPTIONS_HPP

#include "option_fields.hpp"
#include "options_conv.hpp"
#include "options_dense.hpp"
#include "options_elementwise.hpp"
#include "options_shape.hpp"

/// Builtin operators' options as plain data, one struct per option table of the format. Each has
/// - `table`, the member of schema::BuiltinOptions it belongs to;
/// - `decode(reader)`, which reads it with FlatTable or ByteTable; absent fields have the format's default,
///   all of them where there is no table. It never fails and checks no range;
/// - `valid()`, false when the file holds an enumerated value that the format does not know.
namespace mote::options {}

#endif
