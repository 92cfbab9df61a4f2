// @ts-nocheck
import { adam, crossEntropy, defineModel, dropout, linear, relu } from "kernelsmith";

const hyper = { hidden: [256, 128], dropout: 50, classes: 5 };
const { hidden, dropout: p, classes } = hyper;

export default defineModel({
  name: "tabular",
  inputs: { row: [40] },
  outputs: ({ row }) => {
    const body = hidden.reduce((x, units) => {
      const y = relu(linear(x, { units }));
      return dropout(y, { p }); // !! KS102
    }, row);
    return { logits: linear(body, { units: classes }) };
  },
  train: { loss: crossEntropy(), optimizer: adam() },
});
