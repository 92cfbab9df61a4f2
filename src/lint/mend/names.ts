import { fixOf, replaceArgument } from "../edit.ts";
import { Tensor } from "../../graph/tensor.ts";
import { type Mend, setting } from "./case.ts";
import { valueOf } from "./source.ts";
import { optionOf, dropOption } from "./written.ts";

/** KS104: two things of one name. */
export const names: Mend = function* (of) {
  const { call, followed } = of;
  const { name } = of.options;
  if (typeof name !== "string") return;
  const { nodes, variables } = followed.builder;
  const taken = new Set(
    [...nodes, ...variables.map(({ tensor }) => tensor)].map(({ name }) => name),
  );
  const next = Array.from({ length: 1000 }, (_, i) => `${name}${i + 2}`).find(
    (other) => !taken.has(other) && !taken.has(`${other}.weight`),
  );
  const property = optionOf(call, "name");
  const plain = !property || /^["'`][^$]*$/.test(valueOf(property).getText(call.file));
  if (plain && next !== undefined) yield* setting(of, call, { name: JSON.stringify(next) });
  yield* fixOf("Leave the name to be counted", dropOption(call, "name"));
};

/** KS103: no tensor, but something that has one: its shape, or a list. */
export const tensors: Mend = function* ({ call }) {
  for (const [i, argument] of call.call.arguments.entries()) {
    const text = argument.getText(call.file);
    const value = call.args[i];
    const bare = text.replace(/\.(shape|raw)$/, "");
    if (bare !== text) yield* fixOf(`Give ${bare} itself`, replaceArgument(call, i, bare));
    if (Array.isArray(value) && value[0] instanceof Tensor && /^[\w.$]+$/.test(text))
      yield* fixOf(`Give ${text}[0]`, replaceArgument(call, i, `${text}[0]`));
  }
};
