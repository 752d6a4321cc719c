// SPDX-License-Identifier: Apache-2.0
#include "every_header.hpp"

int other();

int other() { return 0; }
