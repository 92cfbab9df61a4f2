import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Agreement, agrees, compare } from "./agree.ts";
import { foldedParameters, makeFiles } from "./files.ts";
import { type Answer, comparedCount, imagesOf } from "./job.ts";
import { sizeOf } from "./net.ts";
import { type Effort, measure, Racer, type Timing } from "./race.ts";
import { reference } from "./reference.ts";
import type { Entrant } from "./subject.ts";
import { entrant } from "./subjects.ts";
import type { Work } from "./works.ts";

export interface Result {
  readonly work: Work;
  readonly agreements: readonly (Agreement & { readonly name: string })[];
  readonly timings: readonly Timing[];
  /** Who could not take part, and why. */
  readonly absent: readonly { readonly name: string; readonly why: string }[];
}

/** Every subject does the same work in a process of its own; all answers are held to the right one; then all are timed. */
export async function contest(
  work: Work,
  entrants: readonly Entrant[],
  effort: Effort,
  programs: string,
): Promise<Result> {
  const able = entrants.filter(({ tasks }) => tasks.includes(work.task));
  const absent: { name: string; why: string }[] = [];
  const racers: Racer[] = [];
  const folder = await mkdtemp(join(tmpdir(), "kernelsmith-bench-"));
  try {
    for (const one of able) {
      const { name, kind, files, refuses } = one;
      try {
        const why = refuses?.(work.net);
        if (why) throw new Error(why);
        await makeFiles(work, folder, files);
        racers.push(await Racer.start(one, work, { programs, folder }));
      } catch (error) {
        if (kind === "ours" || !(error instanceof Error)) throw error;
        const why = error.message.replace(/ imported from .*/s, ""); // a path of this machine
        absent.push({ name, why });
        console.log(`${work.name}: ${name} takes no part: ${why}`);
      }
    }
    const right = await rightAnswer(work, racers, { programs, folder });
    const agreements = racers.flatMap(({ name, answer }) =>
      compare(answer, right, foldedParameters(work)).map((found) => ({ name, ...found })),
    );
    for (const agreement of agreements) hold(work, agreement);
    return { work, agreements, timings: await measure(racers, effort), absent };
  } finally {
    for (const racer of racers) racer.stop();
    await rm(folder, { recursive: true });
  }
}

function hold(work: Work, agreement: Agreement & { readonly name: string }): void {
  const { name, what, difference, limit } = agreement;
  const line = `${work.name}: ${name}, ${what}: at most ${difference.toExponential(1)} from the right answer`;
  if (!agrees(agreement)) throw new Error(`${line}; allowed ${limit.toExponential(1)}`);
  console.log(line);
}

/** In double precision: of inference by plain loops, of training by convnetjs. */
async function rightAnswer(
  work: Work,
  racers: readonly Racer[],
  places: { readonly programs: string; readonly folder: string },
): Promise<Answer> {
  if (work.task === "inference") {
    const parameters = foldedParameters(work);
    const [images, size] = [imagesOf(work), sizeOf(work.net.input)];
    const answers = Array.from({ length: comparedCount(work) }, (_, i) =>
      reference(work.net, parameters, images.subarray(i * size, (i + 1) * size)),
    );
    const logits = Float32Array.from(answers.flatMap((answer) => [...answer]));
    return { task: "inference", logits };
  }
  const known = racers.find(({ name }) => name === judge);
  if (known) return known.answer;
  await makeFiles(work, places.folder, entrant(judge).files);
  const called = await Racer.start(entrant(judge), work, places);
  called.stop();
  return called.answer;
}

const judge = "convnetjs";
