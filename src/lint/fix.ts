import type { Edit, Finding, Fix } from "./finding.ts";
import type { Host } from "./host.ts";
import { createLinter } from "./lint.ts";
import type { Settings } from "./settings.ts";

/** What tells one finding from another: its code, how loud it is, and where it starts. */
export type Told = Pick<Finding, "code" | "severity"> & {
  readonly at: Pick<Finding["at"], "file" | "start">;
};

/** So many ways out are enough, and so many are tried. */
const enough = 3;
const patience = 16;

/**
 * The candidates that help: with their edits made, `finding` is gone and no error stands where none stood
 * before. `attempt` gives the findings with edits made, `before` are those without.
 */
export function verified(
  finding: Told,
  candidates: readonly Fix[],
  attempt: (edits: readonly Edit[]) => readonly Told[],
  before: readonly Told[],
): readonly Fix[] {
  const good: Fix[] = [];
  for (const fix of distinct(candidates).slice(0, patience)) {
    if (good.length === enough) break;
    if (fix.edits.length > 0 && !overlapping(fix.edits) && helps(fix.edits)) good.push(fix);
  }
  return good;

  function helps(edits: readonly Edit[]): boolean {
    const after = attempt(edits);
    const left = (told: Told) => after.filter((one) => moved(told, edits).includes(key(one)));
    const stood = before.filter((one) => key(one) === key(finding));
    if (left(finding).length >= Math.max(1, stood.length)) return false;
    const open = before.map((old) => moved(old, edits));
    return after
      .filter(({ severity }) => severity === "error")
      .every((told) => {
        const known = open.findIndex((keys) => keys.includes(key(told)));
        if (known >= 0) open.splice(known, 1);
        return known >= 0;
      });
  }
}

const key = ({ code, at }: Told): string => `${code} ${at.file}:${at.start}`;

/** The fix that is made without asking, if there is one. */
export const best = ({ fixes }: Pick<Finding, "fixes">): Fix | undefined =>
  fixes.find(({ bold }) => !bold);

/** What tells it once edits are made; what is put in right at its place may stand on either side of it. */
function moved({ at, ...told }: Told, edits: readonly Edit[]): readonly string[] {
  const shifted = (counts: (edit: Edit) => boolean) =>
    edits
      .filter((edit) => edit.file === at.file && edit.end <= at.start && counts(edit))
      .reduce((sum, { start, end, text }) => sum + text.length - (end - start), at.start);
  const starts = [shifted(() => true), shifted(({ start }) => start < at.start)];
  return starts.map((start) => key({ ...told, at: { ...at, start } }));
}

function distinct(fixes: readonly Fix[]): readonly Fix[] {
  const seen = new Set<string>();
  return fixes.filter(({ edits }) => {
    const text = JSON.stringify(edits);
    return !seen.has(text) && seen.add(text);
  });
}

/** The same host, with other texts in some of its files. */
export const overlaid = (host: Host, texts: ReadonlyMap<string, string>): Host => ({
  ...host,
  read: (file) => texts.get(file) ?? host.read(file),
});

/** A text with edits made that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let done = 0;
  const parts = ordered.map((edit) => {
    const kept = text.slice(done, edit.start);
    done = edit.end;
    return kept + edit.text;
  });
  return parts.join("") + text.slice(done);
}

/** Every file that edits touch, with its new text; in the line ends that it has. */
export function editedFiles(
  edits: readonly Edit[],
  read: Host["read"],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const text = read(file);
    if (text === undefined) continue;
    const end = text.includes("\r\n") ? "\r\n" : "\n";
    const fitting = edits
      .filter((edit) => edit.file === file)
      .map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, end) }));
    texts.set(file, edited(text, fitting));
  }
  return texts;
}

/** Rounds of fixing: a fix may bring to light what stood behind it. */
const rounds = 20;

/** A fix that was made, and where it begins in the text as it was then. */
export interface Made {
  readonly title: string;
  readonly file: string;
  readonly line: number;
}

/** What fixing comes to. */
export interface Fixed {
  /** The new texts of the files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** In the order in which they were made. */
  readonly made: readonly Made[];
}

/**
 * The best fix of each finding is made, again and again until there is none. Fixes that overlap wait for the next
 * round.
 */
export function applyFixes(files: readonly string[], host: Host, settings: Settings): Fixed {
  const texts = new Map<string, string>();
  const made: Made[] = [];
  const now = overlaid(host, texts);
  const linter = createLinter(now);
  const findings = () => files.flatMap((file) => linter.lint(file, settings).findings);
  const seen = new Set<string>();
  let told = findings();
  for (let round = 0; round < rounds; round++) {
    const first = told.flatMap((one) => best(one) ?? []);
    const all = compatible(first);
    let taken = make(all);
    if (taken && all.length > 1 && errors(taken.told) > errors(told)) {
      taken.undo(); // each was tried alone: together they may be too much
      taken = make(all.slice(0, 1));
    }
    if (!taken) break;
    told = taken.told;
    made.push(...taken.made);
  }
  return { texts, made };

  /** Makes fixes and looks again; undefined where nothing changes, or all is as it was before. */
  function make(fixes: readonly Fix[]) {
    const changed = editedFiles(
      fixes.flatMap(({ edits }) => edits),
      now.read,
    );
    const old = new Map(texts);
    const made = fixes.map((fix) => placed(fix, now.read));
    for (const [file, text] of changed) texts.set(file, text);
    const undo = () => {
      texts.clear();
      for (const [file, text] of old) texts.set(file, text);
    };
    const state = JSON.stringify([...texts].sort());
    if (changed.size === 0 || seen.has(state)) {
      undo();
      return undefined;
    }
    seen.add(state);
    return { told: findings(), made, undo };
  }
}

function placed({ title, edits }: Fix, read: Host["read"]): Made {
  const { file, start } = edits.reduce((a, b) => (b.start < a.start ? b : a));
  const before = read(file)?.slice(0, start) ?? "";
  return { title, file, line: before.split("\n").length };
}

const errors = (told: readonly Told[]): number =>
  told.filter(({ severity }) => severity === "error").length;

/** The first of every two that touch the same text. */
function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Fix[] = [];
  for (const fix of distinct(fixes)) {
    const edits = [...taken, fix].flatMap(({ edits }) => edits);
    if (!overlapping(edits)) taken.push(fix);
  }
  return taken;
}

/** Whether two edits touch the same text; two that insert at one place do. */
function overlapping(edits: readonly Edit[]): boolean {
  const ordered = [...edits].sort(
    (a, b) => a.file.localeCompare(b.file) || a.start - b.start || a.end - b.end,
  );
  return ordered.some((edit, i) => {
    const before = ordered[i - 1];
    if (!before || before.file !== edit.file) return false;
    return edit.start < before.end || (edit.start === before.start && edit.end === before.end);
  });
}
