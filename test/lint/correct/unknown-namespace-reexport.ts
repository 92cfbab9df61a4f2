// @ts-nocheck
import { blocks, type Block } from "./parts/index.ts";
import * as all from "./parts/index.ts";
import kernel, { width as w } from "./parts/defaults.ts";

const order: Block[] = ["stem", "down"];

export default all.ks.defineModel({
  name: "reexports",
  inputs: { image: [3, 16, 16] },
  outputs({ image }) {
    let x = image;
    for (const name of order) x = blocks[name](x, w, kernel);
    return all.ks.linear(all.ks.globalAveragePool2d(x), { units: all.kernel });
  },
});
