#!/usr/bin/env python3
"""The peer: convolutional networks by SGD in PyTorch, contiguous or channels-last.

torch_networks.py NETWORK THREADS BATCH STEPS LAYOUT    milliseconds a step on random images in memory (least, median), and the peak of memory in MiB
"""
import os
import resource
import sys
import time

NETWORK, THREADS, BATCH, STEPS, LAYOUT = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
os.environ["OMP_NUM_THREADS"] = str(THREADS)
import torch  # noqa: E402
from torch import nn  # noqa: E402


def plain(widths):
    """Conv-2, -4, -6: pairs of 3 x 3 convolutions and a pool, then 256, 256, 10."""
    layers, channels, side = [], 3, 32
    for width in widths:
        layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU(inplace=True), nn.Conv2d(width, width, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(2)]
        channels, side = width, side // 2
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(channels * side * side, 256), nn.ReLU(inplace=True), nn.Linear(256, 256), nn.ReLU(inplace=True), nn.Linear(256, 10))


class Block(nn.Module):
    """Two convolutions and a shortcut, projected where extents change."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs)
        self.conv2, self.bn2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs)
        changes = stride != 1 or inputs != outputs
        self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)) if changes else nn.Identity()
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        y = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(y)) + self.shortcut(x))


def resnet20():
    layers, channels = [nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(inplace=True)], 16
    for width in (16, 32, 64):
        for _ in range(3):
            layers.append(Block(channels, width, 2 if width != channels else 1))
            channels = width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def vgg16():
    layers, channels = [], 3
    for width in [64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0]:
        if width == 0:
            layers.append(nn.MaxPool2d(2))
        else:
            layers += [nn.Conv2d(channels, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True)]
            channels = width
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, 10))


NETWORKS = {"conv-2": lambda: plain([64]), "conv-4": lambda: plain([64, 128]), "conv-6": lambda: plain([64, 128, 256]), "resnet-20": resnet20, "vgg-16-bn": vgg16}


def main():
    torch.set_num_threads(THREADS)
    torch.manual_seed(1)
    model, x, y = NETWORKS[NETWORK](), torch.rand(BATCH, 3, 32, 32), torch.randint(0, 10, (BATCH,))
    if LAYOUT == "channels-last":
        model, x = model.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9, weight_decay=1e-4)
    times = []
    for _ in range(STEPS + 1):
        start = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
        times.append((time.perf_counter() - start) * 1000)
    times = sorted(times[1:])
    print(f"torch:{LAYOUT}:{NETWORK} {THREADS} {BATCH} 1 {times[0]:.2f} {times[len(times) // 2]:.2f} - - {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")


main()
