"""Trains a net with PyTorch on one thread, at the command of pytorch.ts.

Its arguments are the net as JSON (net.ts), the file of its parameters, the learning rate and the size of a batch. On
stdin comes "s" before a batch (float32 images, channels first, then int32 labels), for which a line goes to stdout: the
loss and the milliseconds of the step; or "p", for the parameters to be written beside where they came from.
"""

import json
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

torch.set_num_threads(1)

net = json.loads(sys.argv[1])
flat = torch.from_numpy(np.fromfile(sys.argv[2], np.float32))
batch = int(sys.argv[4])
channels, rows, columns = net["input"]


def parameters_of(data):
    """Weight and bias of each layer that has them, in order."""
    at = 0
    for layer in net["layers"]:
        if layer["op"] not in ("conv", "linear"):
            continue
        out, kernel = layer["out"], layer.get("kernel")
        shape = (
            [out, layer["channels"], kernel, kernel]
            if kernel
            else [out, layer["channels"] * layer["taps"]]
        )
        for sizes in (shape, [out]):
            size = int(np.prod(sizes))
            yield data[at : at + size].reshape(sizes).clone().requires_grad_()
            at += size


parameters = list(parameters_of(flat))


def forward(x):
    values, left = [x], iter(parameters)
    for layer in net["layers"]:
        x = values[layer["from"][0]]
        op = layer["op"]
        if op == "conv":
            groups = x.shape[1] if layer["depthwise"] else 1
            weight, bias = next(left), next(left)
            y = F.conv2d(x, weight, bias, layer["stride"], layer["padding"], groups=groups)
        elif op == "linear":
            weight, bias = next(left), next(left)
            y = F.linear(x.flatten(1), weight, bias)
        elif op == "maxPool":
            y = F.max_pool2d(x, layer["kernel"], layer["stride"], layer["padding"])
        elif op == "average":
            y = x.mean((2, 3))
        elif op == "add":
            y = x + values[layer["from"][1]]
        else:
            y = torch.cat([x, values[layer["from"][1]]], 1)
        activation = layer.get("activation")
        values.append(F.relu(y) if activation == "relu" else F.relu6(y) if activation == "relu6" else y)
    return values[-1]


optimizer = torch.optim.SGD(parameters, lr=float(sys.argv[3]))


def step(images, labels):
    optimizer.zero_grad()
    loss = F.cross_entropy(forward(images), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


images_size = 4 * batch * channels * rows * columns
while command := sys.stdin.buffer.read(1):
    if command == b"p":
        after = torch.cat([parameter.detach().flatten() for parameter in parameters])
        after.numpy().tofile(sys.argv[2] + ".after")
        print("{}", flush=True)
        continue
    data = sys.stdin.buffer.read(images_size + 4 * batch)
    # Copied, for PyTorch warns of arrays that it may not write into.
    images = np.frombuffer(data, np.float32, batch * channels * rows * columns).copy()
    labels = np.frombuffer(data, np.int32, batch, images_size).astype(np.int64)
    x = torch.from_numpy(images.reshape(batch, channels, rows, columns))
    y = torch.from_numpy(labels)
    processor, wall = time.process_time(), time.perf_counter()
    loss = step(x, y)
    processor, wall = time.process_time() - processor, time.perf_counter() - wall
    # As stopwatch.ts has it: off the processor for a part, it would have taken its processor time on an idle machine.
    spent = processor if 0 < processor < 0.97 * wall else wall
    print(json.dumps({"loss": loss, "milliseconds": 1e3 * spent}), flush=True)
