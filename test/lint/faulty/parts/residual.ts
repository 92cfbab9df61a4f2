// @ts-nocheck
import { add, batchNorm, conv2d, relu } from "kernelsmith";

/** The shortcut has the right channels, but not the stride. */
export function residual(x, filters, stride) {
  const f = relu(batchNorm(conv2d(x, { filters, kernel: 3, stride, padding: 1, bias: false })));
  const g = batchNorm(conv2d(f, { filters, kernel: 3, padding: 1, bias: false }));
  const shortcut = batchNorm(conv2d(x, { filters, kernel: 1, bias: false }));
  return relu(add(g, shortcut)); // !! KS201
}

export const stack = (x, widths) =>
  widths.reduce((y, filters, i) => residual(y, filters, i === 0 ? 1 : 2), x);
