import { type HeapProfiler, Session } from "node:inspector";
import { quantile, type Timed } from "./stopwatch.ts";

/**
 * Bytes that a run takes from JavaScript's heap and from its array buffers, for the collector to find. The heap's are
 * counted by V8's sampling profiler, one sample in 256 bytes, what it takes itself taken off, over as many runs as two seconds have; the buffers' are
 * what one run adds to them.
 */
export async function garbage(timed: Timed): Promise<number> {
  const runs = Math.max(3, Math.min(1000, Math.floor(2000 / (await timed(1)))));
  const own = await sampled(() => timed(0));
  const heap = Math.max(0, (await sampled(() => timed(runs))) - own) / runs;
  const buffers: number[] = [];
  for (let i = 0; i < 5; i++) {
    const before = process.memoryUsage().arrayBuffers;
    await timed(1);
    buffers.push(process.memoryUsage().arrayBuffers - before); // less than nothing where a collection came between
  }
  return heap + Math.max(0, quantile(buffers, 0.5));
}

async function sampled(work: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  await posted((done) =>
    session.post(
      "HeapProfiler.startSampling",
      {
        samplingInterval: 256,
        includeObjectsCollectedByMajorGC: true,
        includeObjectsCollectedByMinorGC: true,
      },
      done,
    ),
  );
  await work();
  const { profile } = await posted<HeapProfiler.StopSamplingReturnType>((done) =>
    session.post("HeapProfiler.stopSampling", done),
  );
  session.disconnect();
  return total(profile.head);
}

/** A call of the inspector, whose answer is given to a function. */
function posted<T>(call: (done: (error: Error | null, answer: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    call((error, answer) => (error ? reject(error) : resolve(answer))),
  );
}

function total({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number {
  return children.reduce((sum, child) => sum + total(child), selfSize);
}
