import { pathToFileURL } from "node:url";
import type { Location, Log, Region, ReportingDescriptor, Result } from "sarif";
import { version } from "../../../codegen/version.ts";
import { type Code, codes } from "../../diagnostics.ts";
import type { Edit, Fix, Span } from "../../lint/finding.ts";
import { rules } from "../../lint/rules/index.ts";
import { type Format, fullText, shown, type Told } from "../check/report.ts";

/** SARIF 2.1.0 (OASIS, 2020): what code scanning and editors read. */
export const sarif: Format = ({ cwd, findings }) => {
  const told = (Object.keys(codes) as Code[]).filter(isOfLinter); // its keys
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "kernelsmith", version, rules: told.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(cwd).href}/` } },
        results: findings.map((finding) => result(finding, told, cwd)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

const base = "WORKINGDIRECTORY";

/** All that a check can tell. What is said of weights, data and command lines is no result of one. */
const isOfLinter = (code: Code): boolean => !/^KS50[4-7]$/.test(code);

function descriptor(code: Code): ReportingDescriptor {
  const { name, title } = codes[code];
  const rule = rules.find((rule) => rule.code === code);
  const level = rule?.recommended ?? "error";
  return {
    id: code,
    name,
    shortDescription: { text: title },
    ...(rule && {
      fullDescription: { text: rule.what },
      help: {
        text: `${rule.what}\n\n${rule.why}`,
        markdown: `${rule.what}\n\n${rule.why}\n\nReported:\n\n${typescript(rule.bad)}\n\nRight:\n\n${typescript(rule.good)}`,
      },
    }),
    defaultConfiguration: level === "off" ? { enabled: false } : { level },
  };
}

const typescript = (text: string): string => `\`\`\`ts\n${text.trim()}\n\`\`\``;

function result(finding: Told, told: readonly Code[], cwd: string): Result {
  const { code, severity, at, trail, fixes } = finding;
  return {
    ruleId: code,
    ruleIndex: told.indexOf(code),
    level: severity,
    message: { text: fullText(finding) },
    ...(at && { locations: [location(at, cwd)] }),
    ...(trail.length > 0 && {
      relatedLocations: trail.map((span, id) => ({
        id,
        ...location(span, cwd),
        message: { text: "called from here" },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => sarifFix(fix, cwd)) }),
  };
}

const location = (at: Span, cwd: string): Location => ({
  physicalLocation: { artifactLocation: artifact(at.file, cwd), region: region(at) },
});

const region = ({ line, column, endLine, endColumn, start, end }: Span): Region => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
  charOffset: start,
  charLength: end - start,
});

function artifact(file: string, cwd: string) {
  const path = shown(file, cwd);
  if (path === file) return { uri: pathToFileURL(file).href };
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: base };
}

/** One change a file. */
function sarifFix({ title, edits }: Fix, cwd: string): NonNullable<Result["fixes"]>[number] {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file, cwd),
      replacements: edits.filter((edit) => edit.file === file).map(replacement),
    })),
  };
}

const replacement = ({ start, end, text }: Edit) => ({
  deletedRegion: { charOffset: start, charLength: end - start },
  ...(text !== "" && { insertedContent: { text } }),
});
