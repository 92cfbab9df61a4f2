import { type Array as Jax, init, jit, lax, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import { blockUntilReady, defaultDevice } from "@jax-js/jax";
import {
  type Activation,
  type Conv,
  type Layer,
  type MaxPool,
  type Net,
  weighted,
} from "../net.ts";
import type { Subject } from "../subject.ts";
import { of, type Parameters, swapped } from "../values.ts";
import { batchSize } from "../works.ts";

/**
 * jax-js on its WebAssembly device, one thread. Its own convolution compiles to scalar code with a test for each read
 * where there is padding, so convolutions are written as shifted slices and a matrix product, which it vectorises.
 */
export const jax: Subject = {
  layout: "channels first",

  async inference({ net, parameters }) {
    await start();
    const weights = arrays(net, await parameters());
    const run = jit((weights: Weights, x: Jax) => forward(net, weights, x));
    return (image) => run(shared(weights), np.array(image).reshape([1, ...net.input])).data();
  },

  async training({ net, parameters }, learningRate) {
    await start();
    let weights = arrays(net, await parameters());
    const loss = (weights: Weights, x: Jax, target: Jax) =>
      np
        .mean(
          nn
            .logSoftmax(forward(net, weights, x))
            .mul(target)
            .sum(-1),
        )
        .neg();
    const gradient = valueAndGrad(loss);
    const step = jit((weights: Weights, x: Jax, target: Jax): [Jax, Weights] => {
      const [value, dw] = gradient(shared(weights), x, target);
      const stepped = Object.entries(weights).map(([key, w]) => {
        const d = dw[key];
        if (!d) throw new Error(`no gradient of ${key}`);
        return [key, w.sub(d.mul(learningRate))] as const;
      });
      return [value, Object.fromEntries(stepped)];
    });
    return {
      async step(images, labels) {
        const x = np.array(images).reshape([batchSize, ...net.input]);
        const [value, next] = step(weights, x, oneHot(labels, net.classes));
        weights = next;
        await blockUntilReady(weights);
        return (await value.data())[0] ?? NaN;
      },
      parameters: () => read(net, weights),
    };
  },
};

async function start(): Promise<void> {
  await init("wasm");
  defaultDevice("wasm");
}

type Weights = { readonly [key: string]: Jax };

/** A use consumes an array: its count of references goes down. */
const shared = (weights: Weights): Weights =>
  Object.fromEntries(Object.entries(weights).map(([key, w]) => [key, w.ref]));

function arrays(net: Net, parameters: Parameters): Weights {
  return Object.fromEntries(
    weighted(net).flatMap((layer) => {
      const { name, out, channels, taps } = layer;
      const weight = of(parameters, `${name}.weight`).slice();
      const kernel = layer.op === "conv" ? [layer.kernel, layer.kernel] : [];
      return [
        [
          `${name}.weight`,
          layer.op === "conv"
            ? np.array(weight).reshape([out, channels, ...kernel])
            : np.array(swapped(weight, out, channels * taps)).reshape([channels * taps, out]),
        ] as const,
        [`${name}.bias`, np.array(of(parameters, `${name}.bias`).slice())] as const,
      ];
    }),
  );
}

async function read(net: Net, weights: Weights): Promise<Parameters> {
  const out = new Map<string, Float32Array>();
  for (const layer of weighted(net))
    for (const what of ["weight", "bias"] as const) {
      const values = await weights[`${layer.name}.${what}`]?.ref.data();
      if (!values) throw new Error(`no ${what} of ${layer.name}`);
      const transposed = layer.op === "linear" && what === "weight";
      const size = layer.channels * layer.taps;
      out.set(`${layer.name}.${what}`, transposed ? swapped(values, size, layer.out) : values);
    }
  return out;
}

function oneHot(labels: Int32Array, classes: number): Jax {
  const out = new Float32Array(labels.length * classes);
  for (const [i, label] of labels.entries()) out[i * classes + label] = 1;
  return np.array(out).reshape([labels.length, classes]);
}

function forward(net: Net, weights: Weights, image: Jax): Jax {
  const uses = net.layers.flatMap((layer) => layer.from);
  const values: Jax[] = [image];
  /** The last use takes the array, the others a reference. */
  const take = (index: number): Jax => {
    const value = values[index];
    if (!value) throw new Error(`layer ${index} is not there yet`);
    uses.splice(uses.indexOf(index), 1);
    return uses.includes(index) ? value.ref : value;
  };
  const weight = (key: string): Jax => {
    const found = weights[key];
    if (!found) throw new Error(`no ${key}`);
    return found;
  };
  const run = (layer: Layer): Jax => {
    const [x, ...more] = layer.from.map(take);
    if (!x) throw new Error(`a ${layer.op} reads nothing`);
    switch (layer.op) {
      case "conv": {
        const bias = weight(`${layer.name}.bias`).reshape([1, -1, 1, 1]);
        const y = convolution(x, weight(`${layer.name}.weight`), layer);
        return activated(y.add(bias), layer.activation);
      }
      case "linear": {
        const rows = x.reshape([x.shape[0] ?? 1, -1]);
        const y = np.matmul(rows, weight(`${layer.name}.weight`));
        return activated(y.add(weight(`${layer.name}.bias`)), layer.activation);
      }
      case "maxPool":
        return pooled(x, layer);
      case "average":
        return np.mean(x, [2, 3]);
      case "add":
        return activated(
          more.reduce((a, b) => a.add(b), x),
          layer.activation,
        );
      case "concat":
        return np.concatenate([x, ...more], 1);
    }
  };
  return net.layers.reduce((_, layer) => {
    const y = run(layer);
    values.push(y);
    return y;
  }, image);
}

function activated(x: Jax, activation: Activation): Jax {
  if (activation === "none") return x;
  return activation === "relu" ? nn.relu(x) : nn.relu6(x);
}

/** [n, c, k·k, p·q] of shifted slices times [m, c·k·k]; depthwise, a sum of slices, each scaled. */
function convolution(x: Jax, w: Jax, layer: Conv): Jax {
  const [n = 1, c = 1] = x.shape;
  const { kernel: k, stride, padding, out, depthwise } = layer;
  const [, rows, columns] = layer.output;
  const product = (a: Jax, b: Jax): Jax => {
    const y = lax.dot(a, b, { lhsContractingDims: [1], rhsContractingDims: [1] }); // [m, n, p·q]
    return np.transpose(y, [1, 0, 2]).reshape([n, out, rows, columns]);
  };
  if (k === 1 && stride === 1 && !depthwise)
    return product(w.reshape([out, c]), x.reshape([n, c, rows * columns]));
  // Padded further where the last window ends early, so that every slice is whole strides long.
  const spare = (size: number, places: number) =>
    Math.max(0, k - 1 + stride * places - (size + 2 * padding));
  const [below, right] = [spare(layer.input[1], rows), spare(layer.input[2], columns)];
  const sides = [padding, padding + below, padding + right];
  const padded = sides.some((side) => side > 0)
    ? np.pad(x, [
        ...[[0, 0] as const, [0, 0] as const],
        ...[[padding, padding + below] as const, [padding, padding + right] as const],
      ])
    : x;
  const shifts = Array.from({ length: k * k }, (_, tap) => {
    const [r, s] = [Math.floor(tap / k), tap % k];
    const cut = padded.ref.slice([], [], [r, r + stride * rows], [s, s + stride * columns]);
    return stride === 1
      ? cut
      : cut.reshape([n, c, rows, stride, columns, stride]).slice([], [], [], 0, [], 0);
  });
  padded.dispose();
  if (!depthwise) {
    const stacked = np.stack(shifts, 2).reshape([n, c * k * k, rows * columns]);
    return product(w.reshape([out, c * k * k]), stacked);
  }
  const scaled = shifts.map((shift, tap) =>
    shift.mul(w.ref.slice([], 0, Math.floor(tap / k), tap % k).reshape([1, c, 1, 1])),
  );
  w.dispose();
  return scaled.reduce((a, b) => a.add(b));
}

/** Windows that do not overlap are a reshape and a maximum, which is differentiated cheaply. */
function pooled(x: Jax, { kernel: k, stride, padding, output }: MaxPool): Jax {
  const [n = 1, c = 1, rows = 1, columns = 1] = x.shape;
  const [, p, q] = output;
  if (padding === 0 && k === stride && p * k === rows && q * k === columns)
    return np.max(x.reshape([n, c, p, k, q, k]), [3, 5]);
  // Zeros lose as −∞ would: such pools follow a relu here.
  const side = [padding, padding] as const;
  const padded = padding > 0 ? np.pad(x, [[0, 0], [0, 0], side, side]) : x;
  return lax.reduceWindow(padded, (window) => np.max(window), [k, k], [stride, stride]);
}
