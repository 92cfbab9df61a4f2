import type {
  Input,
  Options,
  Pool1dShape,
  Pool1dSizes,
  Shape,
  ShapeOf,
} from "../../shapes/index.ts";
import type { Tensor as Raw } from "../../tensor/expr.ts";
import type { Tensor } from "../tensor.ts";
import { type Call, layer, type Named, sizes } from "./layer.ts";
import { ends, flag, integer, maybe } from "./options.ts";
import { window1d } from "./window.ts";

export interface MaxPool1dOptions extends Pool1dSizes, Named {}
export interface AveragePool1dOptions extends Pool1dSizes, Named {
  /** Whether padding counts as elements of the mean; true where not given. */
  readonly countIncludePad?: boolean;
}

const pool = {
  short: "pool",
  options: {
    kernel: integer(1),
    stride: maybe(integer(1)),
    padding: ends,
    dilation: integer(1, 1),
    ceilMode: flag(false),
  },
};

/** The greatest of each window: [c, l] → [c, p]. The stride is the kernel where not given. */
export function maxPool1d<S extends Shape, const O extends MaxPool1dOptions>(
  x: Input<Tensor<S>, Pool1dShape<S, O, "maxPool1d">>,
  options: Options<O, MaxPool1dOptions, Pool1dShape<S, O, "maxPool1d">>,
): Tensor<ShapeOf<Pool1dShape<S, O, "maxPool1d">>>;
export function maxPool1d(fed: unknown, given: unknown): Tensor {
  return layer({ called: "maxPool1d", ...pool }, { x: fed }, given, (call, { x }, options) => {
    const [, length] = sizes("maxPool1d", x, ["channels", "length"]);
    const { kernel, stride = kernel, ceilMode: ceil } = options;
    const window = window1d(length, { ...options, stride });
    return asRow(call, x, (row) =>
      call.add("maxPool2d", { x: row }, { kernel: [1, kernel], ...window, ceil }),
    );
  });
}

/** The mean of each window: [c, l] → [c, p]. The stride is the kernel where not given. */
export function averagePool1d<S extends Shape, const O extends AveragePool1dOptions>(
  x: Input<Tensor<S>, Pool1dShape<S, O, "averagePool1d">>,
  options: Options<O, AveragePool1dOptions, Pool1dShape<S, O, "averagePool1d">>,
): Tensor<ShapeOf<Pool1dShape<S, O, "averagePool1d">>>;
export function averagePool1d(fed: unknown, given: unknown): Tensor {
  const options = { ...pool.options, countIncludePad: flag(true) };
  const declared = { called: "averagePool1d", short: pool.short, options };
  return layer(declared, { x: fed }, given, (call, { x }, options) => {
    const [, length] = sizes("averagePool1d", x, ["channels", "length"]);
    const { kernel, stride = kernel, ceilMode: ceil, countIncludePad } = options;
    const window = window1d(length, { ...options, stride });
    const attrs = { kernel: [1, kernel], ...window, ceil, countIncludePad } as const;
    return asRow(call, x, (row) => call.add("averagePool2d", { x: row }, attrs));
  });
}

/** [c, l] as [c, 1, l], where the ops of two dimensions do what those of one would. */
export function asRow(call: Call, x: Tensor, of: (row: Raw) => Raw): Raw {
  const row = call.add("unsqueeze", { x: x.raw }, { axes: [2] }, "row");
  return call.add("squeeze", { x: of(row) }, { axes: [2] }, "squeezed");
}
