/** A name without what makes it camelCase or snake_case. */
export const plain = (name: string): string => name.replace(/[_-]/g, "").toLowerCase();

/** What an option of Keras, tfjs, PyTorch or ONNX may be called here. */
export const foreign = (name: string): readonly string[] => {
  const found = plain(name);
  return Object.hasOwn(names, found) ? (names[found]?.split(" ") ?? []) : [];
};

const names: { readonly [plain: string]: string } = {
  kernelsize: "kernel",
  kernelshape: "kernel",
  poolsize: "kernel",
  windowsize: "kernel",
  size: "kernel scale",
  scalefactor: "scale",
  strides: "stride",
  step: "stride",
  pads: "padding",
  pad: "padding",
  dilationrate: "dilation",
  dilations: "dilation",
  outchannels: "filters",
  channels: "filters",
  outfeatures: "units",
  features: "units",
  group: "groups",
  numgroups: "groups",
  usebias: "bias",
  kernelinitializer: "weightInitializer",
  eps: "epsilon",
  rate: "p",
  dim: "axis axes",
  dims: "axes",
  axis: "axes",
  axes: "axis",
  keepdim: "keepDims",
  negativeslope: "slope",
  alpha: "slope",
  lr: "learningRate",
  l2: "weightDecay",
  decay: "weightDecay",
  clipvalue: "clipNorm",
  maxnorm: "clipNorm",
  weight: "classWeights",
};
