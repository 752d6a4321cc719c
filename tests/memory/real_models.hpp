// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_MEMORY_REAL_MODELS_HPP
#define MOTE_TESTS_MEMORY_REAL_MODELS_HPP

#include "mote/memory/buffer.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

/// The activations of published models, in the order of their first steps. Overlap distances are those of
/// kernels that walk forward and read a pixel's window until the pixel is written: 0 for elementwise ones,
/// for the others the maximum over pixels p of (p + 1) * output channels - the first input byte that p or a
/// later pixel needs.
namespace real_models {

struct Activation {
    std::uint32_t size;
    std::uint16_t first;
    std::uint16_t last;
    std::uint16_t shares;
    std::uint32_t distance;
};

inline constexpr std::uint16_t none = mote::Buffer::none;

/// As a planner takes them; without permission to overlap if `sharing` is false.
template <std::size_t N>
constexpr std::array<mote::Buffer, N> buffers_of(const Activation (&activations)[N], bool sharing) {
    std::array<mote::Buffer, N> buffers{};
    for (std::size_t i = 0; i < N; ++i) {
        const Activation& a = activations[i];
        const auto id = static_cast<std::uint16_t>(i);
        const std::uint16_t shares = sharing ? a.shares : none;
        buffers[i] = {a.size, mote::Buffer::unplaced, a.distance, a.first, a.last, id, shares};
    }
    return buffers;
}

/// MobileNet v1 0.25, 96 x 96 x 1 (TFLM: person_detect); its head there is 55,296 bytes.
inline constexpr Activation person_detect[] = {
    {18432, 0, 1, 1, 9314},   {9216, 0, 0, none, 0},    {18432, 1, 2, 0, 400},    {36864, 2, 3, 2, 18440},
    {9216, 3, 4, 3, 16},      {18432, 4, 5, 4, 9232},   {18432, 5, 6, 5, 832},    {18432, 6, 7, 6, 32},
    {4608, 7, 8, 7, 32},      {9216, 8, 9, 8, 4640},    {9216, 9, 10, 9, 896},    {9216, 10, 11, 10, 64},
    {2304, 11, 12, 11, 64},   {4608, 12, 13, 12, 2368}, {4608, 13, 14, 13, 1024}, {4608, 14, 15, 14, 128},
    {4608, 15, 16, 15, 1024}, {4608, 16, 17, 16, 128},  {4608, 17, 18, 17, 1024}, {4608, 18, 19, 18, 128},
    {4608, 19, 20, 19, 1024}, {4608, 20, 21, 20, 128},  {4608, 21, 22, 21, 1024}, {4608, 22, 23, 22, 128},
    {1152, 23, 24, 23, 128},  {2304, 24, 25, 24, 1280}, {2304, 25, 26, 25, 1280}, {2304, 26, 27, 26, 256},
    {256, 27, 28, 27, 256},   {2, 28, 29, 28, 2},       {2, 29, 30, 29, 0},       {2, 30, 30, 30, 0},
};

/// MLPerf Tiny keyword spotting, a DS-CNN; 16,000 bytes there.
inline constexpr Activation keyword_spotting[] = {
    {490, 0, 0, none, 0},  {8000, 0, 1, 0, 7553}, {8000, 1, 2, 1, 448}, {8000, 2, 3, 2, 64},
    {8000, 3, 4, 3, 448},  {8000, 4, 5, 4, 64},   {8000, 5, 6, 5, 448}, {8000, 6, 7, 6, 64},
    {8000, 7, 8, 7, 448},  {8000, 8, 9, 8, 64},   {64, 9, 10, 9, 64},   {64, 10, 11, 10, 0},
    {12, 11, 12, none, 0}, {12, 12, 12, 12, 0},
};

/// MLPerf Tiny image classification, a ResNet-8; 49,152 bytes there.
inline constexpr Activation resnet8[] = {
    {3072, 0, 0, none, 0}, {16384, 0, 3, 0, 13414}, {16384, 1, 2, none, 0}, {16384, 2, 3, 2, 544},
    {16384, 3, 6, 1, 0},   {8192, 4, 5, none, 0},   {8192, 5, 7, 5, 576},   {8192, 6, 7, 4, 32},
    {8192, 7, 10, 7, 0},   {4096, 8, 9, none, 0},   {4096, 9, 11, 9, 640},  {4096, 10, 11, 8, 64},
    {4096, 11, 12, 11, 0}, {64, 12, 13, 12, 64},    {64, 13, 14, 13, 0},    {10, 14, 15, none, 0},
    {10, 15, 15, 15, 0},
};

/// MobileNet v1 0.25, 96 x 96 x 3: where the order of decreasing need is no good without overlaps.
inline constexpr Activation mobilenet_v1_rgb[] = {
    {27648, 0, 0, none, 0},   {18432, 0, 1, 0, 102},    {18432, 1, 2, 1, 400},    {36864, 2, 3, 2, 18440},
    {9216, 3, 4, 3, 16},      {18432, 4, 5, 4, 9232},   {18432, 5, 6, 5, 832},    {18432, 6, 7, 6, 32},
    {4608, 7, 8, 7, 32},      {9216, 8, 9, 8, 4640},    {9216, 9, 10, 9, 896},    {9216, 10, 11, 10, 64},
    {2304, 11, 12, 11, 64},   {4608, 12, 13, 12, 2368}, {4608, 13, 14, 13, 1024}, {4608, 14, 15, 14, 128},
    {4608, 15, 16, 15, 1024}, {4608, 16, 17, 16, 128},  {4608, 17, 18, 17, 1024}, {4608, 18, 19, 18, 128},
    {4608, 19, 20, 19, 1024}, {4608, 20, 21, 20, 128},  {4608, 21, 22, 21, 1024}, {4608, 22, 23, 22, 128},
    {1152, 23, 24, 23, 128},  {2304, 24, 25, 24, 1280}, {2304, 25, 26, 25, 1280}, {2304, 26, 27, 26, 256},
    {256, 27, 28, 27, 256},   {10, 28, 28, none, 0},
};

/// MobileNet v2 0.25, 96 x 96 x 3: residual blocks that expand and project.
inline constexpr Activation mobilenet_v2[] = {
    {27648, 0, 0, none, 0},     {18432, 0, 3, 0, 102},    {18432, 1, 2, none, 0},
    {18432, 2, 3, 2, 8},        {18432, 3, 4, 1, 0},      {110592, 4, 5, 4, 92168},
    {27648, 5, 6, 5, 48},       {4608, 6, 10, 6, 8},      {27648, 7, 8, none, 0},
    {27648, 8, 9, 8, 1248},     {4608, 9, 10, 9, 8},      {4608, 10, 11, 7, 0},
    {27648, 11, 12, 11, 23048}, {6912, 12, 13, 12, 48},   {1152, 13, 17, 13, 8},
    {6912, 14, 15, none, 0},    {6912, 15, 16, 15, 672},  {1152, 16, 17, 16, 8},
    {1152, 17, 21, 14, 0},      {6912, 18, 19, none, 0},  {6912, 19, 20, 19, 672},
    {1152, 20, 21, 20, 8},      {1152, 21, 22, 18, 0},    {6912, 22, 23, 22, 5768},
    {1728, 23, 24, 23, 48},     {576, 24, 28, 24, 16},    {3456, 25, 26, none, 0},
    {3456, 26, 27, 26, 768},    {576, 27, 28, 27, 16},    {576, 28, 32, 25, 0},
    {3456, 29, 30, none, 0},    {3456, 30, 31, 30, 768},  {576, 31, 32, 31, 16},
    {576, 32, 36, 29, 0},       {3456, 33, 34, none, 0},  {3456, 34, 35, 34, 768},
    {576, 35, 36, 35, 16},      {576, 36, 37, 33, 0},     {3456, 37, 38, 37, 2896},
    {3456, 38, 39, 38, 768},    {864, 39, 43, 39, 24},    {5184, 40, 41, none, 0},
    {5184, 41, 42, 41, 1152},   {864, 42, 43, 42, 24},    {864, 43, 47, 40, 0},
    {5184, 44, 45, none, 0},    {5184, 45, 46, 45, 1152}, {864, 46, 47, 46, 24},
    {864, 47, 48, 44, 0},       {5184, 48, 49, 48, 4344}, {1296, 49, 50, 49, 144},
    {360, 50, 54, 50, 40},      {2160, 51, 52, none, 0},  {2160, 52, 53, 52, 1200},
    {360, 53, 54, 53, 40},      {360, 54, 58, 51, 0},     {2160, 55, 56, none, 0},
    {2160, 56, 57, 56, 1200},   {360, 57, 58, 57, 40},    {360, 58, 59, 55, 0},
    {2160, 59, 60, 59, 1840},   {2160, 60, 61, 60, 1200}, {720, 61, 62, 61, 80},
    {11520, 62, 63, 62, 10880}, {1280, 63, 64, 63, 1280}, {10, 64, 64, none, 0},
};

} // namespace real_models

#endif
