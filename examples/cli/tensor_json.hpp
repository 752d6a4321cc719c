// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_TENSOR_JSON_HPP
#define MOTE_CLI_TENSOR_JSON_HPP

#include "json.hpp"
#include "tensor_text.hpp"

namespace cli {

/// Null when the tensor is not quantised.
inline Json quantization_json(const TensorInfo& info) {
    if (!info.is_quantized()) return nullptr;
    if (info.scales().size() == 1)
        return {{"scale", number_json(number_text(info.scale()))}, {"zero_point", info.zero_point()}};
    Json scales = Json::array();
    Json zero_points = Json::array();
    for (std::size_t i = 0; i < info.scales().size(); ++i)
        scales.push_back(number_json(number_text(info.scales()[i])));
    for (std::size_t i = 0; i < info.zero_points().size(); ++i) zero_points.push_back(info.zero_points()[i]);
    return {{"scales", scales}, {"zero_points", zero_points}, {"axis", info.quantized_dimension()}};
}

/// What the model says of a tensor.
inline Json tensor_json(const TensorInfo& info) {
    Json shape = Json::array();
    const mote::Shape extents = info.shape();
    for (int axis = 0; axis < extents.rank; ++axis) shape.push_back(extents[axis]);
    return {{"tensor", info.index()},
            {"name", name_text(info.name())},
            {"type", mote::name_of(info.type())},
            {"shape", shape},
            {"bytes", info.bytes()},
            {"quantization", quantization_json(info)}};
}

} // namespace cli

#endif
