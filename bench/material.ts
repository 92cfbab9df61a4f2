import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Net } from "./net.ts";
import type { Material } from "./subject.ts";
import { unpacked } from "./values.ts";

/** What files.ts has left in a folder. */
export function materialOf(net: Net, folder: string): Material {
  const path = (file: string) => join(folder, file);
  return {
    net,
    path,
    async parameters() {
      const { buffer, byteOffset, byteLength } = await readFile(path("folded.bin"));
      return unpacked(net, "folded", new Float32Array(buffer, byteOffset, byteLength / 4));
    },
  };
}
