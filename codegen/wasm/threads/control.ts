import { i32, memory, type Node, plain } from "../module.ts";

/**
 * How threads share a run. Its steps come one after the other; a step has parts, which threads take, one
 * at a time, from a counter in memory. Whoever ends the last part of a step begins the next. So nobody
 * waits for a thread that has nothing: one that is late, asleep or not there takes no part, and the thread
 * that calls does what is left alone.
 *
 * All that threads ask is in one word, which they take from by adding 1: a number that changes with each
 * step (12 bits), its parts (10) and those that are taken (10, more than there are where threads ask in vain).
 * Where it has no parts the run has ended, and its owner may begin another: so who says that says nothing more.
 */
export const state = { step: 20, parts: 10, mask: 1023 } as const;
/** Parts of a step at most: with all threads that ask in vain the counter does not overflow. */
export const mostParts = 512;
export const mostThreads = 64;

/** Offsets in bytes from the control block's start; what is written often has a cache line of its own. */
const words = {
  state: 0,
  done: 128,
  step: 256,
  end: 260,
  batch: 264,
  team: 268,
  helpers: 272,
  sleepers: 276,
  closed: 280,
  patient: 284,
} as const;
type Word = keyof typeof words;
/** Bytes that the block takes. */
export const controlSize = 384;

/** Patience of some 75 µs, a little more than what waking takes. */
const usual = 20_000;

/** The block's words, from an address on. */
export class Control {
  /** Turns of a loop without work before a thread sleeps. */
  readonly patience: number;
  readonly #at: number;

  constructor(at: number, patience = usual) {
    this.#at = at;
    this.patience = patience;
  }

  load(word: Word): Node {
    return memory("i32.load", 0, this.#address(word));
  }

  store(word: Word, value: Node): Node {
    return memory("i32.store", 0, this.#address(word), value);
  }

  read(word: Word): Node {
    return memory("i32.atomic.load", 0, this.#address(word));
  }

  write(word: Word, value: Node): Node {
    return memory("i32.atomic.store", 0, this.#address(word), value);
  }

  /** Gives what was there before. */
  add(word: Word, by: number): Node {
    return memory("i32.atomic.rmw.add", 0, this.#address(word), i32(by));
  }

  /** Until it is told, unless the word has changed. */
  sleep(word: Word, seen: Node): Node {
    const forever = plain("i64.extend_i32_s", i32(-1));
    return drop(memory("memory.atomic.wait32", 0, this.#address(word), seen, forever));
  }

  wake(word: Word): Node {
    return drop(memory("memory.atomic.notify", 0, this.#address(word), i32(mostThreads)));
  }

  #address(word: Word): Node {
    return i32(this.#at + words[word]);
  }
}

export const drop = (value: Node): Node => plain("drop", value);
