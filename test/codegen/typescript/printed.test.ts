import { describe, expect, it } from "vitest";
import fc from "fast-check";
import ts from "typescript";
import { bytesInText, printed } from "../../../codegen/typescript/printed.ts";

const source = ts.transpileModule(bytesInText, {
  compilerOptions: { target: ts.ScriptTarget.ES2022 },
});
const bytesIn = new Function(`${source.outputText}; return bytesIn;`)() as (
  text: string,
) => Uint8Array;

describe("printed bytes", () => {
  it("are read by the module as they were", () => {
    const all = Uint8Array.from({ length: 512 }, (_, i) => (i * 37) % 256);
    expect(bytesIn(printed(all))).toEqual(all);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect([...bytesIn(printed(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it("have no character that a string or a page would take for its own", () => {
    const all = printed(Uint8Array.from({ length: 65_536 }, (_, i) => (i % 2 ? i >> 8 : i)));
    expect(all).toMatch(/^[#-~]+$/);
    expect(all).not.toMatch(/["\\<]/);
  });

  it("are a character each where they are common in kernels", () => {
    const prefix = 0xfd;
    expect(printed(Uint8Array.of(prefix, 0, 0x20, 0x41))).toHaveLength(4);
    expect(printed(Uint8Array.of(0x80))).toHaveLength(2);
  });
});
