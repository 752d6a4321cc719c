// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_PLAN_PEAK_HPP
#define MOTE_CLI_PLAN_PEAK_HPP

#include "examination.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace cli {

/// Where a plan reaches highest: the end of the highest byte that is in use at any step, and at which steps
/// that is. The head is that, rounded up.
struct Peak {
    std::uint32_t bytes = 0;
    std::vector<int> steps;
};

/// `step_count`: of the model's operators; what lives after the last one is at the step of that number.
inline Peak peak_of(const std::vector<Block>& blocks, int step_count) {
    Peak peak;
    for (int step = 0; step <= step_count; ++step) {
        std::uint32_t end = 0;
        for (const Block& block : blocks)
            if (block.kind == Block::Kind::head && block.first <= step && step <= block.last)
                end = (std::max)(end, block.offset + block.size);
        if (end > peak.bytes) peak = {end, {}};
        if (end == peak.bytes && end > 0) peak.steps.push_back(step);
    }
    return peak;
}

/// "step 2", "steps 2 to 4, 7"; the last step of a model is "end".
inline std::string steps_text(const std::vector<int>& steps, int step_count) {
    const auto word = [&](int step) { return step == step_count ? "end" : std::to_string(step); };
    std::string text = steps.size() == 1 ? "step " : "steps ";
    for (std::size_t i = 0, next = 0; i < steps.size(); i = next) {
        for (next = i + 1; next < steps.size() && steps[next] == steps[next - 1] + 1;) ++next;
        text += (i == 0 ? "" : ", ") + word(steps[i]);
        if (next > i + 1) text += " to " + word(steps[next - 1]);
    }
    return text;
}

} // namespace cli

#endif
