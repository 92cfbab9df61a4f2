// @ts-nocheck
import { conv2d, defineModel, globalAveragePool2d, linear, relu } from "kernelsmith";

const load = async () => ({ widths: [8, 16], kernel: 3 });
const { widths, kernel } = await load();
const [classes] = await Promise.all([Promise.resolve(10), load()]);

export default defineModel({
  name: "awaited",
  inputs: { image: [1, 16, 16] },
  outputs({ image }) {
    const x = widths.reduce((t, filters) => relu(conv2d(t, { filters, kernel })), image);
    return linear(globalAveragePool2d(x), { units: classes });
  },
});
