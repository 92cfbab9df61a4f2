import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { Interpreter } from "../../../src/lint/interpreter/interpreter.ts";
import { Modules, Sources } from "../../../src/lint/interpreter/modules.ts";
import { unknown } from "../../../src/lint/interpreter/values.ts";
import { memory } from "../support.ts";

/** What a module exports when it is followed. */
function followed(text: string): unknown {
  const modules = new Modules(
    new Sources(memory({ "/main.ts": text })),
    new Interpreter(),
    new Map(),
    () => undefined,
  );
  return modules.load("/main.ts")?.get("result");
}

async function run(text: string): Promise<unknown> {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions: options });
  const made = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`
  )) as {
    result: unknown;
  }; // as the programs below export it
  return made.result;
}

const now = "Date.now() > 0";

/** Each gives 4, by a way that is not followed, and 5 or nothing to those who do not see it. */
const programs = {
  "a call that throws": "let n = 4; try { JSON.parse(globalThis.missing); n = 5 } catch {}",
  "a call that throws after an assignment":
    "let n = 5; try { n = 7; globalThis.missing.deep } catch { n = 4 }",
  "a function that throws":
    "function load() { return globalThis.missing() } let n = 4; try { load(); n = 5 } catch {}",
  "a return that throws first":
    "const f = () => { try { globalThis.missing(); return 5 } catch { return 4 } }; const n = f()",
  "a function that gives an object": `const o = { n: 5 }; const get = () => o; if (${now}) get().n = 4; const n = o.n`,
  "a static method that gives an object": `class R { static o = { n: 5 }; static get() { return this.o } } const o = R.o; if (${now}) R.get().n = 4; const n = o.n`,
  "another name": `const o = { n: 5 }; if (${now}) { const c = [o][0]; c.n = 4 } const n = o.n`,
  "another name that is handed on": `const o = { n: 5 }; const set = (c) => { c.n = 4 }; if (${now}) { const t = o; set(t) } const n = o.n`,
  "a callback": `const l = [{ n: 5 }]; if (${now}) l.forEach((o) => { o.n = 4 }); const n = l[0].n`,
  "a loop": `const l = [{ n: 5 }]; if (${now}) for (const o of l) o.n = 4; const n = l[0].n`,
  "a map's element": `const m = new Map([['a', { n: 5 }]]); if (${now}) { const o = m.get('a'); o.n = 4 } const n = m.get('a').n`,
  "one of two objects": `const a = { n: 5 }, b = { n: 6 }; const c = ${now} ? a : b; c.n = 4; const n = a.n`,
  "an object or another":
    "const a = { n: 5 }; const c = globalThis.missing ?? a; c.n = 4; const n = a.n",
  "one of a list": `const l = [{ n: 5 }, { n: 6 }]; const i = ${now} ? 0 : 1; l[i].n = 4; const n = l[0].n`,
  "what is found": `const l = [{ n: 5 }, { n: 6 }]; const k = ${now} ? 5 : 6; const o = l.find((x) => x.n === k); o.n = 4; const n = l[0].n`,
  "one of a record": `const t = { a: { n: 5 } }; const k = ${now} ? 'a' : 'b'; const { [k]: o } = t; o.n = 4; const n = t.a.n`,
  "one of a list that is handed on": `const o = { n: 5 }; const pick = (l) => l[${now} ? 0 : 1]; pick([o, {}]).n = 4; const n = o.n`,
  "one that is returned early": `const o = { n: 5 }; const f = () => { if (${now}) return o; return {} }; f().n = 4; const n = o.n`,
  "one that is assigned to": `const o = { n: 5 }; const c = ${now} ? o : {}; Object.assign(c, { n: 4 }); const n = o.n`,
  "a generator":
    "let n = 0; function* g() { n = 4; yield 1 } const i = g(); n = 5; for (const _ of i) void _",
  "an async function":
    "let n = 0; async function f() { await null; n = 4 } const p = f(); n = 5; await p",
  "a promise": "let n = 0; const p = Promise.resolve().then(() => { n = 4 }); n = 5; await p",
  "a listener":
    "let n = 0; const t = new EventTarget(); t.addEventListener('a', () => { n = 4 }); n = 5; t.dispatchEvent(new Event('a'))",
  "a listener of what is yet to be declared":
    "const t = new EventTarget(); t.addEventListener('a', () => { n = 4 }); let n = 5; t.dispatchEvent(new Event('a'))",
  "a tag": "let n = 5; function tag() { n = 4 } tag`x`",
  "a tag that may run": `let n = 5; function tag() { n = 4 } if (${now}) tag\`x\``,
  "a getter": "let n = 5; const o = { get go() { n = 4; return 1 } }; void o.go",
  "a getter of a class":
    "let n = 5; class K { get go() { n = 4; return 1 } } const k = new K(); void k.go",
  "a setter":
    "class K { m = 5; get n() { return this.m } set n(v) { this.m = v - 1 } } const k = new K(); k.n = 5; const n = k.n",
  "a static field": "class K { static n = 5 } K.n = 4; const n = K.n",
  "a static field of a method":
    "class K { static n = 5; static set(v) { this.n = v } } K.set(4); const n = K.n",
  "a static field that may be set": `class K { static n = 5 } if (${now}) K.n = 4; const n = K.n`,
  "an enumeration in two parts": "enum E { A = 4 } enum E { B = 5 } const n = E.A",
  "the name of a member": "enum E { A, B } const n = { A: 5, B: 4 }[E[1]]",
  "a member by its bare name": "const A = 5; enum E { A = 2, B = A * 2 } const n = E.B",
  "a namespace of an enumeration": "enum E { A } namespace E { export const n = 4 } const n = E.n",
  "an index that is counted on":
    "const l = [1, 1, 1]; let i = 0; l[i++] += 1; l[i++] += 1; const n = l[0] + l[1]",
  "an index that the value counts on":
    "const l = [0, 5]; let i = 0; l[i++] = i * 4; const n = l[0]",
};

describe("what may have happened is unknown, or as it was", () => {
  it.each(Object.entries(programs))("%s", async (_, program) => {
    const text = `${program}; export const result = n;`;
    expect(await run(text)).toBe(4);
    expect([4, unknown]).toContain(followed(text));
  });
});

const kept = {
  "what is read under a condition": `const o = { n: 4 }; if (${now}) String(o.n); globalThis.missing?.(1); const n = o.n`,
  "a list that is filled under a condition": `const o = { n: 4 }; if (${now}) { const l = []; l.push(o.n) } const n = o.n`,
  "a number of one of two": `const o = { n: 4 }; const k = ${now} ? o.n : 1; globalThis.k = k; const n = o.n`,
  "what a call that throws had no part in":
    "let n = 3; try { globalThis.missing() } catch {} n += 1;",
  "a loop's counter after a callback's own":
    "queueMicrotask(() => { let i = 0; i++ }); let n = 0; for (let i = 0; i < 4; i++) n++",
  "an accessor that changes nothing":
    "const o = { n: 4, get twice() { return 2 * this.n } }; const n = o.n",
  "types beside an enumeration":
    "enum E { A = 4 } namespace E { export type T = string } const n = E.A",
};

describe("what cannot have changed is known", () => {
  it.each(Object.entries(kept))("%s", async (_, program) => {
    const text = `${program}; export const result = n;`;
    expect(await run(text)).toBe(4);
    expect(followed(text)).toBe(4);
  });
});
