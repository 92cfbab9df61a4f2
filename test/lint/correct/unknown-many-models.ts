// @ts-nocheck
import { defineModel, linear, relu, type Model } from "kernelsmith";

export const models: Record<string, Model> = {};
for (const hidden of [8, 16, 32]) {
  for (const depth of [1, 2]) {
    models[`h${hidden}d${depth}`] = defineModel({
      name: `h${hidden}d${depth}`,
      inputs: { x: [4] },
      outputs({ x }) {
        let t = x;
        for (let i = 0; i < depth; i++) t = relu(linear(t, { units: hidden }));
        return linear(t, { units: 2 });
      },
    });
  }
}
export default Object.values(models)[Math.floor(Math.random() * 6)];
