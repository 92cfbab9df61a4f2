import { type Code, codes, type Diagnostic } from "../diagnostics.ts";
import { readOptions } from "../graph/layers/options.ts";
import { generated } from "./call-sites/index.ts";
import { countCalls } from "./calls.ts";
import { causes } from "./cause.ts";
import { directivesOf } from "./directives.ts";
import type { Edit, Finding, Fix, Span } from "./finding.ts";
import { editedFiles, overlaid, verified } from "./fix.ts";
import { follow, type Program } from "./follow.ts";
import type { CallSite, Followed, LayerCall } from "./followed.ts";
import type { Host } from "./host.ts";
import { Sources } from "./interpreter/modules.ts";
import { strangers } from "./imports.ts";
import { mend, mendModel } from "./mend/index.ts";
import { Net } from "./net.ts";
import { rules } from "./rules/index.ts";
import type { Report, Rule } from "./rules/rule.ts";
import type { Settings } from "./settings.ts";
import { siteSpan, spanOf } from "./span.ts";
import { syntaxError } from "./syntax.ts";
import type { Told } from "./told.ts";

export interface Linted {
  readonly file: string;
  /** In the order of the source. */
  readonly findings: readonly Finding[];
  /** Calls of layers in the file: how many there are, and how many were followed with known values. */
  readonly calls: { readonly all: number; readonly followed: number };
  /** Those that the file defines, or has defined by functions that it calls. */
  readonly models: readonly Followed[];
  /** Every file that was read, this one included. */
  readonly files: readonly string[];
}

/** Remembers what it parsed, by a file's text. */
export interface Linter {
  readonly lint: (file: string, settings: Settings) => Linted;
}

/** Fixes are tried for so many milliseconds: an editor waits. */
const patience = 2000;

export function createLinter(host: Host): Linter {
  const sources = new Sources(host);
  return {
    lint(file, settings) {
      const until = performance.now() + patience;
      const { drafts, ...linted } = look(file, sources, settings);
      const attempt = (edits: readonly Edit[]) => {
        if (performance.now() > until) return drafts; // not known to help
        const texts = editedFiles(edits, host.read);
        const after = look(file, new Sources(overlaid(host, texts), sources), settings);
        return missed(after) > missed(linted) ? drafts : after.drafts; // silence is no cure
      };
      const findings = drafts.map(({ candidates, ...finding }): Finding => {
        const fixes = performance.now() > until ? [] : (candidates?.() ?? []);
        return { ...finding, fixes: verified(finding, fixes, attempt, drafts) };
      });
      return { ...linted, findings };
    },
  };
}

/** Calls that could not be followed. */
const missed = ({ calls }: Pick<Linted, "calls">): number => calls.all - calls.followed;

/** A finding whose fixes are yet to be tried. */
interface Draft extends Omit<Finding, "fixes"> {
  readonly candidates?: () => readonly Fix[];
}

interface Looked extends Omit<Linted, "findings"> {
  readonly drafts: readonly Draft[];
}

const nothing = (file: string): Looked => ({
  file,
  drafts: [],
  calls: { all: 0, followed: 0 },
  models: [],
  files: [file],
});

function look(file: string, sources: Sources, settings: Settings): Looked {
  try {
    const source = sources.parse(file);
    if (!source) return nothing(file);
    const fault = syntaxError(source);
    if (fault) return { ...nothing(file), drafts: [fault] };
    const reports: Told[] = [];
    const program = follow(file, sources, (source, m) =>
      generated(source, m, (told) => reports.push(told)),
    );
    const told = [
      ...strangers(source),
      ...refusals(program),
      ...reports,
      ...smells(program, settings),
    ];
    const directives = directivesOf(source);
    const drafts = distinct(told.flatMap((one) => draft(one, settings)))
      .filter(({ at, trail }) => at.file === file || trail.some((span) => span.file === file))
      .filter(({ code, at }) => !directives.silence(code, at))
      .concat(directives.findings)
      .sort((a, b) => a.at.start - b.at.start);
    const calls = countCalls(source, program.reached);
    const models = program.models.filter((model) =>
      [model, ...model.trail].some((site) => site.file.fileName === file),
    );
    return { file, drafts, calls, models, files: [...new Set([file, ...program.files])] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return nothing(file); // nested deeper than the stack
  }
}

/** What the compiler refuses, with how its sizes came about. */
function* refusals({ models, refused }: Program): Iterable<Told> {
  for (const { diagnostic, trail, ...site } of refused)
    yield {
      site,
      trail,
      diagnostic,
      candidates: () => mendModel({ ...site, diagnostic }),
      severity: "error",
    };
  for (const model of models) {
    for (const call of model.calls) {
      if (!call.refused) continue;
      const { refused } = call;
      const notes = [...(refused.notes ?? []), ...causes(call, model)];
      yield {
        site: call,
        trail: wayTo(call, model),
        diagnostic: { ...refused, notes },
        candidates: () => mend(call, model),
        severity: "error",
      };
    }
    for (const one of model.refused)
      yield {
        site: one,
        trail: model.trail,
        diagnostic: one.diagnostic,
        candidates: () => mendModel(one, model),
        severity: "error",
      };
  }
}

/** The calls on the way to a layer's: the model's own, where a block of another file was handed to it. */
const wayTo = ({ trail, file }: LayerCall, model: Followed): readonly CallSite[] =>
  trail.length > 0 || file === model.file ? trail : [model];

/** What the rules say of models that were followed. */
function* smells({ models }: Program, settings: Settings): Iterable<Told> {
  for (const model of models) {
    const net = new Net(model, settings.compile);
    for (const rule of rules) {
      const level = settings.levels.get(rule.code) ?? "off";
      if (level === "off" || (rule.whole && !net.whole)) continue;
      for (const report of checked(rule, net, settings)) {
        const { at, message, notes = [], fix, fixes = [] } = report;
        const layer = "layer" in at ? at : undefined;
        yield {
          site: at,
          trail: layer?.trail ?? model.trail,
          diagnostic: {
            code: rule.code,
            message,
            notes,
            ...(fix ? { fix } : undefined),
            ...(layer ? { node: layer.name } : undefined),
          },
          candidates: () => fixes,
          severity: level,
        };
      }
    }
  }
}

function checked(rule: Rule, net: Net, settings: Settings): Iterable<Report> {
  const { name } = codes[rule.code];
  return rule.check(net, readOptions(name, settings.options.get(rule.code) ?? {}, rule.options));
}

function draft(
  { site, at, trail, diagnostic, severity, candidates }: Told,
  settings: Settings,
): Draft[] {
  const { at: _, ...said } = diagnostic as Diagnostic; // the site is the better place
  const level = settings.levels.get(said.code) ?? severity;
  if (level === "off") return [];
  const spans: Span[] = trail.map(siteSpan);
  return [
    {
      ...said,
      severity: level,
      at: at ? spanOf(site.file, at.getStart(site.file), at.end) : siteSpan(site),
      trail: spans,
      ...(candidates ? { candidates } : undefined),
    },
  ];
}

/** A block that is called often is told of once: the first time, and how many more there are. */
function distinct(drafts: readonly Draft[]): readonly Draft[] {
  const groups = new Map<string, Draft[]>();
  for (const one of drafts) {
    const key = `${one.code as Code} ${one.at.file}:${one.at.start}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    const others = new Set(more.flatMap(({ node }) => node ?? [])).size;
    const note = `and ${more.length} more ${more.length === 1 ? "time" : "times"} that this line is run`;
    return others > 0 ? { ...first, notes: [...(first.notes ?? []), note] } : first;
  });
}
