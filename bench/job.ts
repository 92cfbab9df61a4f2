import { sizeOf } from "./net.ts";
import type { Material, Subject, Training } from "./subject.ts";
import { fromLayout, inLayout, type Parameters, seededImages, seededLabels } from "./values.ts";
import { batchSize, learningRate, type Work } from "./works.ts";

/** What a subject says before it is timed, for all to be compared. */
export type Answer =
  /** of the first images, one after the other, maps channels first */
  | { readonly task: "inference"; readonly logits: Float32Array }
  /** before the first step, and what it made of the parameters */
  | { readonly task: "training"; readonly loss: number; readonly after: Parameters };

/** A subject at a piece of work. */
export interface Job {
  /** Does it once; `turn` counts up, so that every call gets another input. */
  run(turn: number): unknown;
  /** To be asked before anything is run. `first` is the ms of the first run. */
  answer(): Promise<{ readonly answer: Answer; readonly first: number }>;
  readonly elsewhere?: Training["elsewhere"];
}

/** Numbers in the images that a subject is given in turn: enough that no branch predictor learns small ones by heart. */
const inputs = 600_000;
/** Images whose answers are compared; the work of one is compared where a net is slow. */
export const comparedCount = ({ net }: Work): number => (sizeOf(net.input) > 10_000 ? 1 : 8);

export function imagesOf({ net, task }: Work): Float32Array {
  const size = sizeOf(net.input);
  const images = Math.min(64, Math.max(2, Math.floor(inputs / size)));
  return seededImages(net, task === "inference" ? images : batches * batchSize, 2);
}

const batches = 4;

export function jobOf(subject: Subject, work: Work, material: Material): Promise<Job> {
  return work.task === "inference"
    ? inferenceOf(subject, work, material)
    : trainingOf(subject, work, material);
}

async function inferenceOf(subject: Subject, work: Work, material: Material): Promise<Job> {
  const infer = await subject.inference?.(material);
  if (!infer) throw new Error("cannot infer");
  const { net } = work;
  const images = parts(imagesOf(work), sizeOf(net.input)).map((image) =>
    inLayout(image, net.input, subject.layout),
  );
  const shape = net.layers.at(-1)?.output ?? net.input;
  return {
    run: (turn) => infer(at(images, turn)),
    async answer() {
      const start = performance.now();
      const values = [Float32Array.from(await infer(at(images, 0)))];
      const first = performance.now() - start;
      for (let i = 1; i < comparedCount(work); i++)
        values.push(Float32Array.from(await infer(at(images, i))));
      const logits = values.flatMap((value) => [...fromLayout(value, shape, subject.layout)]);
      return { answer: { task: "inference", logits: Float32Array.from(logits) }, first };
    },
  };
}

async function trainingOf(subject: Subject, work: Work, material: Material): Promise<Job> {
  const training = await subject.training?.(material, learningRate);
  if (!training) throw new Error("cannot train");
  const { net } = work;
  const size = sizeOf(net.input);
  const images = parts(imagesOf(work), size).map((image) =>
    inLayout(image, net.input, subject.layout),
  );
  const stacked = Array.from({ length: batches }, (_, i) =>
    together(images.slice(i * batchSize, (i + 1) * batchSize)),
  );
  const labels = parts(seededLabels(net, batches * batchSize, 4), batchSize);
  const step = (turn: number) => training.step(at(stacked, turn), at(labels, turn));
  return {
    elsewhere: training.elsewhere,
    run(turn) {
      const loss = step(turn);
      return typeof loss === "number" ? finite(loss) : loss.then(finite);
    },
    async answer() {
      const start = performance.now();
      const loss = await step(0);
      const first = performance.now() - start;
      const after = [...(await training.parameters())];
      const copied = new Map(after.map(([key, array]) => [key, Float32Array.from(array)]));
      return { answer: { task: "training", loss, after: copied }, first };
    },
  };
}

function finite(loss: number): void {
  if (!Number.isFinite(loss)) throw new Error(`the loss is ${loss}`);
}

/** The item of that turn, round and round. */
function at<T>(items: readonly T[], turn: number): T {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

function parts<T extends Float32Array | Int32Array>(array: T, size: number): T[];
function parts(array: Float32Array | Int32Array, size: number) {
  const count = array.length / size;
  return Array.from({ length: count }, (_, i) => array.slice(i * size, (i + 1) * size));
}

function together(arrays: readonly Float32Array[]): Float32Array {
  const size = arrays[0]?.length ?? 0;
  const out = new Float32Array(arrays.length * size);
  for (const [i, array] of arrays.entries()) out.set(array, i * size);
  return out;
}
