// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

namespace {

/// CLI11's errors on one line, after the (sub-)command's name.
int report_usage(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error); // --help, --version
    std::string command = "mote";
    for (const CLI::App* sub : app.get_subcommands()) command += " " + sub->get_name();
    std::string words = error.what();
    for (char& c : words)
        if (c == '\n') c = ' ';
    std::cerr << command << ": " << words << "; see " << command << " --help\n";
    return cli::exit_usage;
}

int perform(const cli::Action& action) {
    const int status = action();
    if (!std::cout.flush()) throw cli::usage_error("standard output: cannot be written");
    return status;
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    CLI::App app("Runs, checks and describes .tflite models as mote does on a microcontroller.", "mote");
    app.set_version_flag("--version", "mote " MOTE_CLI_VERSION);
    app.require_subcommand(1);
    cli::Action action;
    cli::add_run(app, action);
    cli::add_verify(app, action);
    cli::add_inspect(app, action);
    cli::add_plan(app, action);
    cli::add_embed(app, action);
    cli::add_bench(app, action);
    try {
        app.parse(argc, argv);
        return perform(action);
    } catch (const CLI::ParseError& error) {
        return report_usage(app, error);
    } catch (const cli::Failure& failure) {
        std::cout.flush();
        std::cerr << "mote: " << failure.what() << '\n';
        return failure.status();
    } catch (const std::exception& error) {
        std::cerr << "mote: " << error.what() << '\n';
        return cli::exit_usage;
    }
}
