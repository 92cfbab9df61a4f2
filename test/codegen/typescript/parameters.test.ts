import { beforeAll, describe, expect, it } from "vitest";
import { emit } from "../../../codegen/typescript/emit.ts";
import {
  type Weights,
  readSafetensors,
  writeSafetensors,
} from "../../../codegen/typescript/weights.ts";
import { type AnyNet, type Create, creator, options } from "./module.ts";
import { inference, training } from "./tiny.ts";

const weight = Float32Array.from({ length: 12 }, (_, i) => i / 8 - 1);
const bias = Float32Array.from([1, 2, 3]);
const weights: Weights = new Map([
  ["linear1.weight", { shape: [3, 4], values: weight }],
  ["linear1.bias", { shape: [3], values: bias }],
]);
const all = (net: AnyNet) => [
  ...(net.parameters["linear1"]?.["weight"] ?? []),
  ...(net.parameters["linear1"]?.["bias"] ?? []),
];
const given = [...weight, ...bias];

/** A safetensors file with any header. */
function file(header: unknown, data = 60): Uint8Array {
  const json = new TextEncoder().encode(
    typeof header === "string" ? header : JSON.stringify(header),
  );
  const bytes = new Uint8Array(8 + json.length + data);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}
const entry = (shape: unknown, data_offsets: unknown, dtype: unknown = "F32") => ({
  dtype,
  shape,
  data_offsets,
});
const whole = { "linear1.weight": entry([3, 4], [0, 48]), "linear1.bias": entry([3], [48, 60]) };

describe("parameters", () => {
  let create: Create;
  let net: AnyNet;
  beforeAll(async () => {
    create = await creator(training);
    net = create();
  });

  it("come by layer, by name, as bytes or from another net", () => {
    const flat = { "linear1.weight": [...weight], "linear1.bias": bias };
    const nested = { linear1: { weight, bias: [...bias] } };
    const bytes = writeSafetensors(weights);
    for (const parameters of [
      flat,
      nested,
      bytes,
      bytes.buffer,
      create({ parameters: flat }).parameters,
    ])
      expect(all(create({ parameters }))).toEqual(given);
  });

  it("are not drawn where they are given", () => {
    const seed = { valueOf: () => expect.fail("the seed was asked for") } as unknown as number; // tells of its use
    expect(() => create({ seed })).toThrow("the seed was asked for");
    const net = create({ parameters: writeSafetensors(weights), seed });
    expect(all(net)).toEqual(given);
  });

  it("start as a reset net does that they are loaded into", () => {
    const [image, label] = [new Float32Array([1, 2, 3, 4]), [1]];
    const used = create({ seed: 2 });
    used.trainStep(image, label);
    used.reset(3);
    const bytes = writeSafetensors(weights);
    used.load(bytes);
    const fresh = create({ parameters: bytes });
    for (const net of [used, fresh]) for (let i = 0; i < 3; i++) net.trainStep(image, label);
    expect(fresh.save()).toEqual(used.save());
    fresh.reset(4);
    expect(all(fresh)).toEqual(all(create({ seed: 4 })));
  });

  it("are read from bytes at any place in a buffer, Node's own too", () => {
    const bytes = writeSafetensors(weights);
    for (const shift of [1, 2, 3]) {
      const within = new Uint8Array(bytes.length + 8);
      within.set(bytes, shift);
      expect(all(create({ parameters: within.subarray(shift, shift + bytes.length) }))).toEqual(
        given,
      );
      const node = Buffer.from(within.buffer, shift, bytes.length);
      expect(all(create({ parameters: node }))).toEqual(given);
    }
  });

  it("are saved as safetensors that any reader takes", () => {
    const net = create({ seed: 9 });
    const bytes = net.save();
    const read = readSafetensors(bytes);
    expect([...read.keys()]).toEqual(["linear1.weight", "linear1.bias"]);
    expect([...read.values()].map(({ shape }) => shape)).toEqual([[3, 4], [3]]);
    expect([...read.values()].flatMap(({ values }) => [...values])).toEqual(all(net));
    expect(new DataView(bytes.buffer).getUint32(0, true) % 8).toBe(0);
    expect(all(create({ parameters: bytes }))).toEqual(all(net));
    expect(bytes).toEqual(writeSafetensors(read));
  });

  it("pass over what a file has beside them", () => {
    const more = {
      ...whole,
      __metadata__: { format: "pt" },
      "bn.num_batches_tracked": entry([], [60, 68], "I64"),
    };
    net.load(file(more, 68));
    expect(all(net)).toEqual(new Array(15).fill(0));
  });

  it.each([
    ["nothing", new Uint8Array(), "these bytes are no safetensors file, or a damaged one"],
    ["a few bytes", new Uint8Array(7), "these bytes are no safetensors file, or a damaged one"],
    ["noise", Uint8Array.from({ length: 99 }, (_, i) => i * 37), "these bytes are no"],
    ["a header that ends early", file(whole).subarray(0, 60), "these bytes are no"],
    ["a header that is no JSON", file("{nonsense"), "these bytes are no"],
    ["a header that is null", file("null"), "these bytes are no"],
    ["a header that is a list", file([1, 2]), "linear1.weight is missing"],
    ["an entry that is null", file({ ...whole, "linear1.bias": null }), "these bytes are no"],
    [
      "an entry without place",
      file({ ...whole, "linear1.bias": entry([3], 5) }),
      "these bytes are no",
    ],
    [
      "a missing parameter",
      file({ "linear1.weight": whole["linear1.weight"] }),
      "linear1.bias is missing",
    ],
    [
      "another shape",
      file({ ...whole, "linear1.weight": entry([4, 3], [0, 48]) }),
      "linear1.weight is [4,3]; it takes [3,4]",
    ],
    [
      "another type",
      file({ ...whole, "linear1.bias": entry([3], [48, 54], "F16") }),
      "linear1.bias is missing, or not F32",
    ],
    ["data that ends early", file(whole, 56), "linear1.bias has 2 numbers; it takes 3"],
    [
      "data too short for its shape",
      file({ ...whole, "linear1.bias": entry([3], [48, 56]) }),
      "linear1.bias has 2 numbers; it takes 3",
    ],
    [
      "data before the data",
      file({ ...whole, "linear1.weight": entry([3, 4], [-48, 0]) }),
      "linear1.weight has 0 numbers",
    ],
    [
      "data of half a number",
      file({ ...whole, "linear1.bias": entry([3], [48, 58]) }),
      "these bytes are no",
    ],
    [
      "a record too short",
      { linear1: { weight: [1], bias } },
      "linear1.weight has 1 numbers; it takes 12",
    ],
    ["a record of another net", { conv1: { weight, bias } }, "linear1.weight is missing"],
    ["no record at all", 5, "linear1.weight is missing"],
    ["undefined", undefined, "linear1.weight is missing"],
  ])("refuse %s and stay as they were", (_, source, words) => {
    const before = all(net);
    expect(() => net.load(source)).toThrow(words);
    expect(all(net)).toEqual(before);
  });

  it("are never half loaded from a file cut anywhere", () => {
    const bytes = writeSafetensors(weights);
    const before = all(net);
    for (let length = 0; length < bytes.length; length++)
      expect(() => net.load(bytes.subarray(0, length))).toThrow(/safetensors|linear1/);
    expect(all(net)).toEqual(before);
  });

  it("keep names that are no identifiers, and layers in layers", async () => {
    const names = [
      "block1.conv1.weight",
      "block1.conv1.bias",
      "my layer.w-1",
      "__proto__.weight",
      "loss.weight",
      "toString.weight",
      "a.b",
      "a.b.c",
      "été.2d",
      "class",
    ];
    const parameters = names.map(
      (name, i) =>
        ({
          name,
          shape: [1],
          offset: i,
          initial: { kind: "constant", value: i },
          role: "parameter",
          frozen: false,
        }) as const,
    );
    const gradients = names.map((name, i) => ({
      name,
      shape: [1],
      offset: 20 + i,
      batched: false,
    }));
    if (!training.training) throw new Error("the plan does not train");
    const plan = { ...training, parameters, training: { ...training.training, gradients } };
    const net = (await creator(plan))();
    const at = (...path: string[]) =>
      path.reduce<unknown>(
        (place, key) => (place as { [key: string]: unknown })[key],
        net.parameters,
      );
    const found = [
      at("block1", "conv1", "weight"),
      at("block1", "conv1", "bias"),
      at("my layer", "w-1"),
      at("__proto__", "weight"),
      at("loss", "weight"),
      at("toString", "weight"),
      at("a", "b"),
      at("a", "b.c"),
      at("été", "2d"),
      at("class"),
    ];
    expect(found.map((view) => (view as Float32Array)[0])).toEqual(names.map((_, i) => i));
    const slopes: { readonly [key: string]: unknown } = net.gradients(new Float32Array(4), [0]);
    expect(slopes["loss"]).toBeTypeOf("number");
    expect(slopes["loss_"]).toHaveProperty("weight");
    const saved = net.save();
    net.reset();
    net.load(saved);
    expect(net.save()).toEqual(saved);
    expect([...readSafetensors(saved).keys()]).toEqual(names);
  });
});

describe("weights that go with a module", () => {
  it("stand in it as base64", async () => {
    const create = await creator(inference, { weights: { place: "inside", weights } });
    expect(all(create())).toEqual(given);
    const parameters = { linear1: { weight: new Float32Array(12), bias } };
    expect(all(create({ parameters }))).toEqual([...new Float32Array(12), ...bias]);
  });

  it("come back on a reset without a seed", async () => {
    const create = await creator(training, { weights: { place: "inside", weights } });
    const net = create();
    net.trainStep(new Float32Array(4), [0]);
    net.reset(1);
    expect(all(net)).toEqual(all(create({ seed: 1 })));
    net.reset();
    expect(all(net)).toEqual(given);
  });

  it("lie beside it as a file that create takes", async () => {
    const place = { place: "beside", weights } as const;
    const [module, beside] = await emit(inference, { ...options, weights: place });
    expect(beside?.name).toBe("tiny.safetensors");
    expect(String(module?.text)).toMatch(/createTiny\(options: TinyOptions\)/);
    expect(String(module?.text)).not.toMatch(/seed|initialise/);
    const create = await creator(inference, { weights: place });
    expect(all(create({ parameters: beside?.text }))).toEqual(given);
  });

  it("are refused with everything that does not fit", async () => {
    const place = "inside";
    const other: Weights = new Map([
      ["linear1.weight", { shape: [4, 3], values: weight }],
      ["fc.bias", { shape: [3], values: bias }],
    ]);
    await expect(
      emit(inference, { ...options, weights: { place, weights: other } }),
    ).rejects.toThrow(
      [
        "error KS506 bad-weights: the weights do not fit the model",
        "  linear1.weight is [4, 3], the model has [3, 4]",
        "  linear1.bias [3] is missing",
        "  the file also has fc.bias",
      ].join("\n"),
    );
  });
});
