import { type Node, tensorsOf } from "../graph/graph.ts";
import type { OpName } from "../ops/index.ts";
import type { LayerCall } from "./followed.ts";

/**
 * How the sizes of what a layer gives follow from those of what it was fed, with the numbers:
 * "floor((12 + 2·0 − 3)/2) + 1 = 5". Undefined for layers that do not reckon.
 */
export function arithmetic({ nodes }: Pick<LayerCall, "nodes">): string | undefined {
  for (const node of nodes) {
    const text = sums[node.op]?.(node);
    if (text !== undefined) return text;
  }
  return undefined;
}

type Sum = (node: Node) => string | undefined;

/** O = ⌊(H + P − D·(K − 1) − 1) / S⌋ + 1 */
const window: Sum = (node) =>
  along(node, ({ size, out, kernel, stride, dilation, before, after }) => {
    const span = dilation === 1 ? `${kernel}` : `${dilation}·(${kernel} − 1) − 1`;
    const round = node.attrs["ceil"] === true ? "ceil" : "floor";
    return `${round}((${size} + ${sides(before, after)} − ${span})/${stride}) + 1 = ${out}`;
  });

/** O = (H − 1)·S − P + D·(K − 1) + 1 + what is added at the end */
const transposed: Sum = (node) =>
  along(node, ({ size, out, kernel, stride, dilation, before, after, extra }) => {
    const padding = before === after ? `2·${before}` : `(${before} + ${after})`;
    const span = dilation === 1 ? `${kernel}` : `${dilation}·(${kernel} − 1) + 1`;
    const more = extra > 0 ? ` + ${extra}` : "";
    return `(${size} − 1)·${stride} − ${padding} + ${span}${more} = ${out}`;
  });

const scaled: Sum = (node) =>
  along(node, ({ size, out }) =>
    out % size === 0 ? `${size}·${out / size} = ${out}` : `${size} becomes ${out}`,
  );

const bordered: Sum = (node) => {
  const [before, after] = [numbers(node.attrs["before"]), numbers(node.attrs["after"])];
  return along(node, ({ size, out }, d) => {
    const [b = 0, a = 0] = [before.at(d - 2), after.at(d - 2)];
    return `${size} + ${sides(b, a)} = ${out}`;
  });
};

const counted: Sum = (node) => {
  const [from = []] = shapes(node);
  return from.length > 1 ? `${from.join("·")} = ${product(from)}` : undefined;
};

const joined: Sum = (node) => {
  const axis = Number(node.attrs["axis"]);
  return `${shapes(node)
    .map((shape) => shape.at(axis - 1))
    .join(" + ")} = ${node.out.shape[axis]}`;
};

const sums: { readonly [K in OpName]?: Sum } = {
  conv2d: window,
  maxPool2d: window,
  averagePool2d: window,
  convTranspose2d: transposed,
  resize: scaled,
  pad: bordered,
  flatten: counted,
  reshape: counted,
  concat: joined,
};

/** One dimension of a map, and the window that moves along it. */
interface Dimension {
  readonly size: number;
  readonly out: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
  readonly extra: number;
}

/** Said of rows and of columns: once where they are alike, and of a row that stands alone. */
function along(node: Node, say: (of: Dimension, d: 0 | 1) => string): string | undefined {
  const [x = []] = shapes(node);
  const [w] = tensorsOf(node.inputs["w"]);
  const { attrs, out } = node;
  const kernel = w?.shape.slice(2) ?? numbers(attrs["kernel"]);
  const at = (name: string, d: number, otherwise: number) => numbers(attrs[name])[d] ?? otherwise;
  const of = (d: 0 | 1): Dimension => ({
    size: x.at(d - 2) ?? 1,
    out: out.shape.at(d - 2) ?? 1,
    kernel: kernel[d] ?? 1,
    stride: at("stride", d, 1),
    dilation: at("dilation", d, 1),
    before: at("padding", d, 0),
    after: at("padding", d + 2, 0),
    extra: at("outputPadding", d, 0),
  });
  const [rows, columns] = [say(of(0), 0), say(of(1), 1)];
  const single = of(0).size === 1 && of(0).out === 1 && of(0).kernel === 1;
  if (rows === columns || single) return columns;
  return `height ${rows}, width ${columns}`;
}

const sides = (before: number, after: number): string =>
  before === after ? `2·${before}` : `${before} + ${after}`;

/** Of the operands that have a batch, without it: all but weights and biases. */
const shapes = ({ inputs }: Node): readonly (readonly number[])[] =>
  [...tensorsOf(inputs["x"]), ...tensorsOf(inputs["xs"])].map(({ shape }) => shape.slice(1));

const numbers = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.filter((n) => typeof n === "number") : [];

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
