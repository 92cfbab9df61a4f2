// @ts-nocheck
import { defineModel, linear, relu } from "kernelsmith";
import * as tf from "./parts/tf.ts";

const legacy = tf.sequential();
legacy.add(tf.conv2d({ inputShape: [28, 28, 1], kernelSize: 99, filters: -1 }));
legacy.add(tf.flatten());

export default defineModel({
  name: "beside",
  inputs: { x: [4] },
  outputs: ({ x }) => linear(relu(linear(x, { units: legacy.layers.length })), { units: 2 }),
});
