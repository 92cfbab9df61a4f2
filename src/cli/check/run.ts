import { basename, dirname, resolve } from "node:path";
import picocolors from "picocolors";
import type { Preset } from "../../config.ts";
import { wantsColor } from "../color.ts";
import { github } from "../formats/github.ts";
import { json } from "../formats/json.ts";
import { pretty } from "../formats/pretty.ts";
import { sarif } from "../formats/sarif.ts";
import { Times } from "../times.ts";
import { writeAll } from "../write.ts";
import { reportOf } from "./assemble.ts";
import { type Checked, Checker, toldOfFile } from "./checker.ts";
import { loadConfig, type LoadedConfig } from "./config.ts";
import { chosenBy, chosenByDefault, type Choice } from "./files.ts";
import { errorsOf, type Report, shown, summaryLine, warningsOf } from "./report.ts";
import { annotateAll, annotated, fixAll } from "./rewrite.ts";
import { watch } from "./watch.ts";

export interface CheckOptions {
  readonly format: "pretty" | "json" | "sarif" | "github";
  readonly output?: string;
  readonly fix?: boolean;
  readonly annotate?: "print" | "write";
  readonly maxWarnings?: number;
  readonly execute?: boolean;
  readonly watch?: boolean;
  readonly preset?: Preset;
  readonly strict?: boolean;
  readonly config?: string;
  readonly verbose?: boolean;
}

/** Checks once, or again and again; the exit code says whether anything is wrong. */
export async function runCheck(args: readonly string[], options: CheckOptions): Promise<void> {
  const cwd = process.cwd();
  const times = new Times(options.verbose === true);
  const preset = options.strict ? "strict" : options.preset;
  const configured = () => loadConfig(cwd, options.config, preset);
  const choose = (config: LoadedConfig) =>
    args.length > 0 ? chosenBy(args, cwd) : chosenByDefault(config, cwd);
  const checker = ({ settings }: LoadedConfig) =>
    new Checker(cwd, settings, options.execute === true);
  const tell = (checked: readonly Checked[], choice: Choice, remarks?: readonly string[]) =>
    told(reportOf(cwd, checked, choice.missing.map(toldOfFile), remarks), options);

  if (options.watch) return watch({ configured, choose, checker, tell });

  const config = await times.measure("configuration", configured);
  const choice = await times.measure("files", () => choose(config));
  const remarks = await times.measure("fix", () =>
    rewritten(choice, checker(config), config, options),
  );
  const one = checker(config);
  const checked: Checked[] = [];
  for (const chosen of choice.files)
    checked.push(await times.measure(`check ${shown(chosen.file, cwd)}`, () => one.check(chosen)));
  const report = await tell(checked, choice, remarks);
  times.print();
  if (isBad(report, options)) process.exitCode = 1;
}

/** Makes of the files what is asked for; what was done, for the report. */
async function rewritten(
  { files }: Choice,
  { host }: Checker,
  { settings }: LoadedConfig,
  { fix, annotate }: CheckOptions,
): Promise<readonly string[]> {
  const cwd = process.cwd();
  const names = files.map(({ file }) => file);
  const remarks: string[] = [];
  if (fix) remarks.push(...(await fixAll(names, host, settings, cwd)));
  if (annotate === "write") remarks.push(...(await annotateAll(names, host, settings, cwd)));
  else if (annotate) {
    const shapes = annotated(names, host, settings);
    for (const file of names) {
      if (names.length > 1) process.stdout.write(`// ${shown(file, cwd)}\n`);
      process.stdout.write(shapes.get(file) ?? host.read(file) ?? "");
    }
  }
  return remarks;
}

/** Prints or writes the report. */
async function told(report: Report, { format, output, annotate }: CheckOptions): Promise<Report> {
  const stream = annotate === "print" ? process.stderr : process.stdout;
  const plain = output !== undefined || !wantsColor(stream);
  const formats = {
    pretty: (report: Report) => pretty(report, picocolors.createColors(!plain)),
    json,
    sarif,
    github,
  };
  const text = formats[format](report);
  if (output === undefined) stream.write(text);
  else {
    const file = resolve(output);
    await writeAll(dirname(file), [{ name: basename(file), text }]);
    console.log(`${summaryLine(report)}; written to ${output}`);
  }
  return report;
}

function isBad({ findings }: Report, { maxWarnings = Infinity }: CheckOptions): boolean {
  const warnings = warningsOf(findings).length;
  if (warnings > maxWarnings)
    process.stderr.write(`${warnings} warnings are more than --max-warnings ${maxWarnings}\n`);
  return errorsOf(findings).length > 0 || warnings > maxWarnings;
}
