// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_SUPPORT_CRC32_HPP
#define MOTE_TESTS_SUPPORT_CRC32_HPP

#include <cstddef>
#include <cstdint>

namespace test {

/// The CRC-32 of zip and PNG (polynomial 0xEDB88320, reflected).
inline std::uint32_t crc32(const unsigned char* data, std::size_t size) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (std::size_t i = 0; i < size; ++i) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

} // namespace test

#endif
