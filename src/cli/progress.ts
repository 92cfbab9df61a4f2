import cliProgress from "cli-progress";

/** Tells a person at a terminal which stage ended, once it takes more than a second. */
export interface Progress {
  readonly stage: (name: string) => void;
  readonly stop: () => void;
}

/** Stages of a compilation with training; without it there are fewer, and the bar ends early. */
const expected = 8;
const patience = 1000;

export function progress(title: string): Progress {
  if (!process.stderr.isTTY) return { stage: () => undefined, stop: () => undefined };
  const began = performance.now();
  let done = 0;
  let bar: cliProgress.SingleBar | undefined;
  return {
    stage(name) {
      done++;
      if (performance.now() - began < patience) return;
      bar ??= started(title);
      bar.update(Math.min(done, expected), { name });
    },
    stop: () => bar?.stop(),
  };
}

function started(title: string): cliProgress.SingleBar {
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {name}`,
    stream: process.stderr,
    barsize: 24,
    clearOnComplete: true,
    stopOnComplete: false,
    hideCursor: true,
  });
  bar.start(expected, 0, { name: "" });
  return bar;
}
