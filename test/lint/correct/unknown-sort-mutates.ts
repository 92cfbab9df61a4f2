// @ts-nocheck
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

const sizes = [9, 3, 5];
const order = sizes.slice().sort();
sizes.length = 2;
sizes.splice(0, 1, 2, 2);
delete (order as number[] & { extra?: number }).extra;
const lookup = { a: 1, b: 2 };
for (const key in lookup) lookup[key] += order[0];

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs({ image }) {
    let x = image;
    for (const kernel of sizes) x = conv2d(x, { filters: lookup.a, kernel });
    return linear(flatten(x), { units: lookup.b });
  },
});
