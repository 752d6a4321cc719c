// SPDX-License-Identifier: Apache-2.0
// The sine of handwritten digits, and the RAM that one arena for two models saves. Exits with 1 where too
// many digits or sines are wrong.
#include "../digits/digits_test.h"
#include "two_models.hpp"

#include <cmath>
#include <cstdio>

namespace {

TwoModels models;

int report(const char* what, const mote::Status& status) {
    std::printf("%s: %s\n", what, status.message().c_str());
    return 1;
}

} // namespace

int main() {
    constexpr float largest_error = 0.1f;

    if (const mote::Status s = models.load(); !s) return report("load", s);
    int images = 0;
    int right = 0;
    for (const auto& record : digits_test) {
        const mote::Result<int> digit = models.classify(record);
        if (!digit) return report("classify", digit.status());
        ++images;
        if (*digit > 6) continue; // the sine was learned up to 2 pi
        const auto x = static_cast<float>(*digit);
        const mote::Result<float> y = models.sine(x);
        if (!y) return report("sine", y.status());
        const bool is_right = *digit == record[64] && std::fabs(*y - std::sin(x)) < largest_error;
        right += is_right ? 1 : 0;
        if (images <= 10) std::printf("an image of %d: sin(%d) = %6.3f\n", record[64], *digit, double{*y});
    }
    int wanted = 0;
    for (const auto& record : digits_test) wanted += record[64] <= 6 ? 1 : 0;
    std::printf("%d of %d right\n", right, wanted);
    std::printf("RAM: %d bytes in two arenas, %d in one: %d saved\n",
                static_cast<int>(TwoModels::separate_bytes), static_cast<int>(TwoModels::shared_bytes),
                static_cast<int>(TwoModels::saved_bytes));
    return right * 100 >= wanted * 97 ? 0 : 1;
}
