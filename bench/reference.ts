import {
  type Activation,
  type Conv,
  type Layer,
  type Linear,
  type MaxPool,
  type Net,
  sizeOf,
} from "./net.ts";
import { of, type Parameters } from "./values.ts";

/** The answer for one image, channels first: the formulas of net.ts as plain loops in double precision. */
export function reference(net: Net, folded: Parameters, image: Float32Array): Numbers {
  const start: Numbers = Float64Array.from(image);
  const values = [start];
  const run = (layer: Layer): Numbers => {
    const [x = start, y = start] = layer.from.map((index) => values[index]);
    switch (layer.op) {
      case "conv":
        return conv(layer, x, folded);
      case "linear":
        return linear(layer, x, folded);
      case "maxPool":
        return maxPool(layer, x);
      case "average": {
        const size = layer.input[1] * layer.input[2];
        const mean = (_: unknown, c: number) => total(x.subarray(c * size, (c + 1) * size)) / size;
        return Float64Array.from({ length: layer.output[0] }, mean);
      }
      case "add":
        return activated(
          layer.activation,
          Float64Array.from(x, (a, i) => a + at(y, i)),
        );
      case "concat": {
        const both = new Float64Array(x.length + y.length);
        both.set(x);
        both.set(y, x.length);
        return both;
      }
    }
  };
  return net.layers.reduce((_, layer) => {
    const y = run(layer);
    values.push(y);
    return y;
  }, start);
}

type Numbers = Float64Array;
const at = (values: ArrayLike<number>, i: number): number => values[i] ?? NaN;
const total = (values: Numbers): number => values.reduce((a, b) => a + b, 0);

function activated(activation: Activation, y: Numbers): Numbers {
  if (activation === "none") return y;
  const most = activation === "relu6" ? 6 : Infinity;
  return y.map((value) => Math.min(Math.max(value, 0), most));
}

/** Row by row, so that the inner loop runs over neighbours. */
function conv(layer: Conv, x: Numbers, parameters: Parameters): Numbers {
  const { name, out, channels, kernel, stride, padding, depthwise, input, output } = layer;
  const [, height, width] = input;
  const [, rows, columns] = output;
  const [w, bias] = [of(parameters, `${name}.weight`), of(parameters, `${name}.bias`)];
  const y = new Float64Array(sizeOf(output));
  for (let m = 0; m < out; m++) {
    y.fill(at(bias, m), m * rows * columns, (m + 1) * rows * columns);
    for (let c = 0; c < channels; c++)
      for (let r = 0; r < kernel; r++)
        for (let s = 0; s < kernel; s++) {
          const weight = at(w, ((m * channels + c) * kernel + r) * kernel + s);
          for (let p = 0; p < rows; p++) {
            const row = p * stride + r - padding;
            if (row < 0 || row >= height) continue;
            const from = ((depthwise ? m : c) * height + row) * width;
            const to = (m * rows + p) * columns;
            for (let q = 0; q < columns; q++) {
              const column = q * stride + s - padding;
              if (column >= 0 && column < width)
                y[to + q] = at(y, to + q) + weight * at(x, from + column);
            }
          }
        }
  }
  return activated(layer.activation, y);
}

function linear({ name, out, activation }: Linear, x: Numbers, parameters: Parameters) {
  const [w, bias] = [of(parameters, `${name}.weight`), of(parameters, `${name}.bias`)];
  const y = Float64Array.from({ length: out }, (_, m) =>
    x.reduce((sum, value, k) => sum + value * at(w, m * x.length + k), at(bias, m)),
  );
  return activated(activation, y);
}

function maxPool({ kernel, stride, padding, input, output }: MaxPool, x: Numbers): Numbers {
  const [, height, width] = input;
  const [, rows, columns] = output;
  return Float64Array.from({ length: sizeOf(output) }, (_, i) => {
    const [c, p, q] = [
      Math.floor(i / (rows * columns)),
      Math.floor(i / columns) % rows,
      i % columns,
    ];
    let most = -Infinity;
    for (let r = 0; r < kernel; r++)
      for (let s = 0; s < kernel; s++) {
        const [row, column] = [p * stride + r - padding, q * stride + s - padding];
        if (row < 0 || row >= height || column < 0 || column >= width) continue;
        most = Math.max(most, at(x, (c * height + row) * width + column));
      }
    return most;
  });
}
