import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { memory } from "./support.ts";

const file = "/bad/model.ts";
const settings = preset("strict");
const lint = (text: string) => createLinter(memory({ [file]: text })).lint(file, settings);

/** A value, asked for in a model's sizes, and a model that stands below it. */
const whole = (expression: string) => `import * as ks from "kernelsmith";
import { conv2d, defineModel, flatten, linear, relu } from "kernelsmith";
const value = ${expression};
export const first = defineModel({
  inputs: { x: [1, 8, 8] },
  outputs: ({ x }) => linear(flatten(relu(conv2d(x, { filters: value, kernel: value }))), { units: 2 }),
});
export default defineModel({
  inputs: { x: [1, 8, 8] },
  outputs: ({ x }) => ({ [value]: linear(flatten(relu(x)), { units: 2 }) }),
});
`;

/** Set by what must never run. */
const global = globalThis as { escaped?: unknown }; // looked at and cleared below

/** What runs code in a program that is executed, or reaches what is not its own. */
const tricks = [
  `[].constructor.constructor("globalThis.escaped = 1")()`,
  `(() => {}).constructor("globalThis.escaped = 1")()`,
  `Function("globalThis.escaped = 1")()`,
  `new Function("globalThis.escaped = 1")()`,
  `eval("globalThis.escaped = 1")`,
  `(0, eval)("globalThis.escaped = 1")`,
  `globalThis.eval("globalThis.escaped = 1")`,
  `setTimeout("globalThis.escaped = 1")`,
  `[].constructor.constructor("return process")().exit(3)`,
  `process.exit(3)`,
  `globalThis.process.exit(3)`,
  `require("node:child_process").execSync("exit 3")`,
  `await import("data:text/javascript,globalThis.escaped = 1")`,
  `relu.constructor("globalThis.escaped = 1")()`,
  `ks.relu.constructor.constructor("globalThis.escaped = 1")()`,
  `conv2d.bind.constructor("globalThis.escaped = 1")()`,
  `Reflect.construct(Function, ["globalThis.escaped = 1"])()`,
  `Reflect.get([], "constructor")`,
  `(globalThis.escaped = 1)`,
  `(globalThis["escaped"] = 1)`,
  `Object.assign(globalThis, { escaped: 1 })`,
  `(Array.prototype.escaped = 1)`,
  `([].__proto__.escaped = 1)`,
  `({}.__proto__.escaped = 1)`,
  `({}.constructor.prototype.escaped = 1)`,
  `("".constructor.prototype.escaped = 1)`,
  `((1).constructor.prototype.escaped = 1)`,
  `(Object.prototype["escaped"] = 1)`,
  `Object.assign({}.__proto__, { escaped: 1 })`,
  `Object.assign(Object.getPrototypeOf([]), { escaped: 1 })`,
  `Object.defineProperty(Object.prototype, "escaped", { value: 1, configurable: true })`,
  `JSON.parse('{"__proto__": {"escaped": 1}}').escaped`,
  `((o) => { for (const k in o) ({})[k][k] = 1; })({ __proto__: null, ["__proto__"]: 1 })`,
  `(() => { const o = {}; o["__proto__"]["escaped"] = 1; return o; })()`,
  `(() => { const o = { ["__proto__"]: { escaped: 1 } }; return o.x; })()`,
  `(() => { const { __proto__: p } = {}; p.escaped = 1; return p; })()`,
  `(() => { const { constructor: C } = []; C.prototype.escaped = 1; return C.from([1]); })()`,
  `[1].map.constructor("globalThis.escaped = 1")()`,
  `[1].map.call.call(Function, null, "globalThis.escaped = 1")`,
  `Math.max.constructor("globalThis.escaped = 1")()`,
  `Math.constructor.constructor("globalThis.escaped = 1")()`,
  `(Math.floor = () => 1)`,
  `(Array.isArray = () => { throw 1; })`,
  `(Number.isSafeInteger = () => true)`,
  `(ks.relu = 1)`,
  `Object.freeze(ks)`,
  `Object.keys(ks).map((k) => (ks[k] = null))`,
  `[1, 2].sort(globalThis.eval)`,
  `["globalThis.escaped = 1"].map(eval)`,
  `["globalThis.escaped = 1"].map(Function)[0]()`,
  `"a".replace("a", (m) => eval("globalThis.escaped = 1"))`,
  `(class extends Function {}).constructor("globalThis.escaped = 1")()`,
  `new (class { constructor() { return globalThis; } })().escaped`,
  `this`,
  `new.target`,
  `import.meta.url`,
  `arguments`,
  `arguments.callee.caller`,
  `undefined.x.y`,
  `null?.x`,
  `null.x()`,
  `(void 0)()`,
  `notDefined`,
  `notDefined.x = 1`,
  `typeof notDefined`,
  `Symbol("a")`,
  `Symbol.iterator`,
  `BigInt(3)`,
  `1n + 1`,
  `+Symbol()`,
  "`${Symbol()}`",
  `NaN`,
  `-0`,
  `new Date(NaN).toISOString()`,
  `decodeURIComponent("%")`,
  `JSON.parse("{")`,
  `new RegExp("(")`,
  `"a".normalize("b")`,
  `Array.from({ length: -1 })`,
  `[...5]`,
  `Object.fromEntries([1])`,
  `new Map([1])`,
  `new Proxy({}, { get() { throw 1; } })`,
  `{ get a() { throw new Error("never"); } }`,
  `({ get a() { throw new Error("got"); } }).a`,
  `({ toString() { throw new Error("said"); } }) + ""`,
  `({ valueOf() { throw 1; } }) * 2`,
  `({ [Symbol.toPrimitive]: () => ({}) }) + 1`,
  `({ [Symbol.iterator]() { return {}; } })`,
  `[...{ [Symbol.iterator]: () => ({ next: () => ({}) }) }].length`,
  `[...{ *[Symbol.iterator]() { while (true) yield 1; } }]`,
  `new Promise(() => { throw 1; })`,
  `async () => { await 1; throw 2; }`,
  `await new Promise(() => {})`,
  `await { then(f) { f(3); } }`,
  `{ then() { throw 1; } }`,
  `(() => { throw null; })()`,
  `(() => { try { throw 1; } finally { return 2; } })()`,
  `(() => { label: { break label; } })()`,
  `(function f() { return f.caller; })()`,
  `function* () { yield* value; }`,
  `class { static { throw 1; } }`,
  `class A { static a = A.a; #b = this.#b; }`,
  `class extends null { constructor() { super(); } }`,
  `new (class A extends A {})()`,
  `(() => { const a = a; return a; })()`,
  `(() => { return b; let b = 1; })()`,
  `defineModel()`,
  `defineModel(defineModel)`,
  `defineModel({ inputs: 1, outputs: 2 })`,
  `defineModel({ get inputs() { throw 1; }, outputs: (x) => x })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => { throw x; } })`,
  `defineModel({ inputs: { x: [1] }, outputs: (all) => { all.x.shape.push(3); return relu(all.x); } })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => { x.raw.shape = null; x.builder = null; return relu(x); } })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => { delete x.shape; return relu(x); } })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => { x.builder.nodes.length = 0; return relu(x); } })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => { x.__proto__.escaped = 1; return x; } })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => x.constructor.constructor("globalThis.escaped = 1")() })`,
  `defineModel({ inputs: { __proto__: [1] }, outputs: (all) => all.__proto__ })`,
  `defineModel({ inputs: { "": [1], constructor: [2] }, outputs: (all) => relu(all.constructor) })`,
  `defineModel({ inputs: { x: [1] }, outputs: ({ x }) => defineModel({ inputs: { x: [1] }, outputs: () => x }) })`,
  `defineModel({ inputs: { x: [1] }, outputs: async ({ x }) => relu(x) })`,
  `defineModel({ inputs: { x: [1] }, outputs: function* ({ x }) { yield relu(x); } })`,
  `defineModel({ inputs: { x: [1] }, outputs: class {} })`,
  `defineModel({ inputs: { x: [1] }, outputs: relu })`,
  `ks.loss({ targets: { t: [1] }, value: () => { throw 1; } })`,
  `ks.loss({ targets: { t: [1] }, value: () => ks.loss() })`,
  `ks.sgd({ learningRate: ks.steps })`,
  `relu(...[1, 2, 3])`,
  `relu.call(null, relu)`,
  `new relu()`,
  `relu\`\${relu}\``,
  `ks.default.relu(1)`,
  `ks["re" + "lu"](ks)`,
];

describe("tricks neither run nor break the linter", () => {
  it.each(tricks)("%s", (expression) => {
    const began = performance.now();
    lint(whole(`(${expression})`));
    lint(whole(expression));
    lint(`import { defineModel } from "kernelsmith";\n${expression};\n`);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(global.escaped).toBeUndefined();
    expect(({} as typeof global).escaped).toBeUndefined(); // nor any object's prototype
    expect([Math.floor(1.5), Array.isArray([]), Number.isSafeInteger(0.5)]).toEqual([
      1,
      true,
      false,
    ]);
  });

  it("nor what comes after them", () => {
    const fine = `import { conv2d, defineModel, relu } from "kernelsmith";
export default defineModel({
  inputs: { x: [1, 8, 8] },
  outputs: ({ x }) => relu(conv2d(x, { filters: 2, kernel: 9 })),
});
`;
    for (const expression of tricks) lint(whole(expression));
    expect(lint(fine).findings.map(({ code, at }) => [code, at.line])).toEqual([["KS203", 4]]);
  });
});
