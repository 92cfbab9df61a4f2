// @ts-nocheck
import { batchNorm, conv2d as conv, silu } from "kernelsmith";

export function downsample(x, filters) {
  return silu(batchNorm(conv(x, { filters, kernel: 3, stride: 2, padding: 1 }))); // !! KS305
}
