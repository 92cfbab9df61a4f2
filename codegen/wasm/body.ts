import { invariant } from "../../src/diagnostics.ts";
import type { Bytes } from "./bytes.ts";
import {
  type Immediate,
  type Instruction,
  type Operation,
  operations,
  typeCodes,
} from "./instructions.ts";
import type { Func, Node } from "./module.ts";

/** What the names in a body stand for. */
export interface Names {
  readonly local: (name: string) => number;
  readonly callee: (name: string) => { readonly func: Func; readonly index: number };
}

const end = 0x0b;
/** The type of a block without a result. */
const nothing = 0x40;

/** Trees as instructions in postfix: operands, opcode, immediates. */
export function body(nodes: readonly Node[], names: Names, out: Bytes): void {
  /** Of the blocks around, the innermost last; an `if` is one that has no name. */
  const labels: (string | undefined)[] = [];

  const writeAll = (nodes: readonly Node[]) => {
    for (const node of nodes) write(node);
  };
  const inside = (label: string | undefined, nodes: readonly Node[]) => {
    labels.push(label);
    writeAll(nodes);
    labels.pop();
  };
  const code = (name: Operation, args: readonly Node[]): Immediate => {
    const { opcode, operands, immediate }: Instruction = operations[name];
    invariant(args.length === operands.length, `${name} with ${args.length} operands`);
    writeAll(args);
    out.bytes(opcode);
    return immediate;
  };
  const lane = (name: Operation, lane: number, lanes: number) => {
    invariant(Number.isInteger(lane) && lane >= 0 && lane < lanes, `${name} of lane ${lane}`);
    out.byte(lane);
  };
  const vector = (bytes: readonly number[], below: number) => {
    const whole = bytes.every((b) => Number.isInteger(b) && b >= 0 && b < below);
    invariant(bytes.length === 16 && whole, `a vector that is not 16 bytes below ${below}`);
    out.bytes(bytes);
  };

  const rules: { readonly [Op in Node["op"]]: (node: Node & { readonly op: Op }) => void } = {
    plain: ({ name, args }) => {
      const { kind } = code(name, args);
      invariant(kind === "none", `${name} without its ${kind}`);
    },
    const: ({ type, value }) => {
      out.byte({ i32: 0x41, f32: 0x43, f64: 0x44 }[type]);
      if (type === "i32") out.signed(value);
      else out[type](value);
    },
    "v128.const": ({ bytes }) => {
      out.bytes([0xfd, 12]);
      vector(bytes, 256);
    },
    memory: ({ name, args, offset, lane: at }) => {
      const immediate = code(name, args);
      invariant("align" in immediate, `${name} with an offset`);
      out.byte(hint(immediate.align));
      out.unsigned(offset);
      if (immediate.kind === "memory lane") lane(name, at ?? NaN, immediate.lanes);
      else invariant(at === undefined, `${name} with a lane`);
    },
    lane: ({ name, args, lane: at }) => {
      const immediate = code(name, args);
      invariant(immediate.kind === "lane", `${name} with a lane`);
      lane(name, at, immediate.lanes);
    },
    shuffle: ({ args, bytes }) => {
      code("i8x16.shuffle", args);
      vector(bytes, 32);
    },
    get: ({ local }) => {
      out.byte(0x20);
      out.unsigned(names.local(local));
    },
    set: ({ local, value }) => {
      write(value);
      out.byte(0x21);
      out.unsigned(names.local(local));
    },
    tee: ({ local, value }) => {
      write(value);
      out.byte(0x22);
      out.unsigned(names.local(local));
    },
    call: ({ function: name, args }) => {
      const { func, index } = names.callee(name);
      invariant(
        args.length === func.params.length,
        `${name} is called with ${args.length} operands`,
      );
      writeAll(args);
      out.byte(0x10);
      out.unsigned(index);
    },
    block: ({ label, body }) => {
      out.bytes([0x02, nothing]);
      inside(label, body);
      out.byte(end);
    },
    loop: ({ label, body }) => {
      out.bytes([0x03, nothing]);
      inside(label, body);
      out.byte(end);
    },
    branch: ({ label, when }) => {
      const at = labels.lastIndexOf(label);
      invariant(at >= 0, `a branch to ${label}, which is not around it`);
      if (when) write(when);
      out.byte(when ? 0x0d : 0x0c);
      out.unsigned(labels.length - 1 - at);
    },
    if: ({ when, then, otherwise, result }) => {
      invariant(!result || otherwise, "an if with a result and one side");
      write(when);
      out.bytes([0x04, result ? typeCodes[result] : nothing]);
      inside(undefined, then);
      if (otherwise) {
        out.byte(0x05);
        inside(undefined, otherwise);
      }
      out.byte(end);
    },
  };
  const write = (node: Node): void => (rules[node.op] as (node: Node) => void)(node); // its own rule

  writeAll(nodes);
  out.byte(end);
}

/** Log2 of the alignment that is promised: vectors of the arena begin at any float, so never above 4 bytes. */
export const hint = (natural: number): number => Math.min(natural, 2);
