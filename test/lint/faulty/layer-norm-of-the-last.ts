// @ts-nocheck
import { add, defineModel, gelu, layerNorm, linear } from "kernelsmith";

const mlp = (x, width) => {
  const h = gelu(linear(layerNorm(x, { axis: 2 }), { units: width * 4 })); // !! KS206
  return add(x, linear(h, { units: width }));
};

export default defineModel({
  name: "mixer",
  inputs: { tokens: [20, 32] },
  outputs({ tokens }) {
    let x = linear(tokens, { units: 48 });
    for (let i = 0; i < 2; i++) x = mlp(x, 48);
    return { x };
  },
});
