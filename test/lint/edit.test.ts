import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import {
  type Edits,
  fixOf,
  importing,
  removeOption,
  replaceArgument,
  replaceFunction,
  setOption,
  setOptions,
  unwrap,
  wrap,
  wrapArgument,
} from "../../src/lint/edit.ts";
import type { CallSite } from "../../src/lint/followed.ts";
import { edited } from "../../src/lint/fix.ts";

const parse = (text: string) => ts.createSourceFile("/m.ts", text, ts.ScriptTarget.Latest, true);

/** The first call of a text. */
function site(text: string): CallSite {
  const file = parse(text);
  const find = (node: ts.Node): ts.CallExpression | undefined =>
    ts.isCallExpression(node) ? node : ts.forEachChild(node, find);
  const call = find(file);
  if (!call) throw new Error(`no call in ${text}`);
  return { file, call };
}

/** The text after an edit of its first call; undefined where there is no edit. */
function after(text: string, edit: (site: CallSite) => Edits): string | undefined {
  const edits = edit(site(text));
  return edits && edited(text, edits);
}

describe("an option is set", () => {
  const bias = (site: CallSite) => setOption(site, "bias", "false");

  it.each([
    ["conv2d(x, { kernel: 3 });", "conv2d(x, { kernel: 3, bias: false });"],
    ["conv2d(x, { kernel: 3, });", "conv2d(x, { kernel: 3, bias: false, });"],
    ["conv2d(x, { bias: true, kernel: 3 });", "conv2d(x, { bias: false, kernel: 3 });"],
    ['conv2d(x, { "bias": true });', 'conv2d(x, { "bias": false });'],
    ["conv2d(x, { ...base });", "conv2d(x, { ...base, bias: false });"],
    ["conv2d(x, { ...base, bias: true });", "conv2d(x, { ...base, bias: false });"],
    ["conv2d(x, { kernel: 3 } as const);", "conv2d(x, { kernel: 3, bias: false } as const);"],
    ["f(x, { bias: -1 } satisfies O);", "f(x, { bias: false } satisfies O);"],
    ["batchNorm(x, {});", "batchNorm(x, { bias: false });"],
    ["batchNorm(x);", "batchNorm(x, { bias: false });"],
    ["batchNorm(relu(x));", "batchNorm(relu(x), { bias: false });"],
    ["crossEntropy();", "crossEntropy({ bias: false });"],
  ])("%s", (from, to) => {
    expect(after(from, bias)).toBe(to);
  });

  it("on a line of its own where the others have one", () => {
    expect(after("conv2d(x, {\n  filters: 8,\n  kernel: 3,\n});", bias)).toBe(
      "conv2d(x, {\n  filters: 8,\n  kernel: 3,\n  bias: false,\n});",
    );
    expect(after("conv2d(x, {\n  filters: 8,\n  kernel: 3\n});", bias)).toBe(
      "conv2d(x, {\n  filters: 8,\n  kernel: 3,\n  bias: false\n});",
    );
  });

  it.each([
    "conv2d(x, options);",
    "conv2d(...given);",
    "conv2d(x, { bias: true, ...base });",
    "conv2d(x, { bias: true, [key]: false });",
    "conv2d(x, { bias });",
    "conv2d(x, { bias: deep });",
    "conv2d(x, { bias: [deep] });",
    "conv2d(x, { bias() {} });",
    "conv2d(x, { get bias() { return true; } });",
  ])("but not in %s", (text) => {
    expect(after(text, bias)).toBeUndefined();
  });

  it("several at once", () => {
    expect(
      after("conv2d(x, { kernel: 4 });", (at) =>
        setOptions(at, { kernel: "3", padding: "1", stride: "2" }),
      ),
    ).toBe("conv2d(x, { kernel: 3, padding: 1, stride: 2 });");
  });

  it("behind operands that are known to be none", () => {
    const text = "reshape(x, shape);";
    const edits = setOption({ ...site(text), args: ["x", [1, 2]] } as CallSite, "name", '"a"');
    expect(edits && edited(text, edits)).toBe('reshape(x, shape, { name: "a" });');
  });
});

describe("an option is removed", () => {
  const bias = (site: CallSite) => removeOption(site, "bias");

  it.each([
    ["f(x, { kernel: 3, bias: true });", "f(x, { kernel: 3 });"],
    ["f(x, { bias: true, kernel: 3 });", "f(x, { kernel: 3 });"],
    ["f(x, { a: 1, bias: true, kernel: 3 });", "f(x, { a: 1, kernel: 3 });"],
    ["f(x, { bias: true });", "f(x);"],
    ["f({ bias: true });", "f();"],
    ["f(x, { bias: true } as const);", "f(x);"],
  ])("%s", (from, to) => {
    expect(after(from, bias)).toBe(to);
  });

  it.each(["f(x);", "f(x, { ...base });", "f(x, { bias: true, ...base });"])(
    "but not in %s",
    (text) => {
      expect(after(text, bias)).toBeUndefined();
    },
  );
});

describe("a call is unwrapped", () => {
  it.each([
    ["const h = relu(x);", "const h = x;"],
    ["const h = relu(conv2d(x, { kernel: 3 }));", "const h = conv2d(x, { kernel: 3 });"],
    ["const h = relu(a ? x : y).shape;", "const h = (a ? x : y).shape;"],
    ["h = relu(x);", "h = x;"],
    ["let h = x;\n  h = relu(h);\nh;", "let h = x;\nh;"],
    ["a; h = relu(h); b;", "a;  b;"],
  ])("%s", (from, to) => {
    expect(after(from, unwrap)).toBe(to);
  });

  it.each(["relu(...xs);", "relu();", "if (deep) h = relu(h);"])("but not in %s", (text) => {
    expect(after(text, unwrap)).toBeUndefined();
  });
});

describe("calls and arguments are wrapped and replaced", () => {
  it("within another call", () => {
    expect(after("linear(x, o);", (at) => wrapArgument(at, 0, "flatten"))).toBe(
      "linear(flatten(x), o);",
    );
    expect(after("h = conv2d(x, o);", (at) => wrap(at, "relu"))).toBe("h = relu(conv2d(x, o));");
    expect(after("add(a, b);", (at) => replaceArgument(at, 1, "c"))).toBe("add(a, c);");
    expect(after("flatten(x);", (at) => replaceFunction(at, "mean"))).toBe("mean(x);");
  });

  it("but not where a spread hides which is which", () => {
    expect(after("add(...xs, b);", (at) => wrapArgument(at, 1, "relu"))).toBeUndefined();
    expect(after("add(a);", (at) => replaceArgument(at, 1, "c"))).toBeUndefined();
  });
});

describe("a name is imported", () => {
  const named = (text: string) => {
    const found = importing(parse(text), "relu");
    return found && { name: found.name, text: edited(text, found.edits) };
  };

  it.each([
    [
      'import { conv2d } from "kernelsmith";',
      "relu",
      'import { conv2d, relu } from "kernelsmith";',
    ],
    [
      'import { conv2d, relu } from "kernelsmith";',
      "relu",
      'import { conv2d, relu } from "kernelsmith";',
    ],
    ['import { relu as r } from "kernelsmith";', "r", 'import { relu as r } from "kernelsmith";'],
    ['import * as ks from "kernelsmith";', "ks.relu", 'import * as ks from "kernelsmith";'],
    [
      'import {\n  conv2d,\n  type Tensor,\n} from "kernelsmith";',
      "relu",
      'import {\n  conv2d,\n  type Tensor,\n  relu,\n} from "kernelsmith";',
    ],
  ])("%s", (from, name, to) => {
    expect(named(from)).toEqual({ name, text: to });
  });

  it.each([
    'import { conv2d } from "elsewhere";',
    'import type { Tensor } from "kernelsmith";',
    'import { conv2d } from "kernelsmith"; const relu = (x) => x;',
  ])("but not into %s", (text) => {
    expect(named(text)).toBeUndefined();
  });

  it("although a property has it", () => {
    expect(named('import { a } from "kernelsmith"; f.relu; ({ relu: 1 });')?.name).toBe("relu");
  });
});

describe("a fix", () => {
  it("is there only when all of its edits are", () => {
    const at = site("relu(x);");
    expect(fixOf("Unwrap", unwrap(at), undefined)).toEqual([]);
    expect(fixOf("Nothing", [])).toEqual([]);
    expect(fixOf("Unwrap", unwrap(at))).toEqual([
      { title: "Unwrap", edits: [{ file: "/m.ts", start: 0, end: 7, text: "x" }] },
    ]);
  });
});
