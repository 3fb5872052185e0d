"""Keras on TensorFlow: keras_contender.py THREADS WORK, 0 for all threads. Started by npm run bench."""

import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
import tensorflow as tf

from contest import LENET_STEPS, contend, parts_of

threads = int(sys.argv[1])
tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)
rng = np.random.default_rng(0)


def sgd(momentum):
    return keras.optimizers.SGD(0.01, momentum=momentum, nesterov=momentum > 0)


def fitting(model, x, y, batch_size):
    """A round: to train from data in memory, as model.fit does; compiled before, in the round that is not counted."""
    return lambda: model.fit(x, y, batch_size=batch_size, epochs=1, verbose=0) and None


def lenet(variant):
    drops, normalises = variant in ("dropout", "both"), variant in ("batch normalisation", "both")

    def between(rate, normalised=normalises):
        return [keras.layers.Dropout(rate)] * drops + ([keras.layers.BatchNormalization()] if normalised else [])

    def conv(filters, padding="valid"):
        return keras.layers.Conv2D(filters, 5, padding=padding, activation="tanh")

    layers = [keras.Input((28, 28, 1)), *between(0.2, normalised=variant == "both"), conv(6, "same"), *between(0.5)]
    layers += [keras.layers.AveragePooling2D(2), conv(16), *between(0.5), keras.layers.AveragePooling2D(2)]
    layers += [conv(120), *between(0.5), keras.layers.Flatten(), keras.layers.Dense(84, activation="tanh"), *between(0.5)]
    model = keras.Sequential([*layers, keras.layers.Dense(10, activation="softmax")])
    model.compile(sgd(0.0), "categorical_crossentropy", metrics=["accuracy"])
    count = 100 * LENET_STEPS
    x = rng.normal(size=(count, 28, 28, 1)).astype("float32")
    return fitting(model, x, np.eye(10, dtype="float32")[np.arange(count) % 10], 100)


def eggholder(units):
    layers = [keras.Input((2,))]
    for width in units:
        layers.append(keras.layers.Dense(width, activation="relu"))
        if len(units) > 1:
            layers.append(keras.layers.BatchNormalization())
    model = keras.Sequential([*layers, keras.layers.Dense(1)])
    model.compile(sgd(0.9), "mean_squared_error")
    x = rng.normal(size=(80_000, 2)).astype("float32")
    return fitting(model, x, rng.normal(size=(80_000, 1)).astype("float32"), 1000)


def relu():
    """A model at a time, as the notebook had to: a round trains three of a thousand."""

    def round_():
        for _ in range(3):
            hidden = [keras.layers.Dense(2, activation="relu") for _ in range(10)]
            model = keras.Sequential([keras.Input((1,)), *hidden, keras.layers.Dense(1)])
            model.compile(sgd(0.9), "mean_squared_error")
            x = rng.uniform(-(7**0.5), 7**0.5, (3000, 1)).astype("float32")
            model.fit(x, abs(x), batch_size=64, epochs=2, verbose=0)
        return 3 / 1000

    return round_


about = f"Keras {keras.__version__} on TensorFlow {tf.__version__}, {threads or 'all'} thread(s)"
contend(about, parts_of(lenet, eggholder, relu), sys.argv[2])
