// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "cpp_lines.hpp"
#include "estimate.hpp"
#include "files.hpp"
#include "identifier.hpp"
#include "multiply_accumulates.hpp"
#include "tensor_json.hpp"
#include "text_table.hpp"

#include <iostream>

namespace cli {
namespace {

/// Bytes of the constant tensors of subgraph 0; those that share a buffer count once.
std::uint64_t constant_bytes(const Model& model) {
    std::map<const unsigned char*, std::size_t> buffers;
    const auto subgraph = model.subgraph(0);
    for (std::size_t i = 0; i < subgraph.tensors().size(); ++i) {
        const TensorInfo tensor = model.tensor(subgraph, static_cast<std::int32_t>(i));
        if (tensor.is_constant()) buffers[tensor.constant().data] = tensor.constant().size;
    }
    std::uint64_t sum = 0;
    for (const auto& [data, size] : buffers) sum += size;
    return sum;
}

std::string operator_text(const Node& node) {
    const char* name = mote::name_of(node.code());
    return name == nullptr ? "builtin operator " + std::to_string(node.code().builtin) : name_text(name);
}

/// "constant", "variable" or nothing.
std::string role_text(const TensorInfo& tensor) {
    return tensor.is_variable() ? "variable" : tensor.is_constant() ? "constant" : "";
}

class Inspection {
public:
    /// `path`: how the command line calls the file.
    Inspection(const ModelFile& file, std::string path)
        : file_(file),
          path_(std::move(path)),
          array_(array_name_for(path_)),
          model_(file.bytes.data()),
          subgraph_(model_.subgraph(0)),
          examination_(examine(file.model())),
          lines_(model_),
          needed_(needed_operators(model_)) {
        for (int i = 0; i < operator_count(); ++i)
            if (is_needed(i) && !choose_op(node(i)).status) ++unsupported_;
    }

    /// Why the model cannot run, if it cannot.
    const mote::Status& refusal() const { return examination_.status; }

    void print_text() const {
        std::cout << file_.path << ": " << file_.bytes.size() << " bytes, " << operator_count()
                  << " operators, " << subgraph_.tensors().size() << " tensors";
        if (model_.subgraph_count() > 1)
            std::cout << ", " << model_.subgraph_count() << " subgraphs (this is the first)";
        std::cout << '\n';
        for (int i = 0; i < operator_count(); ++i) print_operator(node(i));
        print_support();
        if (examination_.status) print_lines();
        print_needs();
    }

    void print_json() const {
        Json object{{"model", file_.path},
                    {"bytes", file_.bytes.size()},
                    {"operators", operators_json()},
                    {"supported", unsupported_ == 0},
                    {"multiply_accumulates", multiply_accumulates(model_)},
                    {"constant_bytes", constant_bytes(model_)}};
        if (examination_.status) {
            const mote::Requirement& need = examination_.requirement;
            object["kernels"] = "portable"; // of these arenas
            object["micro_interpreter"] = {
                {"arena_bytes", need.arena_bytes()}, {"head", need.head}, {"tail", need.tail}};
            object["static_interpreter"] = {{"arena_bytes", static_arena_bytes()},
                                            {"head", need.head},
                                            {"state", examination_.state_bytes},
                                            {"program_bytes_in_flash", examination_.program_bytes}};
            object["headers"] = lines_.headers();
            object["ops"] = lines_.ops();
            object["interpreter"] = CppLines::interpreter(array_);
            object["cpp"] = lines_.text(array_, path_);
        } else {
            object["refused"] = examination_.status.message().c_str();
        }
        object["estimate"] = estimate_json(estimate(model_, examination_.program_bytes));
        cli::print_json(object);
    }

private:
    int operator_count() const { return static_cast<int>(subgraph_.operators().size()); }
    Node node(int i) const { return {model_, subgraph_, i}; }
    std::uint32_t static_arena_bytes() const {
        return examination_.requirement.head + examination_.state_bytes;
    }

    bool is_needed(int i) const { return needed_[static_cast<std::size_t>(i)]; }
    std::string support_text(const Node& node) const {
        if (!is_needed(node.index())) return "skipped: nobody needs its result";
        const mote::Status status = choose_op(node).status;
        return status ? "supported" : std::string("not supported: ") + status.message().c_str();
    }

    void print_operator(const Node& node) const {
        std::cout << "\noperator " << node.index() << "  " << operator_text(node) << "  version "
                  << node.code().version << "  " << support_text(node);
        if (const std::uint64_t macs = multiply_accumulates(node); macs > 0)
            std::cout << "  " << macs << " MAC";
        std::cout << '\n';
        TextTable table("lrllll");
        for (int i = 0; i < node.input_count(); ++i) add_operand(table, "input", i, node.input(i));
        for (int i = 0; i < node.output_count(); ++i) add_operand(table, "output", i, node.output(i));
        table.print(std::cout, "  ");
    }
    static void add_operand(TextTable& table, const std::string& side, int i, const TensorInfo& tensor) {
        const std::string operand = side + " " + std::to_string(i);
        if (!tensor.present()) return table.add({operand, "absent"});
        table.add({operand, "tensor " + std::to_string(tensor.index()), mote::name_of(tensor.type()),
                   shape_text(tensor.shape()), role_text(tensor), quantization_text(tensor)});
    }

    void print_support() const {
        std::cout << "\nsupported: ";
        if (unsupported_ == 0)
            std::cout << "all " << operator_count() << " operators\n";
        else
            std::cout << operator_count() - unsupported_ << " of " << operator_count() << " operators\n";
        if (!examination_.status) std::cout << "refused: " << examination_.status.message() << '\n';
    }

    void print_lines() const {
        std::cout
            << "\nC++ to paste; the compiler computes the arena, for the instruction set that it targets:\n"
            << lines_.text(array_, path_);
    }

    /// What a firmware must have for the model.
    void print_needs() const {
        std::cout << '\n';
        if (examination_.status) print_ram();
        std::cout << "constants in flash: " << constant_bytes(model_) << " bytes of the model's "
                  << file_.bytes.size() << '\n'
                  << "multiply-accumulates: " << multiply_accumulates(model_) << "\n\n";
        print_estimate(std::cout, estimate(model_, examination_.program_bytes), model_);
    }
    void print_ram() const {
        const mote::Requirement& need = examination_.requirement;
        std::cout << "arena of MicroInterpreter with portable kernels: " << need.arena_bytes()
                  << " bytes (head " << need.head << ", tail " << need.tail
                  << ")\narena of StaticInterpreter with portable kernels: " << static_arena_bytes()
                  << " bytes (head " << need.head << ", variables and state " << examination_.state_bytes
                  << "); its program, " << examination_.program_bytes
                  << " bytes, is in flash\nthe kernels of an instruction set may need more\n";
    }

    Json operators_json() const {
        Json list = Json::array();
        for (int i = 0; i < operator_count(); ++i) {
            const Node here = node(i);
            const Choice choice = choose_op(here);
            Json inputs = Json::array();
            Json outputs = Json::array();
            for (int k = 0; k < here.input_count(); ++k) inputs.push_back(operand_json(here.input(k)));
            for (int k = 0; k < here.output_count(); ++k) outputs.push_back(operand_json(here.output(k)));
            Json object{{"index", i},
                        {"name", operator_text(here)},
                        {"version", here.code().version},
                        {"supported", !is_needed(i) || choice.status},
                        {"skipped", !is_needed(i)}};
            if (is_needed(i) && !choice.status) object["reason"] = choice.status.message().c_str();
            object["multiply_accumulates"] = multiply_accumulates(here);
            object["inputs"] = inputs;
            object["outputs"] = outputs;
            list.push_back(object);
        }
        return list;
    }
    static Json operand_json(const TensorInfo& tensor) {
        if (!tensor.present()) return nullptr;
        Json object = tensor_json(tensor);
        object["constant"] = tensor.is_constant() && !tensor.is_variable();
        object["variable"] = tensor.is_variable();
        return object;
    }

    const ModelFile& file_;
    std::string path_;
    std::string array_; ///< what `mote embed` calls it
    Model model_;
    mote::SubgraphView<mote::FlatTable> subgraph_;
    Examination examination_;
    CppLines lines_;
    std::vector<bool> needed_;
    int unsupported_ = 0;
};

} // namespace

int inspect(const InspectOptions& options) {
    const ModelFile file(options.model);
    if (const mote::Status s = check_readable(file.model()); !s) throw refused(file.path, s);
    const Inspection inspection(file, options.model);
    if (options.json)
        inspection.print_json();
    else
        inspection.print_text();
    if (const mote::Status s = inspection.refusal(); !s) throw refused(file.path, s).after_output();
    return exit_done;
}

} // namespace cli
