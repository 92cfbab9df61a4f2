// @ts-nocheck
import { add, conv2d, defineModel, flatten, globalAveragePool2d, linear, relu } from "kernelsmith";

/** A picture and its time of day: the time moves each channel. */
export default defineModel({
  name: "weather",
  inputs: { sky: [3, 32, 32], hour: [24] },
  outputs({ sky, hour }) {
    const map = relu(conv2d(sky, { filters: 16, kernel: 3, padding: 1 }));
    const shift = linear(hour, { units: map.shape[0] });
    const moved = relu(add(map, shift)); // !! KS201
    return { rain: linear(globalAveragePool2d(moved), { units: 1 }), all: flatten(moved) };
  },
});
