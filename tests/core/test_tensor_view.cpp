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

TEST_CASE("beyond the end there is 0, and what is written there is lost") {
    std::int8_t elements[] = {1, 2, 3};
    const TensorView<std::int8_t> view(elements, Shape{{2}, 1}, {0.5f, 9});
    for (const std::size_t i : {std::size_t{2}, std::size_t{3}, ~std::size_t{0}}) {
        CHECK(view[i] == 0);
        CHECK(view.value(i) == 0.0f);
        view[i] = 55;
        CHECK(view[i] == 0);
    }
    CHECK(elements[2] == 3);
    const TensorView<const std::int8_t> output(elements, Shape{{2}, 1}, {});
    CHECK(output[1] == 2);
    CHECK(output[2] == 0);
}

TEST_CASE("an empty view reads 0 and swallows what is written") {
    const TensorView<std::int16_t> none = mote::Status(StatusCode::not_loaded);
    none[0] = 7;
    CHECK(none[0] == 0);
    CHECK(none.value(0) == 0.0f);
    CHECK(none.set({1, 2, 3}) == StatusCode::not_loaded);
    const TensorView<const float> output = mote::Status(StatusCode::wrong_index);
    CHECK(output[0] == 0.0f);
    CHECK(output.value(5) == 0.0f);
    const TensorView<bool> flags = mote::Status(StatusCode::wrong_type);
    CHECK_FALSE(flags[3]);
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

TEST_CASE("set takes numbers of any type: as an array, a list, a pointer, a span") {
    std::int8_t elements[3] = {};
    const TensorView<std::int8_t> view(elements, row(3), {0.5f, -3});
    const auto holds = [&](int a, int b, int c) {
        const bool yes = elements[0] == a && elements[1] == b && elements[2] == c;
        elements[0] = elements[1] = elements[2] = 99;
        return yes;
    };
    const float reals[] = {0.25f, -0.25f, 10.0f};
    const std::uint8_t pixels[] = {0, 5, 255};
    std::int16_t samples[] = {-1, 1, -32768};
    const double doubles[] = {0.25, 1e300, -1e300};
    CHECK(view.set(reals));
    CHECK(holds(-2, -4, 17));
    CHECK(view.set(reals, 3));
    CHECK(holds(-2, -4, 17));
    CHECK(view.set({0.25f, -0.25f, 10.0f}));
    CHECK(holds(-2, -4, 17));
    CHECK(view.set({reals, 3}));
    CHECK(holds(-2, -4, 17));
    CHECK(view.set(pixels));
    CHECK(holds(-3, 7, 127));
    CHECK(view.set(samples));
    CHECK(holds(-5, -1, -128));
    CHECK(view.set(Span<std::int16_t>(samples)));
    CHECK(holds(-5, -1, -128));
    CHECK(view.set(Span<const std::uint8_t>(pixels)));
    CHECK(holds(-3, 7, 127));
    CHECK(view.set({true, false, true}));
    CHECK(holds(-1, -3, -1));
    CHECK(view.set(doubles));
    CHECK(holds(-2, 127, -128));
}

TEST_CASE("set: every integer of a sensor gives what the same float gives") {
    const Quantization q{0.37f, 5};
    for (int i = -32768; i <= 32767; ++i) {
        const auto sample = static_cast<std::int16_t>(i);
        const auto real = static_cast<float>(i);
        std::int16_t element[2] = {};
        REQUIRE(TensorView<std::int16_t>(element, row(1), q).set(&sample, 1));
        REQUIRE(TensorView<std::int16_t>(element + 1, row(1), q).set(&real, 1));
        REQUIRE(element[0] == element[1]);
    }
}

TEST_CASE("set: integers of more than 24 bits are as the nearest float") {
    std::int32_t elements[4] = {};
    const TensorView<std::int32_t> view(elements, row(4), {1.0f, 0});
    CHECK(view.set({16777216, 16777217, 16777219, 2147483647}));
    CHECK(elements[0] == 16777216);
    CHECK(elements[1] == 16777216);
    CHECK(elements[2] == 16777220);
    CHECK(elements[3] == 2147483647);
    CHECK(view.set({0u, 1u, 4294967295u, 16777217u}));
    CHECK(elements[2] == 2147483647);
    std::int8_t small[2] = {};
    CHECK(TensorView<std::int8_t>(small, row(2), {1e8f, 1}).set({-2147483647 - 1, 2147483647}));
    CHECK(small[0] == -20);
    CHECK(small[1] == 22);
}

TEST_CASE("set: numbers of another count or without a scale are refused as floats are") {
    std::int8_t elements[] = {1, 2, 3};
    const std::int16_t values[] = {4, 5, 6, 7};
    const TensorView<std::int8_t> view(elements, row(3), {1.0f, 0});
    const mote::Status s = view.set(values);
    CHECK(s == StatusCode::wrong_size);
    CHECK(s.needed() == 6);
    CHECK(s.available() == 8);
    CHECK(view.set(static_cast<const std::int16_t*>(nullptr), 0) == StatusCode::wrong_size);
    CHECK(TensorView<std::int8_t>(elements, row(3), {}).set(values, 3) == StatusCode::bad_quantization);
    CHECK(elements[0] == 1);
    CHECK(elements[2] == 3);
    float real[3] = {};
    CHECK(TensorView<float>(real, row(3), {}).set(values, 3));
    CHECK(real[2] == 6.0f);
}

TEST_CASE("get gives integers the nearest, within their range") {
    const std::int16_t elements[] = {0, 1, 3, -1, -3, 600, -600};
    const TensorView<const std::int16_t> view(elements, row(7), {0.5f, 0});
    std::int8_t bytes[7] = {};
    CHECK(view.get(bytes));
    CHECK(std::vector<int>(bytes, bytes + 7) == std::vector<int>{0, 1, 2, -1, -2, 127, -128});
    std::uint8_t pixels[7] = {};
    CHECK(view.get(pixels, 7));
    CHECK(std::vector<int>(pixels, pixels + 7) == std::vector<int>{0, 1, 2, 0, 0, 255, 0});
    double doubles[7] = {};
    CHECK(view.get(Span<double>(doubles)));
    CHECK(doubles[1] == 0.5);
    CHECK(view.get(bytes, 6) == StatusCode::wrong_size);

    const float reals[] = {not_a_number, infinite, -infinite, 0.49999997f, 8388609.0f, 4e9f, 3e18f};
    const TensorView<const float> floats(reals, row(7), {});
    std::int32_t words[7] = {};
    CHECK(floats.get(words));
    CHECK(std::vector<std::int64_t>(words, words + 7) ==
          std::vector<std::int64_t>{0, 2147483647, -2147483647 - 1, 0, 8388609, 2147483647, 2147483647});
    std::uint32_t counts[7] = {};
    CHECK(floats.get(counts));
    CHECK(counts[1] == 4294967295u);
    CHECK(counts[2] == 0);
    CHECK(counts[5] == 4000000000u);
    std::int64_t wide[7] = {};
    CHECK(floats.get(wide));
    CHECK(wide[6] == static_cast<std::int64_t>(3e18f));
    bool flags[7] = {};
    CHECK(floats.get(flags));
    CHECK_FALSE(flags[0]);
    CHECK(flags[1]);
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
