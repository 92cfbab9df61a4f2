/** One step of the road, done. */
export interface Stage {
  readonly name: string;
  readonly milliseconds: number;
}

/** Runs stages one after the other and keeps what each took. */
export class Stages {
  readonly done: Stage[] = [];
  readonly #told: ((name: string, milliseconds: number) => void) | undefined;

  constructor(told?: (name: string, milliseconds: number) => void) {
    this.#told = told;
  }

  run<T>(name: string, act: () => T): T {
    const start = performance.now();
    const made = act();
    this.#end(name, start);
    return made;
  }

  async runLater<T>(name: string, act: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const made = await act();
    this.#end(name, start);
    return made;
  }

  #end(name: string, start: number): void {
    const milliseconds = performance.now() - start;
    this.done.push({ name, milliseconds });
    this.#told?.(name, milliseconds);
  }
}
