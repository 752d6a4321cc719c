// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_MISSING_OPS_HPP
#define MOTE_RUNTIME_MISSING_OPS_HPP

#include "../schema/check_flatbuffer.hpp"
#include "../schema/check_model.hpp"
#include "../schema/flat_table.hpp"
#include "advice.hpp"
#include "model_bytes.hpp"
#include "op_set.hpp"
#include "workspace.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// Calls `report(const Status&)` for every operator of the model that is needed and that `Ops` does not run,
/// in order: missing_op or unsupported_type with the operator's index, whose message names it and says what
/// helps: the C++ op to add and its header, or how to convert the model. In models of more than 4,096 tensors
/// all operators count as needed. Returns ok, whatever was reported, or why the model could not be read.
template <class Ops, class Report>
Status for_each_missing_op(ModelBytes bytes, Report&& report) noexcept {
    if (const Status s = check_flatbuffer(bytes.data, bytes.size); !s) return s;
    const ModelView<FlatTable> model(bytes.data);
    if (const Status s = check_model(model); !s) return s;
    alignas(8) unsigned char marks[4096 / 8];
    const Workspace<Ops> workspace(model, marks);
    const SubgraphView<FlatTable> subgraph = model.subgraph(0);
    const int count = static_cast<int>(subgraph.operators().size());
    for (int i = 0; i < count; ++i) {
        const NodeView<FlatTable> node(model, subgraph, i);
        if (!workspace.needed().contains(node)) continue;
        const Result<int> kind = Ops::select(node);
        if (!kind) report(detail::explained(kind.status(), node));
    }
    return {};
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
