import { spawnSync } from "node:child_process";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

/** Lines of a shell, and the folder they are typed in. */
export interface Session {
  readonly folder: string;
  readonly lines: readonly string[];
}

/** How the last line ended; the others must do. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

const cli = pathToFileURL(join(import.meta.dirname, "../src/cli/main.ts"));

/** `npx kernelsmith …` within this process, since to start one takes as long as to compile a net. */
async function kernelsmith(args: readonly string[], time: number): Promise<Ended> {
  const said: string[] = [];
  const { stdout, stderr, argv } = process;
  const before = [stdout.write, stderr.write] as const;
  const keep = (chunk: string | Uint8Array): boolean => said.push(`${chunk}`) > 0;
  process.argv = [...argv.slice(0, 2), ...args];
  process.exitCode = 0;
  stdout.write = stderr.write = keep;
  try {
    await import(`${cli.href}?${time}`);
  } finally {
    [stdout.write, stderr.write] = before;
  }
  return { code: Number(process.exitCode), said: said.join("") };
}

function node(args: readonly string[]): Ended {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  // what an app does not catch comes with its stack
  return { code: status ?? -1, said: /^Error: .*$/m.exec(stderr)?.[0] ?? stdout };
}

process.stdout.setMaxListeners(0);
const sessions = JSON.parse(await text(process.stdin)) as readonly Session[]; // as messages.ts writes them
const ended: Ended[] = [];
let time = 0;
for (const { folder, lines } of sessions) {
  process.chdir(folder);
  let last: Ended = { code: 0, said: "" };
  for (const line of lines) {
    if (last.code !== 0) throw new Error(`${lines.join("\n")}: ${last.said}`);
    const [program, ...args] = line.split(" ");
    last = program === "npx" ? await kernelsmith(args.slice(1), time++) : node(args);
  }
  ended.push({ ...last, said: last.said.replaceAll(`${folder}/`, "").trimEnd() });
}
process.exitCode = 0;
process.stdout.write(JSON.stringify(ended));
