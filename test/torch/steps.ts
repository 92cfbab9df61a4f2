import { lossSteps } from "./steps/losses.ts";
import { pointwiseSteps } from "./steps/pointwise.ts";
import type { Steps } from "./steps/reading.ts";
import { reductionSteps } from "./steps/reductions.ts";
import { shapeSteps } from "./steps/shapes.ts";
import { windowSteps } from "./steps/windows.ts";

/** Every step of PyTorch's that ops of ours stand for. */
export const steps: Steps = {
  ...lossSteps,
  ...pointwiseSteps,
  ...reductionSteps,
  ...shapeSteps,
  ...windowSteps,
};
