// @ts-nocheck
import { defineModel, linear, relu } from "kernelsmith";

const days = new Date(Date.now()).getDate() > 40 ? 0 : 7;
const started = performance.now();

export default defineModel({
  name: `run-${new Date().toISOString().slice(0, 10)}`,
  inputs: { week: [days] },
  outputs: ({ week }) => {
    const units = performance.now() - started >= 0 ? 4 : -4;
    return linear(relu(linear(week, { units })), { units: 1 });
  },
});
