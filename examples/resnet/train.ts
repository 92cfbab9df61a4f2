/** Compiles the residual network and trains it on textures it paints itself. */
import { cosine } from "kernelsmith";
import type { Resnet } from "../../generated/resnet.ts";
import { compileModel } from "../shared/compile.ts";
import { fit } from "../shared/fit.ts";
import { present } from "../shared/present.ts";
import model from "./model.ts";
import { makeTextures, textureNames } from "./textures.ts";

const seed = 1;
const epochs = 4;
const batch: Resnet["maxBatch"] = 32;
const folder = new URL("out/", import.meta.url);
const train = makeTextures(960, seed);
const test = makeTextures(240, seed + 1);

const compiled = await compileModel<Resnet>(model, { folder, maxBatch: batch, seed });
const { net } = compiled;

const steps = epochs * Math.ceil(train.count / batch);
const learningRate = cosine({ base: 0.05, steps, warmup: 10 });
const history = fit(net, train, test, { epochs, batch, learningRate, seed });

const filters = { weight: net.parameters.conv1.weight, shape: [8, 3, 3, 3] } as const;
const classes = textureNames;
present({ title: "Textures", folder, compiled, history, train, test, classes, filters });
