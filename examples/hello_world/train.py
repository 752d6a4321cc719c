# SPDX-License-Identifier: Apache-2.0
"""Trains the sine models of the hello_world example and converts them to TensorFlow Lite.

    pip install tensorflow-cpu
    python train.py            # about half a minute on one core

writes, beside this script:

    hello_world_float.tflite       float32 in and out
    hello_world_int8.tflite        int8 in and out, all weights int8
    hello_world_float_golden.csv   x,y              32 points of [0, 2 pi]
    hello_world_int8_golden.csv    input,output     all 256 int8 inputs

The network is 1 -> 16 -> 16 -> 1, dense, ReLU between the layers: y = sin(x) for x in [0, 2 pi]. The golden
values come from TensorFlow Lite's reference kernels. The script fails if a model misses its accuracy or
contains anything but FULLY_CONNECTED.

The committed files were made with Python 3.11, TensorFlow 2.21.0 (tensorflow-cpu), Keras 3.15.1 and NumPy
2.4.6 on x86-64. The same versions on the same kind of machine give the same files; others give models of the
same quality with other weights.
"""

import os

os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import math
import pathlib

import numpy as np
import tensorflow as tf

HERE = pathlib.Path(__file__).resolve().parent
SEED = 2
SAMPLES = 1024
EPOCHS = 600
BATCH = 64
MAX_MEAN_ERROR = {"float": 0.01, "int8": 0.02}


def make_deterministic():
    tf.keras.utils.set_random_seed(SEED)
    tf.config.experimental.enable_op_determinism()
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)


def build(**shape):
    dense = tf.keras.layers.Dense
    spread = tf.keras.initializers.RandomUniform(-1, 1)   # kinks apart from each other, not all at x = 0
    return tf.keras.Sequential([
        tf.keras.Input(name="x", **shape),
        dense(16, activation="relu", bias_initializer=spread, name="hidden1"),
        dense(16, activation="relu", name="hidden2"),
        dense(1, name="y"),
    ], name="sine")


def train():
    network = build(shape=(1,))
    x = np.linspace(0, 2 * math.pi, SAMPLES, dtype=np.float32).reshape(-1, 1)
    rate = tf.keras.optimizers.schedules.CosineDecay(0.006, EPOCHS * SAMPLES // BATCH)
    network.compile(tf.keras.optimizers.Adam(rate), "mse")
    network.fit(x, np.sin(x), epochs=EPOCHS, batch_size=BATCH, verbose=0)
    return network


def converter_for(network):
    """A converter for the trained weights at the static shape [1, 1]."""
    single = build(batch_shape=(1, 1))
    single.set_weights(network.get_weights())
    return tf.lite.TFLiteConverter.from_keras_model(single)


def convert_float(network):
    return converter_for(network).convert()


def convert_int8(network):
    def calibration():
        for x in np.linspace(0, 2 * math.pi, 500, dtype=np.float32):
            yield [x.reshape(1, 1)]

    converter = converter_for(network)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = calibration
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = tf.int8
    converter.inference_output_type = tf.int8
    return converter.convert()


class Reference:
    """A model under TensorFlow Lite's reference kernels, one element in, one element out."""

    def __init__(self, model):
        self.interpreter = tf.lite.Interpreter(
            model_content=model,
            experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF)
        self.interpreter.allocate_tensors()
        self.input = self.interpreter.get_input_details()[0]
        self.output = self.interpreter.get_output_details()[0]

    def __call__(self, value):
        self.interpreter.set_tensor(self.input["index"], np.full([1, 1], value, self.input["dtype"]))
        self.interpreter.invoke()
        return self.interpreter.get_tensor(self.output["index"])[0, 0]

    def check_operators(self):
        names = [op["op_name"] for op in self.interpreter._get_ops_details()]
        assert names == ["FULLY_CONNECTED"] * 3, names


def check_error(name, error):
    mean, worst = float(np.mean(np.abs(error))), float(np.max(np.abs(error)))
    print(f"{name}: mean absolute error {mean:.4f}, largest {worst:.4f}")
    assert mean < MAX_MEAN_ERROR[name]


def write_csv(path, header, rows):
    path.write_text("".join(line + "\n" for line in [header, *rows]), newline="\n")


def save_float(model):
    (HERE / "hello_world_float.tflite").write_bytes(model)
    run = Reference(model)
    run.check_operators()
    x = np.linspace(0, 2 * math.pi, 1000, dtype=np.float32)
    check_error("float", np.array([run(v) for v in x]) - np.sin(x))
    points = np.linspace(0, 2 * math.pi, 32, dtype=np.float32)
    write_csv(HERE / "hello_world_float_golden.csv", "x,y", [f"{v:.9g},{run(v):.9g}" for v in points])


def save_int8(model):
    (HERE / "hello_world_int8.tflite").write_bytes(model)
    run = Reference(model)
    run.check_operators()
    in_scale, in_zero = run.input["quantization"]
    out_scale, out_zero = run.output["quantization"]
    print(f"int8: x = {in_scale:.9g} * (input - {in_zero}), y = {out_scale:.9g} * (output - {out_zero})")
    inputs = np.arange(-128, 128)
    outputs = np.array([run(q) for q in inputs], dtype=int)
    x = in_scale * (inputs - in_zero)
    check_error("int8", out_scale * (outputs - out_zero) - np.sin(x))
    rows = [f"{i},{o}" for i, o in zip(inputs, outputs)]
    write_csv(HERE / "hello_world_int8_golden.csv", "input,output", rows)


def main():
    make_deterministic()
    network = train()
    save_float(convert_float(network))
    save_int8(convert_int8(network))


if __name__ == "__main__":
    main()
