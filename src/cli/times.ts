/** Where the time went, on stderr, when --verbose asks for it. */
export class Times {
  readonly #on: boolean;
  readonly #rows: { readonly name: string; readonly milliseconds: number }[] = [];

  constructor(on: boolean) {
    this.#on = on;
  }

  note(name: string, milliseconds: number): void {
    this.#rows.push({ name, milliseconds });
  }

  async measure<T>(name: string, act: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const made = await act();
    this.note(name, performance.now() - start);
    return made;
  }

  print(): void {
    if (!this.#on || this.#rows.length === 0) return;
    const total = this.#rows.reduce((sum, row) => sum + row.milliseconds, 0);
    const rows = [...this.#rows, { name: "total", milliseconds: total }];
    const width = Math.max(...rows.map(({ name }) => name.length));
    for (const { name, milliseconds } of rows)
      process.stderr.write(`${name.padEnd(width)}  ${milliseconds.toFixed(1).padStart(9)} ms\n`);
  }
}
