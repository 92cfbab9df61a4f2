import { describe, expect, it } from "vitest";
import { createLinter, type Linted } from "../../src/lint/lint.ts";
import { preset } from "../../src/lint/settings.ts";
import { memory } from "./support.ts";

const settings = preset("strict");
const file = "/bad/model.ts";

/** What is said of it, within the time in which a person would wait for an editor. */
function lint(text: string, others: { readonly [path: string]: string } = {}): Linted {
  const began = process.cpuUsage(); // other tests may have the processor meanwhile
  const linted = createLinter(memory({ [file]: text, ...others })).lint(file, settings);
  expect(process.cpuUsage(began).user).toBeLessThan(5e6);
  return linted;
}
const codes = (linted: Linted) => linted.findings.map(({ code }) => code);

const layers = `import { conv2d, defineModel, flatten, linear, maxPool2d, relu } from "kernelsmith";\n`;
const model = (body: string, before = "") => `${layers}${before}
export default defineModel({
  inputs: { x: [1, 8, 8] },
  outputs({ x }) {
    ${body}
  },
});
`;
const whole = model(
  "return linear(flatten(relu(conv2d(x, { filters: 2, kernel: 3 }))), { units: 2 });",
);

describe("a file that is not TypeScript", () => {
  it("is told of, wherever it breaks off", () => {
    const ends = [...whole].flatMap((c, i) => (/\W/.test(c) ? i : []));
    for (const end of ends) {
      const said = new Set(codes(lint(whole.slice(0, end))));
      said.delete("KS508");
      expect([...said], whole.slice(0, end)).toEqual([]);
    }
    expect(codes(lint(whole.slice(0, whole.lastIndexOf(")"))))).toEqual(["KS508"]);
  });

  it("is told of, whatever is missing from it", () => {
    for (let i = 0; i < whole.length; i++) {
      if (!/[(){}[\]"=,.:;]/.test(whole[i] ?? "")) continue;
      lint(whole.slice(0, i) + whole.slice(i + 1));
      lint(`${whole.slice(0, i)}${whole[i]}${whole.slice(i)}`);
    }
  });

  it.each([
    ["bytes", String.fromCharCode(...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))],
    ["nothing", ""],
    ["a NUL", "\0"],
    ["half a surrogate", `${layers}const a = "\ud800";`],
    ["a byte order mark", `\ufeff${whole}`],
    ["a hashbang", `#!/usr/bin/env node\n${whole}`],
    ["JSON", '{ "filters": [1, 2, 3] }'],
    ["a conflict", "<<<<<<< HEAD\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> b\n"],
    ["JSX", "export const a = <div>{conv2d}</div>;"],
    ["Windows' line ends", whole.replaceAll("\n", "\r\n")],
  ])("may be %s", (_, text) => {
    lint(text);
  });

  it("has no findings but that it is none", () => {
    expect(codes(lint(`\ufeff${whole}`))).toEqual([]);
    expect(codes(lint(whole.replaceAll("\n", "\r\n")))).toEqual([]);
    expect(codes(lint("<<<<<<< HEAD\nconst a = 1;\n"))).toEqual(["KS508"]);
  });
});

describe("files that import each other", () => {
  const imports = (path: string, name: string) => `import { ${name} } from "${path}";\n`;

  it("in a circle", () => {
    const others = {
      "/bad/a.ts": `${imports("./b.ts", "b")}export const a = () => b() + 1;\nexport const x = b();`,
      "/bad/b.ts": `${imports("./a.ts", "a")}export const b = () => a() + 1;\nexport const y = a();`,
    };
    const text = model("return linear(flatten(x), { units: b() });", imports("./b.ts", "b"));
    expect(codes(lint(text, others))).toEqual([]);
  });

  it("itself", () => {
    const text = model("return linear(flatten(x), { units: own });", imports("./model.ts", "own"));
    expect(codes(lint(`${text}\nexport const own = 3;`))).toEqual([]);
  });

  it("that are not there", () => {
    const before = `${imports("./gone.ts", "gone")}import all from "nowhere";\nexport * from "./lost.ts";`;
    const text = model("return linear(all(gone(x)), { units: gone });", before);
    expect(codes(lint(text))).toEqual([]);
    expect(createLinter(memory({})).lint("/bad/none.ts", settings).findings).toEqual([]);
  });

  it("that break off", () => {
    const others = { "/bad/half.ts": "export const half = (x) => { return x" };
    const text = model(
      "return linear(flatten(half(x)), { units: 2 });",
      imports("./half.ts", "half"),
    );
    expect(codes(lint(text, others))).toEqual([]);
  });

  it("by the hundred", () => {
    const others = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `/bad/n${i}.ts`,
        i === 299
          ? "export const n = 2;"
          : `import { n as m } from "./n${i + 1}.ts";\nexport const n = m;`,
      ]),
    );
    const text = model("return linear(flatten(x), { units: n });", imports("./n0.ts", "n"));
    expect(codes(lint(text, others))).toEqual([]);
  });
});

describe("programs that do not end", () => {
  const bodies: readonly (readonly [what: string, body: string, before?: string])[] = [
    ["while", "while (true) x = relu(x); return x;"],
    ["for", "for (;;) {} return x;"],
    [
      "a loop of loops",
      "for (let i = 0; i < 1e9; i++) for (let j = 0; j < 1e9; j++) k += i * j; return x;",
      "let k = 0;",
    ],
    [
      "layers without end",
      "let y = x; while (y) y = conv2d(y, { filters: 2, kernel: 1 }); return y;",
    ],
    ["recursion", "return deep(x);", "function deep(x) { return deep(relu(x)); }"],
    ["recursion of two", "return a(x);", "const a = (x) => b(x), b = (x) => a(x);"],
    [
      "recursion that spreads",
      "return tree(x, 60);",
      "const tree = (x, n) => n ? tree(x, n - 1) ?? tree(x, n - 1) : null;",
    ],
    ["a growing list", "const all = []; while (true) all.push(x); return x;"],
    ["a list while it is read", "const all = [1]; for (const n of all) all.push(n); return x;"],
    ["a growing string", "let s = 'a'; while (true) s += s; return x;"],
    ["a growing product", "let n = 2n; while (true) n *= n; return x;"],
    ["a getter of itself", "return self.x;", "const self = { get x() { return this.x; } };"],
    ["a default of itself", "return f();", "function f(a = f()) { return a; }"],
    [
      "toString of itself",
      "return linear(flatten(x), { units: `${odd}`.length });",
      "const odd = { toString() { return `${odd}`; } };",
    ],
    ["sort that calls", "[3, 2, 1].sort(() => { while (true); }); return x;"],
    ["map that calls", "Array(1e6).fill(0).map(() => Array(1e6).fill(0).map(() => x)); return x;"],
    [
      "a pattern that backtracks",
      "return linear(flatten(x), { units: /^(a+)+$/.test('a'.repeat(40) + 'b') ? 1 : 2 });",
    ],
    [
      "replace that backtracks",
      "const s = 'a'.repeat(40).replace(/(a*)*b/, ''); return linear(flatten(x), { units: s.length });",
    ],
  ];

  it.each(bodies.map((row) => ({ row })))("$row.0", ({ row: [, body, before] }) => {
    expect(codes(lint(model(body, before))).filter((code) => code !== "KS502")).toEqual([]);
    lint(
      `${before ?? ""}\n(() => { const x = 1; ${body.replace(/return/g, "void")} })();\n${whole}`,
    );
  });
});

describe("programs that are large", () => {
  it("of 10,000 lines of layers", () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `    x = relu(x, { name: "r${i}" });`);
    lint(model(`${lines.join("\n")}\n    return x;`));
  });

  it("of 10,000 lines of constants", () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `const n${i + 1} = n${i} + 1;`);
    const before = `const n0 = 0;\n${lines.join("\n")}`;
    const text = model(
      "return linear(conv2d(x, { filters: 2, kernel: n10000 }), { units: 1 });",
      before,
    );
    expect(codes(lint(text))).toEqual(["KS203"]);
  });

  const deep: readonly (readonly [string, string])[] = [
    ["parentheses", `${"(".repeat(10_000)}3${")".repeat(10_000)}`],
    ["a sum", Array.from({ length: 5000 }, () => "1").join(" + ")],
    [
      "a sum of parentheses",
      Array.from({ length: 3000 }, (_, i) => `(${i}`).join(" + ") + ")".repeat(3000),
    ],
    ["lists", `${"[".repeat(5000)}3${"]".repeat(5000)}`],
    ["objects", `${"{ a: ".repeat(3000)}3${" }".repeat(3000)}`],
    ["functions", `${"(() => ".repeat(3000)}3${")()".repeat(3000)}`],
    ["conditions", `${"true ? ".repeat(3000)}1${" : 2".repeat(3000)}`],
    ["negations", `${"-".repeat(1)}${"!".repeat(5000)}1`],
    ["calls", `${"relu(".repeat(4000)}x${")".repeat(4000)}`],
    ["members", `a${".a".repeat(10_000)}`],
    ["templates", `${"`${".repeat(2000)}1${"}`".repeat(2000)}`],
    ["chained calls", `[1]${".slice()".repeat(5000)}.length`],
  ];
  it.each(deep)("nested deep: %s", (_, expression) => {
    lint(model(`return linear(flatten(x), { units: ${expression} });`));
    lint(`const deep = ${expression};\n${whole}`);
  });

  it.each([
    ["blocks", `${"{".repeat(5000)}${"}".repeat(5000)}`],
    ["conditions", `${"if (x) ".repeat(5000)};`],
    ["functions", `${"function f() { ".repeat(2000)}${"}".repeat(2000)}`],
    ["loops", `${"for (const a of [1, 2]) ".repeat(2000)};`],
    ["classes", `${"class A { m() { ".repeat(1000)}${"} }".repeat(1000)}`],
  ])("nested statements: %s", (_, statements) => {
    lint(`${statements}\n${whole}`);
    lint(model(`${statements} return x;`));
  });

  it.each([
    ["new Array(1e9).fill(0)"],
    ["Array(4294967295)"],
    ["Array(-1)"],
    ['"x".repeat(1e9)'],
    ['"x".repeat(-1)'],
    ['"x".padStart(1e9)'],
    ["Array.from({ length: 1e9 })"],
    ["Array.from({ length: 1e9 }, (_, i) => i)"],
    ["Array.from({ length: Infinity })"],
    ["[...Array(1e8).keys()]"],
    ["new Float32Array(1e10)"],
    ["new ArrayBuffer(1e12)"],
    ["Array(1e5).fill(Array(1e5).fill(0)).flat()"],
    ["Array(3e4).fill('ab').join('c'.repeat(3e4))"],
    ["Array.from('x'.repeat(1e6)).map((a) => Array(1e6).fill(a))"],
    ["2n ** 10000000000n"],
    ["10n ** 10000000n"],
    ["(1e5).toFixed(99999)"],
    ["JSON.stringify(Array(1e8))"],
    ["new Map(Array(1e8).entries())"],
    ["Math.max(...Array(1e7))"],
    ["String.fromCharCode(...Array(1e6))"],
    ["Object.fromEntries(Array(1e7).entries())"],
    ["'a'.repeat(1e6).split('').map((c) => c.repeat(1e6)).join('')"],
    ["(() => { const a = []; a.length = 4294967295; return a.map((x) => x); })()"],
    ["(() => { const a = []; a[4294967294] = 1; return a.indexOf(2); })()"],
    ["(() => { let a = [0]; for (let i = 0; i < 60; i++) a = a.concat(a); return a.length; })()"],
    [
      "(() => { let a = [0]; for (let i = 0; i < 60; i++) a = [a, a]; return a.flat(Infinity).length; })()",
    ],
    ["(() => { let a = [0]; for (let i = 0; i < 60; i++) a = [a, a]; return `${a}`; })()"],
    [
      "(() => { let a = [0]; for (let i = 0; i < 7; i++) a = Array(1000).fill(a); return JSON.stringify(a); })()",
    ],
    [
      "(() => { const m = new Map(); for (let i = 0; i < 1e8; i++) m.set(i, Array(1e5)); return m; })()",
    ],
    ["(() => { const a = Array(9e5).fill(0); while (true) a.includes(1); })()"],
    ["(() => { const a = Array(9e5).fill(0); while (true) ({ ...a }); })()"],
    ['("a".repeat(40) + "b").match("^(a+)+$")'],
    ['"a".repeat(1e3).replaceAll("a", "b".repeat(4e5))'],
    [
      "(() => { const a = []; a.push(a); return String(a).length + JSON.stringify([1]).length; })()",
    ],
    ["(() => { const o = {}; o.o = o; return structuredClone(o).o ? 1 : 2; })()"],
  ])("a huge value: %s", (expression) => {
    lint(model(`return linear(flatten(x), { units: (${expression}).length });`));
    lint(model("return linear(flatten(x), { units: huge });", `const huge = ${expression};`));
    lint(model(`for (const f of ${expression}) x = relu(x); return x;`));
  });

  it("a model of sizes beyond all measure", () => {
    for (const n of ["2 ** 53", "1e308", "Infinity", "Number.MAX_SAFE_INTEGER", "2 ** 31"]) {
      lint(model(`return conv2d(x, { filters: ${n}, kernel: 3 });`));
      lint(model(`return conv2d(x, { filters: 1, kernel: 3, padding: ${n} });`));
      lint(
        model(
          `return maxPool2d(x, { kernel: ${n}, stride: ${n}, dilation: ${n}, ceilMode: true });`,
        ),
      );
      lint(whole.replace("[1, 8, 8]", `[1, ${n}, ${n}]`));
    }
  });
});
