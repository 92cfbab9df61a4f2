import { call, type Func, get, i32, type Node, plain, set } from "../module.ts";
import { type Control, mostParts } from "./control.ts";
import type { Cost, Job, Step } from "./job.ts";
import { grain, leastShared } from "./work.ts";

/** Grains are counted in fractions of so many. */
const fraction = 16;
/** Parts for each thread, so that one that is slow or interrupted can be helped. */
const perThread = 4;

/** `threads.parts` and `threads.part` for the steps of all runs, in a row. */
export const dispatch = (steps: readonly Step[], maxBatch: number, c: Control): Func[] => [
  share(c),
  {
    name: "threads.parts",
    comment: ["How many parts a step has; of one that is done by one thread −1 for each job."],
    params: [{ name: "step", type: "i32" }],
    result: "i32",
    locals: [],
    body: among(
      steps.map((step) => [partsOf(step, maxBatch, c)]),
      "i32",
    ),
  },
  {
    name: "threads.part",
    comment: ["One part of a step, or with `alone` one job in one part."],
    params: [
      { name: "step", type: "i32" },
      { name: "part", type: "i32" },
      { name: "alone", type: "i32" },
      { name: "batch", type: "i32" },
    ],
    locals: [{ name: "parts", type: "i32" }],
    body: among(steps.map((step) => partOf(step))),
  },
];

/** What `step` asks for, by halving. */
function among(cases: readonly (readonly Node[])[], result?: "i32", first = 0): readonly Node[] {
  const [only, ...more] = cases;
  if (more.length === 0) return only ?? [];
  const middle = cases.length >> 1;
  return [
    {
      op: "if",
      when: plain("i32.lt_u", get("step"), i32(first + middle)),
      then: among(cases.slice(0, middle), result, first),
      otherwise: among(cases.slice(middle), result, first + middle),
      ...(result ? { result } : undefined),
    },
  ];
}

const share = (c: Control): Func => ({
  name: "threads.share",
  comment: [
    `Parts of a job: at most \`most\` and ${perThread} for each thread, at least one, of ${fraction} in \`fixed\` and \`each\` sample.`,
  ],
  params: [
    { name: "most", type: "i32" },
    { name: "fixed", type: "i32" },
    { name: "each", type: "i32" },
  ],
  result: "i32",
  locals: [{ name: "parts", type: "i32" }],
  body: [
    set("parts", plain("i32.div_u", worth(get("fixed"), get("each"), c), i32(fraction))),
    atMost(get("most")),
    atMost(plain("i32.mul", c.load("team"), i32(perThread))),
    plain("select", get("parts"), i32(1), get("parts")),
  ],
});

const atMost = (most: Node): Node =>
  set("parts", plain("select", get("parts"), most, plain("i32.lt_u", get("parts"), most)));

const worth = (fixed: Node, each: Node, c: Control): Node =>
  plain("i32.add", fixed, plain("i32.mul", each, c.load("batch")));

const grains = (cost: number): Node =>
  i32(Math.min(largest, Math.round((cost * fraction) / grain)));
/** So that with the largest batch it fits into 32 bits. */
const largest = 2 ** 16;

function partsOf(step: Step, maxBatch: number, c: Control): Node {
  const all = step.reduce<Cost>(
    (sum, { cost }) => ({ fixed: sum.fixed + cost.fixed, each: sum.each + cost.each }),
    { fixed: 0, each: 0 },
  );
  const most = all.fixed + all.each * maxBatch;
  if (most < leastShared || (step.length === 1 && step[0]?.most === 1)) return i32(-step.length);
  const total = step
    .map((job) => shareOf(job, step.length))
    .reduce((a, b) => plain("i32.add", a, b));
  return {
    op: "if",
    when: plain(
      "i32.and",
      plain("i32.ge_u", worth(grains(all.fixed), grains(all.each), c), grains(leastShared)),
      plain("i32.gt_u", c.load("team"), i32(1)),
    ),
    then: [total],
    otherwise: [i32(-step.length)],
    result: "i32",
  };
}

const shareOf = ({ most, cost }: Job, jobs: number): Node =>
  most === 1
    ? i32(1)
    : call(
        "threads.share",
        i32(Math.min(most, Math.floor(mostParts / jobs))),
        grains(cost.fixed),
        grains(cost.each),
      );

/** The job whose part it is, counted through the jobs of the step. */
function partOf(step: Step, jobs = step.length): Node[] {
  const [job, ...rest] = step;
  if (!job) return [];
  const parts: Node =
    job.most === 1
      ? i32(1)
      : {
          op: "if",
          when: get("alone"),
          then: [i32(1)],
          otherwise: [shareOf(job, jobs)],
          result: "i32",
        };
  if (rest.length === 0) return [set("parts", parts), job.node];
  return [
    set("parts", parts),
    {
      op: "if",
      when: plain("i32.lt_u", get("part"), get("parts")),
      then: [job.node],
      otherwise: [set("part", plain("i32.sub", get("part"), get("parts"))), ...partOf(rest, jobs)],
    },
  ];
}
