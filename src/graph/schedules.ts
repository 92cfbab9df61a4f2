/** The learning rate at a step, counted from 0. */
export type Schedule = (step: number) => number;

/** base·γ^⌊step/every⌋ */
export const stepDecay =
  ({ base, every, gamma = 0.1 }: { base: number; every: number; gamma?: number }): Schedule =>
  (step) =>
    base * gamma ** Math.floor(step / every);

/** base·γ^(milestones passed) */
export const multiStep =
  ({
    base,
    milestones,
    gamma = 0.1,
  }: {
    base: number;
    milestones: readonly number[];
    gamma?: number;
  }): Schedule =>
  (step) =>
    base * gamma ** milestones.filter((m) => step >= m).length;

/** base·γ^step */
export const exponential =
  ({ base, gamma }: { base: number; gamma: number }): Schedule =>
  (step) =>
    base * gamma ** step;

/**
 * least + (base − least)·(1 + cos(π·t/steps))/2, after `warmup` steps that rise linearly to base
 * (Loshchilov and Hutter 2017, equation 5). t counts from the end of the warm-up.
 */
export const cosine =
  ({
    base,
    steps,
    least = 0,
    warmup = 0,
  }: {
    base: number;
    steps: number;
    least?: number;
    warmup?: number;
  }): Schedule =>
  (step) =>
    step < warmup
      ? (base * (step + 1)) / (warmup + 1)
      : least +
        ((base - least) * (1 + Math.cos((Math.PI * (step - warmup)) / (steps - warmup)))) / 2;

/** base·(from + (to − from)·step/over), then base·to: PyTorch's LinearLR. */
export const linearWarmup =
  ({
    base,
    over,
    from = 0,
    to = 1,
  }: {
    base: number;
    over: number;
    from?: number;
    to?: number;
  }): Schedule =>
  (step) =>
    base * (from + (to - from) * Math.min(1, step / over));
