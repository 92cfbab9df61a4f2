import type ts from "typescript";
import type { Server } from "./server.ts";

export type Info = ts.server.protocol.QuickInfoResponseBody;
export type Diagnostic = ts.server.protocol.Diagnostic;
type Action = ts.server.protocol.CodeFixAction;
type Changes = ts.server.protocol.FileCodeEdits;
type Hint = ts.server.protocol.InlayHintItem;
type Place = ts.server.protocol.Location;

/** One open file, as a text that need not be the file's. */
export class Editor {
  readonly file: string;
  readonly #server: Server;
  text: string;

  constructor(server: Server, file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#server = server;
    server.tell("close", { file });
    server.tell("open", { file, fileContent: text });
  }

  close(): void {
    this.#server.tell("close", { file: this.file });
  }

  /** Types over what is there. */
  type(from: string, to: string): void {
    const start = this.text.indexOf(from);
    this.#replace(start, start + from.length, to);
  }

  apply(changes: readonly Changes[]): void {
    const own = changes.filter(({ fileName }) => fileName === this.file);
    for (const { start, end, newText } of own.flatMap(({ textChanges }) => textChanges).reverse())
      this.#replace(this.#offset(start), this.#offset(end), newText);
  }

  async diagnostics(): Promise<readonly Diagnostic[]> {
    const given = { file: this.file };
    return (await this.#server.ask<Diagnostic[]>("semanticDiagnosticsSync", given)) ?? [];
  }

  /** What is shown where a text first stands. */
  async hover(text: string): Promise<Info | undefined> {
    const { line, offset } = this.#place(this.text.indexOf(text, this.text.indexOf("outputs")) + 1);
    return this.#server.ask<Info>("quickinfo", { file: this.file, line, offset });
  }

  async hints(): Promise<readonly Hint[]> {
    const given = { file: this.file, start: 0, length: this.text.length };
    return (await this.#server.ask<Hint[]>("provideInlayHints", given)) ?? [];
  }

  async fixes({ start, end, code = 0 }: Diagnostic): Promise<readonly Action[]> {
    const from = { startLine: start.line, startOffset: start.offset };
    const to = { endLine: end.line, endOffset: end.offset };
    const given = { file: this.file, ...from, ...to, errorCodes: [code] };
    return (await this.#server.ask<Action[]>("getCodeFixes", given)) ?? [];
  }

  #replace(start: number, end: number, insertString: string): void {
    const [{ line, offset }, to] = [this.#place(start), this.#place(end)];
    const where = { file: this.file, line, offset, endLine: to.line, endOffset: to.offset };
    this.#server.tell("change", { ...where, insertString });
    this.text = this.text.slice(0, start) + insertString + this.text.slice(end);
  }

  #place(offset: number): Place {
    const lines = this.text.slice(0, offset).split("\n");
    return { line: lines.length, offset: (lines.at(-1)?.length ?? 0) + 1 };
  }

  #offset({ line, offset }: Place): number {
    const before = this.text.split("\n").slice(0, line - 1);
    return before.reduce((sum, { length }) => sum + length + 1, 0) + offset - 1;
  }
}
