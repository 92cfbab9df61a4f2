import { describe, expect, it } from "vitest";
import { encode } from "../../codegen/wasm/encode.ts";
import { type Instruction, type Operation, operations } from "../../codegen/wasm/instructions.ts";
import { cases } from "./instructions/index.ts";
import { agrees, expectation, moduleOf, outcome } from "./instructions/run.ts";

const all = Object.keys(operations) as Operation[]; // keyof typeof operations
const casesOf = (name: Operation) => cases[name] ?? [];

it("every instruction has cases, and every case an instruction", () => {
  expect(Object.keys(cases).sort()).toEqual([...all].sort());
});

describe("by value:", () => {
  it.each(all)("%s", (name) => {
    expect(casesOf(name)).not.toEqual([]);
    for (const wanted of casesOf(name)) {
      expect(WebAssembly.validate(encode(moduleOf(name, wanted)))).toBe(true);
      expect(outcome(name, wanted)).toEqual(expectation(wanted));
    }
  });
});

/** A fence is seen by other threads alone. */
const alike = ["nop", "atomic.fence"];

it("the cases tell each instruction from every other of its signature", () => {
  const signature = (name: Operation) => {
    const { operands, result, immediate }: Instruction = operations[name];
    return [...operands, "to", result, immediate.kind].join(" ");
  };
  const confused = all.flatMap((name) =>
    all
      .filter((other) => other !== name && signature(other) === signature(name))
      .filter((other) => !(alike.includes(name) && alike.includes(other)))
      .filter((other) => casesOf(name).every((wanted) => agrees(other, wanted)))
      .map((other) => `${other} does what is expected of ${name}`),
  );
  expect(confused).toEqual([]);
});
