import { ts } from "ts-morph";
import type { CallSite } from "../followed.ts";
import type { Machine } from "../interpreter/machine.ts";
import { asSpecial, asWatched, type Special, unknown, type Value } from "../interpreter/values.ts";
import { wrongArguments } from "./arguments.ts";
import { isAskedAbout } from "./guarded.ts";
import { wrapped } from "./lexical.ts";
import type { Facts, Port } from "./module.ts";
import type { Told } from "../told.ts";
import { type Happened, resultOf, type Run, type Viewing } from "./views.ts";

const runs = ["forward", "trainStep", "gradients", "evaluate"] as const;

/** What a module exports: its constants, and a `create…` whose nets check what they are given. */
export function exportsOf(
  facts: Facts,
  m: Machine,
  report: (told: Told) => void,
): { readonly [name: string]: Value } {
  const viewing: Viewing = { facts, m, report, told: new Set(), turns: new Map() };
  const create = asSpecial((_, site) => netOf(viewing, site));
  return { ...facts.constants, [facts.create]: create };
}

function netOf(viewing: Viewing, born: ts.Node): Value {
  const { facts, m, report } = viewing;
  const { maxBatch, inputShape, outputShape } = facts.constants;
  const made: { [name: string]: Value } = { maxBatch, inputShape, outputShape };
  for (const name of facts.methods) if (!(name in made)) made[name] = unknown;
  for (const name of ["load", "save", "reset", "close"] as const)
    if (facts.methods.has(name))
      made[name] = asSpecial(() => (name === "save" ? unknown : undefined));
  const ask =
    (run: Run, ports: readonly Port[]): Special =>
    (args, site) => {
      if (!ts.isCallExpression(site)) return unknown;
      const nodes = site.arguments.some(ts.isSpreadElement) ? [] : site.arguments;
      for (const { diagnostic, at, candidates } of wrongArguments(facts, ports, args, nodes))
        if (!isForgiven(site, at, m))
          report({
            site: siteOf(site),
            ...(at ? { at } : {}),
            trail: [...m.trail],
            diagnostic,
            ...(candidates ? { candidates } : {}),
            severity: "error",
          });
      const happened: Happened = { net: made, run, site, born };
      m.past.push(happened);
      return resultOf(happened, samplesOf(args, ports, facts), viewing);
    };
  for (const run of runs)
    if (facts.methods.has(run))
      made[run] = asSpecial(ask(run, run === "forward" ? facts.inputs : facts.examples));
  const untrained = runs.filter((run) => !facts.methods.has(run));
  return asWatched(Object.freeze(made), (node) => {
    const call = calledOn(node, [...untrained, "reset", "save"]);
    if (!call || facts.methods.has(call.name) || untrained.length === 0) return;
    if (!isForgiven(call.site, undefined, m))
      report(notTrainable(call.name, call.site, facts, [...m.trail]));
  });
}

const siteOf = (call: ts.CallExpression): CallSite => ({ file: call.getSourceFile(), call });

/** net.trainStep(…), as long as nobody asks first whether there is one. */
function calledOn(node: ts.Expression, names: readonly string[]) {
  const of = wrapped(node);
  const access = of.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== of) return undefined;
  const { name, parent } = access;
  if (!ts.isCallExpression(parent) || parent.expression !== access) return undefined;
  return names.includes(name.text) && !parent.questionDotToken
    ? { name: name.text, site: parent }
    : undefined;
}

function notTrainable(
  run: string,
  site: ts.CallExpression,
  { name, create, from, options }: Facts,
  trail: readonly CallSite[],
): Told {
  const without = /(^|\s)--no-train\b/.test(options);
  const rest = options.replace(/(^|\s)--no-train\b/, "").trim();
  const command = `kernelsmith compile ${from ?? `<the model of ${name}>`}${rest ? ` ${rest}` : ""}`;
  return {
    site: siteOf(site),
    trail,
    severity: "error",
    diagnostic: {
      code: "KS523",
      message: `${create} makes nets without \`${run}\`: ${name} was compiled for inference alone`,
      notes: options ? [`its options were ${options}`] : [],
      fix: without
        ? `Compile it with training: \`${command}\`.`
        : `Give the model a loss (\`train: { loss: … }\`) and compile it again: \`${command}\`.`,
    },
  };
}

/** Whether the call may be wrong: its error is caught or wanted, or it is not made where it would be wrong. */
const isForgiven = (site: ts.CallExpression, at: ts.Expression | undefined, m: Machine): boolean =>
  m.guarded > 0 || isExpectedToFail(site) || isAskedAbout(site, at, m.ahead === 0);

/** Of a test that asks for the error: expect(() => net.forward(x)).toThrow(), assert.throws(() => …). */
function isExpectedToFail(site: ts.Node): boolean {
  const own = ts.findAncestor(site, ts.isFunctionLike);
  if (!own) return false;
  const { parent } = own;
  const asks =
    ts.isCallExpression(parent) &&
    /(^expect|\bthrows|\brejects)$/.test(parent.expression.getText());
  return asks || isExpectedToFail(own.parent);
}

/** Of the first argument that tells how many there are. */
function samplesOf(
  args: readonly Value[],
  ports: readonly Port[],
  { maxBatch }: Facts,
): number | undefined {
  if (maxBatch === 1) return 1;
  for (const [i, { batched, size }] of ports.entries()) {
    const arg = args[i];
    const length: unknown =
      batched && typeof arg === "object" && arg !== null && "length" in arg
        ? arg.length
        : undefined;
    if (typeof length === "number" && length % size === 0) return length / size;
  }
  return undefined;
}
