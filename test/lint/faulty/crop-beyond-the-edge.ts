// @ts-nocheck
import { conv2d, defineModel, relu, slice, tanh } from "kernelsmith";

const crop = (x, border) => {
  const rows = slice(x, { axis: 1, start: border, end: -border }); // !! KS205
  return slice(rows, { axis: 2, start: border, end: -border });
};

const layers = 4;
export default defineModel({
  inputs: { lowres: [1, 12, 12] },
  outputs({ lowres }) {
    let x = lowres;
    for (let i = 0; i < layers; i++) {
      x = relu(conv2d(x, { filters: 8, kernel: 3, padding: 1 }));
      x = crop(x, i + 1);
    }
    return tanh(conv2d(x, { filters: 1, kernel: 1 }));
  },
});
