import { encode } from "../codegen/wasm/encode.ts";
import { get, i32, memory, type Node, plain, set, tee } from "../codegen/wasm/module.ts";

/** Multiply-adds that never leave the registers: what no kernel of 128-bit vectors can be faster than. */
export interface Peak {
  run(): void;
  /** of a run */
  readonly multiplyAdds: number;
}

/** V8 has 15 vector registers: 13 sums, a factor and a term. */
const sums = Array.from({ length: 13 }, (_, i) => `a${i}`);
const unrolled = 4;
const steps = 5000;

/** a ← a·f + t for each of the sums, over and over; f and t come from memory, so that nobody folds them. */
export function peak(): Peak {
  const step = (a: string): Node =>
    set(a, plain("f32x4.add", plain("f32x4.mul", get(a), get("f")), get("t")));
  const total = sums.map(get).reduce((sum, a) => plain("f32x4.add", sum, a));
  const bytes = encode({
    memory: { pages: 1, shared: false },
    functions: [
      {
        name: "run",
        params: [],
        locals: [
          { name: "left", type: "i32" },
          ...["f", "t", ...sums].map((name) => ({ name, type: "v128" }) as const),
        ],
        body: [
          ...["f", "t", ...sums].map((a, i) => set(a, memory("v128.load", 16 * i, i32(0)))),
          set("left", i32(steps)),
          {
            op: "loop",
            label: "again",
            body: [
              ...Array.from({ length: unrolled }, () => sums.map(step)).flat(),
              {
                op: "branch",
                label: "again",
                when: tee("left", plain("i32.sub", get("left"), i32(1))),
              },
            ],
          },
          memory("v128.store", 1024, i32(0), total),
        ],
      },
    ],
    exports: ["run"],
  });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const { run, memory: room } = exports;
  if (typeof run !== "function" || !(room instanceof WebAssembly.Memory))
    throw new Error("the peak's module has other exports");
  new Float32Array(room.buffer).fill(0.5);
  return { run: () => run(), multiplyAdds: steps * unrolled * sums.length * 4 };
}
