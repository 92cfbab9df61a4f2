import { invariant, refuse } from "../../src/diagnostics.ts";
import { thousands } from "../../src/report/table.ts";
import { Bytes } from "./bytes.ts";
import { code } from "./code.ts";
import { typeCodes } from "./instructions.ts";
import type { Func, Module } from "./module.ts";

/** Pages of 64 KiB in the 4 GiB that an address reaches. */
const mostPages = 2 ** 16;

/** The module in the binary format: the same bytes for the same tree, nothing added, nothing left out. */
export function encode({ memory, functions, exports }: Module): Uint8Array<ArrayBuffer> {
  const { pages, shared } = memory;
  if (pages > mostPages)
    refuse("KS209", `the net needs ${thousands(Math.ceil(pages / 16))} MiB of memory`, {
      notes: ["that is for maxBatch samples at once; WebAssembly addresses 4,096 MiB"],
      fix: "A smaller maxBatch needs less: all but the parameters grow with it.",
    });
  const callees = new Map(functions.map((func, index) => [func.name, { func, index }]));
  invariant(callees.size === functions.length, "two functions have one name");
  const callee = (name: string) => {
    const found = callees.get(name);
    invariant(found, `there is no function ${name}`);
    return found;
  };
  const types = new Map(functions.map((func) => [signature(func), func]));
  const typeIndices = new Map([...types.keys()].map((key, i) => [key, i]));
  const exported = [
    ...(shared ? [] : [{ name: "memory", kind: 2, index: 0 }]),
    ...exports.map((name) => ({ name, kind: 0, index: callee(name).index })),
  ];
  invariant(
    new Set(exported.map(({ name }) => name)).size === exported.length,
    "two exports have one name",
  );

  const out = new Bytes();
  const section = <Entry>(id: number, entries: readonly Entry[], write: (entry: Entry) => void) => {
    if (entries.length === 0) return;
    out.byte(id);
    out.sized(() => {
      out.unsigned(entries.length);
      entries.forEach(write);
    });
  };
  /** The first size is the last: growth would take the buffer from under the arena's views. */
  const limits = () => {
    out.byte(shared ? 3 : 1);
    out.unsigned(pages);
    out.unsigned(pages);
  };

  out.bytes([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]); // "\0asm", version 1
  section(1, [...types.values()], ({ params, result }) => {
    out.byte(0x60);
    out.unsigned(params.length);
    for (const { type } of params) out.byte(typeCodes[type]);
    out.bytes(result ? [1, typeCodes[result]] : [0]);
  });
  section(2, shared ? ["memory"] : [], (name) => {
    out.text("env");
    out.text(name);
    out.byte(2);
    limits();
  });
  section(3, functions, (func) => out.unsigned(typeIndices.get(signature(func)) ?? NaN));
  section(5, shared ? [] : ["memory"], limits);
  section(7, exported, ({ name, kind, index }) => {
    out.text(name);
    out.byte(kind);
    out.unsigned(index);
  });
  section(10, functions, (func) => code(func, callee, out));
  return out.finish();
}

const signature = ({ params, result }: Func): string =>
  [...params.map(({ type }) => type), "to", result].join(" ");
