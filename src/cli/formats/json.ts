import { version } from "../../../codegen/version.ts";
import { best } from "../../lint/fix.ts";
import { codes } from "../../diagnostics.ts";
import type { Span } from "../../lint/finding.ts";
import { errorsOf, type Format, shown, warningsOf } from "../check/report.ts";

/** For scripts. Lines and columns count from 1; edits' offsets are UTF-16 units from the file's start. */
export const json: Format = ({ cwd, models, findings, remarks, calls }) => {
  const place = ({ file, line, column, endLine, endColumn }: Span) => ({
    file: shown(file, cwd),
    line,
    column,
    endLine,
    endColumn,
  });
  const told = findings.map(({ code, severity, message, notes, fix, node, at, trail, fixes }) => ({
    code,
    name: codes[code].name,
    severity,
    message,
    notes: notes ?? [],
    fix,
    node,
    ...(at && place(at)),
    trail: trail.map(place),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...edit, file: shown(edit.file, cwd) })),
    })),
  }));
  const summary = {
    models: models.length,
    calls,
    errors: errorsOf(findings).length,
    warnings: warningsOf(findings).length,
    fixable: findings.filter(best).length,
  };
  const named = models.map((model) => ({ ...model, file: shown(model.file, cwd) }));
  const all = { version, findings: told, models: named, remarks, summary };
  return `${JSON.stringify(all, undefined, 2)}\n`;
};
