import convnetjs, { type Net as Convnet, type Vol } from "convnetjs";
import { type Net, weighted } from "../net.ts";
import type { Subject } from "../subject.ts";
import { of, type Parameters, swapped } from "../values.ts";
import { batchSize } from "../works.ts";

/** ConvNetJS: plain JavaScript in double precision; trains one image at a time. */
export const convnet: Subject = {
  layout: "channels last",

  async inference({ net, parameters }) {
    const built = build(net);
    load(net, built, await parameters());
    return (image) => built.forward(volume(net, image), false).w;
  },

  async training({ net, parameters }, learningRate) {
    const built = build(net, { type: "softmax", num_classes: net.classes });
    load(net, built, await parameters());
    const trainer = new convnetjs.SGDTrainer(built, {
      method: "sgd",
      learning_rate: learningRate,
      momentum: 0,
      batch_size: batchSize,
    });
    return {
      step(images, labels) {
        const size = images.length / batchSize;
        let loss = 0;
        for (const [i, label] of labels.entries()) {
          const image = images.subarray(i * size, (i + 1) * size);
          loss += trainer.train(volume(net, image), label).cost_loss / batchSize;
        }
        return loss;
      },
      parameters: () => read(net, built),
    };
  },
};

/** Its softmax layer brings a fully connected one along, so a net that trains ends in another layer: `last`. */
function build(net: Net, last?: object): Convnet {
  const [channels, rows, columns] = net.input;
  const definitions = net.layers.map((layer) => {
    const activation =
      "activation" in layer && layer.activation === "relu" ? { activation: "relu" } : undefined;
    if (layer.op === "linear") return { type: "fc", num_neurons: layer.out, ...activation };
    if (layer.op !== "conv" && layer.op !== "maxPool") throw new Error(`no layer "${layer.op}"`);
    const window = { sx: layer.kernel, stride: layer.stride, pad: layer.padding };
    if (layer.op === "maxPool") return { type: "pool", ...window };
    return { type: "conv", filters: layer.out, ...window, ...activation };
  });
  const built = new convnetjs.Net();
  built.makeLayers([
    { type: "input", out_sx: columns, out_sy: rows, out_depth: channels },
    ...(last ? [...definitions.slice(0, -1), last] : definitions),
  ]);
  return built;
}

function volume({ input: [channels, rows, columns] }: Net, image: Float32Array): Vol {
  const vol = new convnetjs.Vol(columns, rows, channels, 0);
  vol.w.set(image);
  return vol;
}

/** Each layer of the net beside the filters that hold its weights (one Vol an output) and its biases. */
function pairs(net: Net, built: Convnet) {
  const theirs = built.layers.filter((layer) => layer.filters !== undefined);
  return weighted(net).map((layer, i) => {
    const { filters, biases } = theirs[i] ?? {};
    if (filters?.length !== layer.out || !biases) throw new Error(`no filters for ${layer.name}`);
    return { layer, filters, biases };
  });
}

function load(net: Net, built: Convnet, parameters: Parameters): void {
  for (const { layer, filters, biases } of pairs(net, built)) {
    const { name, channels, taps } = layer;
    const size = channels * taps;
    const values = swapped(of(parameters, `${name}.weight`), channels, taps);
    for (const [m, filter] of filters.entries())
      filter.w.set(values.subarray(m * size, (m + 1) * size));
    biases.w.set(of(parameters, `${name}.bias`));
  }
}

function read(net: Net, built: Convnet): Parameters {
  return new Map(
    pairs(net, built).flatMap(({ layer: { name, channels, taps }, filters, biases }) => {
      const values = filters.flatMap((filter) => [...filter.w]);
      return [
        [`${name}.weight`, swapped(values, taps, channels)] as const,
        [`${name}.bias`, Float32Array.from(biases.w)] as const,
      ];
    }),
  );
}
