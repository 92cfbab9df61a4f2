// @ts-nocheck
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";

interface Options {
  stem?: { kernel?: number; make?: () => number };
  head?: { units: number } | null;
}
const options: Options = { stem: { make: () => 5 }, head: null };

export default defineModel({
  name: options?.head?.units?.toString() ?? "chained",
  inputs: { image: [1, 10, 10] },
  outputs({ image }) {
    const kernel = options.stem?.kernel ?? options.stem?.make?.() ?? 11;
    const x = relu(conv2d(image, { filters: 4, kernel, bias: options.head?.["bias"] }));
    return linear(flatten(x), { units: options.head?.units || 7 });
  },
});
