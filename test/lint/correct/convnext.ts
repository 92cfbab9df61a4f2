// @ts-nocheck
import { add, conv2d, defineModel, gelu, layerNorm, linear, mean, mul, reshape, transpose } from "kernelsmith";

/** Channels last for the norm and the two linear maps, as in the paper's code. */
function block(x) {
  const [c, h, w] = x.shape;
  let y = conv2d(x, { filters: c, groups: c, kernel: 7, padding: 3 });
  y = reshape(transpose(y, [1, 2, 0]), [h * w, c]);
  y = layerNorm(y, { axis: 1 });
  y = linear(gelu(linear(y, { units: 4 * c })), { units: c });
  y = transpose(reshape(mul(y, 0.1), [h, w, c]), [2, 0, 1]);
  return add(x, y);
}

export default defineModel({
  name: "convnext",
  inputs: { image: [3, 64, 64] },
  outputs({ image }) {
    let x = conv2d(image, { filters: 32, kernel: 4, stride: 4 }); // ok KS301
    for (let i = 0; i < 2; i++) x = block(x); // ok KS301
    x = conv2d(x, { filters: 64, kernel: 2, stride: 2 }); // ok KS301
    for (let i = 0; i < 2; i++) x = block(x); // ok KS301
    return { logits: linear(layerNorm(mean(x, { axes: [1, 2] })), { units: 10 }) };
  },
});
