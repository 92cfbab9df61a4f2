import { haloed, origin } from "../memory/storage.ts";
import type { Home } from "../memory/arena.ts";
import type { Kernel } from "../plan.ts";

/** Copies what the app gives into the arena: at once where it lies there the same, else row by row. */
export function loadCall(
  home: Home,
  input: string,
  layout: "nchw" | "nhwc",
  kernelName: (stem: string) => string,
): { readonly call: string; readonly kernel?: Kernel } {
  const { storage, offset } = home;
  const { tensor, batched } = storage;
  const sample = tensor.shape.slice(batched ? 1 : 0);
  const moved = layout === "nhwc" && sample.length === 3;
  const flat = moved && (sample[0] === 1 || (sample[1] === 1 && sample[2] === 1));
  if (!haloed(storage) && (!moved || flat)) return { call: `m.set(${input}, ${offset});` };
  const name = kernelName(`load.${tensor.name}`);
  const text = copyText(name, home, sample, moved);
  return {
    call: `${name}(m, ${input}, ${batched ? "batch, " : ""}${offset + origin(storage)});`,
    kernel: { name, from: tensor.name, text },
  };
}

function copyText(name: string, home: Home, sample: readonly number[], moved: boolean): string {
  const { storage } = home;
  const { batched, strides } = storage;
  const first = batched ? 1 : 0;
  const [C = 1, H = 1, W = 1] = sample;
  const appShape = moved ? [H, W, C] : sample;
  const appAxis = moved ? [2, 0, 1] : sample.map((_, d) => d);
  const appStrides = appShape.map((_, d) => appShape.slice(d + 1).reduce((a, b) => a * b, 1));
  const total = sample.reduce((a, b) => a * b, 1);
  const names = sample.map((_, d) => ["c", "h", "w"][d + 3 - sample.length] ?? `d${d}`);
  const letters = names.filter((_, d) => sample[d] !== 1);
  const opens = sample.flatMap((size, d) =>
    size === 1 ? [] : [`for (let ${names[d]} = 0; ${names[d]} < ${size}; ${names[d]}++) {`],
  );
  const term = (by: number, letter: string | undefined) =>
    by === 1 ? letter : `${by} * ${letter}`;
  const place = (letter: string) => names.indexOf(letter);
  const to = letters.map((letter) => term(strides[place(letter) + first] ?? 0, letter));
  const from = letters.map((letter) =>
    term(appStrides[appAxis[place(letter)] ?? place(letter)] ?? 0, letter),
  );
  const batchTo = batched ? [`${strides[0]} * n`] : [];
  const batchFrom = batched ? [`${total} * n`] : [];
  return [
    `/** Copies ${storage.tensor.name} into the arena${haloed(storage) ? ", inside its halo" : ""}. */`,
    `function ${name}(m: Float32Array, from: ArrayLike<number>, ${batched ? "batch: number, " : ""}at: number): void {`,
    ...(batched ? ["for (let n = 0; n < batch; n++) {"] : []),
    ...opens,
    `m[${["at", ...batchTo, ...to].join(" + ")}] = from[${[...batchFrom, ...from].join(" + ") || "0"}]!;`,
    ...opens.map(() => "}"),
    ...(batched ? ["}"] : []),
    "}",
  ].join("\n");
}
