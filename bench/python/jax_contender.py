"""JAX, compiled: jax_contender.py compiled|compiling WORK. Started by npm run bench.

'compiled' times what comes after the first round, 'compiling' compiles anew in each round.
"""

import sys

import jax
import jax.numpy as jnp

from contest import LENET_STEPS, contend, parts_of

compiling = sys.argv[1] == "compiling"
jax.config.update("jax_platforms", "cpu")
keys = iter(jax.random.split(jax.random.key(0), 1000))


def normal(*shape, scale=1.0):
    return scale * jax.random.normal(next(keys), shape)


def normalise(x, parameters, axes):
    """Batch normalisation in training mode, with its moving statistics."""
    mean, variance = x.mean(axes), x.var(axes)
    moved = (mean, variance)
    return parameters["gamma"] * (x - mean) / jnp.sqrt(variance + 1e-3) + parameters["beta"], moved


def norm_parameters(channels):
    return {"gamma": jnp.ones(channels), "beta": jnp.zeros(channels)}


def drop(x, rate, key):
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def conv(x, kernel, padding):
    return jax.lax.conv_general_dilated(x, kernel, (1, 1), padding, dimension_numbers=("NHWC", "HWIO", "NHWC"))


def pool(x):
    return jax.lax.reduce_window(x, 0.0, jax.lax.add, (1, 2, 2, 1), (1, 2, 2, 1), "VALID") / 4


def step_of(loss, momentum):
    """A function (state, (x, y, key)) → state: a step of SGD, with Keras's Nesterov."""

    def step(state, batch):
        weights, velocity, statistics = state
        x, y, key = batch
        (_, moved), gradient = jax.value_and_grad(loss, has_aux=True)(weights, x, y, key)
        velocity = jax.tree.map(lambda v, g: momentum * v - 0.01 * g, velocity, gradient)
        move = lambda w, v, g: w + momentum * v - 0.01 * g if momentum else w - 0.01 * g
        statistics = jax.tree.map(lambda old, new: 0.99 * old + 0.01 * new, statistics, moved)
        return jax.tree.map(move, weights, velocity, gradient), velocity, statistics

    return step


def looped(step, batch_size, epochs=1):
    """A function (state, x, y, key) → state that is one compiled loop; axis 0 of x is that of the examples."""

    def train(state, x, y, key):
        whole = len(x) // batch_size * batch_size

        def epoch(number, state):
            key_order, key_steps = jax.random.split(jax.random.fold_in(key, number))
            order = jax.random.permutation(key_order, len(x))
            batches = order[:whole].reshape(-1, batch_size)
            step_keys = jax.random.split(key_steps, len(batches) + 1)
            take = lambda state, at: (step(state, (x[at[0]], y[at[0]], at[1])), None)
            state, _ = jax.lax.scan(take, state, (batches, step_keys[1:]))
            return step(state, (x[order[whole:]], y[order[whole:]], step_keys[0])) if whole < len(x) else state

        return jax.lax.fori_loop(0, epochs, epoch, state)

    return jax.jit(train)


def stepwise(step, batch_size):
    """As `looped`, for an epoch, but a call for each step: in a loop XLA's convolutions are slow on a CPU."""
    compiled = jax.jit(step)

    def train(state, x, y, key):
        order = jax.random.permutation(key, len(x)).reshape(-1, batch_size)
        for number, batch in enumerate(order):
            state = compiled(state, (x[batch], y[batch], jax.random.fold_in(key, number)))
        return state

    return train


def rounds(train, state, x, y):
    def round_():
        if compiling:
            jax.clear_caches()
        jax.block_until_ready(train(state, x, y, next(keys)))

    return round_


def state_of(loss, weights, x, y):
    _, moved = jax.eval_shape(loss, weights, x[:2], y[:2], jax.random.key(0))
    statistics = jax.tree.map(lambda shape: jnp.zeros(shape.shape), moved)
    return weights, jax.tree.map(jnp.zeros_like, weights), statistics


def lenet(variant):
    drops, normalises = variant in ("dropout", "both"), variant in ("batch normalisation", "both")
    shapes = [(5, 5, 1, 6), (5, 5, 6, 16), (5, 5, 16, 120), (120, 84), (84, 10)]
    weights = {"kernels": [normal(*shape, scale=0.1) for shape in shapes], "biases": [jnp.zeros(s[-1]) for s in shapes]}
    if normalises:
        weights["norms"] = [norm_parameters(channels) for channels in (6, 16, 120, 84)]
    if variant == "both":
        weights["norm of the input"] = norm_parameters(1)

    def loss(weights, x, y, key):
        moved, masks = [], iter(jax.random.split(key, 5))
        if drops:
            x = drop(x, 0.2, next(masks))
        if variant == "both":
            x, statistics = normalise(x, weights["norm of the input"], (0, 1, 2))
            moved.append(statistics)
        for layer, (kernel, bias) in enumerate(zip(weights["kernels"], weights["biases"])):
            if layer < 3:
                x = conv(x, kernel, "SAME" if layer == 0 else "VALID") + bias
            else:
                x = x.reshape(len(x), -1) @ kernel + bias
            if layer == 4:
                break
            x = jnp.tanh(x)
            if drops:
                x = drop(x, 0.5, next(masks))
            if normalises:
                x, statistics = normalise(x, weights["norms"][layer], tuple(range(x.ndim - 1)))
                moved.append(statistics)
            if layer < 2:
                x = pool(x)
        return -(y * jax.nn.log_softmax(x)).sum(1).mean(), moved

    count = 100 * LENET_STEPS
    x, y = normal(count, 28, 28, 1), jax.nn.one_hot(jnp.arange(count) % 10, 10)
    return rounds(stepwise(step_of(loss, 0.0), 100), state_of(loss, weights, x, y), x, y)


def dense_loss(units):
    def loss(weights, x, y, key):
        moved = []
        for layer, (kernel, bias) in enumerate(zip(weights["kernels"], weights["biases"])):
            x = x @ kernel + bias
            if layer < len(units):
                x = jax.nn.relu(x)
                if "norms" in weights:
                    x, statistics = normalise(x, weights["norms"][layer], 0)
                    moved.append(statistics)
        return ((x - y) ** 2).mean(), moved

    return loss


def dense_weights(widths, normalised, runs=()):
    pairs = list(zip(widths, widths[1:]))
    weights = {
        "kernels": [normal(*runs, wide, next_, scale=(2 / wide) ** 0.5) for wide, next_ in pairs],
        "biases": [jnp.zeros((*runs, next_)) for _, next_ in pairs],
    }
    if normalised:
        weights["norms"] = [norm_parameters(width) for width in widths[1:-1]]
    return weights


def eggholder(units):
    weights = dense_weights([2, *units, 1], len(units) > 1)
    x, y = normal(80_000, 2), normal(80_000, 1)
    loss = dense_loss(units)
    return rounds(looped(step_of(loss, 0.9), 1000), state_of(loss, weights, x, y), x, y)


def relu(runs=1000):
    """All nets at once, by vmap."""
    units = [2] * 10
    weights = dense_weights([1, *units, 1], False, (runs,))
    x = jax.random.uniform(next(keys), (runs, 3000, 1), minval=-(7**0.5), maxval=7**0.5)
    train = looped(step_of(dense_loss(units), 0.9), 64, epochs=2)
    state = (weights, jax.tree.map(jnp.zeros_like, weights), [])
    together = jax.jit(lambda state, x, y, key: jax.vmap(train)(state, x, y, jax.random.split(key, runs)))
    return rounds(together, state, x, abs(x))


contend(f"JAX {jax.__version__}, all threads{', compiling in each round' if compiling else ''}", parts_of(lenet, eggholder, relu), sys.argv[2])
