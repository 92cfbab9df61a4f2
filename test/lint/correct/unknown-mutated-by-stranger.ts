// @ts-nocheck
import { inspect } from "node:util";
import { conv2d, defineModel, flatten, linear } from "kernelsmith";
import { widen } from "./parts/widen.ts";

const options = { filters: 0, kernel: 3, custom: { [inspect.custom]: () => "x" } };
widen(options);
const { custom: _, ...rest } = options;
const list = [30];
queueMicrotask(() => list.pop());
[..."ab"].forEach((_, i) => (list[i] = 1));

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs: ({ image }) => linear(flatten(conv2d(image, rest)), { units: list[0] }),
});
