/** Compiles the digits model, trains it on 1,437 images, and tests it on the other 360. */
import { fileURLToPath } from "node:url";
import { cosine } from "kernelsmith";
import type { Digits } from "../../generated/digits.ts";
import { compileModel } from "../shared/compile.ts";
import { shift, split } from "../shared/dataset.ts";
import { fit } from "../shared/fit.ts";
import { readDataset } from "../shared/idx.ts";
import { present } from "../shared/present.ts";
import model from "./model.ts";

const seed = 1;
const [epochs, batch] = [15, 32];
const folder = new URL("out/", import.meta.url);

const data = (kind: string): string =>
  fileURLToPath(new URL(`data/digits-${kind}`, import.meta.url));
const all = readDataset(data("images-idx3-ubyte"), data("labels-idx1-ubyte"), {
  white: 16,
  size: [8, 8],
});
const { train, test } = split(all, { test: 0.2, seed });

const compiled = await compileModel<Digits>(model, { folder, maxBatch: batch, seed });
const { net } = compiled;

const steps = epochs * Math.ceil(train.count / batch);
const learningRate = cosine({ base: 0.05, steps, warmup: 20 });
const history = fit(net, train, test, { epochs, batch, learningRate, augment: shift(1), seed });

const filters = { weight: net.parameters.conv1.weight, shape: [16, 1, 3, 3] } as const;
const classes = [..."0123456789"];
present({ title: "Digits", folder, compiled, history, train, test, classes, filters });
