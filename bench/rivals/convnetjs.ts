import convnetjs, { type Net as Convnet, type Vol } from "convnetjs";
import { type Net, type Parameters, swapped, weighted } from "../nets.ts";
import { batchSize, type Subject } from "../subject.ts";

/** ConvNetJS: plain JavaScript in double precision (so it is the reference of the others); trains one image at a time. */
export const convnet: Subject = {
  name: "convnetjs",
  packages: ["convnetjs"],
  layout: "channels last",

  async inference(net, parameters) {
    const built = build(net, { type: "fc", num_neurons: net.classes });
    load(net, built, parameters);
    return (image) => built.forward(volume(net, image), false).w;
  },

  async training(net, parameters, learningRate) {
    const built = build(net, { type: "softmax", num_classes: net.classes });
    load(net, built, parameters);
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

/** Its softmax layer brings a fully connected one along, so training and inference end differently. */
function build(net: Net, last: object): Convnet {
  const [channels, rows, columns] = net.input;
  const hidden = net.layers.slice(0, -1).map((layer) => {
    if (layer.op === "pool") return { type: "pool", sx: layer.size, stride: layer.size };
    if (layer.op === "linear") return { type: "fc", num_neurons: layer.out, activation: "relu" };
    const { out: filters, kernel: sx, padding: pad } = layer;
    return { type: "conv", filters, sx, pad, stride: 1, activation: "relu" };
  });
  const built = new convnetjs.Net();
  built.makeLayers([
    { type: "input", out_sx: columns, out_sy: rows, out_depth: channels },
    ...hidden,
    last,
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
    const { weight = [], bias = [] } = parameters.get(layer.name) ?? {};
    const size = layer.channels * layer.taps;
    const values = swapped(weight, layer.channels, layer.taps);
    for (const [m, filter] of filters.entries())
      filter.w.set(values.subarray(m * size, (m + 1) * size));
    biases.w.set(bias);
  }
}

function read(net: Net, built: Convnet): Parameters {
  return new Map(
    pairs(net, built).map(({ layer, filters, biases }) => {
      const values = filters.flatMap((filter) => [...filter.w]);
      const weight = swapped(values, layer.taps, layer.channels);
      return [layer.name, { weight, bias: Float32Array.from(biases.w) }];
    }),
  );
}
