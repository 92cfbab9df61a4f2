// @ts-nocheck
import { conv2d, crossEntropy, defineModel, globalAveragePool2d, linear, relu, sgd } from "kernelsmith";

const make = ({ classes = 10, widths = [8, 16] } = {}) =>
  defineModel({
    name: `n${classes}`,
    inputs: { image: [3, 32, 32] },
    outputs: ({ image }) => {
      const x = widths.reduce((t, filters) => relu(conv2d(t, { filters, kernel: 3, padding: 1 })), image);
      return { logits: linear(globalAveragePool2d(x), { units: classes }) };
    },
    train: { loss: crossEntropy(), optimizer: sgd({ learningRate: 10 ** -widths.length }) },
  });

export const small = make();
export const large = make({ widths: [16, 32, 64], classes: 100 });
export default make({ classes: Number(process.env.CLASSES) || 5 });
