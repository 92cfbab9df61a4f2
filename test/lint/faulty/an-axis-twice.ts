// @ts-nocheck
import { conv1d, defineModel, linear, max, relu } from "kernelsmith";

const time = 1;
const last = -1;

export default defineModel({
  name: "words",
  inputs: { letters: [26, 40] },
  outputs({ letters }) {
    const grams = [2, 3, 4].map((kernel) => relu(conv1d(letters, { filters: 16, kernel })));
    const [two] = grams.map((x) => max(x, { axes: [time, last] })); // !! KS206
    return { language: linear(two, { units: 8 }) };
  },
});
