import { type Activation, type Layer, type Net, sizeOf } from "../net.ts";
import { of, type Parameters, swapped } from "../values.ts";
import { type Field, type Operator, serialised, type TensorDescription } from "./flatbuffer.ts";

/** BuiltinOperator and BuiltinOptions of tensorflow/lite/schema/schema.fbs (version 3). */
const kinds = {
  add: { code: 0, options: 11 },
  concat: { code: 2, options: 10 },
  conv: { code: 3, options: 1 },
  depthwise: { code: 4, options: 2 },
  linear: { code: 9, options: 8 },
  maxPool: { code: 17, options: 5 },
  reshape: { code: 22, options: 17 },
  pad: { code: 34, options: 22 },
  mean: { code: 40, options: 27 },
} as const;
/** ActivationFunctionType */
const activations: Readonly<Record<Activation, number>> = { none: 0, relu: 1, relu6: 3 };
/** Padding */
const [same, valid] = [0, 1];

const byte = (slot: number, value: number): Field => ({ kind: "byte", slot, value });
const int = (slot: number, value: number): Field => ({ kind: "int", slot, value });

/** The net as a TensorFlow Lite file for one image, channels last, batch norms folded, activations fused. */
export function tflite(net: Net, parameters: Parameters): Uint8Array {
  const tensors: TensorDescription[] = [];
  const operators: Operator[] = [];
  const tensor = (shape: readonly number[], data?: Float32Array | Int32Array): number =>
    tensors.push({ shape, ...(data ? { data } : undefined) }) - 1;
  const operator = (
    kind: keyof typeof kinds,
    inputs: readonly number[],
    shape: readonly number[],
    options: readonly Field[],
  ): number => {
    const output = tensor(shape);
    const { code, options: type } = kinds[kind];
    operators.push({ code, inputs, output, options: { type, fields: options } });
    return output;
  };

  const values = [tensor(sizes(net.input))];
  const read = (index: number): number => {
    const value = values[index];
    if (value === undefined) throw new Error(`${net.name} reads layer ${index} before it is there`);
    return value;
  };

  /** Padding that SAME would not give is a layer of its own; zeros do for a pool too, for one follows a relu here. */
  const windowed = (layer: Layer & { kernel: number; stride: number; padding: number }) => {
    const { padding: p, input, from } = layer;
    const x = read(from[0] ?? 0);
    if (p === 0) return { x, padding: valid };
    if (isSame(layer, input[1]) && isSame(layer, input[2])) return { x, padding: same };
    const widths = tensor([4, 2], Int32Array.of(0, 0, p, p, p, p, 0, 0));
    const padded = [1, input[1] + 2 * p, input[2] + 2 * p, input[0]];
    return { x: operator("pad", [x, widths], padded, []), padding: valid };
  };

  const add = (layer: Layer): number => {
    const [a = 0, b = 0] = layer.from.map(read);
    const to = sizes(layer.output);
    switch (layer.op) {
      case "conv": {
        const { name, out, channels, taps, kernel, stride, depthwise } = layer;
        const { x, padding } = windowed(layer);
        const weight = of(parameters, `${name}.weight`);
        const w = depthwise
          ? tensor([1, kernel, kernel, out], swapped(weight, out, taps))
          : tensor([out, kernel, kernel, channels], swapped(weight, channels, taps));
        const bias = tensor([out], of(parameters, `${name}.bias`));
        const strides = [byte(0, padding), int(1, stride), int(2, stride)];
        const fused = activations[layer.activation];
        return depthwise
          ? operator("depthwise", [x, w, bias], to, [
              ...[...strides, int(3, 1), byte(4, fused), int(5, 1), int(6, 1)],
            ])
          : operator("conv", [x, w, bias], to, [...strides, byte(3, fused), int(4, 1), int(5, 1)]);
      }
      case "linear": {
        const { name, out, channels, taps, input } = layer;
        const size = channels * taps;
        const x =
          sizeOf(input) === input[0]
            ? a
            : operator("reshape", [a, tensor([2], Int32Array.of(1, size))], [1, size], []);
        const weight = swapped(of(parameters, `${name}.weight`), channels, taps);
        const inputs = [
          x,
          tensor([out, size], weight),
          tensor([out], of(parameters, `${name}.bias`)),
        ];
        const options = [byte(0, activations[layer.activation]), byte(1, 0), byte(2, 0)];
        return operator("linear", inputs, to, options);
      }
      case "maxPool": {
        const { kernel, stride } = layer;
        const { x, padding } = windowed(layer);
        const strides = [byte(0, padding), int(1, stride), int(2, stride)];
        return operator("maxPool", [x], to, [
          ...strides,
          int(3, kernel),
          int(4, kernel),
          byte(5, 0),
        ]);
      }
      case "average":
        return operator("mean", [a, tensor([2], Int32Array.of(1, 2))], to, [byte(0, 0)]);
      case "add":
        return operator("add", [a, b], to, [byte(0, activations[layer.activation])]);
      case "concat":
        return operator("concat", [a, b], to, [int(0, 3), byte(1, 0)]);
    }
  };
  for (const layer of net.layers) values.push(add(layer));
  return serialised(tensors, operators, { input: read(0), output: read(net.layers.length) });
}

/** Batch and channels last; a vector loses its rows and columns. */
function sizes([channels, rows, columns]: readonly [number, number, number]): readonly number[] {
  return rows === 1 && columns === 1 ? [1, channels] : [1, rows, columns, channels];
}

/** Whether TensorFlow's SAME is this padding on both sides: it pads for ⌈size / stride⌉ places, the surplus at the end. */
function isSame(
  { kernel, stride, padding }: { kernel: number; stride: number; padding: number },
  size: number,
): boolean {
  const needed = (Math.ceil(size / stride) - 1) * stride + kernel - size;
  return Math.max(0, needed) === 2 * padding;
}
