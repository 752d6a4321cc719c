// SPDX-License-Identifier: Apache-2.0
#ifndef DIGITS_HPP
#define DIGITS_HPP

#include "digits_int8.h" // the model's bytes, made with: mote embed digits_int8.tflite

#include <mote/mote.hpp>
#include <mote/ops/conv_2d.hpp>
#include <mote/ops/depthwise_conv_2d.hpp>
#include <mote/ops/fully_connected.hpp>
#include <mote/ops/max_pool_2d.hpp>
#include <mote/ops/reshape.hpp>
#include <mote/ops/softmax.hpp>
#include <mote/runtime/static_interpreter.hpp>

#include <cstddef>
#include <cstdint>

/// Reads handwritten digits of 8 x 8 pixels.
class Digits {
public:
    /// The operators of the model, each with the element types it meets there. No other code is linked. `mote
    /// inspect digits_int8.tflite` prints this list.
    using Ops = mote::OpSet<mote::ops::Conv2D<std::int8_t>, mote::ops::DepthwiseConv2D<std::int8_t>,
                            mote::ops::MaxPool2D<std::int8_t>, mote::ops::Reshape<std::int8_t>,
                            mote::ops::FullyConnected<std::int8_t>, mote::ops::Softmax<std::int8_t>>;

    /// RAM for the model, in bytes; what it takes depends a little on the processor's kernels. The compiler
    /// works it out from the model; where that takes too long, write down what `mote inspect` says. With
    /// less, load() fails and says how much is missing.
    static constexpr std::size_t arena_bytes = mote::arena_bytes<digits_int8, Ops>;

    struct Answer {
        int digit;
        float probability;
    };

    /// Checks the model and plans its memory. Call it once, before the first classify().
    mote::Status load() {
        // A model that is part of the firmware can be trusted to be a whole file, which leaves 1 KB of checks
        // out of it. For one that comes from elsewhere: load(model).
        return interpreter_.load(mote::trusted(digits_int8));
    }

    /// What digit an image shows: 64 pixels, row by row from the top left, from 0 (paper) to 16 (ink).
    mote::Result<Answer> classify(const std::uint8_t* pixels) {
        // The input is the model's own memory. Writing integers there spares the way through real numbers:
        // the model takes pixels of 0..1 at a scale of 1/255 and a zero point of -128.
        const mote::TensorView<std::int8_t> input = interpreter_.input<std::int8_t>(0);
        if (!input) return input.status();
        for (std::size_t i = 0; i < input.size(); ++i)
            input[i] = static_cast<std::int8_t>((pixels[i] * 255 + 8) / 16 - 128);

        if (const mote::Status s = interpreter_.invoke(); !s) return s;

        // Ten values, one for each digit; the largest wins.
        const mote::TensorView<const std::int8_t> output = interpreter_.output<std::int8_t>(0);
        if (!output) return output.status();
        std::size_t best = 0;
        for (std::size_t i = 1; i < output.size(); ++i)
            if (output[i] > output[best]) best = i;
        return Answer{static_cast<int>(best), output.value(best)};
    }

private:
    mote::MicroInterpreter<arena_bytes, Ops> interpreter_; // the arena is inside
};

#endif
