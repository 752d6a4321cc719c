// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_RUNTIME_STATIC_PROGRAM_HPP
#define MOTE_RUNTIME_STATIC_PROGRAM_HPP

#include "config.hpp"
#include "op_set.hpp"
#include "preparation.hpp"
#include "static_model.hpp"

#include <utility>

/// The program of a model whose bytes the compiler knows. It is made in several constant expressions (its
/// size, its layout, each step's table), so that none exceeds what compilers evaluate by default.
namespace mote::detail {

/// What a static program is made from.
template <const auto& Bytes, class UsedOps, class UsedConfig>
struct StaticSource {
    using Ops = UsedOps;
    using Config = UsedConfig;
    using Node = NodeView<ByteTable>;

    static constexpr ModelBytes bytes = static_bytes<Bytes>();
    static constexpr ModelView<ByteTable> model() noexcept {
        return ModelView<ByteTable>(bytes.data, bytes.size);
    }
    static constexpr SubgraphView<ByteTable> subgraph() noexcept { return model().subgraph(0); }
    static constexpr int step_count() noexcept { return static_cast<int>(subgraph().operators().size()); }
    static constexpr Node node(int step) noexcept { return Node(model(), subgraph(), step); }
    static constexpr NeededOperators needed() noexcept { return needed_operators<Bytes, Ops>; }
    /// Records enough for all tensors and each operator's extras.
    static constexpr std::size_t buffer_capacity() noexcept {
        return subgraph().tensors().size() + 4 * subgraph().operators().size() + 1;
    }
};

/// How preparing went and what the program needs. Its tail is variables and state alone: the program is in
/// flash.
struct StaticOutcome {
    StatusCode code = StatusCode::ok;
    int operator_index = -1;
    int tensor_index = -1;
    Requirement need{};
    std::int32_t words = 0;
    std::int32_t step_words = 0;
};

/// Prepares without tables, into `words` if there is room.
template <class Source>
constexpr StaticOutcome prepare_static(std::uint32_t* words, std::size_t capacity,
                                       bool keeps_program_in_tail = false) noexcept {
    constexpr std::size_t buffer_count = Source::buffer_capacity();
    Buffer buffers[buffer_count]{};
    const PreparationMemory memory{words, capacity, buffers + buffer_count, buffer_count, 0};
    using Prepared = Preparation<typename Source::Ops, typename Source::Config, ByteTable>;
    Prepared prepared(Source::model(), Source::needed(), memory, {},
                      PreparationMode{false, keeps_program_in_tail, false});
    const Status status = prepared.run();
    StaticOutcome outcome;
    outcome.code = status.code();
    outcome.operator_index = status.operator_index();
    outcome.tensor_index = status.tensor_index();
    outcome.need = prepared.requirement();
    outcome.words = prepared.program_words();
    outcome.step_words = prepared.step_words();
    return outcome;
}

template <class Source>
inline constexpr StaticOutcome static_outcome = prepare_static<Source>(nullptr, 0);

/// What an interpreter needs that keeps the program in its arena.
template <class Source>
inline constexpr StaticOutcome loaded_outcome = prepare_static<Source>(nullptr, 0, true);

/// Words of the program, at least one so that it can be an array.
template <class Source>
inline constexpr std::int32_t static_words = maximum<std::int32_t>(static_outcome<Source>.words, 1);

template <class Source>
constexpr Words<static_words<Source>> lay_out() noexcept {
    Words<static_words<Source>> result{};
    static_cast<void>(prepare_static<Source>(result.word, static_cast<std::size_t>(static_words<Source>)));
    return result;
}

/// The program with its tables left zero.
template <class Source>
inline constexpr auto static_layout = lay_out<Source>();

template <class Source>
constexpr auto find_starts() noexcept {
    Words<Source::step_count() + 1> result{};
    std::uint32_t at = 0;
    for (int step = 0; step < Source::step_count(); ++step) {
        result.word[step] = at;
        at += static_cast<std::uint32_t>(StepHeader::from_word(static_layout<Source>.word[at]).words);
    }
    result.word[Source::step_count()] = at;
    return result;
}

/// Where each step starts, and the last one ends.
template <class Source>
inline constexpr auto static_starts = find_starts<Source>();

template <class Source>
constexpr StepHeader static_header(int step) noexcept {
    return StepHeader::from_word(static_layout<Source>.word[static_starts<Source>.word[step]]);
}

template <class Source>
constexpr std::int32_t static_table_words(int step) noexcept {
    const StepHeader header = static_header<Source>(step);
    return header.words -
           layout_of<typename Source::Ops, typename Source::Config>(header.kind).fixed_words(header);
}

template <class Source>
struct OneParam {
    std::uint32_t value;
};

/// Whether params can become words in a constant expression: not without the compiler's own bit cast.
template <class Params, std::uint32_t = bit_cast<Words<1>>(Params{}).word[0]>
constexpr bool can_store_params(int) noexcept {
    return true;
}
template <class>
constexpr bool can_store_params(...) noexcept {
    return false;
}

/// Stands in for the preparation where only an op's table is wanted.
template <class UsedConfig>
struct TableOwner {
    using Config = UsedConfig;

    std::uint32_t* words;

    constexpr WordTable grant_table(std::int32_t) noexcept { return WordTable(words); }
    constexpr void grant_extra(std::uint32_t, bool) noexcept {}
    constexpr void grant_overlap(int, std::uint32_t) noexcept {}
    constexpr void grant_alias(int) noexcept {}
};

template <class Source, int Step, std::int32_t Count>
constexpr Words<Count> make_table() noexcept {
    Words<Count> result{};
    TableOwner<typename Source::Config> owner{result.word};
    Requests<TableOwner<typename Source::Config>> requests(owner);
    Source::Ops::visit(static_header<Source>(Step).kind, [&](auto variant) {
        static_cast<void>(decltype(variant)::prepare(Source::node(Step), requests));
    });
    return result;
}

template <class Source, int Step, std::int32_t Count>
inline constexpr Words<Count> static_table = make_table<Source, Step, Count>();

template <class Source, int Step>
constexpr void fill_table(Words<static_words<Source>>& program) noexcept {
    constexpr std::int32_t count = static_table_words<Source>(Step);
    if constexpr (count > 0) {
        const std::uint32_t first = static_starts<Source>.word[Step + 1] - static_cast<std::uint32_t>(count);
        for (std::int32_t i = 0; i < count; ++i)
            program.word[first + static_cast<std::uint32_t>(i)] = static_table<Source, Step, count>.word[i];
    }
}

template <class Source, int... Step>
constexpr auto assemble(std::integer_sequence<int, Step...>) noexcept {
    Words<static_words<Source>> program = static_layout<Source>;
    (fill_table<Source, Step>(program), ...);
    return program;
}

/// The finished program, in flash.
template <class Source>
inline constexpr auto
    static_program = assemble<Source>(std::make_integer_sequence<int, Source::step_count()>{});

} // namespace mote::detail

#endif
