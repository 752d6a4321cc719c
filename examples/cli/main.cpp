// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "failure.hpp"
#include "isa.hpp"
#include "json.hpp"
#include "nearest.hpp"

#include <CLI/CLI.hpp>

#include <cstring>
#include <functional>
#include <iostream>

namespace cli {
namespace {

/// What the command line may say, and what it said.
class CommandLine {
public:
    CommandLine()
        : app_("Runs, checks and describes .tflite models as mote does on a microcontroller.", "mote") {
        app_.set_version_flag("--version", "mote " MOTE_CLI_VERSION);
        app_.require_subcommand(1);
        add_run();
        add_verify();
        add(inspect_, inspect, "inspect", "Say what a model needs, and the C++ to run it");
        add_plan();
        add_embed();
        add_bench();
    }

    /// Performs the sub-command that is named. Returns the exit status.
    int perform(int argc, char** argv) {
        check_sub_command(argc, argv);
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return report(error);
        }
        return action_();
    }

private:
    /// A sub-command on `options`, with what all have.
    template <class Options>
    CLI::App& add(Options& options, int (*command)(const Options&), const char* name, const char* words) {
        CLI::App& sub = *app_.add_subcommand(name, words);
        if constexpr (!std::is_same_v<Options, VerifyOptions>)
            sub.add_option("model", options.model, "The .tflite file; - is standard input")
                ->required()
                ->type_name("MODEL");
        sub.add_flag("--json", options.json, "Print one JSON object instead of text");
        sub.callback(
            [this, &options, command] { action_ = [&options, command] { return command(options); }; });
        return sub;
    }
    static void add_isa(CLI::App& sub, KernelOptions& kernels) {
        sub.add_option("--isa", kernels.isa,
                       "Instruction set whose kernels run: " + isa_names() +
                           "; native is the best that this CPU has")
            ->capture_default_str();
    }
    static void add_kernels(CLI::App& sub, KernelOptions& kernels) {
        add_isa(sub, kernels);
        sub.add_option("--numerics", kernels.numerics,
                       "How results are rounded: " + numerics_names() +
                           "; others than reference run with --isa scalar, which native means for them")
            ->capture_default_str();
    }

    void add_run() {
        CLI::App& sub = add(run_, run, "run", "Run a model, on files or on random inputs");
        sub.add_option(
               "--input", run_.inputs,
               "An input's bytes or .npy array, once per input, in the model's order or by name; for all "
               "invokes or a slice for each; floats for a quantised input are quantised")
            ->type_name("[NAME=]FILE")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        sub.add_option("--output", run_.output, "Write each output to PREFIX.inv<k>.out<i>.bin")
            ->type_name("PREFIX");
        sub.add_option("--output-npy", run_.output_npy, "Write each output to PREFIX.inv<k>.out<i>.npy")
            ->type_name("PREFIX");
        sub.add_option("--invokes", run_.invokes, "How often to run it")
            ->check(CLI::Range(1, most))
            ->type_name("N");
        sub.add_option("--seed", run_.seed, "Where the random inputs start")
            ->type_name("S")
            ->capture_default_str();
        sub.add_option("--arena", run_.arena, "Bytes of arena, instead of what the model needs")
            ->check(CLI::Range(std::size_t{0}, std::size_t{1} << 30))
            ->type_name("BYTES");
        sub.add_option("--dump", run_.dump, "Keep all tensors, write each to PREFIX.sg0.t<i>.bin")
            ->type_name("PREFIX");
        add_kernels(sub, run_.kernels);
    }
    void add_verify() {
        CLI::App& sub =
            add(verify_, verify, "verify", "Run the test vectors that models carry in their metadata");
        sub.add_option("path", verify_.paths,
                       "Models, and directories to search for *.tflite; - is a model on standard input")
            ->required()
            ->type_name("PATH");
        sub.add_flag("--preserve-all", verify_.preserve_all, "Give every tensor memory of its own");
        add_kernels(sub, verify_.kernels);
    }
    void add_plan() {
        CLI::App& sub = add(plan_, plan, "plan", "Show where in the arena each tensor lives, and when");
        sub.add_option("--svg", plan_.svg, "Also draw it: steps across, bytes up")->type_name("FILE");
    }
    void add_embed() {
        CLI::App& sub = add(embed_, embed, "embed", "Turn a model into a C++ header");
        sub.add_option("--name", embed_.name, "What the array is called, instead of as the file")
            ->type_name("NAME");
        sub.add_option("--output", embed_.output, "The header, instead of standard output")
            ->type_name("FILE");
        sub.add_flag("--force", embed_.force, "Write it also when the model cannot run");
    }
    void add_bench() {
        CLI::App& sub = add(bench_, bench, "bench", "Measure how long an invoke takes");
        sub.add_option("--repeat", bench_.repeat, "How many invokes to measure; otherwise a second of them")
            ->check(CLI::Range(1, most))
            ->type_name("N");
        sub.add_flag("--profile", bench_.profile, "Also each operator, with its share (medians)");
        add_isa(sub, bench_.kernels);
    }

    /// The first word names a sub-command, or something is asked of the tool itself.
    void check_sub_command(int argc, char** argv) const {
        if (argc < 2 || argv[1][0] == '-') return;
        std::vector<std::string> names;
        for (const CLI::App* sub : app_.get_subcommands({})) names.push_back(sub->get_name());
        for (const std::string& name : names)
            if (name == argv[1]) return;
        throw usage_error("no sub-command " + std::string(argv[1]) + "; there are " + joined(names) +
                          did_you_mean(argv[1], names));
    }

    /// Throws when an option was given that `sub`, called `command`, does not have.
    static void check_options(const CLI::App& sub, const std::string& command) {
        std::vector<std::string> known;
        for (const CLI::Option* option : sub.get_options())
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        for (const std::string& word : sub.remaining()) {
            if (word.size() < 2 || word[0] != '-') continue;
            const std::string option = word.substr(0, word.find('='));
            throw usage_error("no option " + option + did_you_mean(option, known) + "; see " + command +
                              " --help");
        }
    }

    /// Help where that was asked for, else what is wrong, on one line.
    int report(const CLI::ParseError& error) const {
        if (error.get_exit_code() == 0) return app_.exit(error);
        std::string command = "mote";
        for (const CLI::App* sub : app_.get_subcommands()) {
            command += " " + sub->get_name();
            check_options(*sub, command);
        }
        if (command == "mote") check_options(app_, command);
        std::string words = error.what();
        for (char& c : words)
            if (c == '\n') c = ' ';
        throw usage_error(words + "; see " + command + " --help");
    }

    static constexpr int most = 1000000000;

    CLI::App app_;
    std::function<int()> action_;
    RunOptions run_;
    VerifyOptions verify_;
    InspectOptions inspect_;
    PlanOptions plan_;
    EmbedOptions embed_;
    BenchOptions bench_;
};

/// Whether a sub-command is asked for JSON, before its arguments have been read.
bool wants_json(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "--json") == 0) return true;
    return false;
}

/// Why a command ends early: a line on stderr, and an object on stdout if that is to have one.
void report(const Failure& failure, bool as_json) {
    if (as_json && !failure.has_output()) print_json({{"error", failure.what()}});
    std::cout.flush();
    std::cerr << "mote: " << failure.what() << '\n';
}

int perform(int argc, char** argv) {
    try {
        const int status = CommandLine().perform(argc, argv);
        if (!std::cout.flush()) throw usage_error("standard output: cannot be written").after_output();
        return status;
    } catch (const Failure&) {
        throw;
    } catch (const std::exception& error) {
        throw usage_error(error.what());
    }
}

} // namespace
} // namespace cli

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        return cli::perform(argc, argv);
    } catch (const cli::Failure& failure) {
        cli::report(failure, cli::wants_json(argc, argv));
        return failure.status();
    }
}
