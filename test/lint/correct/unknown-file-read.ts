// @ts-nocheck
// not run: its file is elsewhere
import { readFileSync } from "node:fs";
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

const config = JSON.parse(readFileSync(new URL("./config.json", import.meta.url), "utf8"));

export default defineModel({
  name: config.name,
  inputs: { image: config.shape },
  outputs({ image }) {
    const x = conv2d(image, { filters: config.filters, kernel: config.kernel ?? 3, padding: config.padding });
    return linear(flatten(x), { units: config.classes.length });
  },
});
