// @ts-nocheck
import { EventEmitter } from "node:events";
import { conv2d, defineModel, flatten, linear } from "kernelsmith";

let kernel = 99;
const events = new EventEmitter();
events.on("ready", (k) => {
  kernel = k;
});
events.emit("ready", 3);

const settings = { filters: 0 };
Object.assign(settings, JSON.parse('{"filters": 4}'));
Reflect.set(settings, "units", 5);

export default defineModel({
  inputs: { image: [1, 8, 8] },
  outputs: ({ image }) => {
    const x = conv2d(image, { filters: settings.filters, kernel });
    return linear(flatten(x), { units: settings["units"] });
  },
});
