// @ts-nocheck
import { conv2d, relu } from "kernelsmith";

export const blocks = {
  stem: (x, filters, kernel) => relu(conv2d(x, { filters, kernel })),
  down: (x, filters, kernel) => relu(conv2d(x, { filters: 2 * filters, kernel, stride: 2, padding: 1 })),
};
export type Block = keyof typeof blocks;
