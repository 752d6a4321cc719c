// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_CPP_LINES_HPP
#define MOTE_CLI_CPP_LINES_HPP

#include "examination.hpp"
#include "tensor_text.hpp"

#include "mote/core/status_message.hpp"
#include "mote/schema/operator_name.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cli {

/// Adds what `more` has and `all` has not.
inline void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const std::string& item : more)
        if (std::find(all.begin(), all.end(), item) == all.end()) all.push_back(item);
}

/// What a user writes to run a model: the ops' headers and their set, with the element types that the model
/// has.
class CppLines {
public:
    explicit CppLines(const Model& model) {
        const auto subgraph = model.subgraph(0);
        const std::vector<bool> needed = needed_operators(model);
        for (std::size_t i = 0; i < needed.size(); ++i)
            if (needed[i]) add(Node(model, subgraph, static_cast<int>(i)));
    }

    /// The whole of it, for a model that `mote embed` writes as array `name`, from `file`.
    std::string text(const std::string& name, const std::string& file) const {
        std::string all = "#include <mote/mote.hpp>\n";
        for (const std::string& header : headers_) all += "#include <" + header + ">\n";
        all += "#include <mote/runtime/static_interpreter.hpp> // arena_bytes\n";
        all += "#include \"" + name + ".h\" // mote embed " + name_text(file.c_str()) + " --output " + name +
               ".h\n";
        return all + "\nusing Ops = " + op_set() + ";\n" + interpreter(name) + " interpreter;\n";
    }
    /// Whose arena is what the instruction set that the compiler targets needs.
    static std::string interpreter(const std::string& name) {
        return "mote::MicroInterpreter<mote::arena_bytes<" + name + ", Ops>, Ops>";
    }

    /// "mote/ops/conv_2d.hpp", ...
    const std::set<std::string>& headers() const { return headers_; }
    /// "mote::ops::Conv2D<std::int8_t>", ...
    std::vector<std::string> ops() const {
        std::vector<std::string> texts;
        for (const auto& [op, arguments] : ops_) {
            std::string list;
            for (const std::string& argument : arguments) list += (list.empty() ? "" : ", ") + argument;
            texts.push_back("mote::ops::" + op + "<" + list + ">");
        }
        return texts;
    }
    /// "mote::OpSet<...>".
    std::string op_set() const {
        std::string lines;
        for (const std::string& op : ops())
            lines += (lines.empty() ? "" : ",\n                        ") + op;
        return "mote::OpSet<" + lines + ">";
    }

private:
    void add(const Node& node) {
        const Choice choice = choose_op(node);
        const char* name = mote::name_of(node.code());
        if (!choice.status || name == nullptr) return;
        mote::StatusWriter writer;
        writer.put_op_name(name);
        add_new(ops_[writer.out.c_str()], choice.arguments);
        std::string header = name;
        for (char& c : header) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        headers_.insert("mote/ops/" + header + ".hpp");
    }

    std::map<std::string, std::vector<std::string>> ops_;
    std::set<std::string> headers_;
};

} // namespace cli

#endif
