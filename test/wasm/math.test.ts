import { describe, expect, test } from "vitest";
import { encode } from "../../codegen/wasm/encode.ts";
import { functionsFor, mathFunctions, type MathName } from "../../codegen/wasm/math/index.ts";
import {
  call,
  get,
  i32,
  memory,
  plain,
  set,
  type Func,
  type Node,
} from "../../codegen/wasm/module.ts";
import { unary } from "../../src/tensor/evaluate.ts";
import { uniform } from "../../src/tensor/uniform.ts";

/** Numbers a run takes at once. */
const most = 2 ** 16;
const names = Object.keys(mathFunctions) as MathName[]; // its keys are MathNames by its type

/** out[i] = name(a[i], b[i]), in fours */
function each(name: MathName): Func {
  const binary = mathFunctions[name]().params.length === 2;
  const load = (start: number): Node => memory("v128.load", start, get("at"));
  const args = binary ? [load(0), load(4 * most)] : [load(0)];
  return {
    name: `each ${name}`,
    params: [{ name: "at", type: "i32" }],
    locals: [],
    body: [
      {
        op: "loop",
        label: "next",
        body: [
          memory("v128.store", 8 * most, get("at"), call(name, ...args)),
          set("at", plain("i32.sub", get("at"), i32(16))),
          { op: "branch", label: "next", when: plain("i32.ge_s", get("at"), i32(0)) },
        ],
      },
    ],
  };
}

const { exports } = new WebAssembly.Instance(
  new WebAssembly.Module(
    encode({
      memory: { pages: (12 * most) / 2 ** 16, shared: false },
      functions: [...functionsFor(names), ...names.map(each)],
      exports: names.map((name) => `each ${name}`),
    }),
  ),
);
const { buffer } = exports.memory as WebAssembly.Memory; // as the encoder exports it
const inA = new Float32Array(buffer, 0, most);
const inB = new Float32Array(buffer, 4 * most, most);
const out = new Float32Array(buffer, 8 * most, most);

/** The results at a[i], b[i] as they come, at most `most` of them; valid until the next call. */
function run(name: MathName, a: ArrayLike<number>, b: ArrayLike<number> = []): Float32Array {
  inA.set(a);
  inB.set(b);
  const go = exports[`each ${name}`] as (at: number) => void; // as `each` declares it
  go(4 * (a.length + (-a.length & 3) - 4));
  return out.subarray(0, a.length);
}

const words = new Int32Array(1);
const floats = new Float32Array(words.buffer);
const ofBits = (bits: number): number => ((words[0] = bits), floats[0] ?? 0);

/** Every 9,973rd float32, of both signs: some 800 of each exponent. */
function everywhere(): readonly number[] {
  const all: number[] = [];
  for (let bits = 0; bits <= 0x7f800000; bits += 9973)
    all.push(ofBits(bits), ofBits(bits - 2 ** 31));
  return all;
}

/** ±: where formulas change, where results overflow or underflow or are exact, worst cases of the angles. */
const special = [
  ...[
    0, 1e-45, 1.1754942e-38, 1.17549435e-38, 2.9802322e-8, 0.17, 0.3465735, 0.41421357, 0.5, 0.625,
    0.6931472, 0.70710677, 0.99999994, 1, 1.0000001, 1.4142135, 1.5, 2, 2.5, 3, 4, 9.1, 16.6, 60,
    86.6, 87.33655, 88, 88.72283, 88.72284, 89, 89.41598, 89.415985, 90, 102, 103.27893, 103.97208,
    104, 149, 150, 16777215, 16777216, 2147483520, 2147483648, 4294967040, 4294967296, 12884901888,
    1e10, 7.72917892e28, 1.2614588e38, 2.5229176e38, 1048576, 1048575.94, 1048576.1, 1.7014118e38,
    3.4028235e38, 1.5707964, 3.1415927, 4.712389, 6.2831855, 0.7853982, 2.3561945, 36378.887,
  ],
  Infinity,
  NaN,
].flatMap((x) => [x, -x]);

/** Between a result and an exact y, in units in the last place of y; overflow is to 2¹²⁸. */
function ulps(got: number, y: number): number {
  const nearest = Math.fround(y);
  if (Object.is(got, nearest) && !(Math.abs(got) > 0 && Math.abs(got) < Infinity)) return 0;
  const sameButForSign = got === 0 && nearest === 0;
  if (sameButForSign || Number.isNaN(got) || Number.isNaN(y)) return Infinity;
  const value = Math.abs(got) === Infinity ? Math.sign(got) * 2 ** 128 : got;
  const unit = 2 ** Math.max(Math.floor(Math.log2(Math.abs(y))) - 23, -149);
  return Math.abs(value - y) / unit;
}

/** The largest error over all a[i], b[i], and where. */
function worst(
  name: MathName,
  exact: (a: number, b: number) => number,
  a: readonly number[],
  b: readonly number[] = a,
): { readonly error: number; readonly at: string } {
  let error = 0;
  let at = "";
  for (let from = 0; from < a.length; from += most) {
    const as = Float32Array.from(a.slice(from, from + most));
    const bs = Float32Array.from(b.slice(from, from + most));
    run(name, as, bs).forEach((got, i) => {
      const [ai = 0, bi = 0] = [as[i], bs[i]];
      const y = exact(ai, bi);
      const off = ulps(got, y);
      if (off > error) [error, at] = [off, `${name}(${ai}, ${bi}) is ${y}, not ${got}`];
    });
  }
  return { error, at };
}

/** What the comments of the functions say. */
const stated = {
  sign: 0,
  exp: 1.05,
  expm1: 1.75,
  log: 0.85,
  log1p: 0.9,
  sin: 1.6,
  cos: 1.6,
  tan: 0.53,
  atan: 1.75,
  sinh: 1.65,
  cosh: 1.5,
  tanh: 1.35,
  erf: 1.5,
  sigmoid: 1.9,
} satisfies { readonly [Name in MathName]?: number };

describe("functions of one vector", () => {
  const inputs = [...everywhere(), ...special];

  test.each(Object.entries(stated))("%s is exact within %d ULP, everywhere", (name, bound) => {
    const of = name as keyof typeof stated; // its own key
    const { error, at } = worst(of, unary[of], inputs);
    expect(error, at).toBeLessThanOrEqual(bound);
    expect(inputs.length).toBeGreaterThan(400_000);
  });

  test.each(["exp", "tanh", "sigmoid", "erf", "log", "log1p", "expm1", "sinh", "cosh"] as const)(
    "%s is so in the range where it is neither linear nor constant",
    (name) => {
      const dense = Array.from({ length: 200_000 }, (_, i) =>
        Math.fround((i - 1e5) * 9.1e-5 + 1e-5),
      );
      const { error, at } = worst(name, unary[name], dense);
      expect(error, at).toBeLessThanOrEqual(stated[name]);
    },
  );

  test.each(["sin", "cos", "tan"] as const)("%s is so near multiples of π/2", (name) => {
    const near = Array.from({ length: 100_000 }, (_, k) => (k * k * 1.3 + k) * (Math.PI / 2));
    const { error, at } = worst(name, unary[name], near);
    expect(error, at).toBeLessThanOrEqual(stated[name]);
  });
});

describe("pow", () => {
  test("is Math.pow at every pair of special numbers, signs and NaN too", () => {
    const a = special.flatMap((x) => special.map(() => x));
    const b = special.flatMap(() => special);
    const { error, at } = worst("pow", Math.pow, a, b);
    expect(error, at).toBeLessThanOrEqual(0.56);
  });

  test("is Math.pow within 0.56 ULP, from subnormal results to overflow", () => {
    const a: number[] = [];
    const b: number[] = [];
    for (let i = 0; i < 300_000; i++) {
      const x = Math.fround(2 ** (250 * uniform(1, i) - 140));
      a.push(x);
      b.push((300 * uniform(2, i) - 155) / Math.log2(x));
    }
    const { error, at } = worst("pow", Math.pow, a, b);
    expect(error, at).toBeLessThanOrEqual(0.56);
  });

  test("is right for whole exponents of negative numbers", () => {
    const a = Array.from({ length: 50_000 }, (_, i) => -(2 ** (8 * uniform(3, i) - 4)));
    const b = a.map((_, i) => (i % 61) - 30);
    const { error, at } = worst("pow", Math.pow, a, b);
    expect(error, at).toBeLessThanOrEqual(0.56);
  });
});

describe("integers", () => {
  const bits = (of: ArrayLike<number>) => new Float32Array(Int32Array.from(of).buffer);

  test("uniform draws the numbers of the evaluator", () => {
    const seeds = Array.from({ length: 60_000 }, (_, i) => (i % 7 === 0 ? -i : (i * 65537) | 0));
    const positions = seeds.map((_, i) => (i % 5 === 0 ? 2 ** 31 - 1 - i : i * 31));
    const drawn = run("uniform", bits(seeds), bits(positions));
    expect([...drawn]).toEqual(seeds.map((seed, i) => uniform(seed, positions[i] ?? 0)));
  });

  test("toInt32 is what Math.imul takes a number for", () => {
    const numbers = [...everywhere().filter((_, i) => i % 8 < 2), ...special]
      .map(Math.fround)
      .slice(-most);
    const got = run("toInt32", numbers);
    expect([...new Int32Array(got.buffer, got.byteOffset, got.length)]).toEqual(
      numbers.map((x) => x | 0),
    );
  });
});

describe("lanes", () => {
  test.each(names)("%s has in each lane what it has alone", (name) => {
    const mixed = [0.3, 1e9, NaN, -2.5, 1e-40, 700, -Infinity, -0.9, 40000, -1e30, 3, 0];
    const other = [2, -3, 0.5, 5, NaN, 1, 0, -2, 3, 7, -Infinity, 4];
    const alone = mixed.map((a, i) => run(name, Array(4).fill(a), Array(4).fill(other[i]))[0]);
    for (let turn = 0; turn < mixed.length; turn++) {
      const turned = <T>(all: readonly T[]): T[] => [...all.slice(turn), ...all.slice(0, turn)];
      expect([...run(name, turned(mixed), turned(other))]).toEqual(turned(alone));
    }
  });
});

describe("functionsFor", () => {
  const named = (asked: readonly MathName[]) => functionsFor(asked).map(({ name }) => name);

  test("brings what a function calls, before it, and nothing else", () => {
    expect(named(["tan"])).toEqual(["angle", "wideAngle", "tangent", "tan"]);
    expect(named(["exp"])).toEqual(["exp"]);
  });

  test("gives each function once, in one order", () => {
    expect(named(["sin", "pow", "cos", "sin"])).toEqual(named(["cos", "sin", "pow"]));
    expect(new Set(named(names)).size).toBe(named(names).length);
  });
});
