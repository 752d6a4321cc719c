// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_ISA_ARMV8_1M_MVE_HPP
#define MOTE_ISA_ARMV8_1M_MVE_HPP

#include "../core/numerics.hpp"
#include "../kernels/arithmetic.hpp"
#include "../kernels/fold_rows.hpp"
#include "../kernels/pairwise.hpp"
#include "armv7em_dsp.hpp"
#include "mve_conv.hpp"
#include "mve_depthwise.hpp"
#include "mve_dot.hpp"
#include "mve_vectors.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

namespace isa {
/// Cortex-M55 and up: vectors of 16 bytes (MVE, "Helium").
struct armv8_1m_mve : armv7em_dsp {
    using base = armv7em_dsp;
#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)
    static constexpr bool supported = true;
#else
    static constexpr bool supported = false;
#endif
};
} // namespace isa

#if defined(__ARM_FEATURE_MVE) && defined(__OPTIMIZE__)

template <>
struct Kernel<fold_rows, isa::armv8_1m_mve> : Kernel<fold_rows, isa::armv7em_dsp> {
    template <class Fold, class T>
    static void run(const T* x, std::int32_t stride, std::int32_t rows, std::int32_t columns,
                    Folded<T>* results) noexcept {
        if constexpr (std::is_same_v<T, std::int8_t>)
            for (; columns >= 4; columns -= 4, x += 4, results += 4) {
                int32x4_t folded = vldrwq_s32(results);
                const std::int8_t* from = x;
                for (std::int32_t r = 0; r < rows; ++r, from += stride)
                    folded = add(Fold{}, folded, vldrbq_s32(from));
                vstrwq_s32(results, folded);
            }
        Kernel<fold_rows, isa::armv7em_dsp>::run<Fold>(x, stride, rows, columns, results);
    }

private:
    static int32x4_t add(FoldSum, int32x4_t a, int32x4_t b) noexcept { return vaddq_s32(a, b); }
    static int32x4_t add(FoldLargest, int32x4_t a, int32x4_t b) noexcept { return vmaxq_s32(a, b); }
};

template <>
struct Kernel<pairwise, isa::armv8_1m_mve> : Kernel<pairwise, isa::armv7em_dsp> {
    using Kernel<pairwise, isa::armv7em_dsp>::run;

    static void run(const QuantizedSum<numerics::reference, std::int8_t>& function, const std::int8_t* a,
                    const std::int8_t* b, std::int8_t* out, std::int32_t n) noexcept {
        using namespace detail::mve;
        const Scale y_scale(function.y_multiplier.get()), scale(function.multiplier.get());
        const int32x4_t low = vdupq_n_s32(function.low), high = vdupq_n_s32(function.high);
        for (; n >= 4; n -= 4, a += 4, b += 4, out += 4) {
            const int32x4_t x = vsubq_n_s32(vldrbq_s32(a), function.x_zero_point);
            const int32x4_t y = vsubq_n_s32(vldrbq_s32(b), function.y_zero_point);
            int32x4_t sum = scaled(vshlq_n_s32(y, function.shift), y_scale);
            sum = vmlaq_n_s32(vmulq_n_s32(sum, function.y_sign), x, function.x_factor);
            sum = vaddq_n_s32(scaled(sum, scale), function.zero_point);
            vstrbq_s32(out, vminq_s32(vmaxq_s32(sum, low), high));
        }
        Kernel<pairwise, isa::armv7em_dsp>::run(function, a, b, out, n);
    }
};

#endif

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
