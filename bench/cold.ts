import { sizeOf } from "./net.ts";
import { materialOf } from "./material.ts";
import { entrant } from "./subjects.ts";
import { seededImages } from "./values.ts";
import { works } from "./works.ts";

/** From the start of a process to the first result of a work's net; of a bare Node where no subject is named. */
export interface Cold {
  /** ms by the clock on the wall */
  readonly wall: number;
  /** ms of all threads on processors */
  readonly processor: number;
  readonly result: readonly number[];
}

const [workName = "", folder = "", subjectName] = process.argv.slice(2);

async function first(): Promise<Cold> {
  const work = works.find(({ name }) => name === workName);
  if (!work) throw new Error(`no work "${workName}"`);
  const image = seededImages(work.net, 1, 2).subarray(0, sizeOf(work.net.input));
  const infer = subjectName
    ? await (await entrant(subjectName).load()).inference?.(materialOf(work.net, folder))
    : () => image.subarray(0, work.net.classes);
  if (!infer) throw new Error(`${subjectName} cannot infer`);
  const result = await infer(image);
  const wall = performance.now();
  const { user, system } = process.cpuUsage();
  return { wall, processor: (user + system) / 1e3, result: Array.from(result) };
}

process.send?.(await first());
process.disconnect?.();
