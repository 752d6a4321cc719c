// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "files.hpp"
#include "golden.hpp"
#include "isa.hpp"
#include "json.hpp"

#include <algorithm>
#include <filesystem>

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

} // namespace

int verify(const VerifyOptions& options) {
    int passed = 0;
    Json failures = Json::array();
    for (const std::string& path : options.paths)
        for (const std::string& model : models_at(path)) {
            const ModelFile file(model);
            const auto runner =
                make_runner(options.isa, options.preserve_all ? Mode::preserving : Mode::ordinary);
            const std::string reason = verify_with(*runner, *runner, file.model());
            if (reason.empty()) {
                ++passed;
                continue;
            }
            failures.push_back({{"file", model}, {"reason", reason}});
            if (!options.json) std::cout << model << ": " << reason << '\n';
        }
    if (options.json)
        print_json({{"passed", passed}, {"failed", failures.size()}, {"failures", failures}});
    else
        std::cout << passed << " passed, " << failures.size() << " failed\n";
    return failures.empty() ? exit_done : exit_refused;
}

} // namespace cli
