import { relu } from "./activations.ts";
import { conv2d } from "./conv2d.ts";
import { flatten } from "./flatten.ts";
import { linear } from "./linear.ts";
import { maxPool2d } from "./max-pool2d.ts";

/** Every op there is. A new one: write its file, name it here. */
export const ops = { conv2d, flatten, linear, maxPool2d, relu };

export type OpName = keyof typeof ops;
