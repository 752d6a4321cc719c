// SPDX-License-Identifier: Apache-2.0
// The least that a program does with a model: the firmware whose size counts. Without a model
// (SMALLEST_BASELINE): what any firmware has. With SMALLEST_VERIFIED the model's bytes are verified.
#include "app.hpp"

int main() {
#if defined(SMALLEST_BASELINE)
    return 0;
#else
#if defined(SMALLEST_VERIFIED)
    if (!app::load_verified()) return 1;
#else
    if (!app::load()) return 1;
#endif
    app::input()[0] = 1;
    if (!app::invoke()) return 1;
    return app::output()[0];
#endif
}
