"""The same works by Keras, as a process that does rounds on request; see contender.ts for the protocol.

Needs: python -m venv .venv && .venv/bin/pip install -r requirements.txt
Run by: npm run bench -- --keras .venv/bin/python
"""

import json
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
import tensorflow as tf

threads = int(sys.argv[1])
tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)
rng = np.random.default_rng(0)


def sgd(momentum):
    return keras.optimizers.SGD(0.01, momentum=momentum, nesterov=momentum > 0)


def fitting(model, x, y, batch_size, epochs, units):
    """A round: to train from data in memory, as model.fit does; compiled before, in the round that is not counted."""

    def round_():
        started = time.perf_counter()
        model.fit(x, y, batch_size=batch_size, epochs=epochs, verbose=0)
        return (time.perf_counter() - started) / units

    return round_


def lenet():
    conv = lambda filters, padding="valid": keras.layers.Conv2D(filters, 5, padding=padding, activation="tanh")
    norm = keras.layers.BatchNormalization
    pool = lambda: keras.layers.AveragePooling2D(2)
    model = keras.Sequential(
        [keras.Input((28, 28, 1)), conv(6, "same"), norm(), pool(), conv(16), norm(), pool(), conv(120), norm()]
        + [keras.layers.Flatten(), keras.layers.Dense(84, activation="tanh"), norm()]
        + [keras.layers.Dense(10, activation="softmax")]
    )
    model.compile(sgd(0.0), "categorical_crossentropy", metrics=["accuracy"])
    x = rng.normal(size=(3000, 28, 28, 1)).astype("float32")
    return fitting(model, x, np.eye(10, dtype="float32")[np.arange(3000) % 10], 100, 1, 30)


def eggholder(units):
    layers = [keras.Input((2,))]
    for width in units:
        layers.append(keras.layers.Dense(width, activation="relu"))
        if len(units) > 1:
            layers.append(keras.layers.BatchNormalization())
    model = keras.Sequential([*layers, keras.layers.Dense(1)])
    model.compile(sgd(0.9), "mean_squared_error")
    x = rng.normal(size=(80_000, 2)).astype("float32")
    return fitting(model, x, rng.normal(size=(80_000, 1)).astype("float32"), 1000, 1, 1)


def relu():
    """A model at a time, as the notebook had to: a round trains three and counts them for a thousand."""
    some = 3

    def round_():
        started = time.perf_counter()
        for _ in range(some):
            hidden = [keras.layers.Dense(2, activation="relu") for _ in range(10)]
            model = keras.Sequential([keras.Input((1,)), *hidden, keras.layers.Dense(1)])
            model.compile(sgd(0.9), "mean_squared_error")
            x = rng.uniform(-(7**0.5), 7**0.5, (3000, 1)).astype("float32")
            model.fit(x, abs(x), batch_size=64, epochs=2, verbose=0)
        return (time.perf_counter() - started) * 1000 / some

    return round_


MAKERS = [lenet, *(lambda units=units: eggholder(units) for units in ([16], [128, 16], [256, 128], [128, 128, 64])), relu]


def say(message):
    print(json.dumps(message, separators=(",", ":")), flush=True)


rounds = {}
say({"ready": f"Keras {keras.__version__} on TensorFlow {tf.__version__}, {threads or 'all'} thread(s)"})
for line in sys.stdin:
    index = int(line)
    if index not in rounds:
        rounds[index] = MAKERS[index]()
    say({"seconds": rounds[index]()})
