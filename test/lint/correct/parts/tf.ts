// @ts-nocheck
/** Another library, whose names are the same. */
export const conv2d = (options) => ({ kind: "conv2d", options });
export const flatten = () => ({ kind: "flatten" });
export const sequential = () => {
  const layers = [];
  return { layers, add: (layer) => void layers.push(layer) };
};
