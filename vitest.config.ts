import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^kernelsmith$/, replacement: at("./src/index.ts") },
      { find: /^kernelsmith\/compiler$/, replacement: at("./codegen/index.ts") },
      { find: /^kernelsmith\/shapes$/, replacement: at("./src/shapes/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    maxWorkers: "100%", // vitest itself keeps a core to itself: half of a machine that has two
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
