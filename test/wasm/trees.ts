import fc from "fast-check";
import type { Operation } from "../../codegen/wasm/instructions.ts";
import {
  call,
  f32,
  type Func,
  get,
  i32,
  lane,
  memory,
  memoryLane,
  type Node,
  plain,
  set,
  splat,
  tee,
} from "../../codegen/wasm/module.ts";
import { func } from "./build.ts";

const depthIdentifier = fc.createDepthIdentifier();
/** One of them; the first, which hold no others, when it goes deep. */
const one = (...trees: fc.Arbitrary<Node>[]) =>
  fc.oneof({ maxDepth: 4, depthSize: "small", depthIdentifier }, ...trees);

const sums = fc.constantFrom<Operation>("f32x4.add", "f32x4.mul", "f32x4.pmax", "v128.andnot");
const offset = fc.nat();

const { statement } = fc.letrec<{ int: Node; float: Node; vector: Node; statement: Node }>(
  (any) => {
    const [int, float, vector] = [any("int"), any("float"), any("vector")];
    const body = fc.array(any("statement"), { maxLength: 3 });
    const some = fc.array(any("statement"), { minLength: 1, maxLength: 3 });
    return {
      int: one(
        fc.constantFrom("n", "i").map(get),
        fc.integer().map(i32),
        fc.tuple(int, int).map(([a, b]) => plain("i32.add", a, b)),
        int.map((value) => tee("i", value)),
        float.map((value) => plain("i32.trunc_sat_f32_s", value)),
      ),
      float: one(
        fc.constant(get("x")),
        fc.float().map(f32),
        fc.tuple(offset, int).map(([at, address]) => memory("f32.load", at, address)),
        fc.tuple(fc.nat(3), vector).map(([k, v]) => lane("f32x4.extract_lane", k, v)),
        fc.tuple(int, float, float).map(([when, x, y]): Node => {
          return { op: "if", when, then: [x], otherwise: [y], result: "f32" };
        }),
      ),
      vector: one(
        fc.constantFrom("v", "w", "y").map(get),
        fc.float().map(splat),
        fc.tuple(offset, int).map(([at, address]) => memory("v128.load", at, address)),
        fc
          .tuple(offset, fc.nat(3), int, vector)
          .map(([at, k, address, v]) => memoryLane("v128.load32_lane", at, k, address, v)),
        fc.tuple(sums, vector, vector).map(([name, v, w]) => plain(name, v, w)),
        fc.tuple(vector, float).map(([v, x]) => lane("f32x4.replace_lane", 1, v, x)),
      ),
      statement: one(
        fc.constant(plain("nop")),
        vector.map((v) => set("w", v)),
        float.map((x) => set("x", x)),
        fc
          .tuple(offset, int, vector)
          .map(([at, address, v]) => memory("v128.store", at, address, v)),
        fc.tuple(int, vector).map(([a, v]) => call("kernel", a, v)),
        fc.tuple(body, int).map(([body, when]): Node => {
          return {
            op: "loop",
            label: "next",
            body: [...body, { op: "branch", label: "next", when }],
          };
        }),
        fc.tuple(body, body).map(([before, after]): Node => {
          return {
            op: "block",
            label: "out",
            body: [...before, { op: "branch", label: "out" }, ...after],
          };
        }),
        fc.tuple(int, body).map(([when, then]): Node => ({ op: "if", when, then })),
        // an assembler leaves out a second side that is empty
        fc.tuple(int, body, some).map(([when, then, otherwise]): Node => {
          return { op: "if", when, then, otherwise };
        }),
      ),
    };
  },
);

/** Functions of any body whose types are right, out of some of everything. */
export const kernels: fc.Arbitrary<Func> = fc.array(statement, { maxLength: 8 }).map((body) =>
  func("kernel", body, {
    params: { n: "i32", v: "v128" },
    locals: { w: "v128", i: "i32", x: "f32", y: "v128" },
  }),
);
