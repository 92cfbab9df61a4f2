import { type Builder, type Net, net, type Shape, type Value } from "./net.ts";

/** LeCun et al. 1998, with the padding of its 28×28 descendants, relu and max pooling. */
const lenet = net("lenet", [1, 28, 28], (b, image) => {
  const c1 = b.conv(image, 6, { kernel: 5, padding: 2, activation: "relu" });
  const p1 = b.maxPool(c1, { kernel: 2, stride: 2 });
  const c2 = b.conv(p1, 16, { kernel: 5, activation: "relu" });
  const p2 = b.maxPool(c2, { kernel: 2, stride: 2 });
  return b.linear(b.linear(b.linear(p2, 120, "relu"), 84, "relu"), 10);
});

const cifar = net("cifar", [3, 32, 32], (b, image) => {
  let x = image;
  for (const filters of [32, 64]) {
    x = b.conv(x, filters, { kernel: 3, padding: 1, activation: "relu" });
    x = b.conv(x, filters, { kernel: 3, padding: 1, activation: "relu" });
    x = b.maxPool(x, { kernel: 2, stride: 2 });
  }
  return b.linear(b.linear(x, 256, "relu"), 10);
});

/** He et al. 2015, table 1, 18 layers. */
const resnet18 = net("resnet18", [3, 224, 224], (b, image) => {
  const stem = b.conv(image, 64, {
    ...{ kernel: 7, stride: 2, padding: 3, norm: true, activation: "relu" },
  });
  let x = b.maxPool(stem, { kernel: 3, stride: 2, padding: 1 });
  for (const [filters, stride] of [[64, 1] as const, [128, 2], [256, 2], [512, 2]] as const) {
    x = residual(b, x, filters, stride);
    x = residual(b, x, filters, 1);
  }
  return b.linear(b.average(x), 1000);
});

function residual(b: Builder, x: Value, filters: number, stride: number): Value {
  const shortcut = stride === 1 ? x : b.conv(x, filters, { kernel: 1, stride, norm: true });
  const window = { kernel: 3, padding: 1, norm: true };
  const inner = b.conv(x, filters, { ...window, stride, activation: "relu" });
  return b.add(b.conv(inner, filters, window), shortcut, "relu");
}

/** Sandler et al. 2018, table 2: expansion, filters, repeats, stride. */
const bottlenecks = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

const mobilenet2 = net("mobilenet2", [3, 224, 224], (b, image) => {
  const relu6 = { norm: true, activation: "relu6" } as const;
  let x = b.conv(image, 32, { kernel: 3, stride: 2, padding: 1, ...relu6 });
  for (const [expansion, filters, repeats, stride] of bottlenecks)
    for (let i = 0; i < repeats; i++) {
      const [channels] = x.shape;
      const step = i === 0 ? stride : 1;
      const wide = channels * expansion;
      const e = expansion === 1 ? x : b.conv(x, wide, { kernel: 1, ...relu6 });
      const window = { kernel: 3, stride: step, padding: 1, depthwise: true };
      const d = b.conv(e, wide, { ...window, ...relu6 });
      const y = b.conv(d, filters, { kernel: 1, norm: true });
      x = step === 1 && channels === filters ? b.add(x, y) : y;
    }
  return b.linear(b.average(b.conv(x, 1280, { kernel: 1, ...relu6 })), 1000);
});

/** Iandola et al. 2016, in its later shape 1.1. */
const squeezenet = net("squeezenet", [3, 224, 224], (b, image) => {
  const activation = "relu";
  const fire = (x: Value, squeezed: number, filters: number): Value => {
    const s = b.conv(x, squeezed, { kernel: 1, activation });
    const narrow = b.conv(s, filters, { kernel: 1, activation });
    return b.concat(narrow, b.conv(s, filters, { kernel: 3, padding: 1, activation }));
  };
  const pool = (x: Value) => b.maxPool(x, { kernel: 3, stride: 2 });
  let x = pool(b.conv(image, 64, { kernel: 3, stride: 2, activation }));
  x = pool(fire(fire(x, 16, 64), 16, 64));
  x = pool(fire(fire(x, 32, 128), 32, 128));
  x = fire(fire(x, 48, 192), 48, 192);
  x = fire(fire(x, 64, 256), 64, 256);
  return b.average(b.conv(x, 1000, { kernel: 1, activation }));
});

/** A convolution alone, as many channels out as in, the map as large. */
const alone = (name: string, input: Shape, kernel: number): Net =>
  net(name, input, (b, x) => b.conv(x, input[0], { kernel, padding: (kernel - 1) / 2 }));

export const nets = {
  ...{ lenet, cifar, resnet18, mobilenet2, squeezenet },
  conv3x3: alone("conv3x3", [64, 56, 56], 3),
  conv1x1: alone("conv1x1", [256, 14, 14], 1),
} as const;
export type NetName = keyof typeof nets;
