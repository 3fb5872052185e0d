"""PyTorch, a step at a time as one writes it there: torch_contender.py THREADS WORK, 0 for all threads. Started by npm run bench."""

import sys

import torch
from torch import nn
from torch.nn import functional

from contest import LENET_STEPS, contend, parts_of

threads = int(sys.argv[1])
if threads:
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(threads)
torch.manual_seed(0)


def norm(channels, kind):
    # PyTorch's momentum is the share of the new value: Keras's 0.99 is 0.01 here.
    return kind(channels, eps=1e-3, momentum=0.01)


def training(parameters, forward, loss, x, y, batch_size, momentum, epochs=1):
    """A round: an epoch over shuffled data in memory. Axis 0 of x and y is that of the examples."""
    descent = torch.optim.SGD(parameters, 0.01, momentum=momentum, nesterov=momentum > 0)

    def round_():
        for _ in range(epochs):
            order = torch.randperm(len(x))
            for first in range(0, len(x), batch_size):
                batch = order[first : first + batch_size]
                descent.zero_grad()
                loss(forward(x[batch]), y[batch]).backward()
                descent.step()

    return round_


def lenet(variant):
    drops, normalises = variant in ("dropout", "both"), variant in ("batch normalisation", "both")

    def between(rate, channels, kind, normalised=normalises):
        return [nn.Dropout(rate)] * drops + ([norm(channels, kind)] if normalised else [])

    layers = between(0.2, 1, nn.BatchNorm2d, normalised=variant == "both")
    layers += [nn.Conv2d(1, 6, 5, padding="same"), nn.Tanh(), *between(0.5, 6, nn.BatchNorm2d), nn.AvgPool2d(2)]
    layers += [nn.Conv2d(6, 16, 5), nn.Tanh(), *between(0.5, 16, nn.BatchNorm2d), nn.AvgPool2d(2)]
    layers += [nn.Conv2d(16, 120, 5), nn.Tanh(), *between(0.5, 120, nn.BatchNorm2d), nn.Flatten()]
    layers += [nn.Linear(120, 84), nn.Tanh(), *between(0.5, 84, nn.BatchNorm1d), nn.Linear(84, 10)]
    net = nn.Sequential(*layers)
    count = 100 * LENET_STEPS
    x, y = torch.randn(count, 1, 28, 28), torch.arange(count) % 10
    return training(net.parameters(), net, functional.cross_entropy, x, y, 100, 0.0)


def eggholder(units):
    layers, width = [], 2
    for wide in units:
        layers += [nn.Linear(width, wide), nn.ReLU()]
        if len(units) > 1:
            layers.append(norm(wide, nn.BatchNorm1d))
        width = wide
    net = nn.Sequential(*layers, nn.Linear(width, 1))
    x, y = torch.randn(80_000, 2), torch.randn(80_000, 1)
    return training(net.parameters(), net, functional.mse_loss, x, y, 1000, 0.9)


def relu(runs=1000):
    """All nets at once, as products of stacks of matrices."""
    widths = [1, *[2] * 10, 1]
    kernels = [
        (torch.randn(runs, wide, next_) * (2 / wide) ** 0.5).requires_grad_() for wide, next_ in zip(widths, widths[1:])
    ]
    biases = [torch.zeros(runs, 1, next_, requires_grad=True) for next_ in widths[1:]]

    def forward(x):
        x = x.transpose(0, 1)
        for kernel, bias in zip(kernels[:-1], biases[:-1]):
            x = torch.relu(torch.baddbmm(bias, x, kernel))
        return torch.baddbmm(biases[-1], x, kernels[-1]).transpose(0, 1)

    def loss(predicted, wanted):
        return (predicted - wanted).square().mean((0, 2)).sum()

    x = (torch.rand(3000, runs, 1) * 2 - 1) * 7**0.5
    return training([*kernels, *biases], forward, loss, x, x.abs(), 64, 0.9, epochs=2)


contend(f"PyTorch {torch.__version__}, {torch.get_num_threads()} thread(s)", parts_of(lenet, eggholder, relu), sys.argv[2])
