// SPDX-License-Identifier: Apache-2.0
// The least that a program does with a model: the firmware whose size counts. Without a model
// (SMALLEST_BASELINE): what any firmware has.
#include "app.hpp"

int main() {
#if defined(SMALLEST_BASELINE)
    return 0;
#else
    if (!app::load()) return 1;
    app::input()[0] = 1;
    if (!app::invoke()) return 1;
    return app::output()[0];
#endif
}
