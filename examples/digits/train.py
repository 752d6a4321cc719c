# SPDX-License-Identifier: Apache-2.0
"""Trains the int8 network of the digits example and converts it to TensorFlow Lite.

    pip install tensorflow-cpu scikit-learn
    python train.py            # about half a minute on one core

writes, beside this script (README.md has the layouts):

    digits_int8.tflite     the model: image [1, 8, 8, 1] -> probabilities [1, 10], int8 in and out
    digits_test.bin        the 450 held-out images, 64 pixel bytes (0..16, row by row) and a label byte each
    digits_golden.csv      the model's ten outputs for some of them, from TensorFlow Lite's reference kernels

Data: the 1797 images of 8 x 8 pixels that scikit-learn carries (load_digits). A stratified quarter is held
out; training, calibration and the choice of the network (cross-validated on the rest) have not seen it. The
script fails if the accuracy on it is below 98 % or if the model's operators are not OPERATORS.

The committed files were made with Python 3.11, TensorFlow 2.21.0 (tensorflow-cpu), Keras 3.15.1, NumPy 2.4.6
and scikit-learn 1.9.1 on x86-64. The same versions on the same kind of machine give the same files; others
give a model of the same quality with other weights. digits_test.bin depends on the seed only.
"""

import os

os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import pathlib

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).resolve().parent
SEED = 1
EPOCHS = 150
BATCH = 32
RATE = 0.003
MIN_ACCURACY = 0.98
GOLDEN_FIRST = 20   # golden records: the first ones of the test set,
GOLDEN_HARD = 40    # and those on which the model is least sure
OPERATORS = [
    "CONV_2D", "DEPTHWISE_CONV_2D", "CONV_2D", "MAX_POOL_2D", "RESHAPE", "FULLY_CONNECTED", "SOFTMAX",
]


def make_deterministic():
    tf.keras.utils.set_random_seed(SEED)
    tf.config.experimental.enable_op_determinism()
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)


def load():
    """Images as uint8 [n, 8, 8] of values 0..16 and labels, for training and for the test."""
    digits = load_digits()
    return train_test_split(digits.images.astype(np.uint8), digits.target, test_size=0.25, random_state=SEED,
                            stratify=digits.target)


def to_real(images):
    """What the network is trained on: [n, 8, 8, 1] in [0, 1]."""
    return (images.astype(np.float32) / 16)[..., np.newaxis]


def to_int8(images):
    """What the int8 model takes, in integers: round(pixel * 255 / 16) - 128."""
    return ((images.astype(np.int32) * 255 + 8) // 16 - 128).astype(np.int8)[..., np.newaxis]


def build(**shape):
    layers = tf.keras.layers
    return tf.keras.Sequential([
        tf.keras.Input(name="image", **shape),
        layers.Conv2D(12, 3, padding="same", activation="relu", name="conv"),
        layers.DepthwiseConv2D(3, activation="relu", name="depthwise"),
        layers.Conv2D(24, 1, activation="relu", name="pointwise"),
        layers.MaxPooling2D(2, name="pool"),
        layers.Flatten(name="flatten"),
        layers.Dropout(0.25),
        layers.Dense(10, name="dense"),
        layers.Softmax(name="digit"),
    ], name="digits")


class ShiftedBatches(tf.keras.utils.PyDataset):
    """Batches in a new order every epoch, each image moved by -1, 0 or 1 pixel both ways."""

    def __init__(self, images, labels):
        super().__init__()
        self.padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
        self.labels = labels
        self.random = np.random.default_rng(SEED)
        self.on_epoch_end()

    def on_epoch_end(self):
        self.order = self.random.permutation(len(self.labels))
        self.corners = self.random.integers(0, 3, (len(self.labels), 2))

    def __len__(self):
        return len(self.labels) // BATCH

    def __getitem__(self, index):
        chosen = self.order[index * BATCH:(index + 1) * BATCH]
        moved = [self.padded[i, y:y + 8, x:x + 8] for i in chosen for y, x in [self.corners[i]]]
        return to_real(np.stack(moved)), self.labels[chosen]


def train(images, labels):
    network = build(shape=(8, 8, 1))
    batches = ShiftedBatches(images, labels)
    rate = tf.keras.optimizers.schedules.CosineDecay(RATE, EPOCHS * len(batches))
    network.compile(tf.keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
    network.fit(batches, epochs=EPOCHS, shuffle=False, verbose=0)
    return network


def convert(network, images):
    """The network at batch 1 as a fully int8 model, calibrated on training images."""
    def calibration():
        for image in to_real(images[:500]):
            yield [image[np.newaxis]]

    single = build(batch_shape=(1, 8, 8, 1))
    single.set_weights(network.get_weights())
    converter = tf.lite.TFLiteConverter.from_keras_model(single)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = calibration
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = tf.int8
    converter.inference_output_type = tf.int8
    return converter.convert()


def reference_interpreter(model):
    interpreter = tf.lite.Interpreter(
        model_content=model, experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF)
    interpreter.allocate_tensors()
    names = [op["op_name"] for op in interpreter._get_ops_details()]
    assert names == OPERATORS, names
    return interpreter


def run(interpreter, images):
    """The model's outputs, int8 [n, 10]."""
    source, sink = interpreter.get_input_details()[0], interpreter.get_output_details()[0]
    print("input", source["shape"], source["quantization"], "output", sink["shape"], sink["quantization"])
    rows = []
    for image in to_int8(images):
        interpreter.set_tensor(source["index"], image[np.newaxis])
        interpreter.invoke()
        rows.append(interpreter.get_tensor(sink["index"])[0])
    return np.stack(rows)


def save_test_set(images, labels):
    records = np.concatenate([images.reshape(-1, 64), labels.reshape(-1, 1)], axis=1)
    (HERE / "digits_test.bin").write_bytes(records.astype(np.uint8).tobytes())


def save_golden(outputs):
    least_sure = np.argsort(outputs.max(axis=1), kind="stable")[:GOLDEN_HARD]
    records = sorted(set(range(GOLDEN_FIRST)) | {int(i) for i in least_sure})
    lines = ["record," + ",".join(f"p{digit}" for digit in range(10))]
    lines += [f"{i}," + ",".join(str(v) for v in outputs[i]) for i in records]
    (HERE / "digits_golden.csv").write_text("".join(line + "\n" for line in lines), newline="\n")


def main():
    make_deterministic()
    images, test_images, labels, test_labels = load()
    network = train(images, labels)
    model = convert(network, images)
    outputs = run(reference_interpreter(model), test_images)
    accuracy = float(np.mean(outputs.argmax(axis=1) == test_labels))
    float_accuracy = float(np.mean(network(to_real(test_images)).numpy().argmax(axis=1) == test_labels))
    print(f"{len(model)} bytes, {len(test_labels)} test images")
    print(f"accuracy {accuracy:.4f}, before quantisation {float_accuracy:.4f}")
    assert accuracy >= MIN_ACCURACY
    (HERE / "digits_int8.tflite").write_bytes(model)
    save_test_set(test_images, test_labels)
    save_golden(outputs)


if __name__ == "__main__":
    main()
