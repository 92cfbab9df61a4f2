import type { Rule } from "../rule.ts";
import { deadTaps } from "./dead-taps.ts";
import { droppedBorder } from "./dropped-border.ts";
import { evenKernel } from "./even-kernel.ts";
import { heavyFlatten } from "./heavy-flatten.ts";
import { narrowHead } from "./narrow-head.ts";
import { skippedPixels } from "./skipped-pixels.ts";
import { windowOfPadding } from "./window-of-padding.ts";

export const shapes: readonly Rule[] = [
  droppedBorder,
  evenKernel,
  windowOfPadding,
  deadTaps,
  narrowHead,
  heavyFlatten,
  skippedPixels,
];
