// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "examination.hpp"
#include "files.hpp"
#include "json.hpp"
#include "plan_peak.hpp"
#include "plan_svg.hpp"
#include "tensor_text.hpp"
#include "text_table.hpp"

#include "mote/schema/operator_name.hpp"

#include <iostream>

namespace cli {
namespace {

class Plan {
public:
    explicit Plan(const ModelFile& file) : file_(file), examination_(examine(file.model())) {
        if (!examination_.status) throw refused(file.path, examination_.status);
        model_ = Model(file.bytes.data());
        subgraph_ = model_.subgraph(0);
        for (Block& block : examination_.blocks)
            if (block.kind == Block::Kind::alias) set_lifetime(block);
        peak_ = peak_of(examination_.blocks, step_count());
    }

    void print_text() const {
        std::cout << file_.path << ": " << step_count() << " steps\nhead: " << examination_.requirement.head
                  << " bytes; lower bound without overlaps: " << examination_.lower_bound
                  << "\npeak: " << peak_.bytes << " bytes" << peak_text()
                  << "\nvariables and state: " << examination_.state_bytes << " bytes of the tail\n";
        TextTable table("llrrrll");
        table.add({"memory", "steps", "bytes", "offset", "end", "shares", "written by"});
        for (const Block& block : examination_.blocks)
            table.add({memory_text(block), steps_text(block), std::to_string(block.size),
                       offset_text(block, 0), offset_text(block, block.size), shares_text(block),
                       writer_text(block)});
        table.print(std::cout);
    }

    void print_json() const {
        Json blocks = Json::array();
        for (const Block& block : examination_.blocks) blocks.push_back(block_json(block));
        cli::print_json({{"model", file_.path},
                         {"steps", step_count()},
                         {"head", examination_.requirement.head},
                         {"peak", {{"bytes", peak_.bytes}, {"steps", peak_.steps}}},
                         {"lower_bound", examination_.lower_bound},
                         {"state", examination_.state_bytes},
                         {"blocks", blocks}});
    }

    void write_svg(const std::string& path) const {
        std::vector<std::string> steps;
        for (int i = 0; i < step_count(); ++i) steps.push_back(operator_name(i));
        std::vector<std::string> names;
        for (std::size_t i = 0; i < subgraph_.tensors().size(); ++i)
            names.push_back(name_text(model_.tensor(subgraph_, static_cast<std::int32_t>(i)).name()));
        const std::string text = PlanSvg(file_.path, examination_, steps, names).text();
        write_file(path, text.data(), text.size());
    }

private:
    int step_count() const { return static_cast<int>(subgraph_.operators().size()); }
    Node node(int i) const { return {model_, subgraph_, i}; }
    std::string operator_name(int i) const {
        const char* name = mote::name_of(node(i).code());
        return name == nullptr ? "?" : name_text(name);
    }

    template <class Indices>
    static bool contains(const Indices& indices, int tensor) {
        for (std::size_t i = 0; i < indices.size(); ++i)
            if (indices[i] == tensor) return true;
        return false;
    }
    int writer_of(int tensor) const {
        for (int i = 0; i < step_count(); ++i)
            if (contains(node(i).outputs(), tensor)) return i;
        return -1;
    }
    /// A name for memory lives while its tensor does; the memory itself lives longer.
    void set_lifetime(Block& block) const {
        block.first = block.last = (std::max)(writer_of(block.tensor), 0);
        for (int i = 0; i < step_count(); ++i)
            if (contains(node(i).inputs(), block.tensor)) block.last = i;
        if (contains(subgraph_.outputs(), block.tensor)) block.last = step_count();
    }

    std::string peak_text() const {
        return peak_.steps.empty() ? "" : " at " + cli::steps_text(peak_.steps, step_count());
    }
    static std::string memory_text(const Block& block) {
        if (block.tensor != Block::none) return "tensor " + std::to_string(block.tensor);
        return block.kind == Block::Kind::state ? "state" : "scratch";
    }
    std::string steps_text(const Block& block) const {
        if (block.kind == Block::Kind::state) return "always";
        const auto step = [this](int i) {
            return i == step_count() ? std::string("end") : std::to_string(i);
        };
        return block.first == block.last ? step(block.first) : step(block.first) + " - " + step(block.last);
    }
    /// The place of a name for other memory is that memory's.
    std::uint32_t offset_of(const Block& block) const {
        for (const Block& other : examination_.blocks)
            if (block.kind == Block::Kind::alias && other.tensor == block.shares) return other.offset;
        return block.offset;
    }
    std::string offset_text(const Block& block, std::uint32_t further) const {
        return (block.kind == Block::Kind::state ? "state + " : "") +
               std::to_string(offset_of(block) + further);
    }
    static std::string shares_text(const Block& block) {
        if (block.shares == Block::none) return "";
        return (block.kind == Block::Kind::alias ? "is tensor " : "overlaps tensor ") +
               std::to_string(block.shares);
    }
    std::string writer_text(const Block& block) const {
        const bool is_input = block.tensor != Block::none && contains(subgraph_.inputs(), block.tensor);
        if (is_input) return "graph input";
        const int writer = block.tensor == Block::none ? block.first : writer_of(block.tensor);
        if (block.kind == Block::Kind::state || writer < 0) return "";
        return std::to_string(writer) + " " + operator_name(writer);
    }

    Json block_json(const Block& block) const {
        static constexpr const char* kinds[] = {"head", "alias", "state"};
        Json object{{"kind", kinds[static_cast<int>(block.kind)]},
                    {"tensor", block.tensor == Block::none ? Json() : Json(block.tensor)},
                    {"bytes", block.size},
                    {"offset", offset_of(block)},
                    {"shares", block.shares == Block::none ? Json() : Json(block.shares)}};
        if (block.kind != Block::Kind::state) {
            object["first"] = block.first;
            object["last"] = block.last;
        }
        return object;
    }

    const ModelFile& file_;
    Examination examination_;
    Model model_;
    mote::SubgraphView<mote::FlatTable> subgraph_;
    Peak peak_;
};

} // namespace

int plan(const PlanOptions& options) {
    const ModelFile file(options.model);
    const Plan command(file);
    if (!options.svg.empty()) command.write_svg(options.svg);
    if (options.json)
        command.print_json();
    else
        command.print_text();
    return exit_done;
}

} // namespace cli
