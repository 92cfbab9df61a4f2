/** Compiles LeNet-5 and trains it on MNIST, Fashion-MNIST or any idx files of 28×28 images. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cosine } from "kernelsmith";
import type { Lenet } from "../../generated/lenet.ts";
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

const batch = 64;
const folder = new URL("out/", import.meta.url);
const { data, epochs, seed } = options();
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
    if (error instanceof IdxError) refuse(`${error.message}\n\n${usage}`);
    throw error;
  }
}

function options(): { data: string; epochs: number; seed: number } {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string" },
        epochs: { type: "string", default: "3" },
        seed: { type: "string", default: "1" },
      },
    });
    const [epochs, seed] = [Number(values.epochs), Number(values.seed)];
    if (values.data === undefined) refuse(usage);
    if (!Number.isInteger(epochs) || epochs < 1) refuse(`--epochs is ${values.epochs}\n\n${usage}`);
    if (!Number.isInteger(seed)) refuse(`--seed is ${values.seed}\n\n${usage}`);
    return { data: values.data, epochs, seed };
  } catch (error) {
    refuse(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}
