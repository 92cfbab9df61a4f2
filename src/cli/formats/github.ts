import { codes } from "../../diagnostics.ts";
import { type Format, fullText, shown, summaryLine, type Told } from "../check/report.ts";

/** Commands of GitHub's workflows, which put what is found beside the lines of a pull request. */
export const github: Format = (report) => {
  // paths are of the repository, wherever in it the step is run
  const root = process.env["GITHUB_WORKSPACE"] ?? report.cwd;
  return [...report.findings.map((told) => command(told, root)), summaryLine(report), ""].join(
    "\n",
  );
};

function command(told: Told, root: string): string {
  const { code, severity, at } = told;
  const oneLine = at?.line === at?.endLine; // columns of several lines are refused
  const place = at
    ? [
        `file=${property(shown(at.file, root))}`,
        `line=${at.line}`,
        `endLine=${at.endLine}`,
        ...(oneLine ? [`col=${at.column}`, `endColumn=${at.endColumn}`] : []),
      ]
    : [];
  const properties = [...place, `title=${property(`${code} ${codes[code].name}`)}`].join(",");
  return `::${severity} ${properties}::${data(fullText(told))}`;
}

/** As the runner reads them back. */
const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
