// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "files.hpp"
#include "golden.hpp"
#include "isa.hpp"
#include "json.hpp"
#include "progress.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace cli {
namespace {

/// The models that a path names: itself, or every *.tflite below a directory.
std::vector<std::string> models_at(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::is_directory(path, error)) return {path};
    std::vector<std::string> models;
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".tflite" && !it->is_directory()) models.push_back(it->path().string());
    if (error) throw usage_error(path + ": " + error.message());
    std::sort(models.begin(), models.end());
    return models;
}

/// Counts what passes, and tells of what does not.
class Verification {
public:
    explicit Verification(const VerifyOptions& options)
        : options_(options), kernels_(choose_kernels(options.kernels)) {}

    void perform() {
        std::vector<std::string> models;
        for (const std::string& path : options_.paths)
            for (const std::string& model : models_at(path)) models.push_back(model);
        for (std::size_t i = 0; i < models.size(); ++i) {
            progress_.show([&] {
                return std::to_string(i) + " of " + std::to_string(models.size()) + ": " + models[i];
            });
            verify(ModelFile(models[i]));
        }
        progress_.wipe();
    }

    ExitStatus status() const { return failures_.empty() ? exit_done : exit_refused; }

    void print_text() const {
        std::cout << passed_ << " passed, " << failures_.size() << " failed";
        if (skipped_ > 0) std::cout << ", " << skipped_ << " skipped";
        std::cout << '\n';
    }
    void print_json() const {
        cli::print_json({{"isa", kernels_.isa},
                         {"numerics", kernels_.numerics},
                         {"passed", passed_},
                         {"failed", failures_.size()},
                         {"skipped", skipped_},
                         {"failures", failures_}});
    }

private:
    void verify(const ModelFile& file) {
        const auto runner = kernels_.make_runner(options_.preserve_all ? Mode::preserving : Mode::ordinary);
        const mote::Status opened = runner->open(file.model());
        if (!opened) return fail(file.path, std::string("refused: ") + opened.message().c_str());
        if (!GoldenVectors(runner->model()).present()) {
            ++skipped_;
            return;
        }
        const std::string reason = verify_loaded(*runner);
        if (!reason.empty()) return fail(file.path, reason);
        ++passed_;
    }
    void fail(const std::string& file, const std::string& reason) {
        failures_.push_back({{"file", file}, {"reason", reason}});
        if (options_.json) return;
        progress_.wipe();
        std::cout << file << ": " << reason << std::endl;
    }

    const VerifyOptions& options_;
    const KernelSet& kernels_;
    Progress progress_;
    int passed_ = 0;
    int skipped_ = 0;
    Json failures_ = Json::array();
};

} // namespace

int verify(const VerifyOptions& options) {
    Verification command(options);
    command.perform();
    if (options.json)
        command.print_json();
    else
        command.print_text();
    return command.status();
}

} // namespace cli
