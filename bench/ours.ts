import { instantiate, type GeneratedNet } from "./generated.ts";
import type { Parameters } from "./nets.ts";
import { batchSize, type Subject } from "./subject.ts";

/** The module kernelsmith generates: for inference compiled without training, as an app would ship it. */
export const ours: Subject = {
  name: "kernelsmith",
  packages: [],
  layout: "channels first",

  async inference({ name }, parameters) {
    const net = await instantiate(name, { maxBatch: 1, train: false });
    load(net, parameters);
    return (image) => net.forward(image);
  },

  async training({ name }, parameters, learningRate) {
    const net = await instantiate(name, { maxBatch: batchSize, train: true });
    load(net, parameters);
    return {
      step: (images, labels) => net.trainStep(images, labels, learningRate),
      parameters: () => new Map(Object.entries(net.parameters)),
    };
  },
};

function load(net: GeneratedNet, parameters: Parameters): void {
  for (const [name, { weight, bias }] of parameters) {
    const own = net.parameters[name];
    if (!own) throw new Error(`no layer ${name} among ${Object.keys(net.parameters).join(", ")}`);
    own.weight.set(weight);
    own.bias.set(bias);
  }
}
