// SPDX-License-Identifier: Apache-2.0
// Prints what setting up and running a model takes, one "name value" a line; operators in their order.
#include "app.hpp"

#include "../../examples/cli/multiply_accumulates.hpp"
#include "../../examples/cli/xorshift.hpp"
#include "../../tests/bare_metal/console.hpp"
#include "../../tests/bare_metal/counter.hpp"
#include "../../tests/bare_metal/stack.hpp"
#include "../../tests/support/crc32.hpp"

#include "mote/schema/flat_table.hpp"
#include "mote/schema/node_view.hpp"
#include "mote/schema/operator_name.hpp"

namespace {

/// The same bytes before every invoke.
void fill_input(const mote::ModelView<mote::FlatTable>& model) {
    const auto type = model.tensor(model.subgraph(0), model.subgraph(0).inputs()[0]).type();
    cli::Xorshift32(1).fill(type, app::input().data, app::input().size);
}

void check(bool done, const char* what, board::Console& out) {
    if (done) return;
    out << what << " failed\n";
    board::exit(1);
}

struct Cost {
    std::uint32_t instructions;
    std::size_t stack;
};
template <class Work>
__attribute__((noinline)) Cost cost_of(const board::Counter& counter, Work work) {
    const std::uint32_t* const from = board::stack_now();
    board::paint_stack();
    const std::uint32_t instructions = counter.count(work);
    return {instructions, board::stack_used(from)};
}

} // namespace

int main() {
    board::Console out;
    const board::Counter counter;
    bool done = false;

    out << "setup_verified " << cost_of(counter, [&] { done = app::load_verified(); }).instructions << '\n';
    check(done, "load_verified", out);
    const Cost setup = cost_of(counter, [&] { done = app::load(); });
    check(done, "load", out);
    out << "setup " << setup.instructions << "\nsetup_stack " << setup.stack << '\n';

    const mote::ModelView<mote::FlatTable> model(app::model_data);
    fill_input(model);
    check(app::invoke(), "invoke", out);
    fill_input(model);
    const Cost invoke = cost_of(counter, [&] { done = app::invoke(); });
    check(done, "invoke", out);
    out << "invoke " << invoke.instructions << "\ninvoke_stack " << invoke.stack << '\n';
    (out << "crc ").hex(test::crc32(app::output().data, app::output().size)) << '\n';

    if (model.tensor(model.subgraph(0), model.subgraph(0).outputs()[0]).is<float>())
        for (std::size_t at = 0; at < app::output().size; at += 4)
            (out << "float ").hex(mote::load_le<std::uint32_t>(app::output().data + at)) << '\n';

    const app::Sizes sizes = app::sizes();
    out << "head " << sizes.head << "\ntail " << sizes.tail << "\nobject " << sizes.object << '\n';

    fill_input(model);
    const auto subgraph = model.subgraph(0);
    for (int i = 0; i < static_cast<int>(subgraph.operators().size()); ++i) {
        const std::uint32_t instructions = counter.count([&] { done = app::step(); });
        check(done, "step", out);
        const mote::NodeView<mote::FlatTable> node(model, subgraph, i);
        out << "operator " << mote::name_of(node.code()) << ' ' << instructions << ' '
            << cli::multiply_accumulates(node) << '\n';
    }
}
