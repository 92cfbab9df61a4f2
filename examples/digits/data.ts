/** The images this example trains on, and those it is tested on: the same for every seed. */
import { fileURLToPath } from "node:url";
import { split } from "../shared/dataset.ts";
import { readDataset } from "../shared/idx.ts";

const file = (kind: string): string =>
  fileURLToPath(new URL(`data/digits-${kind}-ubyte`, import.meta.url));

const all = readDataset(file("images-idx3"), file("labels-idx1"), { white: 16, size: [8, 8] });

export const { train, test } = split(all, { test: 0.2, seed: 1 });
