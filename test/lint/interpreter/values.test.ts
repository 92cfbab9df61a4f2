import { describe, expect, it } from "vitest";
import { Interpreter } from "../../../src/lint/interpreter/interpreter.ts";
import { Modules, Sources } from "../../../src/lint/interpreter/modules.ts";
import { Exhausted, hasUnknown, unknown } from "../../../src/lint/interpreter/values.ts";
import { memory } from "../support.ts";

/** What a function's body returns when it is followed. */
function followed(body: string, files: { readonly [path: string]: string } = {}): unknown {
  const m = new Interpreter();
  const text = `${files["/head.ts"] ?? ""}\nexport const result = (() => {${body}})();`;
  const sources = new Sources(memory({ ...files, "/main.ts": text }));
  const modules = new Modules(sources, m, new Map(), () => undefined);
  return modules.load("/main.ts")?.get("result");
}

const programs = [
  "return 1 + 2 * 3 ** 2 % 5 - -4 / 2",
  "return [7 & 3, 7 | 8, 5 ^ 1, ~5, 1 << 4, -9 >> 1, -9 >>> 28, 3 < 4, 'a' >= 'b']",
  "return [1 === 1, 1 !== 1, '1' == 1, null == undefined, null ?? 4, 0 || 5, 0 && 5, !0]",
  "let x = 1; x += 2; x *= 3; x **= 2; x ??= 1; x ||= 2; x &&= x + 1; return x",
  "let i = 0; const a = [i++, ++i, i--, --i]; return [a, i]",
  "let s = 0; for (let i = 0; i < 5; i++) { if (i === 3) continue; s += i } return s",
  "let s = 0; for (const [i, v] of [4, 5].entries()) s += i * v; return s",
  "let s = ''; for (const k in { a: 1, b: 2 }) s += k; return s",
  "let n = 27, steps = 0; while (n !== 1) { n = n % 2 ? 3 * n + 1 : n / 2; steps++ } return steps",
  "let n = 0; do n += 2; while (n < 7); return n",
  "outer: for (const a of [1, 2, 3]) for (const b of [1, 2, 3]) { if (b === 2) continue outer; if (a === 3) break outer } return 'done'",
  "const f = (n) => n < 2 ? 1 : n * f(n - 1); return f(6)",
  "function f(a, b = a * 2, ...rest) { return [a, b, rest] } return [f(1), f(1, 5, 6, 7), f(...[1, 2, 3])]",
  "const { a, b: { c = 4, ...d }, ...e } = { a: 1, b: { x: 2, y: 3 }, z: 5 }; return [a, c, d, e]",
  "const [a, , b = 3, ...c] = [1, 2, undefined, 4, 5]; return [a, b, c]",
  "let [a, b] = [1, 2]; const c = { ...{ a }, b, ['k' + b]: 3, m() { return this.b } }; return [c.a, c.k2, c.m()]",
  "const o = { n: { list: [1] } }; o.n.list.push(2); o.n['x'] = 3; delete o.n.y; return o",
  "const o = { f: () => 5 }; return [o?.f(), o.g?.(), o.h?.i.j, o.f?.() ?? 1, undefined?.x[0]]",
  "return `a${1 + 1}b${'c'}${[1, 2]}`",
  "switch (3) { case 1: return 'a'; case 3: case 4: return 'b'; default: return 'c' }",
  "const r = []; switch (9) { case 1: r.push(1); default: r.push(2); case 5: r.push(3); break; case 6: r.push(4) } return r",
  "try { throw new Error('no') } catch (e) { return e.message } finally { 1 }",
  "try { return 1 } finally { for (const x of [1]) x }",
  "const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); return fs.map((f) => f())",
  "var fs = []; for (var i = 0; i < 3; i++) fs.push(() => i); return fs.map((f) => f())",
  "let n = 0; const next = () => ++n; next(); next(); return n",
  "const m = new Map([['a', 1]]); m.set('b', 2); return [...m.entries(), m.get('a'), m.has('c'), m.size]",
  "const s = new Set([1, 1, 2]); s.add(3); return [...s].map((x) => x * 2)",
  "return [3, 1, 2].sort((a, b) => a - b).filter((x) => x > 1).reduce((s, x) => s + x, 0)",
  "return [[1, [2]], [3]].flat().concat([4]).slice(1).reverse().includes(3)",
  "return Array.from({ length: 3 }, (_, i) => 2 ** i).concat(Array(2).fill(7), new Array(1, 2))",
  "return [Math.max(...[1, 5, 2]), Math.floor(7 / 2), Number('4'), parseInt('12px'), Number.isInteger(3)]",
  "return ['a,b'.split(','), 'x'.repeat(3), 'abc'.slice(-2), 'A'.toLowerCase(), (3.14159).toFixed(2)]",
  "return Object.entries({ a: 1 }).concat(Object.keys([5])).concat(Object.values({ z: 2 }))",
  "return Object.assign({ a: 1 }, { b: 2 }, Object.fromEntries([['c', 3]]))",
  "class A { n = 1; #m = 2; static z = 9; constructor(k) { this.k = k } sum() { return this.n + this.#m + this.k } } return [new A(4).sum(), A.z]",
  "return [typeof 1, typeof 'a', typeof undefined, typeof null, typeof (() => 1), void 0]",
  "const a = 1; { const a = 2; { var b = a } } return [a, b]",
  "return (() => { if (true) return f(); function f() { return 'hoisted' } })()",
  "return [..'abc'].length".replace("..", "..."),
  "const a = [1, 2, 3]; a.length = 1; a[2] = 5; return a.length",
  "return 'length' in { length: 1 } && !('x' in {})",
  "return JSON.stringify({ a: [1, 'x'] })",
];

/** What the source does not tell, or what would lead out of it. */
const open = [
  "return Math.random()",
  "return process.env.HOME",
  "return Date.now() + 1",
  "return elsewhere(1)",
  "let x = 1; if (elsewhere) x = 2; return x",
  "let x = 1; while (elsewhere()) x++; return x",
  "let x = 1; for (const y of elsewhere) x = y; return x",
  "if (elsewhere) return 1; return 2",
  "const o = { a: 1 }; elsewhere(o); return o.a",
  "const o = { a: 1 }; if (elsewhere) o.a = 2; return o.a",
  "const a = [1]; if (elsewhere) a.push(2); return a.length",
  "let x = 1; const f = () => { x = 2 }; elsewhere(f); return x",
  "let x = 1; const f = () => { x = 2 }; if (elsewhere) f(); return x",
  "let x = 1; elsewhere && (x = 2); return x",
  "return elsewhere ? 1 : 1",
  "return [1, 2].filter((x) => x > elsewhere)",
  "return [elsewhere].includes(1)",
  "return { ...elsewhere, a: 1 }.a",
  "const a = [1]; a[elsewhere] = 2; return a[0]",
  "return [].constructor.constructor('return process')()",
  "return ({}).__proto__",
  "return ({ __proto__: { a: 1 } }).a",
  "return 'x'.constructor",
  "return (async () => 1)().then",
  "switch (elsewhere) { case 1: return 1 } return 2",
  "let x = 1; try { x = elsewhere(); } catch { x = 3 } return x",
  "return undefined.x",
  "return /a/.test('a')",
  "return new (class extends elsewhere {})().x",
  "const o = { get a() { return 1 } }; return o.a",
  "try { return JSON.parse('{') } catch { return 1 }",
  "const o = Object.freeze({ list: [1] }); elsewhere(o); return o.list[0]",
  "let x = 1; [1].forEach(elsewhere); ({ y: x } = elsewhere); return x",
];

describe("a followed program", () => {
  it.each(programs)("is worth what it is when executed: %s", (body) => {
    const executed: unknown = new Function(body)();
    expect(hasUnknown(followed(body)), "all of it is known").toBe(false);
    expect(followed(body)).toEqual(executed);
  });

  it.each(open)("does not guess: %s", (body) => {
    expect(followed(body)).toBe(unknown);
  });

  it.each([
    "while (true) {}",
    "for (;;) {}",
    "const f = () => f(); f()",
    "let s = 'x'; for (;;) s += s",
    "let a = [1]; for (;;) a = [...a, ...a]",
    "const a = [1]; for (const x of a) a.push(x)",
  ])("ends, though it would not: %s", (body) => {
    expect(() => followed(body)).toThrow(Exhausted);
  });

  it("takes what is declared to be elsewhere for unknown", () => {
    const files = { "/head.ts": "declare const size: number; declare let count: number;" };
    expect(followed("return size", files)).toBe(unknown);
    expect(followed("return count", files)).toBe(unknown);
  });

  it("reads what other files export, under other names too", () => {
    const files = {
      "/head.ts": `import d, { a as b, f } from "./other.ts"; import * as all from "./again.ts";`,
      "/other.ts": `export const a = 2; export function f() { return a * 10 } export default 7;`,
      "/again.ts": `export * from "./other.ts"; export { a as z } from "./other.ts"; export const own = 1;`,
    };
    expect(followed("return [b, d, f(), all.a, all.z, all.own]", files)).toEqual([
      2, 7, 20, 2, 2, 1,
    ]);
  });

  it("knows of a circle of imports what was there in time", () => {
    const files = {
      "/head.ts": `import { late } from "./circle.ts"; export const early = 1; export function lazy() { return 5 }`,
      "/circle.ts": `import { early, lazy } from "./main.ts"; export const late = () => early + lazy();`,
    };
    expect(followed("return late()", files)).toBe(6);
  });
});
