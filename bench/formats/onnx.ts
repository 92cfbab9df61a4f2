import { type Activation, type Layer, type Net, sizeOf, weighted } from "../net.ts";
import { of, type Parameters } from "../values.ts";
import { Message } from "./protobuf.ts";

/**
 * The net as an ONNX file for one image, as PyTorch's exporter writes it with batch norms folded. Field numbers are
 * those of onnx.proto3; the operators are of set 17.
 */
export function onnx(net: Net, parameters: Parameters): Uint8Array {
  const graph = new Message();
  for (const [i, layer] of net.layers.entries())
    for (const node of nodesOf(layer, `v${i + 1}`)) graph.message(1, node);
  graph.text(2, net.name);
  for (const layer of weighted(net)) {
    const { name, out, channels, taps } = layer;
    const kernel = layer.op === "conv" ? [layer.kernel, layer.kernel] : [];
    const sizes = layer.op === "conv" ? [out, channels, ...kernel] : [out, channels * taps];
    graph.message(5, tensor(`${name}.weight`, sizes, of(parameters, `${name}.weight`)));
    graph.message(5, tensor(`${name}.bias`, [out], of(parameters, `${name}.bias`)));
  }
  graph.message(5, tensor("six", [], Float32Array.of(6)));
  graph.message(5, tensor("zero", [], Float32Array.of(0)));
  graph.message(11, described("v0", [1, ...net.input]));
  const last = net.layers.at(-1);
  if (!last) throw new Error(`${net.name} has no layers`);
  const flat = last.op === "linear" || last.op === "average";
  graph.message(
    12,
    described(`v${net.layers.length}`, flat ? [1, net.classes] : [1, ...last.output]),
  );
  return new Message()
    .integer(1, 8) // ir_version
    .text(2, "kernelsmith-bench")
    .message(7, graph)
    .message(8, new Message().text(1, "").integer(2, 17))
    .finish();
}

/** The nodes of a layer: one, and another for its activation or the flattening around it. */
function nodesOf(layer: Layer, to: string): Message[] {
  const [x = "", y = ""] = layer.from.map((index) => `v${index}`);
  if (layer.op === "conv") {
    const { name, kernel, stride, padding, depthwise, out } = layer;
    const attributes = [
      ...windowOf(kernel, stride, padding),
      integers("dilations", [1, 1]),
      integer("group", depthwise ? out : 1),
    ];
    return activated(to, layer.activation, (inner) =>
      node("Conv", [x, `${name}.weight`, `${name}.bias`], inner, attributes),
    );
  }
  if (layer.op === "linear") {
    const flat = `${to}.flat`;
    const { name } = layer;
    const vector = sizeOf(layer.input) === layer.input[0];
    const from = vector ? x : flat;
    return [
      ...(vector ? [] : [node("Flatten", [x], flat, [integer("axis", 1)])]),
      ...activated(to, layer.activation, (inner) =>
        node("Gemm", [from, `${name}.weight`, `${name}.bias`], inner, [integer("transB", 1)]),
      ),
    ];
  }
  if (layer.op === "maxPool")
    return [node("MaxPool", [x], to, windowOf(layer.kernel, layer.stride, layer.padding))];
  if (layer.op === "average")
    return [
      node("GlobalAveragePool", [x], `${to}.map`, []),
      node("Flatten", [`${to}.map`], to, [integer("axis", 1)]),
    ];
  if (layer.op === "concat") return [node("Concat", [x, y], to, [integer("axis", 1)])];
  return activated(to, layer.activation, (inner) => node("Add", [x, y], inner, []));
}

function activated(to: string, activation: Activation, make: (to: string) => Message): Message[] {
  if (activation === "none") return [make(to)];
  const inner = `${to}.linear`;
  const after =
    activation === "relu"
      ? node("Relu", [inner], to, [])
      : node("Clip", [inner, "zero", "six"], to, []);
  return [make(inner), after];
}

const windowOf = (kernel: number, stride: number, padding: number): Message[] => [
  integers("kernel_shape", [kernel, kernel]),
  integers("strides", [stride, stride]),
  integers("pads", [padding, padding, padding, padding]),
];

function node(type: string, from: readonly string[], to: string, attributes: readonly Message[]) {
  const made = new Message();
  for (const name of from) made.text(1, name);
  made.text(2, to).text(3, to).text(4, type);
  for (const attribute of attributes) made.message(5, attribute);
  return made;
}

const integer = (name: string, value: number): Message =>
  new Message().text(1, name).integer(3, value).integer(20, 2);
const integers = (name: string, values: readonly number[]): Message =>
  new Message().text(1, name).integers(8, values).integer(20, 7);

const float = 1;

function tensor(name: string, sizes: readonly number[], values: Float32Array): Message {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return new Message().integers(1, sizes).integer(2, float).text(8, name).bytes(9, bytes);
}

function described(name: string, sizes: readonly number[]): Message {
  const shape = new Message();
  for (const size of sizes) shape.message(1, new Message().integer(1, size));
  const type = new Message().integer(1, float).message(2, shape);
  return new Message().text(1, name).message(2, new Message().message(1, type));
}
