import { call, type Func, get, i32, type Node, plain, set } from "../module.ts";
import { type Control, drop, state } from "./control.ts";

const when = (test: Node, then: readonly Node[], otherwise?: readonly Node[]): Node => ({
  op: "if",
  when: test,
  then,
  ...(otherwise ? { otherwise } : undefined),
});
const jump = (label: string): Node => ({ op: "branch", label });

/** Parts of a step, and those taken, in a state. */
const partsIn = (s: Node): Node =>
  plain("i32.and", plain("i32.shr_u", s, i32(state.parts)), i32(state.mask));
const takenIn = (s: Node): Node => plain("i32.and", s, i32(state.mask));
const openIn = (s: Node): Node => plain("i32.lt_u", takenIn(s), partsIn(s));

/**
 * What a module with threads is told by: `threads.parts(step)` is how many parts it has, or less than 0 for
 * so many jobs that one thread does alone; `threads.part(step, part, alone, batch)` does one.
 */
export const controlFunctions = (c: Control): Func[] => [
  publish(c),
  advance(c),
  work(c),
  run(c),
  help(c),
  close(c),
  patient(c),
  threads(c),
];

/** Says what there is to do, to sleepers too. */
const publish = (c: Control): Func => ({
  name: "threads.publish",
  comment: ["The next state: so many parts, none of them taken."],
  params: [{ name: "parts", type: "i32" }],
  locals: [],
  body: [
    c.write(
      "state",
      plain(
        "i32.or",
        plain(
          "i32.and",
          plain("i32.add", c.read("state"), i32(1 << state.step)),
          i32(-1 << state.step),
        ),
        plain("i32.shl", get("parts"), i32(state.parts)),
      ),
    ),
    when(c.read("sleepers"), [c.wake("state")]),
  ],
});

const advance = (c: Control): Func => ({
  name: "threads.advance",
  comment: ["Goes on with the run at a step: what is too small to share is done here and now."],
  params: [{ name: "step", type: "i32" }],
  locals: [
    { name: "parts", type: "i32" },
    { name: "job", type: "i32" },
  ],
  body: [
    {
      op: "loop",
      label: "steps",
      body: [
        when(
          plain("i32.eq", get("step"), c.load("end")),
          [call("threads.publish", i32(0))],
          [
            set("parts", call("threads.parts", get("step"))),
            when(
              plain("i32.gt_s", get("parts"), i32(0)),
              [c.store("step", get("step")), call("threads.publish", get("parts"))],
              [
                set("job", i32(0)),
                {
                  op: "loop",
                  label: "jobs",
                  body: [
                    call("threads.part", get("step"), get("job"), i32(1), c.load("batch")),
                    set("job", plain("i32.add", get("job"), i32(1))),
                    set("parts", plain("i32.add", get("parts"), i32(1))),
                    { op: "branch", label: "jobs", when: get("parts") },
                  ],
                },
                set("step", plain("i32.add", get("step"), i32(1))),
                jump("steps"),
              ],
            ),
          ],
        ),
      ],
    },
  ],
});

const work = (c: Control): Func => ({
  name: "threads.work",
  comment: [
    "Takes parts while there are any: the run's owner until the run has ended, others until the net is closed.",
  ],
  params: [{ name: "owner", type: "i32" }],
  locals: [
    { name: "seen", type: "i32" },
    { name: "idle", type: "i32" },
  ],
  body: [
    {
      op: "block",
      label: "done",
      body: [
        {
          op: "loop",
          label: "again",
          body: [
            set("seen", c.read("state")),
            when(openIn(get("seen")), [
              set("seen", c.add("state", 1)),
              when(openIn(get("seen")), [
                set("idle", i32(0)),
                call("threads.part", c.load("step"), takenIn(get("seen")), i32(0), c.load("batch")),
                when(
                  plain("i32.eq", plain("i32.add", c.add("done", 1), i32(1)), partsIn(get("seen"))),
                  [
                    c.write("done", i32(0)),
                    call("threads.advance", plain("i32.add", c.load("step"), i32(1))),
                  ],
                ),
              ]),
              jump("again"),
            ]),
            when(
              get("owner"),
              [{ op: "branch", label: "done", when: plain("i32.eqz", partsIn(get("seen"))) }],
              [{ op: "branch", label: "done", when: c.read("closed") }],
            ),
            set("idle", plain("i32.add", get("idle"), i32(1))),
            {
              op: "branch",
              label: "again",
              when: plain("i32.lt_u", get("idle"), i32(c.patience)),
            },
            set("idle", i32(0)),
            {
              op: "branch",
              label: "again",
              when: plain("i32.gt_u", get("owner"), c.load("patient")),
            },
            drop(c.add("sleepers", 1)),
            c.sleep("state", get("seen")),
            drop(c.add("sleepers", -1)),
            jump("again"),
          ],
        },
      ],
    },
  ],
});

const run = (c: Control): Func => ({
  name: "threads.run",
  comment: ["The steps of a run, from the first to before the end, with whoever is there to help."],
  params: [
    { name: "first", type: "i32" },
    { name: "end", type: "i32" },
    { name: "batch", type: "i32" },
  ],
  locals: [],
  body: [
    c.store("end", get("end")),
    c.store("batch", get("batch")),
    c.store("team", plain("i32.add", c.read("helpers"), i32(1))),
    call("threads.advance", get("first")),
    call("threads.work", i32(1)),
  ],
});

const help = (c: Control): Func => ({
  name: "help",
  comment: ["Another thread's part in all runs, until the net is closed."],
  params: [],
  locals: [],
  body: [drop(c.add("helpers", 1)), call("threads.work", i32(0)), drop(c.add("helpers", -1))],
});

const close = (c: Control): Func => ({
  name: "close",
  comment: ["Sends the helpers home."],
  params: [],
  locals: [],
  body: [c.write("closed", i32(1)), call("threads.publish", i32(0))],
});

const patient = (c: Control): Func => ({
  name: "patient",
  comment: ["The thread that calls may sleep, which a page's own may not."],
  params: [],
  locals: [],
  body: [c.store("patient", i32(1))],
});

const threads = (c: Control): Func => ({
  name: "threads",
  comment: ["How many there are, the one that calls among them."],
  params: [],
  result: "i32",
  locals: [],
  body: [plain("i32.add", c.read("helpers"), i32(1))],
});
