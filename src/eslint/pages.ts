import { existsSync } from "node:fs";

/** The package's folder: two levels up in the sources, three in what is built of them. */
const root =
  ["../../", "../../../"]
    .map((up) => new URL(up, import.meta.url))
    .find((url) => existsSync(new URL("package.json", url))) ?? new URL("../../", import.meta.url);

/** The page about a code, as it was installed: it is of the version that tells of it. */
export const pageOf = (name: string): string => new URL(`docs/diagnostics/${name}.md`, root).href;
