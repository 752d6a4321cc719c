// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SCHEMA_BUILD_TINY_MODEL_HPP
#define MOTE_TESTS_SCHEMA_BUILD_TINY_MODEL_HPP

#include "../support/model_builder.hpp"

namespace test {

/// A convolution of one pixel with weights quantised per channel, without bias, then a RESHAPE that leaves
/// its output's extent open.
inline Model build_tiny_model() {
    namespace s = mote::flat;
    ModelBuilder b;
    const int x = b.tensor(mote::ElementType::int8, {1, 2, 2, 2}, quant(0.5f, -3));
    const int w = b.constant<std::int8_t>({3, 1, 1, 2}, {1, -2, 3, -4, 5, -6},
                                          quant({0.25f, 0.5f, 0.125f}, {0, 0, 0}, 0));
    const int y = b.tensor(mote::ElementType::int8, {1, 1, 2, 3}, quant(2.0f, 7));
    const int z = b.tensor(mote::ElementType::int8, {2, -1}, quant(2.0f, 7));
    b.op(
        s::BuiltinOperator_CONV_2D, {x, w, -1}, {y}, s::BuiltinOptions_Conv2DOptions,
        [](flatbuffers::FlatBufferBuilder& f) {
            return s::CreateConv2DOptions(f, s::Padding_VALID, 1, 2, s::ActivationFunctionType_RELU6).Union();
        });
    b.op(s::BuiltinOperator_RESHAPE, {y}, {z});
    b.io({x}, {z});
    b.metadata("note", {104, 105});
    return b.build();
}

} // namespace test

#endif
