// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_OPS_ALL_OPS_HPP
#define MOTE_OPS_ALL_OPS_HPP

#include "add.hpp"
#include "average_pool_2d.hpp"
#include "concatenation.hpp"
#include "conv_2d.hpp"
#include "depthwise_conv_2d.hpp"
#include "dequantize.hpp"
#include "expand_dims.hpp"
#include "fully_connected.hpp"
#include "leaky_relu.hpp"
#include "logistic.hpp"
#include "max_pool_2d.hpp"
#include "mean.hpp"
#include "mul.hpp"
#include "pad.hpp"
#include "padv2.hpp"
#include "quantize.hpp"
#include "relu.hpp"
#include "relu6.hpp"
#include "reshape.hpp"
#include "softmax.hpp"
#include "squeeze.hpp"
#include "strided_slice.hpp"
#include "sub.hpp"
#include "sum.hpp"
#include "svdf.hpp"
#include "tanh.hpp"
#include "transpose.hpp"
#include "transpose_conv.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

template <class...>
class OpSet; // runtime/op_set.hpp

/// Every op that mote has, for every element type: for tools on a host, which cannot know their models. A
/// device names the ops of its model.
using AllOps =
    OpSet<ops::Add<>, ops::AveragePool2D<>, ops::Concatenation<>, ops::Conv2D<>, ops::DepthwiseConv2D<>,
          ops::Dequantize<>, ops::ExpandDims<>, ops::FullyConnected<>, ops::LeakyRelu<>, ops::Logistic<>,
          ops::MaxPool2D<>, ops::Mean<>, ops::Mul<>, ops::Pad<>, ops::Padv2<>, ops::Quantize<>, ops::Relu<>,
          ops::Relu6<>, ops::Reshape<>, ops::Softmax<>, ops::Squeeze<>, ops::StridedSlice<>, ops::Sub<>,
          ops::Sum<>, ops::Svdf<>, ops::Tanh<>, ops::Transpose<>, ops::TransposeConv<>>;

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
