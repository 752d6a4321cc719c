// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "inputs.hpp"
#include "isa.hpp"
#include "tensor_json.hpp"
#include "text_table.hpp"

#include <algorithm>
#include <iostream>
#include <map>

namespace cli {
namespace {

constexpr std::size_t shown_values = 8;

/// A graph input or output as it is reported.
struct Described {
    TensorInfo info;
    std::vector<std::string> values; ///< the first ones
};

Described describe(const mote::TensorAccess& tensor) {
    Described described{tensor.info, {}};
    const auto elements = static_cast<std::size_t>(tensor.info.elements());
    for (std::size_t i = 0; tensor.size() > 0 && i < (std::min)(elements, shown_values); ++i)
        described.values.push_back(element_text(tensor.info.type(), tensor.data, i));
    return described;
}

/// Memory of every tensor that is not constant, by index, as the taps of an invoke show it.
class Tensors {
public:
    explicit Tensors(const Runner& runner) {
        for (int i = 0; i < runner.input_count(); ++i) add(runner.input_tensor(i));
        for (int i = 0; i < runner.output_count(); ++i) add(runner.output_tensor(i));
    }
    void add(const mote::StepAccess& step) {
        for (int i = 0; i < step.input_count(); ++i) add(step.input(i));
        for (int i = 0; i < step.output_count(); ++i) add(step.output(i));
    }
    void write(const std::string& prefix) const {
        for (const auto& [index, tensor] : tensors_)
            write_file(prefix + ".sg0.t" + std::to_string(index) + ".bin", tensor.data, tensor.size());
    }

private:
    void add(const mote::TensorAccess& tensor) {
        if (tensor.present() && (!tensor.info.is_constant() || tensor.info.is_variable()))
            tensors_[tensor.info.index()] = tensor;
    }

    std::map<int, mote::TensorAccess> tensors_;
};

/// One command: a model, loaded, fed, and what came out.
class Run {
public:
    explicit Run(const RunOptions& options)
        : options_(options),
          file_(options.model),
          inputs_(options.seed),
          kernels_(choose_kernels(options.kernels)),
          runner_(kernels_.make_runner(options.dump.empty() ? Mode::ordinary : Mode::preserving)) {}

    void perform() {
        if (const mote::Status s = runner_->open(file_.model(), options_.arena); !s)
            throw refused(file_.path, s);
        inputs_.read(options_.inputs, *runner_, options_.invokes);
        if (!options_.output_npy.empty()) check_npy_types();
        for (int invoke = 0; invoke < options_.invokes; ++invoke) perform(invoke);
    }

    void print_text() const {
        const mote::Requirement& need = runner_->requirement();
        std::cout << file_.path << ": " << options_.invokes
                  << (options_.invokes == 1 ? " invoke" : " invokes") << " on " << kernels_.isa
                  << ", numerics " << kernels_.numerics << '\n'
                  << "arena: " << need.arena_bytes() << " bytes needed (head " << need.head << ", tail "
                  << need.tail;
        if (need.preparation > need.head + need.tail) std::cout << ", load itself " << need.preparation;
        std::cout << ") for the kernels of " << kernels_.isa
                  << "; another target's may need other scratch: mote::arena_bytes has the number there\n";
        if (!options_.dump.empty()) std::cout << "  with every tensor kept, for --dump\n";
        TextTable table("llllll");
        add_rows(table, "input", described_inputs_);
        add_rows(table, "output", described_outputs_);
        table.print(std::cout);
    }

    void print_json() const {
        const mote::Requirement& need = runner_->requirement();
        cli::print_json({{"model", file_.path},
                         {"isa", kernels_.isa},
                         {"numerics", kernels_.numerics},
                         {"invokes", options_.invokes},
                         {"arena",
                          {{"bytes", need.arena_bytes()},
                           {"head", need.head},
                           {"tail", need.tail},
                           {"preparation", need.preparation},
                           {"all_tensors_kept", !options_.dump.empty()}}},
                         {"inputs", json_of(described_inputs_)},
                         {"outputs", json_of(described_outputs_)}});
    }

private:
    void perform(int invoke) {
        inputs_.write(*runner_, invoke);
        const bool last = invoke == options_.invokes - 1;
        if (last) describe_inputs(); // before the invoke: they share memory with other tensors
        if (last && !options_.dump.empty()) {
            Tensors tensors(*runner_);
            check(runner_->invoke([&](const mote::StepAccess& step) { tensors.add(step); }));
            tensors.write(options_.dump);
        } else {
            check(runner_->invoke());
        }
        write_outputs(invoke);
        if (last)
            for (int i = 0; i < runner_->output_count(); ++i)
                described_outputs_.push_back(describe(runner_->output_tensor(i)));
    }
    void check(const mote::Status& status) const {
        if (!status) throw refused(file_.path, status);
    }
    void describe_inputs() {
        for (int i = 0; i < runner_->input_count(); ++i)
            described_inputs_.push_back(describe(runner_->input_tensor(i)));
    }
    void check_npy_types() const {
        for (int i = 0; i < runner_->output_count(); ++i) {
            const TensorInfo info = runner_->output_tensor(i).info;
            if (npy_dtype(info.type()).empty())
                throw usage_error("--output-npy: output " + std::to_string(i) + " is " +
                                  mote::name_of(info.type()) + ", for which NumPy has no type");
        }
    }
    void write_outputs(int invoke) const {
        for (int i = 0; i < runner_->output_count(); ++i) {
            const mote::TensorAccess output = runner_->output_tensor(i);
            const std::string stem = ".inv" + std::to_string(invoke) + ".out" + std::to_string(i);
            if (!options_.output.empty())
                write_file(options_.output + stem + ".bin", output.data, output.size());
            if (!options_.output_npy.empty()) write_npy(options_.output_npy + stem + ".npy", output);
        }
    }
    static void write_npy(const std::string& path, const mote::TensorAccess& tensor) {
        std::string bytes = npy_header(npy_dtype(tensor.info.type()), extents_of(tensor.info.shape()));
        bytes.append(reinterpret_cast<const char*>(tensor.data), tensor.size());
        write_file(path, bytes.data(), bytes.size());
    }

    static void add_rows(TextTable& table, const std::string& kind, const std::vector<Described>& tensors) {
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            const TensorInfo& info = tensors[i].info;
            std::string values;
            for (const std::string& value : tensors[i].values) values += " " + value;
            if (static_cast<std::size_t>(info.elements()) > shown_values) values += " ...";
            table.add({kind + " " + std::to_string(i), "\"" + name_text(info.name()) + "\"",
                       mote::name_of(info.type()), shape_text(info.shape()), quantization_text(info),
                       "values" + values});
        }
    }
    static Json json_of(const std::vector<Described>& tensors) {
        Json list = Json::array();
        for (const Described& tensor : tensors) {
            Json object = tensor_json(tensor.info);
            object["first_values"] = Json::array();
            for (const std::string& value : tensor.values)
                object["first_values"].push_back(number_json(value));
            list.push_back(object);
        }
        return list;
    }

    const RunOptions& options_;
    ModelFile file_;
    Inputs inputs_;
    const KernelSet& kernels_;
    std::unique_ptr<Runner> runner_;
    std::vector<Described> described_inputs_;
    std::vector<Described> described_outputs_;
};

} // namespace

int run(const RunOptions& options) {
    Run command(options);
    command.perform();
    if (options.json)
        command.print_json();
    else
        command.print_text();
    return exit_done;
}

} // namespace cli
