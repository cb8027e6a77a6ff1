#!/usr/bin/env python3
"""The peer: LeNet-300-100 by SGD in PyTorch, in every way that it offers.

torch_step.py survey THREADS BATCH               milliseconds a step of every way, the fastest first
torch_step.py time THREADS BATCH WAY SEGMENTS    milliseconds a step on the clock and by the processor, a line for each 256 steps
"""
import gzip
import os
import sys
import time

THREADS = int(sys.argv[2])
os.environ["OMP_NUM_THREADS"] = str(THREADS)  # set_num_threads does not limit OpenBLAS in Debian's build
import torch  # noqa: E402
from torch import nn  # noqa: E402

FOLDER = "/usr/share/datasets/fashion-mnist"
SEGMENT = 256
RATE, MOMENTUM, DECAY = 0.015, 0.9, 1e-4


def data():
    """Training samples as floats in memory, by which no step pays for a conversion."""
    images = gzip.open(f"{FOLDER}/train-images-idx3-ubyte.gz").read()[16:]
    labels = gzip.open(f"{FOLDER}/train-labels-idx1-ubyte.gz").read()[8:]
    x = torch.frombuffer(bytearray(images), dtype=torch.uint8).view(-1, 784).float().div_(255)
    return x, torch.frombuffer(bytearray(labels), dtype=torch.uint8).long()


def network():
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(784, 300), nn.ReLU(), nn.Linear(300, 100), nn.ReLU(), nn.Linear(100, 10))


def batches(x, y, batch):
    """One index_select of each tensor a step, by a permutation an epoch."""
    while True:
        order = torch.randperm(55_000)
        for first in range(0, 55_000 - batch + 1, batch):
            indices = order[first:first + batch]
            yield x.index_select(0, indices), y.index_select(0, indices)


def autograd(forward, parameters, batch, optimizer):
    """The usual loop: forward, cross_entropy, backward, update."""
    loss_of = nn.functional.cross_entropy

    def step(x, y):
        optimizer.zero_grad(set_to_none=True)
        loss_of(forward(x), y).backward()
        optimizer.step()

    return step


def sgd(foreach):
    return lambda parameters: torch.optim.SGD(parameters, lr=RATE, momentum=MOMENTUM, weight_decay=DECAY, foreach=foreach)


class Flat:
    """SGD by hand over one tensor that all parameters, and another that all gradients, are views of."""

    def __init__(self, parameters):
        parameters = list(parameters)
        self.values = torch.cat([p.detach().flatten() for p in parameters])
        self.gradients = torch.zeros_like(self.values)
        self.velocity = torch.zeros_like(self.values)
        offset = 0
        for p in parameters:
            p.data = self.values[offset:offset + p.numel()].view_as(p)
            p.grad = self.gradients[offset:offset + p.numel()].view_as(p)
            offset += p.numel()

    def zero_grad(self, set_to_none):
        self.gradients.zero_()

    def step(self):
        with torch.no_grad():
            self.gradients.add_(self.values, alpha=DECAY)
            self.velocity.mul_(MOMENTUM).add_(self.gradients)
            self.values.add_(self.velocity, alpha=-RATE)


def by_hand(batch):
    """Backward by hand too: gradients are written where the flat update reads them, and nothing is recorded for autograd."""
    model = network()
    flat = Flat(model.parameters())
    w1, b1, w2, b2, w3, b3 = [p.data for p in model.parameters()]
    g1, c1, g2, c2, g3, c3 = [p.grad for p in model.parameters()]
    rows = torch.arange(batch)

    def step(x, y):
        h1 = torch.addmm(b1, x, w1.t()).relu_()
        h2 = torch.addmm(b2, h1, w2.t()).relu_()
        scores = torch.log_softmax(torch.addmm(b3, h2, w3.t()), 1)
        scores[rows, y].mean().neg_()
        d3 = scores.exp_()
        d3[rows, y] -= 1
        d3.div_(batch)
        torch.mm(d3.t(), h2, out=g3)
        torch.sum(d3, 0, out=c3)
        d2 = torch.ops.aten.threshold_backward(d3.mm(w3), h2, 0)
        torch.mm(d2.t(), h1, out=g2)
        torch.sum(d2, 0, out=c2)
        d1 = torch.ops.aten.threshold_backward(d2.mm(w2), h1, 0)
        torch.mm(d1.t(), x, out=g1)
        torch.sum(d1, 0, out=c1)
        flat.step()

    return torch.no_grad()(step)


FORWARDS = {
    "eager": lambda model, batch: model,
    "script": lambda model, batch: torch.jit.script(model),
    "trace": lambda model, batch: torch.jit.trace(model, torch.zeros(batch, 784)),
}
UPDATES = {"sgd": sgd(False), "sgd-foreach": sgd(True), "flat": Flat}
WAYS = [f"{forward}+{update}" for forward in FORWARDS for update in UPDATES] + ["by-hand"]


def way(name, batch):
    if name == "by-hand":
        return by_hand(batch)
    forward, update = name.split("+")
    model = network()
    optimizer = UPDATES[update](model.parameters())
    return autograd(FORWARDS[forward](model, batch), model.parameters(), batch, optimizer)


def segment(step, source, steps):
    """Milliseconds a step on the clock, and by the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(steps):
        step(*next(source))
    return (time.perf_counter() - wall) * 1000 / steps, (time.process_time() - processor) * 1000 / steps


def main():
    torch.set_num_threads(THREADS)
    batch = int(sys.argv[3])
    source = batches(*data(), batch)
    if sys.argv[1] == "survey":
        steps = {name: way(name, batch) for name in WAYS}
        times = {name: float("inf") for name in WAYS}
        for turn in range(5):
            for name, step in steps.items():
                spent = segment(step, source, 32)[THREADS == 1]
                times[name] = min(times[name], spent) if turn > 0 else times[name]
        for name in sorted(times, key=times.get):
            print(f"{name} {times[name]:.4f}")
        return
    name = sys.argv[4]
    step = way(name, batch)
    segment(step, source, SEGMENT)
    for _ in range(int(sys.argv[5])):
        wall, processor = segment(step, source, SEGMENT)
        print(f"torch {THREADS} {batch} {wall:.4f} {processor:.4f}")


main()
