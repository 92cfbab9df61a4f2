import { ts } from "ts-morph";
import type { Initial } from "../../../graph/graph.ts";
import type { Fans, Initializer } from "../../../graph/initializers.ts";
import { fixOf, importing } from "../../edit.ts";
import type { Fix } from "../../finding.ts";
import type { LayerCall } from "../../followed.ts";
import type { Net } from "../../net.ts";
import { defineRule, type Report } from "../rule.ts";
import { chain, either, isActivation, isDropout, isMove, isPool, isWeighted, opOf, unshared } from "./chain.ts"; // prettier-ignore

export const unfitInitializer = defineRule({
  code: "KS310",
  what:
    "A `weightInitializer` that was chosen and does not fit the activation the layer feeds: Glorot's before relu, where it gives at most two thirds of the variance that relu needs; " +
    "He's before a tanh or sigmoid that feeds another layer; and zeros or another constant before an activation that feeds another layer. " +
    "Silent behind a norm, which sets the scale anew, before an addition, and for the last layer.",
  why:
    "relu cuts half of the variance off, and He's initial values make up for it (He et al. 2015); with Glorot's (2010), which are for tanh and sigmoid, every layer loses half of the signal, " +
    "and with He's before these they saturate. Units that start alike compute one number many times, and relu of 0 has no slope to leave it by.",
  bad: `import { defineModel, flatten, glorotUniform, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const h = relu(linear(flatten(image), { units: 784, weightInitializer: glorotUniform() }));
    return linear(h, { units: 10 });
  },
});
`,
  good: `import { defineModel, flatten, heUniform, linear, relu } from "kernelsmith";

export default defineModel({
  inputs: { image: [1, 28, 28] },
  outputs({ image }) {
    const h = relu(linear(flatten(image), { units: 784, weightInitializer: heUniform() }));
    return linear(h, { units: 10 });
  },
});
`,
  options: {},
  recommended: "warning",
  strict: "warning",
  whole: true,
  check: (net) => {
    const found = net.of.calls.filter(isWeighted).flatMap((call) => {
      const chosen = chosenFor(call);
      const fans = fansOf(call);
      const activation = chain(net, call, aside).at(-1);
      if (!chosen || !fans || !activation || !isActivation(activation)) return [];
      const kind = kindOf(chosen);
      const report = kind && judge[kind.family]({ net, call, activation, fans, ...kind });
      return report ? [{ edits: call, report: { at: call, ...report } }] : [];
    });
    return unshared(net, found);
  },
});

/** What stands between a layer and its activation without changing the scale much. */
const aside = either(isMove, isPool, isDropout);

type Family = "glorot" | "he" | "constant";
interface Kind {
  readonly family: Family;
  readonly shape: Initial["kind"];
}
interface Case extends Kind {
  readonly net: Net;
  readonly call: LayerCall;
  readonly activation: LayerCall;
  readonly fans: Fans;
}
type Said = Omit<Report, "at"> | undefined;

const judge: { readonly [F in Family]: (of: Case) => Said } = {
  glorot({ call, activation, fans, shape }) {
    const op = opOf(activation);
    const share = fans.in / (fans.in + fans.out);
    if ((op !== "relu" && op !== "relu6") || share > 2 / 3) return undefined;
    return {
      message: `${call.name} starts with Glorot's values and feeds ${activation.name}, for which they are too small`,
      notes: [
        `Variance 2/(${fans.in} + ${fans.out}), where relu needs 2/${fans.in}: ${Math.round(100 * share)}% of the signal's variance is left.`,
      ],
      fix: "Take heUniform() or heNormal().",
      fixes: take(call, shape === "normal" ? "heNormal" : "heUniform"),
    };
  },
  he({ net, call, activation, shape }) {
    const op = opOf(activation);
    if ((op !== "tanh" && op !== "sigmoid") || !feedsWeights(net, activation)) return undefined;
    return {
      message: `${call.name} starts with He's values, made for relu, and feeds ${activation.name}, which they drive into saturation`,
      fix: "Take glorotUniform() or glorotNormal().",
      fixes: take(call, shape === "normal" ? "glorotNormal" : "glorotUniform"),
    };
  },
  constant({ net, call, activation }) {
    const groups = call.nodes.find(({ op }) => op === "conv2d")?.attrs["groups"] ?? 1;
    if (weightOf(call)?.[0] === 1 || groups !== 1 || !feedsWeights(net, activation))
      return undefined;
    return {
      message: `all units of ${call.name} start alike, and so does what ${activation.name} makes of them`,
      fix: "Leave weightInitializer out, or take one that draws: heUniform().",
      fixes: take(call, "heUniform"),
    };
  },
};

const feedsWeights = (net: Net, activation: LayerCall): boolean => {
  const last = chain(net, activation, aside).at(-1);
  return last !== undefined && last !== activation && isWeighted(last);
};

/** Another initializer in the place of the one that is called there. What comes from elsewhere may serve others too. */
function take(call: LayerCall, name: string): readonly Fix[] {
  const imported = importing(call.file, name);
  const options = call.call.arguments[1];
  const given =
    options && ts.isObjectLiteralExpression(options)
      ? options.properties.filter(ts.isPropertyAssignment).findLast(isWeight)?.initializer
      : undefined;
  if (!imported || !given || !ts.isCallExpression(given)) return [];
  const { fileName: file } = call.file;
  const edit = {
    file,
    start: given.getStart(call.file),
    end: given.end,
    text: `${imported.name}()`,
  };
  return fixOf(`Take ${name}()`, [edit], imported.edits);
}

const isWeight = ({ name }: ts.PropertyAssignment): boolean =>
  ts.isIdentifier(name) && name.text === "weightInitializer";

/** The weight's initializer as the call gives it; none where it is left to the layer. */
function chosenFor({ args }: LayerCall): Initializer | undefined {
  const options = args[1];
  if (typeof options !== "object" || options === null) return undefined;
  const { weightInitializer } = options as { readonly weightInitializer?: unknown }; // any object may be asked
  return typeof weightInitializer === "function" ? (weightInitializer as Initializer) : undefined; // the layer has called it
}

/** The shape of a layer's weight: outputs, channels of one group, kernel. */
const weightOf = ({ name, variables }: LayerCall): readonly number[] | undefined =>
  variables.find(({ tensor }) => tensor.name === `${name}.weight`)?.tensor.shape;

function fansOf(call: LayerCall): Fans | undefined {
  const [outputs, channels, ...kernel] = weightOf(call) ?? [];
  if (!outputs || !channels) return undefined;
  const groups = Number(call.nodes.find(({ op }) => op === "conv2d")?.attrs["groups"] ?? 1);
  const taps = kernel.reduce((a, b) => a * b, 1);
  return { in: channels * taps, out: (outputs / groups) * taps };
}

/** Fans that no two rules answer alike. */
const probes: readonly Fans[] = [
  { in: 3, out: 5 },
  { in: 7, out: 2 },
];

/** Which of the known rules an initializer follows: told by the variances it gives. */
function kindOf(initializer: Initializer): Kind | undefined {
  const given = probes.map((fans) => ({ fans, initial: initializer(fans) }));
  const [first] = given;
  if (!first) return undefined;
  const all = (variance: (fans: Fans) => number): boolean =>
    given.every(({ fans, initial }) => {
      const found = varianceOf(initial);
      return found !== undefined && Math.abs(found / variance(fans) - 1) < 1e-9;
    });
  const shape = first.initial.kind;
  if (shape === "constant") return { family: "constant", shape };
  if (all((fans) => 2 / (fans.in + fans.out))) return { family: "glorot", shape };
  if (all((fans) => 2 / fans.in) || all((fans) => 2 / fans.out)) return { family: "he", shape };
  return undefined;
}

/** A uniform distribution in ±b has the variance b²/3. */
const varianceOf = (initial: Initial): number | undefined =>
  initial.kind === "uniform"
    ? initial.bound ** 2 / 3
    : initial.kind === "normal"
      ? initial.deviation ** 2
      : undefined;
