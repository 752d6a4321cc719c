// SPDX-License-Identifier: Apache-2.0
#include "estimate.hpp"

#include "estimate_table.hpp"
#include "examination.hpp"
#include "multiply_accumulates.hpp"
#include "tensor_text.hpp"
#include "text_table.hpp"

#include "mote/schema/operator_name.hpp"

#include <cmath>
#include <set>
#include <string>

namespace cli {
namespace {

constexpr char source[] = "benchmarks/bare_metal/results.json";

/// What an estimate needs to know of an operator.
struct Work {
    std::string op, type, weights;
    double multiply_accumulates, inputs, outputs;
};

Work work_of(const Node& node) {
    const auto elements = [](const TensorInfo& tensor) {
        return tensor.present() ? static_cast<double>(detail::elements_of(tensor.shape())) : 0.0;
    };
    const char* const name = mote::name_of(node.code());
    const std::uint64_t macs = multiply_accumulates(node);
    return {name == nullptr ? "" : name,
            node.input(0).present() ? mote::name_of(node.input(0).type()) : "",
            macs > 0 ? mote::name_of(node.input(1).type()) : "",
            static_cast<double>(macs),
            elements(node.input(0)),
            elements(node.output(0))};
}

const KindEstimate* find_kind(const TargetEstimate& target, const Work& work) {
    for (const KindEstimate& kind : target.kinds)
        if (work.op == kind.op && work.type == kind.type && work.weights == kind.weights) return &kind;
    return nullptr;
}

double instructions_of(const KindEstimate::Instructions& cost, const Work& work) {
    return cost.fixed + cost.per_multiply_accumulate * work.multiply_accumulates +
           cost.per_input * work.inputs + cost.per_output * work.outputs;
}

void add_code(Estimate::Target& target, const double (&code)[2][2]) {
    for (int i = 0; i < 2; ++i) {
        target.micro_code[i] += code[0][i];
        target.static_code[i] += code[1][i];
    }
}

Estimate::Target estimate_for(const TargetEstimate& target, const std::vector<Work>& works,
                              std::uint32_t program_bytes) {
    Estimate::Target result{target.name, target.board, {}, {}, {}};
    add_code(result, target.base);
    std::set<const KindEstimate*> linked;
    bool is_quantized = false;
    for (const Work& work : works) {
        const KindEstimate* const kind = find_kind(target, work);
        if (kind == nullptr) continue;
        for (int i = 0; i < 2; ++i) result.instructions[i] += instructions_of(kind->instructions[i], work);
        if (linked.insert(kind).second) add_code(result, kind->code);
        is_quantized = is_quantized || work.type != "float32";
    }
    if (is_quantized) add_code(result, target.quantized);
    for (double& bytes : result.static_code) bytes += program_bytes;
    return result;
}

/// Three digits that count, in groups: an estimate has no more.
std::string about(double value) {
    if (value <= 0) return "-"; // nothing of it was measured
    const double unit = value < 1000 ? 1 : std::pow(10.0, std::floor(std::log10(value)) - 2);
    std::string text = std::to_string(std::llround(std::round(value / unit) * unit));
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
    return text;
}

std::string not_measured_text(const Estimate& estimate, const Model& model) {
    std::string text;
    for (const int index : estimate.not_measured) {
        const Work work = work_of(Node(model, model.subgraph(0), index));
        text += (text.empty() ? "" : ", ") + std::to_string(index) + " " +
                (work.op.empty() ? "?" : name_text(work.op.c_str())) + " " + work.type;
        if (!work.weights.empty() && work.weights != work.type) text += " with " + work.weights + " weights";
    }
    return text;
}

} // namespace

Estimate estimate(const Model& model, std::uint32_t program_bytes) {
    Estimate result;
    std::vector<Work> works;
    const auto subgraph = model.subgraph(0);
    const std::vector<bool> needed = needed_operators(model);
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (!needed[i]) continue;
        works.push_back(work_of(Node(model, subgraph, static_cast<int>(i))));
        bool is_measured = !target_estimates.empty();
        for (const TargetEstimate& target : target_estimates)
            is_measured = is_measured && find_kind(target, works.back()) != nullptr;
        if (!is_measured) result.not_measured.push_back(static_cast<int>(i));
    }
    for (const TargetEstimate& target : target_estimates)
        result.targets.push_back(estimate_for(target, works, program_bytes));
    return result;
}

void print_estimate(std::ostream& out, const Estimate& estimate, const Model& model) {
    TextTable table("lrrrrrr");
    table.add({"estimate", "instructions", "", "code, Micro-", "", "code, Static-", ""});
    table.add({"", "-O2", "-Os", "-O2", "-Os", "-O2", "-Os"});
    for (const Estimate::Target& target : estimate.targets)
        table.add({target.name, about(target.instructions[0]), about(target.instructions[1]),
                   about(target.micro_code[0]), about(target.micro_code[1]), about(target.static_code[0]),
                   about(target.static_code[1])});
    table.print(out);
    out << "Instructions per invoke (not cycles), and bytes of code of an interpreter and its ops over an "
           "empty "
           "firmware,\nwithout the model and the words of Status; StaticInterpreter's has its program. "
           "Fitted to "
        << estimated_from_models << " models\nmeasured on emulated boards (" << source
        << "): a model unlike them can be off by a factor of four.\n";
    if (!estimate.not_measured.empty())
        out << "Not in the estimate, because no measured model has them: operator "
            << not_measured_text(estimate, model) << '\n';
}

Json estimate_json(const Estimate& estimate) {
    const auto pair = [](const double(&values)[2]) {
        return Json{{"O2", std::llround(values[0])}, {"Os", std::llround(values[1])}};
    };
    Json targets = Json::array();
    for (const Estimate::Target& target : estimate.targets)
        targets.push_back({{"target", target.name},
                           {"board", target.board},
                           {"instructions", pair(target.instructions)},
                           {"micro_interpreter_code_bytes", pair(target.micro_code)},
                           {"static_interpreter_code_bytes", pair(target.static_code)}});
    return {{"from", source},
            {"measured_models", estimated_from_models},
            {"targets", targets},
            {"operators_not_measured", estimate.not_measured}};
}

} // namespace cli
