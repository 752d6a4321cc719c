// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "failure.hpp"
#include "isa.hpp"

#include <CLI/CLI.hpp>

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
            sub.add_option("model", options.model, "The .tflite file")->required()->type_name("MODEL");
        sub.add_flag("--json", options.json, "Print one JSON object instead of text");
        sub.callback(
            [this, &options, command] { action_ = [&options, command] { return command(options); }; });
        return sub;
    }
    static void add_isa(CLI::App& sub, std::string& isa) {
        sub.add_option("--isa", isa, "Instruction set whose kernels run: " + isa_names())
            ->capture_default_str();
    }

    void add_run() {
        CLI::App& sub = add(run_, run, "run", "Run a model, on files or on random inputs");
        sub.add_option("--input", run_.inputs,
                       "An input's bytes, once per input; for all invokes or a slice for each")
            ->type_name("FILE")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        sub.add_option("--output", run_.output, "Write each output to PREFIX.inv<k>.out<i>.bin")
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
        add_isa(sub, run_.isa);
    }
    void add_verify() {
        CLI::App& sub =
            add(verify_, verify, "verify", "Run the test vectors that models carry in their metadata");
        sub.add_option("path", verify_.paths, "Models, and directories to search for *.tflite")
            ->required()
            ->type_name("PATH");
        sub.add_flag("--preserve-all", verify_.preserve_all, "Give every tensor memory of its own");
        add_isa(sub, verify_.isa);
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
    }
    void add_bench() {
        CLI::App& sub = add(bench_, bench, "bench", "Measure how long an invoke takes");
        sub.add_option("--repeat", bench_.repeat, "How many invokes to measure; otherwise a second of them")
            ->check(CLI::Range(1, most))
            ->type_name("N");
        sub.add_flag("--profile", bench_.profile, "Also each operator, with its share (medians)");
        add_isa(sub, bench_.isa);
    }

    /// Help where that was asked for, else what is wrong, on one line.
    int report(const CLI::ParseError& error) const {
        if (error.get_exit_code() == 0) return app_.exit(error);
        std::string command = "mote";
        for (const CLI::App* sub : app_.get_subcommands()) command += " " + sub->get_name();
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

} // namespace
} // namespace cli

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        const int status = cli::CommandLine().perform(argc, argv);
        if (!std::cout.flush()) throw cli::usage_error("standard output: cannot be written");
        return status;
    } catch (const cli::Failure& failure) {
        std::cout.flush();
        std::cerr << "mote: " << failure.what() << '\n';
        return failure.status();
    } catch (const std::exception& error) {
        std::cerr << "mote: " << error.what() << '\n';
        return cli::exit_usage;
    }
}
