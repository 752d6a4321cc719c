// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_CONSOLE_HPP
#define MOTE_TESTS_BARE_METAL_CONSOLE_HPP

#include "semihosting.hpp"

#include <type_traits>

namespace board {

/// Text for the host's standard output, without a heap and without printf, which would be most of a small firmware.
class Console {
public:
    Console() noexcept : file_(":tt", File::write_text) {}

    Console& operator<<(const char* text) noexcept { return put(text, std::strlen(text)); }
    Console& operator<<(char c) noexcept { return put(&c, 1); }
    template <class Integer, class = std::enable_if_t<std::is_integral_v<Integer>>>
    Console& operator<<(Integer value) noexcept {
        const bool negative = value < Integer{0};
        const auto magnitude = static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
        if (negative) put("-", 1);
        return digits(negative ? std::uint64_t{0} - magnitude : magnitude, 10, 1);
    }
    /// Eight hexadecimal digits.
    Console& hex(std::uint32_t value) noexcept { return digits(value, 16, 8); }
    /// Six significant digits and a power of ten: enough to see by how much two numbers differ.
    Console& scientific(float value) noexcept {
        if (value != value) return *this << "nan";
        if (value < 0) *this << '-';
        double left = value < 0 ? -double{value} : double{value};
        if (left > 3.5e38) return *this << "inf";
        int exponent = 0;
        for (; left >= 10; left /= 10) ++exponent;
        for (; left > 0 && left < 1; left *= 10) --exponent;
        const auto scaled = static_cast<std::uint32_t>(left * 100000 + 0.5);
        *this << scaled / 100000 << '.';
        return digits(scaled % 100000, 10, 5) << 'e' << exponent;
    }

private:
    Console& put(const char* text, std::size_t size) noexcept {
        file_.write(text, size);
        return *this;
    }
    Console& digits(std::uint64_t value, unsigned base, int at_least) noexcept {
        char text[24];
        char* begin = text + sizeof text;
        for (int i = 0; i < at_least || value != 0; ++i, value /= base) *--begin = "0123456789abcdef"[value % base];
        return put(begin, static_cast<std::size_t>(text + sizeof text - begin));
    }

    File file_;
};

} // namespace board

#endif
