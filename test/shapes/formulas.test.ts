import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { complaints } from "./compile.ts";

/** null: not given. */
type Attrs = Readonly<Record<string, number | boolean | null | readonly (number | null)[]>>;
interface Case {
  readonly graph: readonly { readonly op: string; readonly attrs?: Attrs }[];
  readonly inputs: Readonly<Record<string, { readonly shape: readonly number[] }>>;
  readonly outputs: Readonly<Record<string, { readonly shape: readonly number[] }>>;
}

/** PyTorch's name of an attribute → ours. */
const names: Readonly<Record<string, string>> = {
  kernel_size: "kernel",
  output_padding: "outputPadding",
  ceil_mode: "ceilMode",
  output_size: "size",
};
const unshaped = ["count_include_pad", "divisor_override"];

/** The corpus' folder → our rule, and the options its weight tells. */
const rules: Readonly<
  Record<string, (weight: readonly number[], attrs: Attrs) => [string, object]>
> = {
  conv2d: ([m, , ...kernel]) => ["Conv2dShape", { filters: m, kernel }],
  conv1d: ([m, , kernel]) => ["Conv1dShape", { filters: m, kernel }],
  conv_transpose2d: ([, m, ...kernel], { groups = 1 }) => [
    "ConvTranspose2dShape",
    { filters: Number(m) * Number(groups), kernel },
  ],
  max_pool2d: () => ["Pool2dShape", {}],
  avg_pool2d: () => ["Pool2dShape", {}],
  adaptive_avg_pool2d: () => ["AdaptivePool2dShape", {}],
};

const corpus = join(process.env["KERNELSMITH_CORPUS"] ?? "", "torch");

/** One line of TypeScript that compiles if our rule gives PyTorch's shape. */
function claim(folder: string, { graph, inputs, outputs }: Case): string[] {
  const rule = rules[folder];
  const [step] = graph;
  if (!rule || !step || graph.length > 1 || step.op !== folder) return [];
  const [, ...shape] = inputs["x"]?.shape ?? [];
  const [, ...want] = outputs["y"]?.shape ?? [];
  const [name, known] = rule(inputs["w"]?.shape ?? [], step.attrs ?? {});
  const attrs = Object.entries(step.attrs ?? {});
  if (attrs.some(([, v]) => Array.isArray(v) && v.includes(null))) return [];
  const given = attrs.filter(([key, v]) => v !== null && !unshaped.includes(key));
  const options = { ...known, ...Object.fromEntries(given.map(([k, v]) => [names[k] ?? k, v])) };
  return [
    `same<R.${name}<${JSON.stringify(shape)}, ${JSON.stringify(options)}>, ${JSON.stringify(want)}>();`,
  ];
}

const opening =
  'import type * as R from "../../src/shapes/index.ts"; import { same } from "./same.ts";\n';

test.skipIf(!process.env["KERNELSMITH_CORPUS"] || !existsSync(corpus))(
  "gives PyTorch's shape in every case of the corpus",
  () => {
    const claims = Object.keys(rules).flatMap((folder) =>
      readdirSync(join(corpus, folder))
        .filter((file) => file.endsWith(".json"))
        .flatMap((file) =>
          claim(folder, JSON.parse(readFileSync(join(corpus, folder, file), "utf8"))),
        ),
    );
    expect(claims.length).toBeGreaterThan(200);
    expect(complaints(opening + claims.join("\n"))).toEqual([]);
  },
  120_000,
);

/** ⌊(h + pads − span) / stride⌋ + 1; null where the window does not fit, or padding hides it. */
function slide(
  h: number,
  k: number,
  s: number,
  d: number,
  before: number,
  after: number,
  ceil: boolean,
) {
  const room = h + before + after - d * (k - 1) - 1;
  if (room < 0 || Math.max(before, after) > d * (k - 1)) return null;
  const n = (ceil ? Math.ceil(room / s) : Math.floor(room / s)) + 1;
  return ceil && (n - 1) * s >= h + before ? n - 1 : n;
}

test("agrees with the formula for five hundred windows", () => {
  let seed = 1;
  const below = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const claims = Array.from({ length: 250 }, () => {
    const h = 1 + below(below(2) ? 40 : 1200);
    const [k, s, d] = [1 + below(below(4) ? 7 : 30), 1 + below(5), 1 + below(3)];
    const [before, after] = [below(5), below(5)];
    const options = `kernel: ${k}, stride: ${s}, dilation: ${d}, padding: [${before}, ${after}]`;
    return [false, true].map((ceil) => {
      const n = slide(h, k, s, d, before, after, ceil);
      const rule = `R.Pool1dShape<[3, ${h}], { ${options}, ceilMode: ${ceil} }>`;
      return n === null
        ? `same<${rule} extends R.ShapeError<string, "kernel" | "padding"> ? 1 : ${rule}, 1>();`
        : `same<${rule}, [3, ${n}]>();`;
    });
  });
  expect(complaints(opening + claims.flat().join("\n"))).toEqual([]);
}, 120_000);
