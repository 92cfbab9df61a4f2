// @ts-nocheck
import { defineModel, linear, matmul, reshape, softmax, transpose } from "kernelsmith";

const TOKENS = 10;
const WIDTH = 60;
const HEADS = 8;
const HEAD_WIDTH = Math.floor(WIDTH / HEADS);

export default defineModel({
  inputs: { sequence: [TOKENS, WIDTH] },
  outputs({ sequence }) {
    const project = () => linear(sequence, { units: WIDTH });
    const apart = (x) => transpose(reshape(x, [TOKENS, HEADS, HEAD_WIDTH]), [1, 0, 2]); // !! KS207
    const [q, k, v] = [apart(project()), apart(project()), apart(project())];
    return { y: matmul(softmax(matmul(q, transpose(k, [0, 2, 1])), { axis: 2 }), v) };
  },
});
