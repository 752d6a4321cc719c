// SPDX-License-Identifier: Apache-2.0
#include "examination.hpp"

#include "session.hpp"

#include "mote/memory/check_plan.hpp"
#include "mote/ops/all_ops.hpp"
#include "mote/schema/operator_name.hpp"

namespace cli {
namespace {

/// "std::int8_t", "float", "mote::int4".
template <class T>
std::string type_text() {
    constexpr mote::ElementType type = mote::element_type_of<T>;
    const std::string name = mote::name_of(type);
    switch (type) {
    case mote::ElementType::float32: return "float";
    case mote::ElementType::float64: return "double";
    case mote::ElementType::boolean: return "bool";
    case mote::ElementType::int4: return "mote::int4";
    default: return "std::" + name + "_t";
    }
}

template <class... Ts>
std::vector<std::string> type_texts(mote::TypeList<Ts...>) {
    return {type_text<Ts>()...};
}

template <class... Lists>
std::vector<std::vector<std::string>> texts_of_each(mote::TypeList<Lists...>) {
    return {type_texts(Lists{})...};
}
template <class... Variants>
std::vector<std::vector<std::string>> nothing_for_each(mote::TypeList<Variants...>) {
    return {(static_cast<void>(Variants{}), std::vector<std::string>())...};
}

/// For each variant of `Op` what names it alone.
template <class Op, class = void>
struct ArgumentsOf {
    static std::vector<std::vector<std::string>> texts() {
        return nothing_for_each(typename mote::detail::VariantsOf<Op>::type{});
    }
};
template <class Op>
struct ArgumentsOf<Op, std::void_t<typename Op::Arguments>> {
    static std::vector<std::vector<std::string>> texts() { return texts_of_each(typename Op::Arguments{}); }
};

/// For each variant of an op set, in the order of their numbers.
template <class... Ops>
std::vector<std::vector<std::string>> arguments_of(const mote::OpSet<Ops...>&) {
    std::vector<std::vector<std::string>> all;
    for (const auto& texts : {ArgumentsOf<Ops>::texts()...})
        all.insert(all.end(), texts.begin(), texts.end());
    return all;
}

/// Turns the records of a finished preparation into blocks.
class PlanReader {
public:
    PlanReader(const mote::Records& records, mote::ModelBytes model)
        : records_(records), model_(model.data) {}

    std::vector<Block> blocks() const {
        std::vector<Block> blocks;
        for (int i = 0; i < records_.count(); ++i) blocks.push_back(block(i));
        return blocks;
    }

private:
    Block block(int i) const {
        const mote::Buffer& record = records_[i];
        Block result;
        result.tensor = tensor_of(i);
        result.size = record.size;
        result.offset = record.offset;
        result.first = record.first;
        result.last = record.last;
        if (records_.is_alias(i)) {
            result.kind = Block::Kind::alias;
            result.size = model_.tensor(model_.subgraph(0), result.tensor).bytes();
            result.shares = tensor_of(records_.find(result.tensor));
        } else if (records_.is_state(i)) {
            result.kind = Block::Kind::state;
            result.size = records_.size_of_state(i);
        } else if (const int input = shared_record(record); input >= 0) {
            result.shares = tensor_of(input);
        }
        return result;
    }
    int tensor_of(int i) const {
        const std::uint16_t id = records_[i].id;
        return id == mote::Records::scratch_id ? Block::none : id;
    }
    /// The record of the input that `output` may overlap, if it does.
    int shared_record(const mote::Buffer& output) const {
        if (output.shares == mote::Buffer::none) return -1;
        const int i = records_.count() - 1 - output.shares; // planners count from the last record
        const mote::Buffer& input = records_[i];
        const bool apart = output.offset + output.size <= input.offset ||
                           input.offset + input.size <= output.offset;
        return mote::live_together(output, input) && !apart ? i : -1;
    }

    const mote::Records& records_;
    Model model_;
};

} // namespace

Examination examine(mote::ModelBytes model) {
    Examination result;
    AlignedBytes workspace = workspace_for(model.size);
    result.status = mote::examine<mote::AllOps>(model, workspace.span(), {}, [&](const auto& prepared) {
        const mote::Records& records = prepared.records();
        result.requirement = prepared.requirement();
        result.state_bytes = records.state_bytes();
        result.program_bytes = prepared.state_offset();
        result.lower_bound = mote::lower_bound(records.data(), records.count());
        result.blocks = PlanReader(records, model).blocks();
    });
    return result;
}

mote::Status check_readable(mote::ModelBytes model) {
    if (const mote::Status s = mote::check_flatbuffer(model.data, model.size); !s) return s;
    return mote::check_model(Model(model.data));
}

std::vector<bool> needed_operators(const Model& model) {
    const auto subgraph = model.subgraph(0);
    AlignedBytes marks(mote::NeededOperators::bytes_for(subgraph));
    const mote::Workspace<mote::AllOps> workspace(model, marks.span());
    std::vector<bool> needed;
    for (std::size_t i = 0; i < subgraph.operators().size(); ++i)
        needed.push_back(workspace.needed().contains(Node(model, subgraph, static_cast<int>(i))));
    return needed;
}

Choice choose_op(const Node& node) {
    static const auto arguments = arguments_of(mote::AllOps());
    const mote::Result<int> kind = mote::AllOps::select(node);
    // With its name for the words, without its place, which is in the line already.
    if (!kind)
        return {kind.status().at_operator(-1, mote::name_of(node.code())).with_advice(mote::advice_for(node)),
                {}};
    return {{}, arguments[static_cast<std::size_t>(*kind)]};
}

} // namespace cli
