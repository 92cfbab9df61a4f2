import type { Plan } from "../../../codegen/plan.ts";
import { encode } from "../../../codegen/wasm/encode.ts";
import {
  call,
  type Func,
  get,
  i32,
  memory,
  type Module,
  type Node,
  plain,
  set,
  tee,
} from "../../../codegen/wasm/module.ts";
import { inference as scalar, training as scalarTraining } from "./tiny.ts";

const add = (a: Node, b: Node) => plain("f32.add", a, b);
const scaled = (name: string, by: number) => plain("i32.mul", get(name), i32(by));
/** m[at + Σ index], the index in bytes. */
const load = (at: number, index: Node = i32(0)) => memory("f32.load", 4 * at, index);
const store = (at: number, value: Node, index: Node = i32(0)) =>
  memory("f32.store", 4 * at, index, value);

/** body for name = 0, 1, … below a limit */
const counted = (name: string, limit: Node, ...body: Node[]): Node[] => [
  set(name, i32(0)),
  {
    op: "loop",
    label: `${name}s`,
    body: [
      ...body,
      {
        op: "branch",
        label: `${name}s`,
        when: plain("i32.lt_u", tee(name, plain("i32.add", get(name), i32(1))), limit),
      },
    ],
  },
];

const run = (name: string, locals: readonly string[], body: readonly Node[]): Func => ({
  name,
  comment: [`${name}, by hand`],
  params: name === "update" ? [] : [{ name: "batch", type: "i32" }],
  locals: locals.map((name) => ({ name, type: "i32" })),
  body,
});

/** y[n,o] = b[o] + Σ k x[n,k] · w[o,k], where tiny.ts has them. */
const forward = run(
  "forward",
  ["n", "o"],
  counted(
    "n",
    get("batch"),
    ...counted(
      "o",
      i32(3),
      store(
        48,
        [0, 1, 2, 3]
          .map((k) => plain("f32.mul", load(16 + k, scaled("n", 16)), load(k, scaled("o", 16))))
          .reduce(add, load(12, scaled("o", 4))),
        plain("i32.add", scaled("n", 12), scaled("o", 4)),
      ),
    ),
  ),
);

const kernels = (functions: readonly Func[]): Module => ({
  memory: { pages: 1, shared: false },
  functions,
  exports: functions.map(({ name }) => name),
});

const wasm = (module: Module): Plan["wasm"] => ({
  bytes: encode(module),
  text: () => "(module)",
});

/** The net of tiny.ts, its kernel in WebAssembly. */
export const inference: Plan = {
  ...scalar,
  kernels: [],
  wasm: wasm(kernels([forward])),
  forward: { ...scalar.forward, calls: ["m.set(image, 16);", "k.forward(batch);"] },
};

/** The loss is the first bias, so its derivative is 1; without momentum. */
const functions = [
  forward,
  run("evaluate", [], [call("forward", get("batch")), store(104, load(12))]),
  run(
    "backward",
    [],
    [
      call("forward", get("batch")),
      store(104, load(12)),
      store(119, { op: "const", type: "f32", value: 1 }),
    ],
  ),
  run(
    "update",
    [],
    [store(12, plain("f32.sub", load(12), plain("f32.mul", load(105), load(119))))],
  ),
];

const given = ["m.set(image, 16);", "m.set(label, 72);"];
const { evaluate, training: step } = scalarTraining;

export const training: Plan = {
  ...scalarTraining,
  kernels: [],
  wasm: wasm(kernels(functions)),
  forward: inference.forward,
  evaluate: evaluate && { ...evaluate, calls: [...given, "k.evaluate(batch);"] },
  training: step && { ...step, calls: [...given, "k.backward(batch);"], update: ["k.update();"] },
};
