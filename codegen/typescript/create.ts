import type { WasmPlace } from "../options.ts";
import type { Entry, Evaluation, Plan, Port, Training } from "../plan.ts";
import { variable } from "./checks.ts";
import { literalKey, typeName } from "./names.ts";
import { recruitCall } from "./threads.ts";
import { view, views } from "./record.ts";
import { gradientsOf, outputType, parametersOf, type Source, takesSeed } from "./types.ts";
import { sizeOf } from "./words.ts";

/** The body of `create…`: the memory, the caches of views, and the net. */
export function createText(plan: Plan, source: Source, place?: WasmPlace): string {
  const { forward, training, evaluate, arena } = plan;
  const threads = plan.wasm?.threads;
  const name = typeName(plan.name);
  const outputs = kept(
    "outputs",
    outputType(forward, plan.maxBatch),
    outputText(forward),
    forward.outputs.some(({ batched }) => batched),
  );
  const gradients = training && keptGradients(training, name);
  const seed = source === "seed" && !training ? `seed = ${plan.seed}` : "seed";
  return `
${place ? `const k = instance(${kernelsIn[place]});` : ""}
const { parameters: source${takesSeed(plan, source) ? `, ${seed}` : ""}${threads ? ", threads = usualThreads()" : ""} } = options;
const m = new Float32Array(${place ? `k.memory.buffer, 0, ${arena}` : arena});${threads ? `\n${recruitCall}` : ""}
const parameters: ${name}Parameters = {
  ${views(plan.parameters)}
};
${outputs.declaration}
${gradients?.declaration ?? ""}
${evaluate ? `const score = { loss: 0${evaluate.correct ? ", correct: 0" : ""} };` : ""}
${prepareText(plan)}${training ? trainingText(plan, training, source) : ""}
${start(plan, source)}
return {
  maxBatch,
  inputShape,
  outputShape,
  ${plan.prepare ? "get parameters() {\nstale = true;\nreturn parameters;\n}," : "parameters,"}
  forward(${variables(forward)}) {
    const batch = inputsOf(${variables(forward)});${prepareCall(plan)}
    ${forward.calls.join("\n")}
    return ${outputs.use};
  },
  ${training && gradients ? `${trainStepText(training)}\n${gradientsText(training, gradients.use)}` : ""}
  ${evaluate ? evaluateText(plan, evaluate) : ""}
  ${plan.prepare ? "load(source) {\nload(m, source);\nstale = true;\n}," : "load: (source) => load(m, source),"}
  ${training ? "save: () => save(m),\nreset," : ""}
  ${threads ? "get threads() {\nreturn k.threads();\n},\nclose: () => k.close()," : ""}
};`;
}

/** What an instance is made of; options that are missing are told like a file that is. */
const kernelsIn: { readonly [P in WasmPlace]: string } = {
  inline: "",
  file: "options?.wasm",
  module: "kernels",
};

/** `source` is what the caller gave: all parameters, so that none is drawn in vain. */
function start({ training }: Plan, source: Source): string {
  if (source === "beside") return "load(m, source);";
  const first = training
    ? "reset(seed);"
    : source === "seed"
      ? "initialise(m, seed);"
      : "unpack(m);";
  return `if (source) load(m, source);\nelse ${first}`;
}

/** What depends on parameters alone is computed at the first run after they may have changed. */
function prepareText({ prepare }: Plan): string {
  if (!prepare) return "";
  return `
let stale = true;

/** What depends on the parameters alone, unless they are as they were. */
function prepare(): void {
  if (!stale) return;
  ${prepare.join("\n")}
  stale = false;
}
`;
}

const prepareCall = ({ prepare }: Plan): string => (prepare ? "\nprepare();" : "");

/** Training uses the memory that holds what was prepared, and changes parameters. */
const spoil = ({ prepare }: Plan): string => (prepare ? "\nstale = true;" : "");

function trainingText(plan: Plan, training: Training, source: Source): string {
  const { memory, step } = training;
  const anew =
    source === "inside"
      ? "if (seed === undefined) unpack(m);\nelse initialise(m, seed);"
      : "initialise(m, seed);";
  return `
let steps = 0;

/** The loss and its gradients, left in memory. */
function backward(${parametersOf(training, plan)}, batch: number): void {${spoil(plan)}
  ${training.calls.join("\n")}
}

function reset(seed${source === "inside" ? "?: number" : ` = ${plan.seed}`}): void {
  ${anew}
  ${memory.to > memory.from ? `m.fill(0, ${memory.from}, ${memory.to});` : ""}
  m[${step}] = steps = 0;${spoil(plan)}
}
`;
}

function trainStepText(training: Training): string {
  const { learningRate, step, update, loss } = training;
  return `
  trainStep(${variables(training)}, learningRate = ${learningRate.fallback}) {
    if (!Number.isFinite(learningRate)) refuse(\`learningRate is \${learningRate}; it takes a number\`);
    const batch = examplesOf(${variables(training)});
    m[${learningRate.offset}] = learningRate;
    m[${step}] = ++steps;
    backward(${variables(training)}, batch);
    ${update.join("\n")}
    return m[${loss}];
  },`;
}

function gradientsText(training: Training, use: string): string {
  return `
  gradients(${variables(training)}) {
    const batch = examplesOf(${variables(training)});
    backward(${variables(training)}, batch);${use === "gradients" ? "" : `\nconst gradients = (${use});`}
    gradients.loss = m[${training.loss}];
    return gradients;
  },`;
}

function evaluateText(plan: Plan, evaluate: Evaluation): string {
  return `
  evaluate(${variables(evaluate)}) {
    const batch = examplesOf(${variables(evaluate)});${prepareCall(plan)}
    ${evaluate.calls.join("\n")}
    score.loss = m[${evaluate.loss}];
    ${correctText(plan, evaluate)}
    return score;
  },`;
}

/** Of each sample (and each pixel, where a class is given for each) the greatest score's class. */
function correctText({ layout }: Plan, { correct, inputs, outputs }: Evaluation): string {
  const scores = outputs.find(({ name }) => name === correct?.output);
  const target = inputs.find(({ name }) => name === correct?.target);
  if (!scores || !target) return "";
  const last = layout === "nhwc" && scores.shape.length === 3;
  const classes = (last ? scores.shape.at(-1) : scores.shape[0]) ?? 1;
  const step = last ? 1 : sizeOf(scores.shape) / classes;
  const plus = scores.offset ? `${scores.offset} + ` : "";
  const from =
    step === 1 ? `n * ${classes}` : `Math.floor(n / ${step}) * ${classes * step} + (n % ${step})`;
  const by = step === 1 ? "c" : `c * ${step}`;
  const label = variable(target);
  const ignored = target.ignored === undefined ? "" : ` && best !== ${target.ignored}`;
  return `
    score.correct = 0;
    for (let n = 0; n < ${label}.length; n++) {
      const from = ${plus}${from};
      let best = 0;
      for (let c = 1; c < ${classes}; c++)
        if (m[from + ${by}] > m[from + ${by.replace("c", "best")}]) best = c;
      if (best === ${label}[n]${ignored}) score.correct++;
    }`;
}

/** Views that are made once: for each number of samples where their length depends on it. */
const kept = (name: string, type: string, text: string, batched: boolean) =>
  batched
    ? { declaration: `const ${name}: (${type})[] = [];`, use: `${name}[batch] ??= ${text}` }
    : { declaration: `const ${name}: ${type} = ${text};`, use: name };

function outputText({ outputs }: Entry): string {
  const [only, ...more] = outputs;
  if (only && more.length === 0) return view(only);
  return `{ ${outputs.map((port) => `${literalKey(port.name)}: ${view(port)}`).join(", ")} }`;
}

function keptGradients({ gradients }: Training, name: string) {
  const batched = gradients.some(({ batched }) => batched);
  const text = `{ loss: 0, ${views(gradientsOf(gradients))} }`;
  const type = `${name}Gradients & { loss: number }`;
  return kept(batched ? "gradientViews" : "gradients", type, text, batched);
}

const variables = ({ inputs }: Entry): string =>
  inputs.map((port: Port) => variable(port)).join(", ");
