import { agrees, compareLogits, compareLosses, compareParameters } from "./agree.ts";
import type { Agreement } from "./agree.ts";
import { measure, type Candidate, type Effort, type Timing } from "./measure.ts";
import { imageSize, seededImages, seededLabels, seededParameters, swapped } from "./nets.ts";
import type { Net, Parameters } from "./nets.ts";
import { batchSize, type Subject } from "./subject.ts";

export interface Result {
  readonly net: string;
  readonly task: Task;
  readonly agreements: readonly Named<Agreement>[];
  readonly timings: readonly Timing[];
}
type Named<T> = T & { readonly name: string };

/** The answers of one subject, and the work to be timed. */
interface Entry<Answer> extends Candidate {
  readonly answer: Answer;
}

export type Task = "inference" | "training";

/** Every subject answers for the same inputs, the answers are compared with those of the last subject, all are timed. */
export async function runTask(
  task: Task,
  net: Net,
  subjects: readonly Subject[],
  effort: Effort,
): Promise<Result> {
  const prepared =
    task === "inference" ? await inference(net, subjects) : await training(net, subjects);
  for (const agreement of prepared.agreements) {
    const { name, what, difference, limit } = agreement;
    const line = `${net.name} ${task}: ${name}, ${what}: at most ${difference.toExponential(1)} from the reference`;
    if (!agrees(agreement)) throw new Error(`${line}; allowed ${limit.toExponential(1)}`);
    console.log(line);
  }
  const timings = await measure(prepared.entries, effort);
  return { net: net.name, task, agreements: prepared.agreements, timings };
}

interface Prepared {
  readonly entries: readonly Candidate[];
  readonly agreements: readonly Named<Agreement>[];
}

/** Enough images that no branch predictor learns them by heart. */
const imageCount = 64;
const comparedCount = 8;

async function inference(net: Net, subjects: readonly Subject[]): Promise<Prepared> {
  const parameters = seededParameters(net, 1);
  const inputs = inLayouts(net, seededImages(net, imageCount, 2));
  const entries: Entry<Float32Array>[] = [];
  for (const subject of subjects) {
    const images = parts(inputs[subject.layout], imageSize(net));
    const forward = await subject.inference(net, parameters);
    const logits = images.slice(0, comparedCount).flatMap((image) => Array.from(forward(image)));
    const run = (turn: number) => void forward(at(images, turn));
    entries.push({ name: subject.name, run, answer: Float32Array.from(logits) });
  }
  return compared(entries, (own, reference) => [compareLogits(own, reference)]);
}

const learningRate = 0.05;
const batchCount = 4;

async function training(net: Net, subjects: readonly Subject[]): Promise<Prepared> {
  const before = seededParameters(net, 1);
  const inputs = inLayouts(net, seededImages(net, batchCount * batchSize, 3));
  const labels = parts(seededLabels(net, batchCount * batchSize, 4), batchSize);
  const entries: Entry<{ readonly loss: number; readonly after: Parameters }>[] = [];
  for (const subject of subjects) {
    const batches = parts(inputs[subject.layout], imageSize(net) * batchSize);
    const { step, parameters } = await subject.training(net, before, learningRate);
    const run = (turn: number) => {
      const loss = step(at(batches, turn), at(labels, turn));
      if (!Number.isFinite(loss)) throw new Error(`${subject.name}: the loss is ${loss}`);
      return loss;
    };
    const start = performance.now();
    const loss = run(0);
    const first = performance.now() - start;
    entries.push({ name: subject.name, run, first, answer: { loss, after: copy(parameters()) } });
  }
  return compared(entries, (own, reference) => [
    compareLosses(own.loss, reference.loss),
    compareParameters(own.after, reference.after, before),
  ]);
}

function compared<Answer>(
  entries: readonly Entry<Answer>[],
  compare: (own: Answer, reference: Answer) => readonly Agreement[],
): Prepared {
  const reference = at(entries, entries.length - 1);
  const agreements = entries
    .slice(0, -1)
    .flatMap(({ name, answer }) =>
      compare(answer, reference.answer).map((agreement) => ({ name, ...agreement })),
    );
  return { entries, agreements };
}

function inLayouts(net: Net, images: Float32Array): Record<Subject["layout"], Float32Array> {
  const [channels, rows, columns] = net.input;
  return { "channels first": images, "channels last": swapped(images, channels, rows * columns) };
}

function parts<T extends Float32Array | Int32Array>(array: T, size: number): T[];
function parts(array: Float32Array | Int32Array, size: number) {
  const count = array.length / size;
  return Array.from({ length: count }, (_, i) => array.slice(i * size, (i + 1) * size));
}

/** The item of that turn, round and round. */
function at<T>(items: readonly T[], turn: number): T {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

function copy(parameters: Parameters): Parameters {
  return new Map(
    [...parameters].map(([name, { weight, bias }]) => [
      name,
      { weight: weight.slice(), bias: bias.slice() },
    ]),
  );
}
