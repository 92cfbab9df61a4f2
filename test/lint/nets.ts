import fc from "fast-check";

/** A net as numbers, so that a failing one shrinks: what each line does, to which tensor, with which sizes. */
export interface Recipe {
  readonly input: readonly number[];
  readonly style: number;
  readonly steps: readonly Step[];
}
interface Step {
  readonly kind: string;
  readonly from: number;
  readonly drawn: number;
}

/** What is changed in a text: its `at`th number or option's name, and into what. */
export interface Mutation {
  readonly at: number;
  readonly how: number;
}

/** A tensor in the text, and the shape it has if nothing is wrong before it. */
interface Made {
  readonly name: string;
  readonly shape: readonly number[];
}
type Draw = (below: number) => number;
/** An expression of a tensor, and the shape of what it gives; nothing where it does not fit. */
type Write = (
  x: Made,
  draw: Draw,
  all: readonly Made[],
) => readonly [string, ...number[]] | undefined;

const floor = Math.floor;
const isMap = (x: Made): boolean => x.shape.length === 3;
const size = (x: Made): number => x.shape.reduce((a, b) => a * b, 1);

const forMaps =
  (
    write: (
      x: Made,
      c: number,
      h: number,
      w: number,
      draw: Draw,
      all: readonly Made[],
    ) => ReturnType<Write>,
  ): Write =>
  (x, draw, all) => {
    const [c = 1, h = 1, w = 1] = x.shape;
    return isMap(x) ? write(x, c, h, w, draw, all) : undefined;
  };

const out = (size: number, kernel: number, stride: number, padding: number): number =>
  floor((size + 2 * padding - kernel) / stride) + 1;

const writers: { readonly [kind: string]: Write } = {
  conv: forMaps((x, _, h, w, draw) => {
    const kernel = 1 + draw(Math.min(h, w, 5));
    const [stride, padding, filters] = [1 + draw(2), draw(kernel), 2 * (1 + draw(4))];
    return [
      `relu(conv2d(${x.name}, { filters: ${filters}, kernel: ${kernel}, stride: ${stride}, padding: ${padding} }))`,
      filters,
      out(h, kernel, stride, padding),
      out(w, kernel, stride, padding),
    ];
  }),
  depthwise: forMaps((x, c, h, w) => [
    `conv2d(${x.name}, { filters: ${c}, groups: ${c}, kernel: 3, padding: [1, 1] })`,
    ...[c, h, w],
  ]),
  dilated: forMaps((x, _, h, w) =>
    h > 4 && w > 4
      ? [
          `conv2d(${x.name}, { filters: 4, kernel: 3, dilation: 2, padding: "valid" })`,
          4,
          h - 4,
          w - 4,
        ]
      : undefined,
  ),
  pool: forMaps((x, c, h, w, draw) =>
    h > 1 && w > 1
      ? [
          `${draw(2) ? "max" : "average"}Pool2d(${x.name}, { kernel: 2 })`,
          c,
          floor(h / 2),
          floor(w / 2),
        ]
      : undefined,
  ),
  transposed: forMaps((x, _, h, w, draw) => {
    const stride = 1 + draw(2);
    const options = `filters: 3, kernel: 3, stride: ${stride}, padding: 1, outputPadding: ${stride - 1}`;
    return [`convTranspose2d(${x.name}, { ${options} })`, 3, h * stride, w * stride];
  }),
  up: forMaps((x, c, h, w) => [`upsample(${x.name}, { scale: 2 })`, c, 2 * h, 2 * w]),
  shuffle: forMaps((x, c, h, w) =>
    c % 4 === 0 ? [`pixelShuffle(${x.name}, { scale: 2 })`, c / 4, 2 * h, 2 * w] : undefined,
  ),
  block: forMaps((x, c, h, w) => [`block(${x.name}, ${c}, 3)`, c, h, w]),
  stack: forMaps((x, _, h, w, draw) => {
    const filters = 3 + draw(5);
    return [`stack(${x.name}, [${filters}, ${filters + 1}])`, filters + 1, h, w];
  }),
  border: forMaps((x, c, h, w) =>
    h > 2 && w > 2
      ? [`pad(${x.name}, { padding: 2, mode: "reflect" })`, c, h + 4, w + 4]
      : undefined,
  ),
  squeeze: forMaps((x, c, h, w) => [
    `mul(${x.name}, sigmoid(conv2d(globalAveragePool2d(${x.name}, { keepDims: true }), { filters: ${c}, kernel: 1 })))`,
    ...[c, h, w],
  ]),
  turned: forMaps((x, c, h, w) => [`transpose(${x.name}, [1, 2, 0])`, h, w, c]),
  norm: (x, draw) => {
    const [c = 1] = x.shape;
    const groups = [1, 2, 4].filter((g) => c % g === 0)[draw(3)] ?? 1;
    return [`groupNorm(${x.name}, { groups: ${groups} })`, ...x.shape];
  },
  flat: (x) => [`flatten(${x.name})`, size(x)],
  dense: (x, draw) => {
    const units = 2 + draw(6);
    if (size(x) > 4000) return undefined;
    return [
      `tanh(linear(${x.shape.length === 1 ? x.name : `flatten(${x.name})`}, { units: ${units} }))`,
      units,
    ];
  },
  folded: (x) => {
    const [half, rest] = [2, size(x) / 2];
    return size(x) % 2 === 0
      ? [`reshape(${x.name}, [${half}, ${rest}, 1])`, half, rest, 1]
      : undefined;
  },
  add: (x, _, all) => {
    const other = all.find((y) => y !== x && String(y.shape) === String(x.shape));
    return other && [`add(${x.name}, ${other.name})`, ...x.shape];
  },
  join: (x, _, all) => {
    const other = all.find((y) => y !== x && String(y.shape.slice(1)) === String(x.shape.slice(1)));
    const [c = 0, ...rest] = x.shape;
    return other && [`concat([${x.name}, ${other.name}])`, c + (other.shape[0] ?? 0), ...rest];
  },
  part: (x) => {
    const [c = 0, ...rest] = x.shape;
    return c > 2
      ? [`slice(${x.name}, { axis: 0, start: 1, end: ${c} })`, c - 1, ...rest]
      : undefined;
  },
};

const side = fc.integer({ min: 3, max: 14 });
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  input: fc.tuple(fc.integer({ min: 1, max: 6 }), side, side),
  style: fc.nat({ max: 2 }),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom(...Object.keys(writers)),
      from: fc.nat({ max: 2 }),
      drawn: fc.nat({ max: 1e6 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
});
export const mutations: fc.Arbitrary<Mutation> = fc.record({ at: fc.nat(), how: fc.nat() });

/** The net as a model file. */
export function written({ input, style, steps }: Recipe): string {
  const made: Made[] = [{ name: "image", shape: input }];
  const lines = steps.flatMap(({ kind, from, drawn }, i) => {
    const x = made[Math.max(0, made.length - 1 - from)];
    let rest = drawn;
    const draw: Draw = (below) => {
      const found = rest % below;
      rest = floor(rest / below);
      return found;
    };
    const [text, ...shape] = (x && writers[kind]?.(x, draw, made)) ?? [];
    if (text === undefined || shape.reduce((a, b) => a * b, 1) > 20_000) return [];
    const name = `t${i}`;
    made.push({ name, shape });
    return styles[style]?.(name, text) ?? [];
  });
  const last = made.at(-1)?.name ?? "image";
  return [
    head,
    ...lines.map((line) => `    ${line}`),
    `    return { y: ${last} };`,
    "  },",
    "});",
    "",
  ]
    .join("\n")
    .replace("SHAPE", input.join(", "));
}

/** The same said in three ways. */
const styles: readonly ((name: string, text: string) => readonly string[])[] = [
  (name, text) => [`const ${name} = ${text};`],
  (name, text) => [`let ${name};`, `for (let i = 0; i < 1; i++) {`, `  ${name} = ${text};`, `}`],
  (name, text) => [`const { made: [${name}] } = { made: [${text}] };`],
];

const head = `import { add, averagePool2d, batchNorm, concat, conv2d, convTranspose2d, defineModel, flatten, globalAveragePool2d, groupNorm, linear, maxPool2d, mul, pad, pixelShuffle, relu, reshape, sigmoid, slice, tanh, transpose, upsample } from "kernelsmith";

const same = { stride: 1, padding: 1 };
function block(x, filters, kernel) {
  const f = batchNorm(conv2d(x, { ...same, filters, kernel, bias: false }));
  return relu(add(x, f));
}
const stack = (x, widths) =>
  widths.reduce((y, filters, i) => {
    const kernel = 3 - 2 * (i % 2);
    return relu(conv2d(y, { filters, kernel, padding: (kernel - 1) / 2 }));
  }, x);

export default defineModel({
  name: "net",
  inputs: { image: [SHAPE] },
  outputs({ image }) {`;

/** The text with one number or one option's name changed. */
export function mutated(text: string, { at, how }: Mutation): string {
  const places = [
    ...text.matchAll(
      /(?<![\w.])\d+(?![\w.])|\b(?:filters|kernel|stride|padding|groups|scale|units|axis)(?=:)/g,
    ),
  ];
  const place = places[at % Math.max(1, places.length)];
  if (!place) return text;
  const [word] = place;
  const changes = /^\d/.test(word)
    ? numbers.map((f) => `${f(Number(word))}`)
    : [`${word}s`, "name", word.toUpperCase()];
  return (
    text.slice(0, place.index) +
    changes[how % changes.length] +
    text.slice(place.index + word.length)
  );
}

const numbers: readonly ((n: number) => number | string)[] = [
  (n) => n + 1,
  (n) => n - 1,
  (n) => 2 * n,
  (n) => n + 7,
  (n) => -n - 1,
  (n) => n / 2,
  (n) => `"${n}"`,
  () => 0,
];
