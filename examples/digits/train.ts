/** Compiles the digits model, trains it on 1,437 images, and tests it on the other 360. */
import { cosine } from "kernelsmith";
import type { Digits } from "../../generated/digits.ts";
import { options, whole } from "../shared/arguments.ts";
import { compileModel } from "../shared/compile.ts";
import { split, warp } from "../shared/dataset.ts";
import { fit } from "../shared/fit.ts";
import { present } from "../shared/present.ts";
import * as data from "./data.ts";
import model from "./model.ts";

const usage = `usage: npm run demo -- [--seed 1] [--validate]

  --seed      of the initial weights and of the order of the images
  --validate  holds out a quarter of the training images and tests on those, to choose settings by`;

const given = options(usage, {
  seed: { type: "string", default: "1" },
  validate: { type: "boolean", default: false },
});
const seed = whole(usage, "seed", given.seed);
const epochs = 40;
const batch: Digits["maxBatch"] = 32;
const folder = new URL("out/", import.meta.url);
const { train, test } = given.validate ? split(data.train, { test: 0.25, seed }) : data;

const compiled = await compileModel<Digits>(model, { folder, maxBatch: batch, seed });
const { net } = compiled;

const steps = epochs * Math.ceil(train.count / batch);
const learningRate = cosine({ base: 0.05, steps, warmup: 20 });
const augment = warp({ turn: 0.2, stretch: 0.12, shift: 1 });
const history = fit(net, train, test, { epochs, batch, learningRate, augment, seed });

const filters = { weight: net.parameters.conv1.weight, shape: [16, 1, 3, 3] } as const;
const classes = [..."0123456789"];
const augmented = "turned, stretched and shifted a little";
present({ title: "Digits", folder, compiled, history, train, test, classes, filters, augmented });
