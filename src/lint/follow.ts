import type { ts } from "ts-morph";
import type { Followed } from "./followed.ts";
import { Follower, type Refused } from "./follower.ts";
import { Interpreter } from "./interpreter/interpreter.ts";
import { Modules, type Sources, type Stand } from "./interpreter/modules.ts";
import { Exhausted, trust } from "./interpreter/values.ts";
import { packageName } from "./library.ts";

/** A file's program, followed without executing it. */
export interface Program {
  readonly models: readonly Followed[];
  /** What is refused outside of any model: a loss, an optimizer, a model's definition. */
  readonly refused: readonly Refused[];
  /** Calls of layers that were followed. */
  readonly reached: ReadonlySet<ts.Node>;
  readonly files: readonly string[];
}

/** Follows a file and all it imports. Throws RangeError where the source is nested beyond all measure. */
export function follow(file: string, sources: Sources, stand: Stand): Program {
  const m = new Interpreter();
  const follower = new Follower(m, (index) => followedOnly(file, sources)[index]);
  const modules = new Modules(sources, m, new Map([[packageName, follower.library()]]), stand);
  try {
    follower.guard(() => void modules.load(file));
    m.explore();
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error;
  } finally {
    trust();
  }
  const { models, refused, reached } = follower;
  return { models, refused, reached, files: modules.files };
}

/**
 * The models of a file once more, for others to build: of a program that nobody looked further into, which
 * may have changed what they are made of.
 */
function followedOnly(file: string, sources: Sources): readonly Followed[] {
  const m = new Interpreter();
  const follower = new Follower(m);
  const modules = new Modules(
    sources,
    m,
    new Map([[packageName, follower.library()]]),
    () => undefined,
  );
  follower.guard(() => void modules.load(file));
  return follower.models;
}
