import type * as TensorFlow from "@tensorflow/tfjs";
import { type Activation, type Conv, type Layer, type Linear, type Net, weighted } from "../net.ts";
import type { Subject } from "../subject.ts";
import { of, type Parameters, swapped } from "../values.ts";
import { batchSize, type Task } from "../works.ts";

type Library = typeof TensorFlow;
type Tensor = TensorFlow.Tensor;

/** TensorFlow.js on one of its backends, which `load` loads and settles on. */
export function tfjsOn(load: (task: Task) => Promise<Library>): Subject {
  return {
    layout: "channels last",

    async inference({ net, parameters }) {
      const tf = await load("inference");
      const weights = tensors(tf, net, await parameters());
      const [channels, rows, columns] = net.input;
      return (image) => {
        const output = tf.tidy(() =>
          forward(tf, net, weights, tf.tensor(image, [1, rows, columns, channels]), fusedLayer),
        );
        const values = output.dataSync();
        output.dispose();
        return values;
      };
    },

    async training({ net, parameters }, learningRate) {
      const tf = await load("training");
      const initial = tensors(tf, net, await parameters());
      const variables = new Map([...initial].map(([key, tensor]) => [key, tf.variable(tensor)]));
      const [channels, rows, columns] = net.input;
      const optimizer = tf.train.sgd(learningRate);
      return {
        step(images, labels) {
          const cost = tf.tidy(() => {
            const x = tf.tensor(images, [batchSize, rows, columns, channels]);
            const indices = tf.tensor(labels, [batchSize], "int32");
            const target = tf.cast(tf.oneHot(indices, net.classes), "float32");
            const loss = () =>
              tf.losses.softmaxCrossEntropy(target, forward(tf, net, variables, x, plainLayer));
            return optimizer.minimize(loss, true, [...variables.values()]);
          });
          const value = cost.dataSync()[0] ?? NaN;
          cost.dispose();
          return value;
        },
        parameters: () => new Map(weighted(net).flatMap((layer) => read(layer, variables))),
      };
    },
  };
}

type Weights = ReadonlyMap<string, Tensor>;

/** A filter is [rows, columns, channels, out] here and a dense kernel [in, out]: one transposition for both. */
function tensors(tf: Library, net: Net, parameters: Parameters): Weights {
  return new Map(
    weighted(net).flatMap((layer) => {
      const { name, out, channels, taps } = layer;
      const rows = swapped(of(parameters, `${name}.weight`), channels, taps);
      const depthwise = layer.op === "conv" && layer.depthwise;
      const values = swapped(rows, out, channels * taps);
      const kernel = layer.op === "conv" ? [layer.kernel, layer.kernel] : [];
      const shape = depthwise
        ? [...kernel, out, 1]
        : layer.op === "conv"
          ? [...kernel, channels, out]
          : [channels * taps, out];
      return [
        [`${name}.weight`, tf.tensor(values, shape)] as const,
        [`${name}.bias`, tf.tensor(of(parameters, `${name}.bias`).slice(), [out])] as const,
      ];
    }),
  );
}

function read({ name, out, channels, taps }: Conv | Linear, weights: Weights) {
  const rows = swapped(weightOf(weights, `${name}.weight`).dataSync(), channels * taps, out);
  return [
    [`${name}.weight`, swapped(rows, taps, channels)] as const,
    [`${name}.bias`, weightOf(weights, `${name}.bias`).dataSync()] as const,
  ];
}

function weightOf(weights: Weights, key: string): Tensor {
  const found = weights.get(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

/** A layer with weights, its activation included. */
type ApplyWeighted = (
  tf: Library,
  layer: Conv | Linear,
  x: Tensor,
  w: Tensor,
  bias: Tensor,
) => Tensor;

function forward(tf: Library, net: Net, weights: Weights, image: Tensor, apply: ApplyWeighted) {
  const values: Tensor[] = [image];
  const operand = (index: number): Tensor => {
    const value = values[index];
    if (!value) throw new Error(`layer ${index} is not there yet`);
    return value;
  };
  const run = (layer: Layer): Tensor => {
    const [x, y] = [operand(layer.from[0] ?? 0), operand(layer.from[1] ?? 0)];
    switch (layer.op) {
      case "conv":
      case "linear": {
        const { name } = layer;
        const bias = weightOf(weights, `${name}.bias`);
        return apply(tf, layer, x, weightOf(weights, `${name}.weight`), bias);
      }
      case "maxPool":
        return tf.maxPool(x, layer.kernel, layer.stride, layer.padding, "floor");
      case "average":
        return tf.mean(x, [1, 2]);
      case "add":
        return activated(tf, tf.add(x, y), layer.activation);
      case "concat":
        return tf.concat([x, y], 3);
    }
  };
  for (const layer of net.layers) values.push(run(layer));
  return operand(net.layers.length);
}

function activated(tf: Library, x: Tensor, activation: Activation): Tensor {
  if (activation === "none") return x;
  return activation === "relu" ? tf.relu(x) : tf.relu6(x);
}

const fusedActivations = { none: "linear", relu: "relu", relu6: "relu6" } as const;

/** As an app does inference: bias and activation in one kernel with the layer. */
const fusedLayer: ApplyWeighted = (tf, layer, x, w, bias) => {
  const activation = fusedActivations[layer.activation];
  if (layer.op === "linear")
    return tf.fused.matMul({ a: flat(tf, x, layer), b: w, bias, activation });
  const { stride: strides, padding: pad, depthwise } = layer;
  const options = {
    x,
    filter: w,
    bias,
    strides,
    pad,
    activation,
    dimRoundingMode: "floor" as const,
  };
  return depthwise ? tf.fused.depthwiseConv2d(options) : tf.fused.conv2d(options);
};

/** Of ops that all have gradients; fused ones do not on every backend. */
const plainLayer: ApplyWeighted = (tf, layer, x, w, bias) => {
  if (layer.op === "linear")
    return activated(tf, tf.add(tf.matMul(flat(tf, x, layer), w), bias), layer.activation);
  const { stride, padding } = layer;
  const y = tf.conv2d(x, w, stride, padding, "NHWC", [1, 1], "floor");
  return activated(tf, tf.add(y, bias), layer.activation);
};

function flat(tf: Library, x: Tensor, { channels, taps }: Linear): Tensor {
  return tf.reshape(x, [-1, channels * taps]);
}
