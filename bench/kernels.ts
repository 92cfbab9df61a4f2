import { type Case, cells, columns, measured } from "./kernel.ts";
import { type Builder, net, type Shape, type Value } from "./net.ts";
import { digits, markdownTable } from "./report.ts";

/** `out` channels from `channels` by kernel × kernel windows, over a map that leaves `size` × `size` places. */
function conv(
  channels: number,
  out: number,
  kernel: number,
  size: number,
  { stride = 1, depthwise = false } = {},
): Case {
  const padding = Math.floor((kernel - 1) / 2);
  const input = stride * size + (1 - (kernel % 2)); // an even kernel has no middle
  const kind = depthwise ? "depthwise" : "conv";
  const channelsText = depthwise ? `${out}` : `${channels}→${out}`;
  const name = `${kind} ${kernel}×${kernel}${stride > 1 ? ` / ${stride}` : ""}, ${channelsText}, ${size}²`;
  return alone(name, [channels, input, input], (b, x) =>
    b.conv(x, out, { kernel, stride, padding, depthwise }),
  );
}

function linear(inputs: number, out: number, batch: number): Case {
  const name = `linear ${inputs}→${out}, batch ${batch}`;
  return { ...alone(name, [inputs, 1, 1], (b, x) => b.linear(x, out)), batch };
}

function pool(channels: number, kernel: number, size: number): Case {
  const input = 2 * (size - 1) + kernel;
  return alone(
    `max pool ${kernel}×${kernel} / 2, ${channels}, ${size}²`,
    [channels, input, input],
    (b, x) => b.maxPool(x, { kernel, stride: 2 }),
  );
}

function alone(name: string, input: Shape, build: (b: Builder, x: Value) => Value): Case {
  return { net: net(name, input, build), batch: 1 };
}

/** Forward and both gradients; the mean and the loss above it are a hundredth of the work. */
function trained(channels: number, out: number, kernel: number, size: number, batch: number): Case {
  const padding = Math.floor(kernel / 2);
  const name = `conv ${kernel}×${kernel}, ${channels}→${out}, ${size}², batch ${batch}: y, dx and dw`;
  const made = alone(name, [channels, size, size], (b, x) =>
    b.average(b.conv(x, out, { kernel, padding })),
  );
  return { ...made, batch, gradients: true };
}

const cases: readonly Case[] = [
  conv(64, 64, 3, 56),
  conv(128, 128, 3, 28),
  conv(256, 256, 3, 14),
  conv(512, 512, 3, 7),
  conv(32, 32, 3, 32),
  conv(16, 16, 3, 32),
  conv(3, 16, 3, 32),
  conv(64, 128, 3, 28, { stride: 2 }),
  conv(3, 32, 3, 112, { stride: 2 }),
  conv(3, 64, 7, 112, { stride: 2 }),
  conv(1, 8, 5, 28),
  conv(6, 16, 5, 10),
  conv(256, 256, 1, 14),
  conv(64, 128, 1, 28),
  conv(960, 160, 1, 7),
  conv(32, 16, 1, 112),
  conv(32, 32, 3, 112, { depthwise: true }),
  conv(144, 144, 3, 56, { depthwise: true }),
  conv(96, 96, 3, 56, { stride: 2, depthwise: true }),
  conv(384, 384, 3, 14, { depthwise: true }),
  conv(960, 960, 3, 7, { depthwise: true }),
  linear(400, 120, 1),
  linear(512, 1000, 1),
  linear(84, 10, 32),
  linear(400, 120, 32),
  linear(512, 1000, 32),
  pool(64, 2, 28),
  pool(64, 3, 56),
  alone("global average, 512, 7²", [512, 7, 7], (b, x) => b.average(x)),
  alone("x + x, relu, 64, 56²", [64, 56, 56], (b, x) => b.add(x, x, "relu")),
  trained(64, 64, 3, 56, 4),
  trained(32, 32, 3, 32, 8),
  trained(6, 16, 5, 14, 32),
  trained(128, 128, 1, 14, 8),
];

const { peak, all } = await measured(cases);
console.log(
  `The kernels alone, no array copied in or out; 100 % is ${digits(peak)} GMAC/s, what 128-bit multiplies and adds do in registers in the same run. Winograd's way with 3×3 goes beyond it: it multiplies less.\n`,
);
console.log(markdownTable(columns, all.map(cells)));
