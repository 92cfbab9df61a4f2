import { type ChildProcess, spawn } from "node:child_process";

export interface Started {
  /** Where it writes what it does. */
  readonly log?: string;
  /** Options of Node. */
  readonly node?: readonly string[];
}

/** TypeScript's server as an editor talks to it: a request a line, answers behind a Content-Length. */
export class Server {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #heard: ((event: string) => void)[] = [];
  #count = 0;
  #rest = Buffer.alloc(0);

  constructor(tsserver: string, cwd: string, { log, node = [] }: Started) {
    const logging = log === undefined ? [] : ["--logVerbosity", "normal", "--logFile", log];
    const given = [...node, tsserver, "--disableAutomaticTypingAcquisition", ...logging];
    this.#child = spawn(process.execPath, given, { cwd, stdio: ["pipe", "pipe", "inherit"] });
    this.#child.stdout?.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  /** A request without an answer. */
  tell(command: string, args: object): void {
    this.#send(command, args);
  }

  /** The body of the answer. */
  async ask<T>(command: string, args: object): Promise<T | undefined> {
    const seq = this.#send(command, args);
    const answer = await new Promise<Answer>((resolve) => this.#waiting.set(seq, resolve));
    if (!answer.success && answer.message !== "No content available.")
      throw new Error(`${command}: ${answer.message}`);
    return answer.body as T | undefined; // what the protocol says
  }

  event(name: string): Promise<void> {
    return new Promise((resolve) => this.#heard.push((event) => event === name && resolve()));
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill();
    await gone;
  }

  #send(command: string, args: object): number {
    const seq = ++this.#count;
    const request = { seq, type: "request", command, arguments: args };
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    return seq;
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.#rest.toString("latin1", 0, 64));
      if (!head) return;
      const [start, end] = [head[0].length, head[0].length + Number(head[1])];
      if (this.#rest.length < end) return;
      const message = JSON.parse(this.#rest.toString("utf8", start, end)) as Message; // the protocol's
      this.#rest = this.#rest.subarray(end);
      if (message.type === "response") this.#waiting.get(message.request_seq)?.(message);
      else for (const hear of this.#heard) hear(message.event);
    }
  }
}

interface Answer {
  readonly type: "response";
  readonly request_seq: number;
  readonly success: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

type Message = Answer | { readonly type: "event"; readonly event: string };
