// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SCHEMA_MODEL_FACTS_HPP
#define MOTE_TESTS_SCHEMA_MODEL_FACTS_HPP

#include "mote/core/bits.hpp"
#include "mote/schema/node_view.hpp"
#include "mote/schema/options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace test {

/// All that the views of a model answer, as text, so that two ways to read it can be compared; on demand
/// without where things lie in the file. Tensors' shapes must have passed check_model.
template <class Table>
class ModelFacts {
public:
    ModelFacts(const unsigned char* data, std::size_t size, bool places = true)
        : model_(data, size), places_(places) {
        note("version", model_.version());
        for (std::size_t i = 0; i < model_.operator_codes().size(); ++i) describe(model_.operator_code(i));
        for (std::size_t i = 0; i < model_.buffers().size(); ++i) note("buffer", model_.buffer(i));
        for (const char* name : {"min_runtime_version", "OfflineMemoryAllocation", "mote.test.0.input.0",
                                 "mote.test.0.output.0", "mote.test.tolerance", "mote.test.0.input", ""})
            describe(model_.metadata(name));
        for (std::size_t i = 0; i < model_.subgraph_count(); ++i) describe(model_.subgraph(i));
    }
    const std::vector<std::string>& lines() const { return lines_; }

private:
    using Node = mote::NodeView<Table>;

    void note(const char* what, float value) { note(what, mote::float_to_bits(value)); }
    template <class T>
    void note(const char* what, T value) {
        lines_.push_back(std::string(what) + " " + std::to_string(value));
    }
    void note_place(const unsigned char* data) {
        if (places_ && data != nullptr) note("at", data - model_.data());
    }
    void note(const char* what, const mote::Constant& bytes) {
        note(what, bytes.size);
        note_place(bytes.data);
    }
    template <class Numbers>
    void note_all(const char* what, const Numbers& numbers) {
        note(what, numbers.size());
        note_place(numbers.data());
        for (std::size_t i = 0; i < numbers.size(); ++i) note(what, numbers[i]);
    }

    void describe(const mote::OperatorCode& code) {
        note("builtin", code.builtin);
        note("version", code.version);
    }
    void describe(const typename mote::ModelView<Table>::Metadata& metadata) {
        note("found", metadata.found ? 1 : 0);
        note("metadata", metadata.bytes);
    }
    void describe(const mote::SubgraphView<Table>& subgraph) {
        note_all("subgraph inputs", subgraph.inputs());
        note_all("subgraph outputs", subgraph.outputs());
        for (std::size_t i = 0; i < subgraph.tensors().size(); ++i)
            describe(model_.tensor(subgraph, static_cast<std::int32_t>(i)));
        for (std::size_t i = 0; i < subgraph.operators().size(); ++i)
            describe(Node(model_, subgraph, static_cast<int>(i)));
    }
    void describe(const mote::TensorInfo<Table>& tensor) {
        note("tensor", tensor.index());
        note("present", tensor.present() ? 1 : 0);
        if (!tensor.present()) return;
        note("type", static_cast<int>(tensor.type()));
        note("rank", tensor.file_rank());
        for (int axis = 0; axis < tensor.shape().rank; ++axis) note("extent", tensor.shape()[axis]);
        note("elements", tensor.elements());
        note("bytes", tensor.bytes());
        note("variable", tensor.is_variable() ? 1 : 0);
        note("constant", tensor.is_constant() ? 1 : 0);
        note("constant", tensor.constant());
        note("quantized", tensor.is_quantized() ? 1 : 0);
        note_all("scales", tensor.scales());
        note_all("zero points", tensor.zero_points());
        note("dimension", tensor.quantized_dimension());
        note("scale", tensor.scale());
        note("zero point", tensor.zero_point());
    }
    void describe(const Node& node) {
        note("node", node.index());
        describe(node.code());
        note_all("inputs", node.inputs());
        note_all("outputs", node.outputs());
        for (int i = 0; i <= node.input_count(); ++i) describe(node.input(i));
        for (int i = 0; i <= node.output_count(); ++i) describe(node.output(i));
        note("custom options", node.custom_options());
        describe_options(node);
    }
    void describe_options(const Node& node) {
        namespace o = mote::options;
        if (const auto conv = node.template options<o::Conv2D>(); conv) {
            note("padding", static_cast<int>(conv->padding));
            note("strides", conv->stride_h * 1000 + conv->stride_w);
            note("dilations", conv->dilation_h * 1000 + conv->dilation_w);
        }
        if (const auto pool = node.template options<o::Pool2D>(); pool)
            note("filter", pool->filter_h * 1000 + pool->filter_w);
        if (const auto softmax = node.template options<o::Softmax>(); softmax) note("beta", softmax->beta);
        if (const auto slice = node.template options<o::StridedSlice>(); slice)
            note("end mask", slice->end_mask);
        if (const auto squeeze = node.template options<o::Squeeze>(); squeeze)
            note("squeezed", squeeze->count);
        note("softmax or default",
             static_cast<int>(node.template options_or_default<o::Softmax>().status().code()));
    }

    mote::ModelView<Table> model_;
    std::vector<std::string> lines_;
    bool places_;
};

/// The first line in which two descriptions differ; empty when there is none.
inline std::string first_difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        if (a[i] != b[i]) return std::to_string(i) + ": " + a[i] + " / " + b[i];
    return a.size() == b.size() ? std::string()
                                : std::to_string(a.size()) + " / " + std::to_string(b.size()) + " lines";
}

} // namespace test

#endif
