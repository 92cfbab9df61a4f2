import { Builder } from "flatbuffers";

export interface TensorDescription {
  readonly shape: readonly number[];
  /** of a constant */
  readonly data?: Float32Array | Int32Array;
}

/** A scalar of an options table. */
export interface Field {
  readonly kind: "byte" | "int";
  readonly slot: number;
  readonly value: number;
}

export interface Operator {
  /** BuiltinOperator */
  readonly code: number;
  readonly inputs: readonly number[];
  readonly output: number;
  /** BuiltinOptions and the table's fields */
  readonly options: { readonly type: number; readonly fields: readonly Field[] };
}

/** A TensorFlow Lite model of one subgraph; slots are those of tensorflow/lite/schema/schema.fbs, version 3. */
export function serialised(
  tensors: readonly TensorDescription[],
  operators: readonly Operator[],
  ends: { readonly input: number; readonly output: number },
): Uint8Array {
  const b = new Builder(1 << 20);
  b.forceDefaults(true); // a dilation of 1 must not be left to a default of 0

  /** Writes slots of a table that takes `slots`. */
  const table = (slots: number, fill: () => void): number => {
    b.startObject(slots);
    fill();
    return b.endObject();
  };
  const vector = (offsets: readonly number[]): number => {
    b.startVector(4, offsets.length, 4);
    for (const offset of [...offsets].reverse()) b.addOffset(offset);
    return b.endVector();
  };
  const integers = (values: readonly number[]): number => {
    b.startVector(4, values.length, 4);
    for (const value of [...values].reverse()) b.addInt32(value);
    return b.endVector();
  };
  const offset = (slot: number, value: number) => b.addFieldOffset(slot, value, 0);

  const constants = tensors.flatMap(({ data }) => (data ? [data] : []));
  const contents = constants.map((data) => {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    b.prep(16, bytes.length + 4); // the runtime reads constants in place, as vectors of 16 bytes
    return b.createByteVector(bytes);
  });
  const buffers = vector([
    table(1, () => {}),
    ...contents.map((content) => table(1, () => offset(0, content))),
  ]);

  const described = tensors.map(({ shape, data }, i) => {
    const [sizes, name] = [integers(shape), b.createString(`t${i}`)];
    return table(8, () => {
      offset(0, sizes);
      b.addFieldInt8(1, data instanceof Int32Array ? 2 : 0, 0); // TensorType: float32 is 0, int32 2
      b.addFieldInt32(2, data ? constants.indexOf(data) + 1 : 0, 0);
      offset(3, name);
    });
  });

  const codes = [...new Set(operators.map(({ code }) => code))];
  const steps = operators.map(({ code, inputs, output, options: { type, fields } }) => {
    const [from, to] = [integers(inputs), integers([output])];
    const options = table(Math.max(0, ...fields.map(({ slot }) => slot + 1)), () => {
      for (const { kind, slot, value } of fields)
        if (kind === "byte") b.addFieldInt8(slot, value, 0);
        else b.addFieldInt32(slot, value, 0);
    });
    return table(5, () => {
      b.addFieldInt32(0, codes.indexOf(code), 0);
      offset(1, from);
      offset(2, to);
      b.addFieldInt8(3, type, 0);
      offset(4, options);
    });
  });

  const graph = {
    tensors: vector(described),
    inputs: integers([ends.input]),
    outputs: integers([ends.output]),
    operators: vector(steps),
    name: b.createString("main"),
  };
  const graphs = vector([
    table(5, () => {
      for (const [slot, value] of Object.values(graph).entries()) offset(slot, value);
    }),
  ]);
  const known = vector(
    codes.map((code) =>
      table(4, () => {
        b.addFieldInt8(0, code, 0);
        b.addFieldInt32(2, 1, 0); // version
        b.addFieldInt32(3, code, 0);
      }),
    ),
  );
  const signature = signatureOf(b, table, vector, ends);
  const model = table(8, () => {
    b.addFieldInt32(0, 3, 0); // schema version
    offset(1, known);
    offset(2, graphs);
    offset(4, buffers);
    offset(7, signature);
  });
  b.finish(model, "TFL3");
  return b.asUint8Array();
}

/** One signature, "serving_default": LiteRT.js runs a model by it. */
function signatureOf(
  b: Builder,
  table: (slots: number, fill: () => void) => number,
  vector: (offsets: readonly number[]) => number,
  ends: { readonly input: number; readonly output: number },
): number {
  const end = (name: "input" | "output") => {
    const text = b.createString(name);
    return vector([
      table(2, () => {
        b.addFieldOffset(0, text, 0);
        b.addFieldInt32(1, ends[name], 0);
      }),
    ]);
  };
  const [inputs, outputs, key] = [end("input"), end("output"), b.createString("serving_default")];
  return vector([
    table(5, () => {
      b.addFieldOffset(0, inputs, 0);
      b.addFieldOffset(1, outputs, 0);
      b.addFieldOffset(2, key, 0);
      b.addFieldInt32(4, 0, 0); // subgraph
    }),
  ]);
}
