import { readFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { neat } from "../../../codegen/typescript/neat.ts";

describe("neat", () => {
  it.each(["digits", "lenet", "resnet"])(
    "%s reads as if Prettier had formatted it all",
    async (name) => {
      const file = new URL(`../../../generated/${name}.ts`, import.meta.url);
      const text = readFileSync(file, "utf8");
      expect(await format(text, { parser: "babel-ts", printWidth: 100 })).toBe(text);
    },
  );

  it("wraps a head that is too long, and leaves operators to Prettier", async () => {
    const places = Array.from({ length: 9 }, (_, k) => `place${k}At: number`);
    const kernel = `/** k */\nfunction k(m: Float32Array, ${places.join(", ")}): void {\nfor (let i = 0; i < 4; i++) {\nm[i] = m[i] * 2 / 3;\n}\n}`;
    const text = await neat([kernel]);
    expect(text).toBe((await format(kernel, { parser: "babel-ts", printWidth: 100 })).trim());
    expect(text).toContain("(m[i] * 2) / 3");
  });
});
