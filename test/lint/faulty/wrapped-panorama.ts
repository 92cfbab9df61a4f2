// @ts-nocheck
import { averagePool2d, conv2d, defineModel, pad, relu } from "kernelsmith";

/** A panorama goes round: left of its first column is its last one. */
const around = { rows: 0, columns: 9 };

export default defineModel({
  name: "panorama",
  inputs: { view: [3, 8, 64] },
  outputs({ view }) {
    const small = averagePool2d(view, { kernel: [1, 8] });
    const padding = [around.rows, around.columns] as const;
    const round = pad(small, { padding, mode: "wrap" }); // !! KS203
    return relu(conv2d(round, { filters: 8, kernel: [3, 19], padding: [1, 0] }));
  },
});
