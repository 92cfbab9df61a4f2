// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const layer = (text: TemplateStringsArray, filters: number, kernel: number) => (x) =>
  relu(conv2d(x, { filters, kernel, name: text.join("").replaceAll(/\W/g, "") }));

const net = [layer`first ${8} of ${3}`, layer`second ${16} of ${5}`];

export default defineModel({
  inputs: { image: [1, 12, 12] },
  outputs: ({ image }) => linear(globalAveragePool2d(net.reduce((x, f) => f(x), image)), { units: 2 }),
});
