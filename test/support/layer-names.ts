import * as layers from "../../src/graph/layers/index.ts";

/** The functions that models are written with. */
export const layerNames: readonly string[] = Object.keys(layers);
