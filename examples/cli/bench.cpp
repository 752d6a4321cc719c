// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "inputs.hpp"
#include "isa.hpp"
#include "json.hpp"
#include "multiply_accumulates.hpp"
#include "progress.hpp"
#include "text_table.hpp"

#include "mote/schema/operator_name.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>

namespace cli {
namespace {

using Clock = std::chrono::steady_clock;

/// Nanoseconds of many runs of one thing.
class Times {
public:
    void add(double nanoseconds) { all_.push_back(nanoseconds); }
    std::size_t count() const { return all_.size(); }
    double minimum() const { return all_.empty() ? 0 : *std::min_element(all_.begin(), all_.end()); }
    double median() const {
        if (all_.empty()) return 0;
        std::vector<double> sorted = all_;
        const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
        std::nth_element(sorted.begin(), middle, sorted.end());
        return *middle;
    }

private:
    std::vector<double> all_;
};

std::string decimals(double value, int places) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    return text;
}
double rounded(double value) { return std::stod(decimals(value, 3)); }

class Bench {
public:
    explicit Bench(const BenchOptions& options)
        : options_(options),
          file_(options.model),
          inputs_(1),
          kernels_(choose_kernels(options.kernels)),
          runner_(kernels_.make_runner(options.profile ? Mode::profiling : Mode::ordinary)) {
        check(runner_->open(file_.model()));
        operators_.resize(options.profile ? runner_->model().subgraph(0).operators().size() : 0);
    }

    void measure() {
        invoke(); // warms up
        operators_.assign(operators_.size(), Times());
        Progress progress;
        const auto end = Clock::now() + std::chrono::seconds(1);
        while (options_.repeat > 0 ? static_cast<int>(total_.count()) < options_.repeat
                                   : total_.count() < 10 || Clock::now() < end) {
            total_.add(invoke());
            progress.show([this] { return progress_text(); });
        }
    }

    void print_text() const {
        std::cout << file_.path << ": " << total_.count() << " invokes on " << kernels_.isa << '\n'
                  << "microseconds per invoke: minimum " << decimals(total_.minimum() / 1e3, 3) << ", median "
                  << decimals(total_.median() / 1e3, 3) << '\n';
        if (const std::uint64_t macs = multiply_accumulates(runner_->model()); macs > 0)
            std::cout << "multiply-accumulates: " << macs << "; "
                      << decimals(per_second(macs, total_.minimum()) / 1e6, 1)
                      << " million per second at best\n";
        if (options_.profile) print_profile();
    }

    void print_json() const {
        const std::uint64_t macs = multiply_accumulates(runner_->model());
        Json object{
            {"model", file_.path},
            {"isa", kernels_.isa},
            {"invokes", total_.count()},
            {"microseconds",
             {{"minimum", rounded(total_.minimum() / 1e3)}, {"median", rounded(total_.median() / 1e3)}}},
            {"multiply_accumulates", macs},
            {"multiply_accumulates_per_second", rounded(per_second(macs, total_.minimum()))}};
        if (options_.profile) {
            object["operators"] = Json::array();
            for (int i = 0; i < static_cast<int>(operators_.size()); ++i)
                object["operators"].push_back({{"index", i},
                                               {"name", name(i)},
                                               {"microseconds", rounded(median(i) / 1e3)},
                                               {"share", rounded(median(i) / profiled_sum())},
                                               {"multiply_accumulates", multiply_accumulates(node(i))}});
        }
        cli::print_json(object);
    }

private:
    void check(const mote::Status& status) const {
        if (!status) throw refused(file_.path, status);
    }
    Node node(int i) const { return {runner_->model(), runner_->model().subgraph(0), i}; }
    std::string name(int i) const { return mote::name_of(node(i).code()); }
    double median(int i) const { return operators_[static_cast<std::size_t>(i)].median(); }
    double profiled_sum() const {
        double sum = 0;
        for (const Times& times : operators_) sum += times.median();
        return (std::max)(sum, 1e-9);
    }
    static double per_second(std::uint64_t macs, double nanoseconds) {
        return static_cast<double>(macs) * 1e9 / (std::max)(nanoseconds, 1.0);
    }

    /// Writes the inputs and times one invoke.
    double invoke() {
        inputs_.write(*runner_, 0);
        const auto start = Clock::now();
        const mote::Status status = runner_->invoke();
        const std::chrono::duration<double, std::nano> time = Clock::now() - start;
        check(status);
        for (std::size_t i = 0; i < operators_.size(); ++i)
            operators_[i].add(runner_->nanoseconds(static_cast<int>(i)));
        return time.count();
    }

    std::string progress_text() const {
        std::string text = std::to_string(total_.count());
        if (options_.repeat > 0) text += " of " + std::to_string(options_.repeat);
        return text + " invokes, minimum " + decimals(total_.minimum() / 1e3, 1) + " microseconds";
    }

    void print_profile() const {
        TextTable table("rlrrr");
        table.add({"#", "operator", "us", "share", "MAC/us"});
        for (int i = 0; i < static_cast<int>(operators_.size()); ++i) {
            const std::uint64_t macs = multiply_accumulates(node(i));
            table.add({std::to_string(i), name(i), decimals(median(i) / 1e3, 3),
                       decimals(100 * median(i) / profiled_sum(), 1) + " %",
                       macs == 0 ? "" : decimals(per_second(macs, median(i)) / 1e6, 1)});
        }
        table.print(std::cout);
    }

    const BenchOptions& options_;
    ModelFile file_;
    Inputs inputs_;
    const KernelSet& kernels_;
    std::unique_ptr<Runner> runner_;
    Times total_;
    std::vector<Times> operators_;
};

} // namespace

int bench(const BenchOptions& options) {
    Bench command(options);
    command.measure();
    if (options.json)
        command.print_json();
    else
        command.print_text();
    return exit_done;
}

} // namespace cli
