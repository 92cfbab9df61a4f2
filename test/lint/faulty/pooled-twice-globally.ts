// @ts-nocheck
import { conv2d, defineModel, dropout, globalAveragePool2d, globalMaxPool2d, linear, relu } from "kernelsmith";

const head = {
  pool: globalMaxPool2d,
  classes: 6,
};

export default defineModel({
  inputs: { image: [3, 32, 32] },
  outputs({ image }) {
    const body = (x) => globalAveragePool2d(relu(conv2d(x, { filters: 32, kernel: 3, padding: 1 })));
    const x = body(image);
    const pooled = head.pool(x); // !! KS202
    return linear(dropout(pooled, { p: 0.2 }), { units: head.classes });
  },
});
