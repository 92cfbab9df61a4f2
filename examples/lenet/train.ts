/** Compiles LeNet-5 and trains it on MNIST, Fashion-MNIST or any idx files of 28×28 images. */
import { join } from "node:path";
import { cosine } from "kernelsmith";
import type { Lenet } from "../../generated/lenet.ts";
import { options, refuse, whole } from "../shared/arguments.ts";
import { compileModel } from "../shared/compile.ts";
import type { Dataset } from "../shared/dataset.ts";
import { fit } from "../shared/fit.ts";
import { IdxError, readDataset } from "../shared/idx.ts";
import { present } from "../shared/present.ts";
import model from "./model.ts";

const usage = `usage: tsx examples/lenet/train.ts --data <folder> [--epochs 3] [--seed 1]

The folder holds these four files of MNIST or Fashion-MNIST, plain or with .gz:
  train-images-idx3-ubyte  train-labels-idx1-ubyte
  t10k-images-idx3-ubyte   t10k-labels-idx1-ubyte`;

const batch: Lenet["maxBatch"] = 64;
const folder = new URL("out/", import.meta.url);
const given = options(usage, {
  data: { type: "string" },
  epochs: { type: "string", default: "3" },
  seed: { type: "string", default: "1" },
});
const data = given.data ?? refuse("--data says where the images are", usage);
const epochs = whole(usage, "epochs", given.epochs, 1);
const seed = whole(usage, "seed", given.seed);
const [train, test] = [read("train"), read("t10k")];

const compiled = await compileModel<Lenet>(model, { folder, maxBatch: batch, seed });
const { net } = compiled;

const steps = epochs * Math.ceil(train.count / batch);
const learningRate = cosine({ base: 0.05, steps, warmup: 100 });
const history = fit(net, train, test, { epochs, batch, learningRate, seed });

const filters = { weight: net.parameters.conv1.weight, shape: [6, 1, 5, 5] } as const;
const clothes = "T-shirt trousers pullover dress coat sandal shirt sneaker bag boot".split(" ");
const fashion = data.toLowerCase().includes("fashion");
const classes = fashion ? clothes : [..."0123456789"];
const title = fashion ? "LeNet-5 on Fashion-MNIST" : "LeNet-5 on MNIST";
present({ title, folder, compiled, history, train, test, classes, filters });

function read(part: string): Dataset {
  const path = (kind: string): string => join(data, `${part}-${kind}-ubyte`);
  try {
    return readDataset(path("images-idx3"), path("labels-idx1"), { white: 255, size: [28, 28] });
  } catch (error) {
    if (error instanceof IdxError) refuse(error.message, usage);
    throw error;
  }
}
