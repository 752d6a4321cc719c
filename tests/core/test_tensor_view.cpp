// SPDX-License-Identifier: Apache-2.0
#include "mote/core/tensor_view.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

using mote::Quantization;
using mote::Shape;
using mote::Span;
using mote::StatusCode;
using mote::TensorView;

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

Shape row(std::size_t size) { return Shape{{static_cast<std::int32_t>(size)}, 1}; }

Span<const float> span(const std::vector<float>& values) { return {values.data(), values.size()}; }

/// What `set` makes of the values.
template <class T>
std::vector<T> quantized(const std::vector<float>& values, Quantization q) {
    std::vector<T> elements(values.size(), T{77});
    CHECK(TensorView<T>(elements.data(), row(values.size()), q).set(span(values)));
    return elements;
}

/// What `get` makes of the elements.
template <class T>
std::vector<float> real(std::vector<T> elements, Quantization q) {
    std::vector<float> values(elements.size(), 99.0f);
    const TensorView<T> view(elements.data(), row(elements.size()), q);
    CHECK(view.get({values.data(), values.size()}));
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(view.value(i) == values[i]);
    return values;
}

} // namespace

TEST_CASE("a view shows the elements where they are") {
    std::int16_t elements[] = {1, 2, 3, 4, 5, 6};
    const Shape shape{{2, 3}, 2};
    const TensorView<std::int16_t> view(elements, shape, {0.5f, -2});
    REQUIRE(view);
    CHECK(view.data() == elements);
    CHECK(view.size() == 6);
    CHECK(view.shape() == shape);
    CHECK(view.quantization().scale == 0.5f);
    CHECK(view.quantization().zero_point == -2);
    view[4] = 50;
    CHECK(elements[4] == 50);
    int sum = 0;
    for (const std::int16_t element : view) sum += element;
    CHECK(sum == 66);
    CHECK(view.end() - view.begin() == 6);
}

TEST_CASE("a view that could not be had is empty and says why") {
    const TensorView<float> view = mote::Status(StatusCode::wrong_type).at_tensor(3);
    CHECK_FALSE(view);
    CHECK(view.status() == StatusCode::wrong_type);
    CHECK(view.status().tensor_index() == 3);
    CHECK(view.size() == 0);
    CHECK(view.data() == nullptr);
    CHECK(view.begin() == view.end());
    float value = 0;
    CHECK(view.set(Span<const float>(&value, 1)) == StatusCode::wrong_type);
    CHECK(view.get(Span<float>(&value, 1)) == StatusCode::wrong_type);
}

TEST_CASE("a scalar has one element; an extent of zero leaves none") {
    float x = 3;
    CHECK(TensorView<float>(&x, Shape{}, {}).size() == 1);
    const TensorView<float> none(&x, Shape{{4, 0}, 2}, {});
    CHECK(none);
    CHECK(none.size() == 0);
    CHECK(none.set(Span<const float>()));
    CHECK(x == 3);
}

TEST_CASE("set: value / scale to the nearest, halves away from zero, plus the zero point") {
    CHECK(quantized<std::int8_t>({0.0f, 0.25f, -0.25f, 0.2f, -0.2f, 0.75f, -0.75f}, {0.5f, -3}) ==
          std::vector<std::int8_t>{-3, -2, -4, -3, -3, -1, -5});
    CHECK(quantized<std::int16_t>({2.5f, -2.5f, 1.5f, 0.49999997f}, {1.0f, 0}) ==
          std::vector<std::int16_t>{3, -3, 2, 0});
    CHECK(quantized<std::uint8_t>({-1.0f, 0.0f, 1.0f}, {1.0f / 64, 128}) ==
          std::vector<std::uint8_t>{64, 128, 192});
    CHECK(quantized<std::int32_t>({-1e6f, 1e6f}, {0.5f, 7}) == std::vector<std::int32_t>{-1999993, 2000007});
}

TEST_CASE("set: what does not fit is limited to the type's range") {
    CHECK(quantized<std::int8_t>({127.0f, 128.0f, 1e9f, infinite}, {1.0f, 0}) ==
          std::vector<std::int8_t>{127, 127, 127, 127});
    CHECK(quantized<std::int8_t>({-128.0f, -129.0f, -1e9f, -infinite}, {1.0f, 0}) ==
          std::vector<std::int8_t>{-128, -128, -128, -128});
    CHECK(quantized<std::uint8_t>({-1.0f, 300.0f}, {1.0f, 0}) == std::vector<std::uint8_t>{0, 255});
    CHECK(quantized<std::int16_t>({40000.0f, -40000.0f}, {1.0f, 0}) ==
          std::vector<std::int16_t>{32767, -32768});
    CHECK(quantized<std::int32_t>({1e30f, -1e30f}, {1.0f, 0}) ==
          std::vector<std::int32_t>{2147483647, -2147483647 - 1});
    // The zero point is added to the limited integer: it must not wrap.
    CHECK(quantized<std::int32_t>({1e30f, -1e30f}, {1.0f, 100}) ==
          std::vector<std::int32_t>{2147483647, -2147483648LL + 100});
    CHECK(quantized<std::int32_t>({-1e30f}, {1.0f, -100}) == std::vector<std::int32_t>{-2147483647 - 1});
    CHECK(quantized<std::int8_t>({not_a_number}, {1.0f, 5}) == std::vector<std::int8_t>{5});
    CHECK(quantized<std::int8_t>({1.0f, -1.0f}, {1e-40f, 0}) == std::vector<std::int8_t>{127, -128});
}

TEST_CASE("get: scale times the distance from the zero point") {
    CHECK(real<std::int8_t>({-128, -3, -2, 127}, {0.5f, -3}) ==
          std::vector<float>{-62.5f, 0.0f, 0.5f, 65.0f});
    CHECK(real<std::uint8_t>({0, 128, 255}, {0.25f, 128}) == std::vector<float>{-32.0f, 0.0f, 31.75f});
    CHECK(real<std::int16_t>({-32768, 32767}, {1.0f, 32767}) == std::vector<float>{-65535.0f, 0.0f});
    CHECK(real<std::int32_t>({-2147483647 - 1, 16777217, 5}, {2.0f, 0}) ==
          std::vector<float>{-4294967296.0f, 33554432.0f, 10.0f});
}

TEST_CASE("get: a model's absurd zero point gives an absurd value, never an overflow") {
    constexpr std::int32_t lowest = (std::numeric_limits<std::int32_t>::min)();
    CHECK(real<std::int32_t>({lowest, 2147483647}, {1.0f, 1 << 30}) ==
          std::vector<float>{-3221225472.0f, 1073741824.0f});
    CHECK(real<std::int8_t>({127}, {1.0f, lowest}) == std::vector<float>{2147483648.0f});
    CHECK(real<std::int32_t>({2147483647}, {1.0f, lowest}) == std::vector<float>{4294967296.0f});
}

TEST_CASE("get brings back what set wrote, to half a step") {
    const Quantization q{0.037f, -11};
    std::vector<float> values;
    for (int i = -110; i <= 130; ++i) values.push_back(static_cast<float>(i) * 0.0365f);
    const std::vector<float> back = real(quantized<std::int8_t>(values, q), q);
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(std::fabs(back[i] - values[i]) <= 0.0186f);
}

TEST_CASE("floats are copied, quantised or not") {
    std::vector<float> elements(3);
    const TensorView<float> view(elements.data(), row(3), {});
    CHECK(view.set(span({1.5f, -0.0f, infinite})));
    CHECK(elements[0] == 1.5f);
    CHECK(std::signbit(elements[1]));
    CHECK(view.value(2) == infinite);
    float back[3] = {};
    CHECK(view.get(back));
    CHECK(back[0] == 1.5f);
}

TEST_CASE("another number of values is refused and nothing is written") {
    std::int8_t elements[] = {1, 2, 3};
    const TensorView<std::int8_t> view(elements, row(3), {1.0f, 0});
    for (const std::size_t count : {std::size_t{0}, std::size_t{2}, std::size_t{4}}) {
        std::vector<float> values(count, 9.0f);
        const mote::Status s = view.set(span(values));
        CHECK(s == StatusCode::wrong_size);
        CHECK(s.needed() == 3 * sizeof(float));
        CHECK(s.available() == count * sizeof(float));
        CHECK(view.get({values.data(), count}) == StatusCode::wrong_size);
        for (const float value : values) CHECK(value == 9.0f);
    }
    CHECK(elements[0] == 1);
    CHECK(elements[2] == 3);
}

TEST_CASE("integers without a usable scale have no real values") {
    std::int8_t element = 4;
    float value = 2.0f;
    for (const float scale : {0.0f, -1.0f, not_a_number}) {
        const TensorView<std::int8_t> view(&element, row(1), {scale, 0});
        CHECK(view.set(Span<const float>(&value, 1)) == StatusCode::bad_quantization);
        CHECK(view.get(Span<float>(&value, 1)) == StatusCode::bad_quantization);
    }
    CHECK(element == 4);
    CHECK(value == 2.0f);
}

TEST_CASE("an output is read-only") {
    static_assert(
        std::is_same_v<decltype(TensorView<const float>(nullptr, Shape{}, {}).data()), const float*>);
    const std::int8_t elements[] = {4, 6};
    const TensorView<const std::int8_t> view(elements, row(2), {0.5f, 2});
    float values[2] = {};
    CHECK(view.get(values));
    CHECK(values[0] == 1.0f);
    CHECK(values[1] == 2.0f);
}
