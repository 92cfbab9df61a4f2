import { add, concat, conv2d, crossEntropy, defineModel, globalAveragePool2d } from "kernelsmith";
import { flatten, linear, maxPool2d, relu, relu6, batchNorm, sgd } from "kernelsmith";
import type { Model, Tensor } from "kernelsmith";
import type { Activation, Layer, Net } from "./net.ts";

type Map = Tensor<readonly number[]>;

/** A net in our words, for those too many to be written by hand. It trains where its answer is a vector. */
export function modelOf(net: Net): Model {
  const last = net.layers.at(-1)?.output;
  const vector = last !== undefined && last[1] === 1 && last[2] === 1;
  return defineModel({
    name: net.name,
    inputs: { image: net.input },
    outputs: ({ image }) => {
      const values: Map[] = [image];
      for (const layer of net.layers) values.push(layerOf(layer, layer.from.map(at(values))));
      return { answer: values.at(-1) ?? image };
    },
    ...(vector ? { train: { loss: crossEntropy({ of: "answer" }), optimizer: sgd() } } : undefined),
  });
}

const at = (values: readonly Map[]) => (index: number) => {
  const value = values[index];
  if (!value) throw new Error(`layer ${index} is not there yet`);
  return value;
};

function layerOf(layer: Layer, [x, ...more]: readonly Map[]): Map {
  if (!x) throw new Error(`a ${layer.op} reads nothing`);
  switch (layer.op) {
    case "conv": {
      const { out, kernel, stride, padding, depthwise, norm } = layer;
      const groups = depthwise ? out : 1;
      const window = { filters: out, kernel, stride, padding, groups };
      const y: Map = norm ? batchNorm(conv2d(x, { ...window, bias: false })) : conv2d(x, window);
      return activated(y, layer.activation);
    }
    case "linear": {
      const rows: Map = x.shape.length > 1 ? flatten(x) : x;
      return activated(linear(rows, { units: layer.out }), layer.activation);
    }
    case "maxPool":
      return maxPool2d(x, { kernel: layer.kernel, stride: layer.stride, padding: layer.padding });
    case "average":
      return globalAveragePool2d(x);
    case "add":
      return activated(add(x, more[0] ?? x), layer.activation);
    case "concat":
      return concat([x, ...more]);
  }
}

function activated(x: Map, activation: Activation): Map {
  if (activation === "none") return x;
  return activation === "relu" ? relu(x) : relu6(x);
}
